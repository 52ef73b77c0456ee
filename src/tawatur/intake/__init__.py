"""From files, folders, archives and streams to documents: decoded, repaired, divided, dated, attributed."""

from tawatur.intake.documents import Inspection, inspect, read, to_document
from tawatur.intake.records import Record, records

__all__ = ["Inspection", "Record", "inspect", "read", "records", "to_document"]
