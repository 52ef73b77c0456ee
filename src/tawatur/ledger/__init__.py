"""The durable store of documents and claims."""

from tawatur.ledger.query import ClaimQuery
from tawatur.ledger.store import Added, Counts, Entry, Ledger

__all__ = ["Added", "ClaimQuery", "Counts", "Entry", "Ledger"]
