"""Reading: paths to documents with their claims, in input order, over as many processes as are wanted.

Memory is bounded by the records in flight, whatever the size of the input: at most `_AHEAD` batches a process.
"""

from __future__ import annotations

import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple

from tawatur.cli import workers
from tawatur.cli.workers import Reading
from tawatur.intake import Record, records
from tawatur.intake.sources import Position
from tawatur.intake.web.following import Web
from tawatur.model import InputError, digest

#: A batch ends with this many records, or this many characters.
_RECORDS = 16
_CHARACTERS = 100_000

#: Batches in flight for each process.
_AHEAD = 3


class Known(NamedTuple):
    """A record that was read before."""

    origin: str | None


Result = Reading | Known | InputError
Seen = Callable[[Sequence[str]], set[str]]


def fingerprint(record: Record) -> str:
    """Return a hash of a record as its input gives it, by which a later run knows it again before reading it."""
    fields = (record.doc, record.publisher, record.url, record.date, record.title, record.body)
    page = () if record.html is None else (record.html.hex(),)
    return digest(*(field and field.encode("utf-8", "surrogatepass").hex() for field in fields), *page, length=32)


def read_all(
    paths: Sequence[str],
    *,
    packs: tuple[str, ...],
    jobs: int,
    seen: Seen | None = None,
    mapping: Mapping[str, str] | None = None,
    web: Web | None = None,
    position: Position | None = None,
) -> Iterator[Result]:
    """Yield a reading of every record of `paths`, in order; an InputError for what can't be read.

    `seen` returns which of some fingerprints need no reading again; `mapping` gives the input's own names of fields.
    Addresses are fetched by `web`, and `position` is told how far reading has come. A small input is read in this
    process.
    """
    batches = _batches(records(paths, mapping, web=web, position=position))
    first = list(itertools.islice(batches, 2))
    if len(first) < 2 or jobs == 1:
        yield from _here(itertools.chain(first, batches), packs, seen)
    else:
        yield from _apart(itertools.chain(first, batches), packs, jobs, seen)


Batch = list[Record | InputError]
_Marked = list[tuple[str, Record] | Known | InputError]


def _batches(found: Iterator[Record | InputError]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for record in found:
        batch.append(record)
        size += len(record.body) + len(record.html or b"") if isinstance(record, Record) else 0
        if len(batch) >= _RECORDS or size >= _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _mark(batch: Batch, seen: Seen | None) -> _Marked:
    """Put its fingerprint beside each record, and `Known` in place of those read before."""
    prints = [fingerprint(record) if isinstance(record, Record) else "" for record in batch]
    known = seen([mark for mark in prints if mark]) if seen is not None else set()
    marked: _Marked = []
    for mark, record in zip(prints, batch, strict=True):
        if isinstance(record, InputError):
            marked.append(record)
        else:
            marked.append(Known(record.origin) if mark in known else (mark, record))
    return marked


def _here(batches: Iterator[Batch], packs: tuple[str, ...], seen: Seen | None) -> Iterator[Result]:
    workers.prepare(packs)
    for batch in batches:
        for item in _mark(batch, seen):
            if isinstance(item, Known | InputError):
                yield item
            else:
                mark, record = item
                yield workers.read(mark, record, packs)


def _apart(batches: Iterator[Batch], packs: tuple[str, ...], jobs: int, seen: Seen | None) -> Iterator[Result]:
    # Spawned, not forked: a forked process would share the ledger's connection and the progress line's thread.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=workers.start, initargs=(packs,))
    pending: deque[tuple[_Marked, Future[list[Reading | InputError]]]] = deque()
    try:
        for batch in batches:
            marked = _mark(batch, seen)
            pending.append((marked, pool.submit(workers.read_batch, _unread(marked), packs)))
            if len(pending) >= _AHEAD * jobs:
                yield from _merge(*pending.popleft())
        while pending:
            yield from _merge(*pending.popleft())
    except BrokenProcessPool as error:
        raise InputError(
            "a reading process was killed, perhaps for want of memory", remedy="try again with fewer --jobs"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _unread(marked: _Marked) -> list[tuple[str, Record]]:
    return [item for item in marked if not isinstance(item, Known | InputError)]


def _merge(marked: _Marked, future: Future[list[Reading | InputError]]) -> Iterator[Result]:
    """Put a batch's readings back among what needed none."""
    readings = iter(future.result())
    for item in marked:
        yield item if isinstance(item, Known | InputError) else next(readings)
