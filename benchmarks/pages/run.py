"""How long the server takes for each page, with a large ledger: median and 95th percentile, in milliseconds.

usage: python benchmarks/pages/run.py LEDGER [--rounds N] [--skip PAGE ...]

LEDGER is any ledger; `benchmarks/ledger` makes one of a million claims. Pages are asked for one after the other, from
this machine, over HTTP on loopback; what is measured is from the request to the last byte. Half of the rounds are in
Arabic, half in English; reports, claims and findings are drawn anew for each round. The first round warms what the
server keeps in memory, and is not counted.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

import httpx

from tawatur.client import open_ledger
from tawatur.ledger import FindingQuery, Ledger

SERVE = "from tawatur.cli.main import main; main()"
SEED = 1


def main() -> None:
    """Serve the ledger, ask for pages, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--skip", action="append", default=[], help="a page that is not asked for")
    given = parser.parse_args()
    with open_ledger(given.ledger, read_only=True) as ledger:
        counts = ledger.counts()
        rounds = [
            [one for one in _addresses(ledger, random.Random(SEED + at)) if one[0] not in given.skip]
            for at in range(given.rounds)
        ]
    print(f"{counts.documents:,} documents, {counts.claims:,} claims\n")
    command = [sys.executable, "-c", SERVE, "serve", "--read-only", "--port", "0", "--ledger", given.ledger]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            base = re.search(r"http://[^/]+", server.stdout.readline())
            assert base is not None
            _print(_measured(base[0], rounds))
        finally:
            server.terminate()


def _addresses(ledger: Ledger, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (page, address without its language) of one round."""
    most = ledger.counts().claims
    newest = ledger.claims_page(limit=min(500, max(most, 1)), order="newest").items
    findings = ledger.findings_page(limit=500).items
    statements = ledger.findings_page(FindingQuery(kinds=("statement",)), limit=100).items
    yield "home", ""
    yield "search, words", f"search?q={chance.choice(['قتلى', 'حلب', 'داعش', 'صاروخ'])}"
    yield "search, fields", f"search?measure={chance.choice(['killed', 'wounded', 'displaced'])}&where=SY"
    yield "search, a number", f"search?q={chance.choice([12, 30, 153, 700])}"
    yield "search, reports", f"search?kind=reports&q={chance.choice(['قتلى', 'حلب', 'نازحين'])}"
    yield "findings", "findings"
    yield "review", "review"
    yield "map", "map"
    yield "map, narrowed", "map?measure=killed"
    yield "series", f"series?measure={chance.choice(['strength', 'killed'])}&of=daesh"
    yield "register, table", "registers/operations"
    yield "register, series", "registers/strength"
    if newest:
        claim = chance.choice(newest)
        yield "report", f"reports/{claim.doc}"
        yield "claim", f"claims/{claim.id}"
    if findings:
        yield "finding", f"findings/{chance.choice(findings).id}"
    if statements:
        yield "statement", f"statements/{chance.choice(statements).id}"


def _measured(base: str, rounds: list[list[tuple[str, str]]]) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = defaultdict(list)
    with httpx.Client(base_url=base, timeout=300) as client:
        for at, addresses in enumerate(rounds):
            for page, address in addresses:
                began = time.perf_counter()
                answer = client.get(f"/{('ar', 'en')[at % 2]}/{address}")
                seconds = time.perf_counter() - began
                assert answer.status_code == 200, (answer.status_code, address)
                if at:
                    taken[page].append(1000 * seconds)
    return taken


def _print(taken: dict[str, list[float]]) -> None:
    print("| page | median | p95 |\n| --- | --- | --- |")
    for page, times in taken.items():
        ninety_fifth = sorted(times)[max(0, round(0.95 * len(times)) - 1)]
        print(f"| {page} | {statistics.median(times):.0f} | {ninety_fifth:.0f} |")


if __name__ == "__main__":
    main()
