"""Writing: readings that wait to be put into the ledger together, and the account of what became of everything."""

from __future__ import annotations

import time
from collections import Counter

import msgspec

from tawatur.cli.messages import complain
from tawatur.cli.wording import counted
from tawatur.cli.workers import Reading
from tawatur.intake.web.captures import Capture
from tawatur.ledger import Capture as Kept
from tawatur.ledger import Entry, Ledger
from tawatur.model import InputError

#: A transaction is closed after this many documents, or this many seconds.
_DOCUMENTS = 200
_SECONDS = 2.0
#: How many reasons are told.
_REASONS = 8


class Summary(msgspec.Struct):
    """What a run has done so far, and what was refused by reason."""

    read: int = 0
    claims: int = 0
    known: int = 0
    refused: int = 0
    reasons: Counter[str] = msgspec.field(default_factory=Counter)

    def refuse(self, error: InputError) -> None:
        """Count what could not be used, and name it."""
        self.refused += 1
        self.reasons[error.problem.partition(":")[0].partition(" (")[0]] += 1
        complain(str(error))

    def line(self) -> str:
        """Return it in a line."""
        parts = [f"{counted(self.read, 'document')} read, {counted(self.claims, 'claim')}"]
        if self.known:
            parts.append(f"{self.known:,} there already")
        if self.refused:
            parts.append(f"{self.refused:,} could not be used")
        return "; ".join(parts)

    def why(self) -> list[str]:
        """Return lines that tell why what could not be used could not, the most frequent reason first."""
        told = self.reasons.most_common(_REASONS)
        lines = [f"  {count:,} × {reason}" for reason, count in told]
        rest = self.refused - sum(count for _, count in told)
        return [*lines, f"  {rest:,} × something else"] if rest else lines


class Batch:
    """Readings that wait to be written together; what `summary` counts as read has been written.

    A capture is kept when all that was read from it is written: one that is kept is not fetched again unless it
    changed, so a run that was killed between the two must find none. Readings come in the order of captures, so a
    reading of one tells that those before it are done with.
    """

    def __init__(self, store: Ledger, summary: Summary, least: float = 0.0) -> None:
        self.summary = summary
        self._least = least
        self._store = store
        self._entries: list[Entry] = []
        self._captures: list[Capture] = []
        self._since = time.monotonic()

    def capture(self, capture: Capture) -> None:
        """Take a capture, to be kept with what is read from it."""
        self._captures.append(capture)

    def add(self, reading: Reading) -> None:
        """Take a reading, and write all that wait where it is time."""
        claims = [claim for claim in reading.claims if claim.is_as_sure_as(self._least)]
        self._entries.append(Entry(reading.document, claims, reading.fingerprint))
        if len(self._entries) >= _DOCUMENTS or time.monotonic() - self._since > _SECONDS:
            self.write()

    def write(self, *, done: bool = False) -> None:
        """Write all that wait, in one transaction; when `done`, all captures as well, those without a text too."""
        entries, self._entries = self._entries, []
        hashes = {entry.document.metadata.get("capture", "") for entry in entries}
        if entries:
            added = self._store.add_many(entries)
            self.summary.read += added.documents
            self.summary.claims += added.claims
            self.summary.known += added.known
            for error in added.refused:
                self.summary.refuse(error)
        met = [at for at, capture in enumerate(self._captures) if capture.hash in hashes]
        end = len(self._captures) if done else max(met, default=0)
        if end:
            with self._store.captures() as captures:
                for capture in self._captures[:end]:
                    captures.keep(kept_form(capture), capture.body)
            del self._captures[:end]
        self._since = time.monotonic()


def kept_form(capture: Capture) -> Kept:
    """Return a capture in the ledger's form, to which its bytes belong."""
    return Kept(
        url=capture.url,
        answered=capture.answered,
        instant=capture.instant,
        status=capture.status,
        headers=capture.headers,
    )
