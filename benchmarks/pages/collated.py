"""Give a large ledger reports whose findings are known, so that pages of findings and statements have what to show.

usage: python benchmarks/pages/collated.py LEDGER [--sets N]

Adds the demonstration's reports N times, each time of other days, and collates each set by itself: what standing upkeep
comes to where the sets have nothing to do with each other, without the hours that a million claims take. The ledger is
changed: copy it first.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tawatur import demo
from tawatur.client import open_ledger
from tawatur.collate import Collation
from tawatur.extract import extract
from tawatur.intake import read
from tawatur.ledger import Entry, Ledger
from tawatur.model import Document, reports
from tawatur.packs import Knowledge, load

#: Days between two sets.
APART = 31


def main() -> None:
    """Add the sets, and say what they came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("--sets", type=int, default=50)
    given = parser.parse_args()
    knowledge = load()
    bundled = str(Path(demo.__file__).with_name("reports.jsonl"))
    base = [one for one in read([bundled], knowledge=knowledge) if isinstance(one, Document)]
    with open_ledger(given.ledger) as ledger:
        found = sum(_collated(ledger, knowledge, _entries(base, number, knowledge)) for number in range(given.sets))
        ledger.settle()
    print(f"{given.sets} sets of {len(base)} reports, {found:,} findings")


def _entries(base: Sequence[Document], number: int, knowledge: Knowledge) -> list[Entry]:
    days = dt.timedelta(-APART * number)
    moved = [
        msgspec.structs.replace(
            one,
            id=f"{one.id}-{number}",
            url=None if one.url is None else f"{one.url}?{number}",  # no version of the other sets' pages
            date=_moved(one.date, days),
            sections=tuple(
                msgspec.structs.replace(section, date=_moved(section.date, days)) for section in one.sections
            ),
        )
        for one in base
    ]
    return [Entry(one, extract(one, knowledge)) for one in moved]


def _moved(day: str | None, days: dt.timedelta) -> str | None:
    return None if day is None else (dt.date.fromisoformat(day) + days).isoformat()


def _collated(ledger: Ledger, knowledge: Knowledge, entries: Sequence[Entry]) -> int:
    """Add a set and its findings; return how many these are."""
    ledger.add_many(entries)
    with ledger.collating() as store:
        documents, claims, known = store.read(store.numbers_of([entry.document.id for entry in entries]))
        collation = Collation(claims, [report for one in documents for report in reports(one)], knowledge)
        store.set_clusters(_numbered(collation.grounds.clusters(), known))
        store.publish([(one.finding, one.bucket) for one in collation.located], known)
        return len(collation.located)


def _numbered(clusters: Sequence[frozenset[str]], known: dict[str, int]) -> list[set[int]]:
    return [{known[doc] for doc in members} for members in clusters]


if __name__ == "__main__":
    main()
