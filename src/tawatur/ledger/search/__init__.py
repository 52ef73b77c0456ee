"""Search in the ledger's texts: what is asked, the index that answers it, and the words that are the answer."""

from tawatur.ledger.search.index import create_index
from tawatur.ledger.search.marks import Snippet
from tawatur.ledger.search.request import Request, Term, parse
from tawatur.ledger.search.searching import Found, Searching

__all__ = ["Found", "Request", "Searching", "Snippet", "Term", "create_index", "parse"]
