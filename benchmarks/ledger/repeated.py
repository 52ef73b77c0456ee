"""As many claims as are wanted, made from real reports by repetition with other numbers, days and names of documents.

Every run of digits in a report is replaced by another of the same length, so that all offsets stay; its date, and the
periods of its claims, move by the same number of days.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from tawatur.extract import extract
from tawatur.intake import read
from tawatur.ledger import Entry
from tawatur.model import Claim, Document, InputError, Period, digest, identify
from tawatur.packs import Knowledge

_DIGITS = re.compile("[0-9]+")
#: How far dates move, in days.
_SPAN = 3 * 365


def rich_reports(path: Path, knowledge: Knowledge, *, least: int, wanted: int) -> Iterator[Entry]:
    """Yield the first `wanted` documents of `path` with at least `least` claims."""
    found = 0
    for document in read([str(path)], knowledge=knowledge):
        if isinstance(document, InputError):
            continue
        claims = extract(document, knowledge)
        if len(claims) >= least:
            yield Entry(document, claims)
            found += 1
            if found == wanted:
                return


def repeated(base: Sequence[Entry], claims: int) -> Iterator[Entry]:
    """Yield documents with `claims` claims in all or a few more."""
    rng = random.Random(20)
    made = number = 0
    while made < claims:
        entry = _other(base[number % len(base)], number, rng)
        made += len(entry.claims)
        number += 1
        yield entry


def _other(entry: Entry, number: int, rng: random.Random) -> Entry:
    def digits(match: re.Match[str]) -> str:
        return str(rng.randint(10 ** (len(match[0]) - 1), 10 ** len(match[0]) - 1))

    days = dt.timedelta(rng.randint(-_SPAN, _SPAN))
    name = f"{entry.document.id}-{number}"
    text = _DIGITS.sub(digits, entry.document.text)
    document = msgspec.structs.replace(
        entry.document,
        id=name,
        url=f"https://repeated.example/{name}",  # of its own: no version of the other's page
        text=text,
        date=_moved(entry.document.date, days),
        sections=tuple(
            msgspec.structs.replace(section, date=_moved(section.date, days)) for section in entry.document.sections
        ),
    )
    return Entry(document, [_claim(claim, document, days) for claim in entry.claims], digest(name, length=32))


def _claim(claim: Claim, document: Document, days: dt.timedelta) -> Claim:
    printed = document.text[claim.start : claim.end]
    value = int(printed) if _DIGITS.fullmatch(printed) else None
    when = claim.when and Period(_moved(claim.when.start, days), _moved(claim.when.end, days))
    return identify(
        msgspec.structs.replace(
            claim,
            id="",
            doc=document.id,
            quote=document.text[claim.quote_start : claim.quote_end],
            number=printed,
            low=claim.low if value is None or isinstance(claim.low, str) else value,
            high=claim.high if value is None or isinstance(claim.high, str) else value,
            when=when,
        )
    )


def _moved(day: str | None, days: dt.timedelta) -> str | None:
    if day is None:
        return None
    try:
        return (dt.date.fromisoformat(day) + days).isoformat()
    except ValueError:
        return day
