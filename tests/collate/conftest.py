"""Claims and reports in few words, for tests of collation."""

import itertools

import pytest

from tawatur import packs
from tawatur.model import Claim, Period, Report


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


def period_of(when):
    if isinstance(when, tuple):
        return Period(start=when[0], end=when[1])
    if len(when) == 4:
        return Period(start=f"{when}-01-01", end=f"{when}-12-31")
    if len(when) == 7:
        last = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}.get(when[5:], "31")
        return Period(start=f"{when}-01", end=f"{when}-{last}")
    return Period(start=when, end=when)
