"""The durable store of documents, claims and findings."""

from tawatur.ledger.accounts import ROLES, Account, Accounts, Deed, Role, Token
from tawatur.ledger.adding import Added, Entry
from tawatur.ledger.captures import Capture, Captures, Watched
from tawatur.ledger.collating import Collating, Meeting
from tawatur.ledger.database import PATIENCE
from tawatur.ledger.language import Language
from tawatur.ledger.lists import FACETS, DocumentSummary, Facets
from tawatur.ledger.ordering import Numbered, Ordering, SectionFacts
from tawatur.ledger.paging import Page
from tawatur.ledger.places import PlaceCount, Places
from tawatur.ledger.query import ClaimOrder, ClaimQuery, DocumentOrder, DocumentQuery, FindingQuery
from tawatur.ledger.search import Snippet
from tawatur.ledger.store import Counts, Ledger
from tawatur.ledger.tallies import Facet

__all__ = [
    "FACETS",
    "PATIENCE",
    "ROLES",
    "Account",
    "Accounts",
    "Added",
    "Capture",
    "Captures",
    "ClaimOrder",
    "ClaimQuery",
    "Collating",
    "Counts",
    "Deed",
    "DocumentOrder",
    "DocumentQuery",
    "DocumentSummary",
    "Entry",
    "Facet",
    "Facets",
    "FindingQuery",
    "Language",
    "Ledger",
    "Meeting",
    "Numbered",
    "Ordering",
    "Page",
    "PlaceCount",
    "Places",
    "Role",
    "SectionFacts",
    "Snippet",
    "Token",
    "Watched",
]
