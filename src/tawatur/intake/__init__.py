"""From files, folders, archives and streams to documents: decoded, repaired, cut into sections, dated."""
