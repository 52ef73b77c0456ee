"""The durable store of documents, claims and findings."""

from tawatur.ledger.accounts import ROLES, Account, Accounts, Deed, Role, Token
from tawatur.ledger.collating import Collating, Meeting
from tawatur.ledger.database import PATIENCE
from tawatur.ledger.language import Language
from tawatur.ledger.query import ClaimQuery
from tawatur.ledger.store import Added, Counts, Entry, Ledger

__all__ = [
    "PATIENCE",
    "ROLES",
    "Account",
    "Accounts",
    "Added",
    "ClaimQuery",
    "Collating",
    "Counts",
    "Deed",
    "Entry",
    "Language",
    "Ledger",
    "Meeting",
    "Role",
    "Token",
]
