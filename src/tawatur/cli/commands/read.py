"""`tawatur read`: reports and their claims into the ledger, to be stopped and taken up again at any moment."""

from __future__ import annotations

import time

import click
import msgspec

from tawatur.cli import options
from tawatur.cli.messages import Counter, complain, progress
from tawatur.cli.reading import Known, Result, read_all
from tawatur.cli.wording import counted
from tawatur.cli.workers import Reading
from tawatur.client import open_ledger
from tawatur.client.own_pack import with_own_pack
from tawatur.ledger import Entry, Ledger
from tawatur.model import InputError

#: A transaction is closed after this many documents, or this many seconds.
_DOCUMENTS = 200
_SECONDS = 2.0


class Summary(msgspec.Struct):
    """What a run has done so far."""

    read: int = 0
    claims: int = 0
    known: int = 0
    refused: int = 0

    def line(self) -> str:
        """Return it in a line."""
        parts = [f"{counted(self.read, 'document')} read, {counted(self.claims, 'claim')}"]
        if self.known:
            parts.append(f"{self.known:,} there already")
        if self.refused:
            parts.append(f"{self.refused:,} could not be used")
        return "; ".join(parts)


@click.command()
@options.some_paths
@options.mapping
@options.min_confidence
@options.ledger
@options.packs
@options.jobs
def read(
    *, paths: tuple[str, ...], mapping: dict[str, str], least: float, ledger: str, packs: tuple[str, ...], jobs: int
) -> int:
    """Read reports into the ledger.

    PATH is a file, a folder or an archive of whatever reports come in (text, web pages, JSON, tables, PDF, Word, feeds,
    web archives), or - for standard input. What is in the
    ledger already is passed over, so that a run which was interrupted goes on where it stopped when it is started
    again. What can't be used is named on standard error, and the rest goes on.

    \b
    Example:
      tawatur read reports/ archive.zip
      cat feed.jsonl | tawatur read --ledger feed.db -
    """  # noqa: D301
    summary = Summary()
    with open_ledger(ledger) as store:
        # Standard input can be named only once; a file is opened when its turn comes.
        results = read_all(
            paths, packs=with_own_pack(options.chosen(packs), store), jobs=jobs, seen=store.read_before, mapping=mapping
        )
        batch = _Batch(store, summary, least)
        try:
            with progress("reading") as show:
                for result in results:
                    _take(result, batch, show)
        finally:
            # On Ctrl-C as well: what has been read is kept.
            batch.write()
            click.echo(f"{ledger}: {summary.line()}")
    return 1 if summary.refused else 0


def _take(result: Result, batch: _Batch, show: Counter) -> None:
    if isinstance(result, Reading):
        batch.add(result)
    elif isinstance(result, Known):
        batch.summary.known += 1
    elif isinstance(result, InputError):
        batch.summary.refused += 1
        complain(str(result))
    show(batch.summary.line())


class _Batch:
    """Readings that wait to be written together; what `summary` counts as read has been written."""

    def __init__(self, store: Ledger, summary: Summary, least: float) -> None:
        self.summary = summary
        self._least = least
        self._store = store
        self._entries: list[Entry] = []
        self._since = time.monotonic()

    def add(self, reading: Reading) -> None:
        """Take a reading, and write all that wait where it is time."""
        claims = [claim for claim in reading.claims if claim.is_as_sure_as(self._least)]
        self._entries.append(Entry(reading.document, claims, reading.fingerprint))
        if len(self._entries) >= _DOCUMENTS or time.monotonic() - self._since > _SECONDS:
            self.write()

    def write(self) -> None:
        """Write all that wait, in one transaction."""
        entries, self._entries = self._entries, []
        if entries:
            added = self._store.add_many(entries)
            self.summary.read += added.documents
            self.summary.claims += added.claims
            self.summary.known += added.known
            self.summary.refused += len(added.refused)
            for error in added.refused:
                complain(str(error))
        self._since = time.monotonic()
