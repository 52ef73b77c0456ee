"""The interchange formats: claims as the files that other programs load, streamed, with an account of what is lost."""

from tawatur.export.account import Account
from tawatur.export.formats import FORMATS, LOST_EVERYWHERE, Format, export, format_of, statement
from tawatur.export.items import Item, from_ledger, items

__all__ = [
    "FORMATS",
    "LOST_EVERYWHERE",
    "Account",
    "Format",
    "Item",
    "export",
    "format_of",
    "from_ledger",
    "items",
    "statement",
]
