"""The ledger that a command works on: the user's, or one of files, for as long as the command runs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur.cli import files
from tawatur.cli.material import from_files
from tawatur.client import open_ledger
from tawatur.ledger import Entry, Ledger
from tawatur.model import Claim


def over_claims(
    work: Callable[[Ledger], None],
    ledger: str,
    paths: tuple[str, ...],
    coded: str | None,
    packs: tuple[str, ...],
    jobs: int,
) -> int:
    """Do a command's work on the ledger, or on a passing one of the reports in `paths`; return its exit status."""
    if not paths:
        with open_ledger(ledger, read_only=True) as store:
            work(store)
        return 0
    with _passing_ledger(paths, coded, packs, jobs) as (store, refused):
        work(store)
    return 1 if refused else 0


@contextmanager
def _passing_ledger(
    paths: tuple[str, ...], coded: str | None, packs: tuple[str, ...], jobs: int
) -> Iterator[tuple[Ledger, int]]:
    """Give a ledger of the reports in `paths` that is gone when the block ends, and how many inputs were refused.

    Its claims are those of the file `coded`, or what extraction finds where that is None.
    """
    material = from_files(paths, packs=packs, jobs=jobs, extracting=coded is None)
    claims = material.claims if coded is None else files.load(Claim, coded)
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.doc, []).append(claim)
    with tempfile.TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "passing.db")) as store:
        store.add_many(Entry(document, by_document.get(document.id, ())) for document in material.documents.values())
        yield store, material.refused
