"""Opening a ledger: the store, and the language layer's forms of words by which it is searched."""

from __future__ import annotations

from tawatur.arabic.search import Arabic
from tawatur.ledger import PATIENCE, Ledger


def open_ledger(path: str, *, read_only: bool = False, patience: float = PATIENCE) -> Ledger:
    """Open the ledger at `path` (an SQLite file, or a database's URL), to be searched in Arabic.

    It is made on first use and its tables are brought up to date; `read_only` does neither. `patience` is how many
    seconds to wait for another program's lock. Raises InputError where there is no ledger to be had.
    """
    return Ledger.open(path, read_only=read_only, patience=patience, language=Arabic())
