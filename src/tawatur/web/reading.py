"""Reading a report that comes over HTTP into the ledger."""

from __future__ import annotations

import threading

from tawatur.extract import extract
from tawatur.intake import Record, to_document
from tawatur.ledger import Entry, Ledger
from tawatur.model import Document, InputError
from tawatur.packs import Knowledge
from tawatur.web.problems import Problem

#: How long a report waits for others to be read, in seconds.
_PATIENCE = 30.0


class Reader:
    """Reads one report at a time: to read one takes a core for a while, and the server has other things to do."""

    def __init__(self) -> None:
        self._turn = threading.Lock()

    def read(self, record: Record, ledger: Ledger, knowledge: Knowledge) -> tuple[Document, bool]:
        """Return a report's document, kept with its claims, and whether it is new.

        Raises Problem: 409 where another document has its id, 503 where too many wait; InputError for a text that
        can't be used.
        """
        if not self._turn.acquire(timeout=_PATIENCE):
            raise Problem(503, "too many reports wait to be read", headers={"Retry-After": "30"})
        try:
            document = to_document(record, knowledge)
            claims = extract(document, knowledge)
        finally:
            self._turn.release()
        added = ledger.add_many([Entry(document, claims)])
        for error in added.refused:
            raise Problem(409, error.problem) from InputError(error.problem)
        return document, added.documents == 1
