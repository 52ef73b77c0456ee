"""The durable store of documents, claims and findings."""

from tawatur.ledger.collating import Collating, Meeting
from tawatur.ledger.query import ClaimQuery
from tawatur.ledger.store import Added, Counts, Entry, Ledger

__all__ = ["Added", "ClaimQuery", "Collating", "Counts", "Entry", "Ledger", "Meeting"]
