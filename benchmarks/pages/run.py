"""How long the server takes for each page, with a large ledger: median and 95th percentile, in milliseconds.

usage: python benchmarks/pages/run.py LEDGER [--rounds N] [--only PART] [--skip PART ...]

LEDGER is any ledger; `benchmarks/ledger` makes one of a million claims, `collated.py` beside this gives it findings.
Pages are asked for one after the other, from this machine, over HTTP on loopback; what is measured is from the request
to the last byte, and beside it the processor time that the server's threads took for it, which other work on the
machine changes less (on Linux). Half of the rounds are in Arabic, half in English; what is asked for is drawn anew for
each round from what stands in the ledger. The first round warms what the server keeps in memory, and is shown in a
column of its own.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode

import httpx

from tawatur.client import open_ledger
from tawatur.ledger import Facet, FindingQuery, Ledger
from tawatur.packs import load

SERVE = "from tawatur.cli.main import main; main()"
SEED = 1
WORDS = ("قتلى", "حلب", "داعش", "صاروخ")
#: The fields of the search page, each with the facet that its values are drawn from.
FIELDS: dict[str, Facet] = {
    "measure": "measure", "of": "of", "by": "by", "source": "source", "where": "country", "outlet": "publisher",
    "modality": "modality",
}  # fmt: skip


def machine() -> str:
    """Return what the benchmark runs on."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def main() -> None:
    """Serve the ledger, ask for pages, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--only", default="", help="ask for pages alone whose names have this in them")
    parser.add_argument("--skip", action="append", default=[], help="ask for no page whose name has this in it")
    given = parser.parse_args()
    with open_ledger(given.ledger, read_only=True) as ledger:
        counts = ledger.counts()
        drawn = _Drawn(ledger)
        rounds = [
            [
                one
                for one in drawn.addresses(random.Random(SEED + at))
                if given.only in one.page and not any(part in one.page for part in given.skip)
            ]
            for at in range(given.rounds)
        ]
    print(f"{machine()}, load {os.getloadavg()[0]:.1f}")
    print(f"{counts.documents:,} documents, {counts.claims:,} claims; {given.rounds} rounds\n")
    command = [sys.executable, "-c", SERVE, "serve", "--read-only", "--port", "0", "--ledger", given.ledger]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            base = re.search(r"http://[^/]+", server.stdout.readline())
            assert base is not None
            _print(_measured(base[0], server.pid, rounds))
        finally:
            server.terminate()


class Asked(NamedTuple):
    """A page of some kind, and its address without its language."""

    page: str
    address: str


class _Drawn:
    """What a ledger holds, to draw pages from: the most frequent values of each facet, its newest claims, findings."""

    def __init__(self, ledger: Ledger) -> None:
        self._facets = ledger.facets(most=12).counts
        self._claims = ledger.claims_page(limit=500, order="newest").items
        self._figures = [claim for claim in self._claims if isinstance(claim.low, int)]
        self._days = [claim.when.start for claim in self._claims if claim.when and claim.when.start]
        self._findings = ledger.findings_page(limit=500).items
        self._statements = ledger.findings_page(FindingQuery(kinds=("statement",)), limit=500).items
        self._registers = list(load().registers)

    def addresses(self, chance: random.Random) -> Iterator[Asked]:
        """Yield the pages of one round."""
        yield Asked("home", "")
        for words in WORDS:
            yield Asked("search, a word", f"search?q={words}")
        yield Asked("search, two words", f"search?q={' '.join(chance.sample(WORDS, 2))}")
        yield Asked("search, a number", f"search?q={chance.choice(self._figures).low if self._figures else 12}")
        for name, facet in FIELDS.items():
            if value := self._value(facet, chance):
                yield Asked(f"search, {name}", f"search?{urlencode({name: value})}")
        two = {"measure": self._value("measure", chance), "where": self._value("country", chance)}
        yield Asked("search, measure and where", f"search?{urlencode(two)}")
        of_and_where = {"of": self._value("of", chance), "where": two["where"]}
        yield Asked("search, of and where", f"search?{urlencode(of_and_where)}")
        for order in ("date", "value", "confidence"):
            yield Asked(
                f"search, measure by {order}", f"search?{urlencode({'measure': two['measure'], 'order': order})}"
            )
        yield Asked("search, reports", f"search?kind=reports&q={chance.choice(WORDS)}")
        yield Asked("search, statements", "search?kind=statements")
        yield Asked("search, findings of a measure", f"search?kind=findings&{urlencode({'measure': two['measure']})}")
        yield Asked("findings", "findings")
        yield Asked("review", "review")
        yield Asked("map", "map")
        yield Asked("map, a measure", f"map?{urlencode({'measure': two['measure']})}")
        yield Asked("map, a party", f"map?{urlencode({'of': self._value('of', chance)})}")
        quantity = {"measure": self._value("measure", chance), "of": self._value("of", chance)}
        yield Asked("series", f"series?{urlencode(quantity)}")
        yield Asked("series, in a country", f"series?{urlencode({**two, 'measure': 'killed'})}")
        for name in self._registers:
            yield Asked(f"register {name}", f"registers/{name}")
        for name in ("attacks", "operations"):
            asked = {"where": two["where"], **_month(chance.choice(self._days) if self._days else "2018-03-01")}
            yield Asked("register, a month in a country", f"registers/{name}?{urlencode(asked)}")
        if self._claims:
            claim = chance.choice(self._claims)
            yield Asked("report", f"reports/{quote(claim.doc, safe='')}")
            yield Asked("claim", f"claims/{quote(claim.id, safe='')}")
        if self._findings:
            yield Asked("finding", f"findings/{chance.choice(self._findings).id}")
        if self._statements:
            statement = chance.choice(self._statements)
            yield Asked("statement", f"statements/{statement.id}")
            yield Asked("claim of a statement", f"claims/{quote(chance.choice(statement.claims).id, safe='')}")

    def _value(self, facet: Facet, chance: random.Random) -> str:
        return chance.choice(list(self._facets[facet])) if self._facets[facet] else ""


def _month(day: str) -> dict[str, str]:
    return {"start": f"{day[:7]}-01", "end": f"{day[:7]}-28"}


class Taken(NamedTuple):
    """The milliseconds that requests for one kind of page took: until the answer was there, and of the processor."""

    first: list[float]
    waited: list[float]
    worked: list[float]


def _measured(base: str, server: int, rounds: list[list[Asked]]) -> dict[str, Taken]:
    taken: dict[str, Taken] = defaultdict(lambda: Taken([], [], []))
    with httpx.Client(base_url=base, timeout=300) as client:
        for at, asked in enumerate(rounds):
            for page, address in asked:
                before, began = _worked(server), time.perf_counter()
                answer = client.get(f"/{('ar', 'en')[at % 2]}/{address}")
                waited, worked = 1000 * (time.perf_counter() - began), _worked(server) - before
                assert answer.status_code == 200, (answer.status_code, address)
                if at:
                    taken[page].waited.append(waited)
                    taken[page].worked.append(worked)
                else:
                    taken[page].first.append(waited)
    return taken


def _worked(process: int) -> float:
    """Return the milliseconds of the processor that a process' threads have had; 0 where the system doesn't tell."""
    told = [path.read_text() for path in Path(f"/proc/{process}/task").glob("*/schedstat")]
    return sum(int(one.split()[0]) for one in told) / 1e6


def _print(taken: dict[str, Taken]) -> None:
    print("| page | p50 | p95 | longest | processor: p50 | p95 | the first |\n|" + " --- |" * 7)
    for page, one in taken.items():
        if one.waited:
            first = max(one.first, default=0.0)
            print(f"| {page} |{_row([*_quantiles(one.waited), max(one.waited), *_quantiles(one.worked), first])}")
    waited = [time for one in taken.values() for time in one.waited]
    worked = [time for one in taken.values() for time in one.worked]
    print(f"| all |{_row([*_quantiles(waited), max(waited), *_quantiles(worked)])}  |")


def _row(times: list[float]) -> str:
    return "".join(f" {time:.0f} |" for time in times)


def _quantiles(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), _at(times, 0.95)


def _at(times: list[float], share: float) -> float:
    return sorted(times)[max(0, round(share * len(times)) - 1)]


if __name__ == "__main__":
    main()
