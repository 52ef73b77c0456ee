"""Signatures: datelines, bylines and credits, told by the names of agencies and outlets and by their shape."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tawatur.arabic import fold
from tawatur.intake.lines import Line
from tawatur.intake.tables import rows
from tawatur.packs import Knowledge

_SEPARATOR = re.compile(r"\s*[|/–—\\]\s*|(?<=\s)ـ+(?=\s)|\s+-+\s*|\s*-+\s+|\s*--\s*|\s*[()\[\]]\s*")
_BAR = re.compile(r"[|/–—\\-]|(?<=\s)ـ+(?=\s)")
_QUOTES = re.compile(r"[\"'«»“”„‹›*•{}:،,.]+")
# Where a dateline that opens a paragraph may end: `:` and `--` surely, a single dash perhaps.
_STOP = re.compile(r"(?P<sure>(?::(?=\s)|-{2,}|—)[\s–—-]*)|(?P<dash>\s*–[\s–-]*|\s+ـ+\s+|\s+-[\s–-]*|\s*-\s[\s–-]*)")
_SENTENCE_END = re.compile(r"[؟!\n]|\.\s")
_LONGEST_SEGMENT = 4
_REACH = 90


class Names:
    """The names that sign: agencies, the outlets that the packs know, the record's own publisher; and places."""

    def __init__(self, knowledge: Knowledge, publisher: str | None) -> None:
        outlets, self._places = _known(knowledge)
        self._outlets = outlets if publisher is None else {**outlets, _bare(publisher): publisher}

    def sign(self, segment: str) -> bool:
        """Tell whether a segment of a line is the name of an outlet or an agency, or stands in its place."""
        key = _key(segment)
        return key in _agencies() or _bare(segment) in self._outlets

    def place(self, segment: str) -> bool:
        """Tell whether a segment is a place's name."""
        return _key(segment) in self._places

    def outlet(self, segment: str) -> str | None:
        """Return the outlet that a segment names, as it is known, or None."""
        return self._outlets.get(_bare(segment))


@lru_cache(maxsize=8)
def _known(knowledge: Knowledge) -> tuple[dict[str, str], frozenset[str]]:
    outlets = {_bare(name): outlet.ar[0] for outlet in knowledge.outlets for name in (*outlet.ar, outlet.en)}
    places = frozenset(_key(name) for place in knowledge.places.values() for name in place.ar)
    return outlets, places


def generic(name: str) -> bool:
    """Tell whether a credit names nobody: `وكالات`."""
    return _agencies().get(_key(name)) == "yes"


def dateline(line: Line, names: Names, *, surely: bool = False) -> bool:
    """Tell whether a line is a dateline: two or more short segments with bars or dashes between, no number.

    `surely`: one of them must be a name that signs or a place, as above a headline that is still to come.
    """
    if line.words > 14 or line.closed or line.digits or not _BAR.search(line.text):
        return False
    found = segments(line.text)
    if len(found) < 2 or any(len(segment.split()) > _LONGEST_SEGMENT for segment in found):
        return False
    if surely and not any(names.sign(segment) or names.place(segment) for segment in found):
        return False
    return line.words <= 7 or len(found) > 2 or any(names.sign(segment) for segment in found)


def signed(line: Line, names: Names) -> bool:
    """Tell whether a line is nothing but names that sign: `(أ ف ب)`, `فرانس24/ رويترز`."""
    if line.words > 10:
        return False
    found = segments(line.text)
    return bool(found) and all(names.sign(segment) for segment in found)


def byline(line: Line) -> bool:
    """Tell whether a line may be an author's name: two to four words of letters, nothing else."""
    words = line.text.strip(" |•*-–").split()
    return 2 <= len(words) <= 4 and line.heading and all(word.strip("،.").isalpha() for word in words)


def inline_dateline(line: Line, names: Names) -> int:
    """Return how many characters at the line's beginning are its dateline, 0 for none: `بغداد – واع:`.

    One of its segments must be a name that signs, and what follows that name a place; or a place and a colon end it.
    So no sentence loses its beginning.
    """
    opening = line.text[:_REACH]
    end = 0
    for stop in _STOP.finditer(opening):
        before = opening[: stop.start()]
        found = segments(before)
        if _SENTENCE_END.search(before) or any(letter.isdigit() for letter in before if not before.startswith("فرانس")):
            break
        if len(found) > 5 or any(len(segment.split()) > _LONGEST_SEGMENT for segment in found):
            break
        if stop.group().startswith(":") and found and names.place(found[-1]):
            return stop.end()
        signing = [rank for rank, segment in enumerate(found) if names.sign(segment)]
        if signing and all(names.place(segment) for segment in found[signing[-1] + 1 :]):
            end = stop.end()
        if stop["sure"] is not None:
            break
    return end


def segments(text: str) -> list[str]:
    """Return the segments of a line between bars, dashes and brackets."""
    return [
        segment for segment in (part.strip() for part in _SEPARATOR.split(text)) if _QUOTES.sub("", segment).strip()
    ]


@cache
def _agencies() -> dict[str, str]:
    return {_key(row["name"]): row["generic"] for row in rows("agencies.tsv")}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(fold(row["kind"]) for row in rows("outlet_kinds.tsv"))


def _key(name: str) -> str:
    return " ".join(_QUOTES.sub(" ", fold(name[:80]).lower()).split())


def _bare(name: str) -> str:
    """Return an outlet's name without the word that says what it is: `وكالة الميناء` is `الميناء`."""
    key = _key(name)
    first, _, rest = key.partition(" ")
    return rest if rest and first in _kinds() else key
