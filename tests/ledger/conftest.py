"""Documents and claims for the ledger's tests; the text is ours."""

import pytest

from tawatur.model import Claim, Document, Part, Period, Place, Section, identify

TEXT = "مقتل 12 مسلحا\nقالت قيادة العمليات إن 12 مسلحا قتلوا وأوقف نحو 30 في ريف حلب."


def document(name="a", **changes):
    fields = {
        "id": name,
        "text": TEXT,
        "title": "مقتل 12 مسلحا",
        "date": "2020-03-02",
        "publisher": "وكالة النخلة",
        "url": f"https://nakhla.example/{name}",
        "metadata": {"language": "ar"},
        "origin": f"reports.jsonl: line {name}",
        "encoding": "utf-8",
        "repairs": ("mojibake",),
        "furniture": (Part(0, 0, "share"),),
        "sections": (
            Section(
                title="مقتل 12 مسلحا",
                date="2020-03-02",
                date_from="record",
                publisher="وكالة النخلة",
                publisher_from="record",
                parts=(Part(0, 13, "title"), Part(14, len(TEXT), "body")),
            ),
            Section(number=1, date="2019-01-05", publisher="صحيفة السدرة"),
        ),
    }
    return Document(**{**fields, **changes})


def claims(doc="a"):
    killed = Claim(
        doc=doc,
        start=5,
        end=7,
        quote_start=0,
        quote_end=13,
        quote="مقتل 12 مسلحا",
        number="12",
        measure="killed",
        low=12,
        high=12,
        unit="person",
        of="daesh+nusra",
        by="operations_command",
        where=("western Aleppo, SY", "IQ"),
        when=Period("2020-03-01", "2020-03-02"),
        source=("operations_command", "sana+وكالة النخلة"),
        places=(Place(name="western Aleppo, SY", id="170063", latitude=36.2, longitude=37.16),),
        spans={"of": ((8, 13),)},
    )
    detained = Claim(
        doc=doc,
        start=56,
        end=62,
        quote_start=51,
        quote_end=62,
        quote="وأوقف نحو 30",
        number="نحو 30",
        measure="detained",
        low=30,
        high=None,
        bound="about",
        unit="person",
        optional=True,
    )
    began = Claim(
        doc=doc,
        section=1,
        start=0,
        end=4,
        quote_start=0,
        quote_end=4,
        quote="مقتل",
        number="مقتل",
        measure="began",
        low="2014-09",
        high="2014-09",
        unit="date",
        when=Period("2014-09-01", None),
        modality="possible",
    )
    return [identify(claim) for claim in (killed, detained, began)]


@pytest.fixture
def make():
    """Return what makes a document and its claims, by the document's id."""
    return lambda name="a", **changes: (document(name, **changes), claims(name))
