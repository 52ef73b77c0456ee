"""The bundled specimen reports, read into a ledger that is thrown away afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from tawatur.cli.reading import read_all
from tawatur.cli.workers import Reading
from tawatur.client import open_ledger
from tawatur.ledger import Entry
from tawatur.model import InputError


@contextmanager
def specimen_ledger(packs: tuple[str, ...], jobs: int) -> Iterator[str]:
    """Give the path of a ledger of the specimens with their claims; its findings are not made yet."""
    bundled = resources.files("tawatur.demo").joinpath("reports.jsonl")
    with tempfile.TemporaryDirectory() as folder, resources.as_file(bundled) as path:
        ledger = str(Path(folder) / "demo.db")
        with open_ledger(ledger) as store:
            store.add_many(_entries(str(path), packs, jobs))
        yield ledger


def _entries(path: str, packs: tuple[str, ...], jobs: int) -> list[Entry]:
    entries: list[Entry] = []
    for result in read_all([path], packs=packs, jobs=jobs):
        if isinstance(result, InputError):
            raise result
        if isinstance(result, Reading):
            entries.append(Entry(result.document, result.claims, result.fingerprint))
    return entries
