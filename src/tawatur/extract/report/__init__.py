"""The report: what sentences tell of each other, from claims in the making to their confidence."""
