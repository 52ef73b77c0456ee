"""Languages: whether a section is in Arabic, told by its script and by the letters that Arabic does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]+")
# Letters of Persian, Urdu, Kurdish, Pashto and Uyghur. The Persian yeh and kaf and the
# two-eyed heh are left out: Arabic pages print them too.
_FOREIGN = re.compile(
    "[\u067e\u0686\u0698\u06af\u06c6\u06ce\u0695\u06b5\u06d5\u0679\u0688\u0691\u06ba\u06d2\u06d0\u067c]"
)
_CODE = re.compile("[a-z]{2,3}")
_LETTER = re.compile(r"[^\W\d_]+")
# What ISO 8859-6 has besides Arabic letters: marks, signs and tatweel.
_NO_LETTERS = bytes(byte for byte in range(256) if not (0xC1 <= byte <= 0xDA or 0xE1 <= byte <= 0xEA))
_SAMPLE = 20_000
_ARABIC_SHARE = 0.5
# A page that quotes a Persian name has few such letters; a Persian page has one in thirty or more.
_FOREIGN_SHARE = 0.02


def language(passages: Iterable[str], declared: str | None = None) -> str:
    """Return `ar` where most of the passages' first letters are Arabic, few its neighbours' own.

    Else the language that the page declares, if it declares another one (ISO 639-1), else `other`.
    """
    other = declared if declared is not None and declared != "ar" and _CODE.fullmatch(declared) else "other"
    sample = " ".join(passages)[:_SAMPLE]
    if 2 * _least_arabic(sample) > len(sample) and _FOREIGN.search(sample) is None:
        return "ar"  # as nearly all
    arabic, foreign = _length(_ARABIC, sample), len(_FOREIGN.findall(sample))
    if not arabic:
        return other
    # letters are no more than characters, which need no search
    if arabic < _ARABIC_SHARE * len(sample) and arabic < _ARABIC_SHARE * _length(_LETTER, sample):
        return other
    return other if foreign > _FOREIGN_SHARE * arabic else "ar"


def _least_arabic(text: str) -> int:
    """Return how many of a text's characters are plain Arabic letters: in one byte each, they are counted at once."""
    return len(text.encode("iso-8859-6", "ignore").translate(None, _NO_LETTERS))


def _length(runs: re.Pattern[str], text: str) -> int:
    """Return how many characters of a text lie in such runs."""
    return sum(map(len, runs.findall(text)))
