"""Claims of our own to export: ordinary ones, and what nobody wants in a spreadsheet."""

import pytest

from tawatur.export import Account, export, items
from tawatur.model import Claim, Document, Period, Place, Section
from tawatur.packs import load, names

TEXT = "أعلنت القيادة المركزية الأميركية مقتل 37 مسلحا من تنظيم داعش في حلب، بينهم القيادي أبو حازم."
ALEPPO = Place(name="Aleppo, SY", id="SY-HL", latitude=36.2, longitude=37.16)


@pytest.fixture(scope="session")
def knowledge():
    return load(names())


def _claim(measure="killed", low=37, **fields):
    given = {
        "id": "n1-1", "doc": "n1", "start": 39, "end": 41, "quote_start": 33, "quote_end": 60,
        "quote": TEXT[33:60], "number": "37", "low": low, "high": low, "unit": "person", "of": "daesh",
        "by": "centcom", "where": ("Aleppo, SY",), "places": (ALEPPO,), "when": Period("2024-03-02", "2024-03-02"),
        "source": ("centcom", "afp"),
    }  # fmt: skip
    return Claim(measure=measure, **{**given, **fields})


def _document(name="n1", **fields):
    given = {"date": "2024-03-03", "publisher": "وكالة النخلة", "title": "مقتل 37 مسلحا"}
    section = Section(**{**given, **{key: value for key, value in fields.items() if key in given}})
    return Document(id=name, text=TEXT, url=fields.get("url", f"https://nakhla.example/{name}"), sections=(section,))


@pytest.fixture(scope="session")
def claim():
    return _claim


@pytest.fixture(scope="session")
def document():
    return _document


@pytest.fixture(scope="session")
def exported(knowledge):
    """Return what writes claims in a format: the bytes, or with `account` what became of them as well."""

    def write(form, claims, documents=None, *, account=None):
        counts = account if account is not None else Account()
        found = items(claims, [_document()] if documents is None else documents)
        return b"".join(export(form, found, knowledge, counts))

    return write


@pytest.fixture(scope="session")
def hostile():
    """Claims and documents whose texts attack whoever opens the file."""
    words = [
        '=HYPERLINK("http://evil.example","x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "\t=1+1", "\r=1+1", "＝1+1",
        "\u200e=1+1", "abc\u202egnirts\u202c", "ا\u2067ب", "a\x00b\x07c", "سطر\nوسطر", 'a"b;c,d', "<script>alert(1)</script>",
        "x" * 40_000, "../../etc/passwd", "'; DROP TABLE claims; --",
    ]  # fmt: skip
    claims = [
        _claim(id=f"{word}-{at}", doc=f"d{at}", quote=word, number=word, of=word, by=word, note=word, source=(word,))
        for at, word in enumerate(words)
    ]
    documents = [_document(f"d{at}", title=word, publisher=word, url=word) for at, word in enumerate(words)]
    return claims, documents
