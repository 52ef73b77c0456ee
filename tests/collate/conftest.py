"""Claims and reports in few words, for tests of collation."""

import itertools

import msgspec
import pytest

from tawatur import packs
from tawatur.collate import collate
from tawatur.model import Claim, Period, Report

SLOTS = ("of", "by", "where", "when")


@pytest.fixture(scope="session")
def knowledge():
    return packs.load()


@pytest.fixture
def claim():
    """Make a claim: `claim("a", "killed", 12, of="daesh", where=("Raqqa, SY",), when="2024-05")`."""
    counter = itertools.count(1)

    def make(doc, measure, low, *, high=..., when=None, source=(), at=None, quote=None, **slots):
        number = next(counter)
        start = 1000 + 40 * number if at is None else at
        words = quote or f"{low} {measure}"
        period = None if when is None else period_of(when)
        slots.setdefault("unit", "person")
        return Claim(
            id=f"{doc}-{number}",
            doc=doc,
            start=start,
            end=start + len(str(low)),
            quote_start=start,
            quote_end=start + len(words),
            quote=words,
            number=str(low),
            measure=measure,
            low=low,
            high=low if high is ... else high,
            when=period,
            source=tuple(source),
            **slots,
        )

    return make


@pytest.fixture
def report():
    """Make a report whose body is words of its own, so that it copies no other."""

    def make(doc, *, date="2024-06-01", publisher=None, text=None, section=0):
        body = " ".join(f"كلمة{doc}{number}" for number in range(60)) if text is None else text
        return Report(doc=doc, section=section, text=body, date=date, publisher=publisher or f"صحيفة {doc}")

    return make


@pytest.fixture
def found(claim, report, knowledge):
    """Collate reports of a day, each a text and its figures: (words that begin with the number, measure, slots).

    The slots that a figure's `loose` names, or `loose` of all figures, stand in another sentence; with `speakers` the
    source is named in the figure's own; `dates` are the reports' own, and so is `publisher`,
    where they have one.
    """

    def make(*reports, loose=(), dates=(), speakers=False, publisher=None):
        claims, given = [], []
        for at, (text, *figures) in enumerate(reports):
            doc = "abcdef"[at]
            body = f"عنوان طويل.\n{text}\n{' '.join(f'كلمة{doc}{number}' for number in range(60))}"
            for words, measure, slots in figures:
                start, number = body.index(words), words.split()[0]
                carried = {*loose, *slots.get("loose", ())}
                stated = {name: value for name, value in slots.items() if name != "loose"}
                told = {"source.0": ((start - 1, start),)} if speakers else {}
                spans = told | {name: ((0, 5) if name in carried else (start, start + len(words)),) for name in SLOTS}
                one = claim(doc, measure, int(number), at=start, quote=words, extractor="test 1", spans=spans, **stated)
                claims.append(msgspec.structs.replace(one, end=start + len(number)))
            given.append(report(doc, text=body, date=dates[at] if dates else "2024-06-01", publisher=publisher))
        return collate(claims, given, knowledge)

    return make


def period_of(when):
    if isinstance(when, tuple):
        return Period(start=when[0], end=when[1])
    if len(when) == 4:
        return Period(start=f"{when}-01-01", end=f"{when}-12-31")
    if len(when) == 7:
        last = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}.get(when[5:], "31")
        return Period(start=f"{when}-01", end=f"{when}-{last}")
    return Period(start=when, end=when)
