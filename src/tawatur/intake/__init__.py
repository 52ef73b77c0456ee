"""From files, folders, archives and streams to documents: decoded, repaired, divided, dated, attributed."""

from tawatur.intake.documents import read, to_document
from tawatur.intake.records import Record, records

__all__ = ["Record", "read", "records", "to_document"]
