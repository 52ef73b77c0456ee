"""What the tests of the service share."""

import pytest
from fastapi.routing import APIRoute, iter_route_contexts

from ledger_stores import STORES
from tawatur.model import Claim, Document, Part, Period, Section, identify

#: Marks what is run on both databases; all else has to do with neither, and is run on SQLite.
both_stores = pytest.mark.parametrize("store", STORES, indirect=True)

PASSWORD = "a long passphrase"
ROLES = {"rima": "reader", "huda": "reviewer", "amal": "admin"}


def routes(app):
    """Yield (method, address) of every endpoint."""
    for context in iter_route_contexts(app.routes):
        if isinstance(context.original_route, APIRoute):
            for method in sorted(context.methods):
                yield method, context.path_format


TEXT = "مقتل 12 مسلحا\nقالت قيادة العمليات إن 12 مسلحا قتلوا وأوقف نحو 30 في ريف حلب."


def document(name="a", **changes):
    section = Section(
        title="مقتل 12 مسلحا",
        date="2020-03-02",
        publisher="وكالة النخلة",
        parts=(Part(0, 13, "title"), Part(14, len(TEXT), "body")),
    )
    fields = {"id": name, "text": TEXT, "title": "مقتل 12 مسلحا", "date": "2020-03-02", "publisher": "وكالة النخلة"}
    return Document(**{**fields, "sections": (section,), **changes})


def claims(doc="a"):
    shared = {"doc": doc, "unit": "person", "when": Period("2020-03-01", "2020-03-02"), "where": ("Aleppo, SY",)}
    killed = Claim(
        start=5, end=7, quote_start=0, quote_end=13, quote="مقتل 12 مسلحا", number="12", measure="killed", low=12, high=12,
        of="daesh", by="operations_command", source=("operations_command",), **shared,
    )  # fmt: skip
    detained = Claim(
        start=56, end=62, quote_start=51, quote_end=62, quote="وأوقف نحو 30", number="نحو 30", measure="detained",
        low=30, high=30, bound="about", **shared,
    )  # fmt: skip
    return [identify(claim) for claim in (killed, detained)]
