"""`tawatur read`: reports and their claims into the ledger, to be stopped and taken up again at any moment."""

from __future__ import annotations

import time

import click

from tawatur.cli import options
from tawatur.cli.messages import Counter, progress
from tawatur.cli.reading import Known, Result, read_all
from tawatur.cli.web import fetching
from tawatur.cli.wording import duration
from tawatur.cli.workers import Reading
from tawatur.cli.writing import Batch, Summary
from tawatur.client import open_ledger
from tawatur.client.own_pack import with_own_pack
from tawatur.intake.sources import Position
from tawatur.model import InputError


@click.command()
@options.some_paths
@options.mapping
@options.min_confidence
@options.ledger
@options.packs
@options.fetching
@options.jobs
def read(
    *,
    paths: tuple[str, ...],
    mapping: dict[str, str],
    least: float,
    ledger: str,
    packs: tuple[str, ...],
    fetch: bool,
    allow_loopback: bool,
    jobs: int,
) -> int:
    """Read reports into the ledger.

    PATH is a file, a folder or an archive of whatever reports come in (text, web pages, JSON, tables, PDF, Word, feeds,
    web archives), - for standard input, or with --fetch an address. What is in the ledger already is passed over, so
    that a run which was interrupted goes on where it stopped when it is started again. What can't be used is named on
    standard error, and the rest goes on; at the end, what was read is told, and what was not and why.

    \b
    Example:
      tawatur read reports/ archive.zip
      tawatur read --map text=story,date=printed table.xlsx
      tawatur read --fetch https://example.org/rss
      cat feed.jsonl | tawatur read --ledger feed.db -
    """  # noqa: D301
    summary = Summary()
    position = Position()
    with open_ledger(ledger) as store:
        batch = Batch(store, summary, least)
        with fetching(store, batch.capture, asked=fetch, loopback=allow_loopback) as web, progress("reading") as show:
            if show.shown:
                position.measure(paths)
            # Standard input can be named only once; a file is opened when its turn comes.
            results = read_all(
                paths,
                packs=with_own_pack(options.chosen(packs), store),
                jobs=jobs,
                seen=store.read_before,
                mapping=mapping,
                web=web,
                position=position,
            )
            pace = _Pace(position)
            done = False
            try:
                for result in results:
                    _take(result, batch)
                    pace.show(show, summary)
                done = True
            finally:
                # On Ctrl-C as well: what has been read is kept.
                batch.write(done=done)
                click.echo("\n".join((f"{ledger}: {summary.line()}", *summary.why())))
    return 1 if summary.refused else 0


def _take(result: Result, batch: Batch) -> None:
    if isinstance(result, Reading):
        batch.add(result)
    elif isinstance(result, Known):
        batch.summary.known += 1
    elif isinstance(result, InputError):
        batch.summary.refuse(result)


class _Pace:
    """How fast reading goes, and how long it will take still by the bytes that are left."""

    def __init__(self, position: Position) -> None:
        self._position = position
        self._begun = time.monotonic()
        self._results = 0

    def show(self, show: Counter, summary: Summary) -> None:
        """Show it behind what was done."""
        self._results += 1
        if not show.shown:
            return
        took = max(time.monotonic() - self._begun, 0.001)
        read, total = self._position.read, self._position.total
        pieces = [summary.line(), f"{self._results / took:,.0f} a second"]
        if 0 < read < total:
            pieces.append(f"{read / total:.0%}, {duration(took * (total - read) / read)} left")
        show("; ".join(pieces))
