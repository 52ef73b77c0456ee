"""Registers of claims of our own."""

import itertools

import pytest

from tawatur.model import Claim, Document, Period, Section
from tawatur.packs import load, names
from tawatur.registers import register

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def knowledge():
    return load(names())


@pytest.fixture(scope="session")
def claim():
    """Return what makes a claim; `when` is a year, or the two ends of a period."""
    return _claim


@pytest.fixture(scope="session")
def document():
    """Return what makes a document without words."""
    return _document


def _claim(measure, low, high=None, *, when=None, **fields):
    period = Period(f"{when}-01-01", f"{when}-12-31") if isinstance(when, int) else when and Period(*when)
    number = next(_NUMBERS)
    given = {
        "id": f"c{number}", "doc": "a", "start": 0, "end": 2, "quote_start": 0, "quote_end": 2, "quote": f"{low}",
        "number": f"{low}", "unit": "person", "low": low, "high": low if high is None else high, "when": period,
    }  # fmt: skip
    return Claim(measure=measure, **{**given, **fields})


def _document(name="a", *, date="2020-03-02", publisher="وكالة النخلة", sections=1):
    parts = tuple(Section(number=number, date=date, publisher=publisher) for number in range(sections))
    return Document(id=name, text="", date=date, publisher=publisher, sections=parts)


@pytest.fixture(scope="session")
def shown(knowledge):
    """Return what makes a view of a register: by its name, of claims and documents."""

    def build(name, claims, documents=None, view=None):
        found = documents or [_document(doc) for doc in sorted({claim.doc for claim in claims})]
        views = register(knowledge.registers[name], claims, found, knowledge).views
        return next(one for one in views if view is None or one.key == view)

    return build
