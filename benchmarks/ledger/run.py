"""Ask a ledger of a million claims, in SQLite and in PostgreSQL: how long a first page takes, beside counting them all.

usage: python benchmarks/ledger/run.py [--claims N] [--reports PATH] [--draws N] [--stores sqlite,postgresql]
       [--keep FOLDER]

The claims are made from real reports by repetition with other numbers (`repeated.py`); PostgreSQL is a server of its
own, from the wheel that the tests use, with its default settings. With `--keep` the ledgers stay in a folder, and are
asked there again the next time instead of being filled anew. Prints a row for each kind of question: the median and the
95th percentile of its time, and of `SELECT count(*)` with the same filter, in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from filling import Place, filled_before, open_filled, place
from questions import questions
from repeated import rich_reports

from tawatur.ledger import Entry
from tawatur.packs import Knowledge, load

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared")


def main() -> None:
    """Fill both ledgers, ask them, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--reports", type=Path, default=SHARED / "corpus", help="a file or folder of reports")
    parser.add_argument("--base", type=int, default=200, help="how many reports are repeated")
    parser.add_argument("--least", type=int, default=10, help="claims that each of them has at least")
    parser.add_argument("--draws", type=int, default=40, help="questions of each kind")
    parser.add_argument("--stores", default="sqlite,postgresql")
    parser.add_argument("--keep", type=Path, help="a folder for the ledgers, to be asked again")
    options = parser.parse_args()
    knowledge = load()
    stores = options.stores.split(",")
    base: list[Entry] | None = None
    if any(
        options.keep is None or filled_before(options.keep / f"{one}.json", options.claims) is None for one in stores
    ):
        base = list(rich_reports(options.reports, knowledge, least=options.least, wanted=options.base))
        print(f"{len(base)} reports repeated", flush=True)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores", flush=True)
    for store in stores:
        with place(store, options.keep) as at:
            _measure(store, at, base, knowledge, options.claims, options.draws)


def _measure(store: str, at: Place, base: list[Entry] | None, knowledge: Knowledge, claims: int, draws: int) -> None:
    ledger, filled, counts = open_filled(at, base, claims)
    print(
        f"\n{store}: {counts.claims:,} claims of {counts.documents:,} documents; filled in {filled.seconds:,.0f} s, "
        f"{counts.claims / filled.seconds:,.0f} claims a second",
        flush=True,
    )
    times: dict[str, list[float]] = defaultdict(list)
    counted: dict[str, list[float]] = defaultdict(list)
    with ledger:
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
