"""Signatures: datelines, bylines and credits, told by the names of agencies and outlets and by their shape."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur.arabic import fold, stems
from tawatur.intake.dates import Stated, beside_day, stated_day
from tawatur.intake.lines import Line
from tawatur.intake.tables import rows
from tawatur.packs import Knowledge

_SEPARATOR = re.compile(r"\s*[|/–—\\]\s*|(?<=\s)ـ+(?=\s)|\s+-+\s*|\s*-+\s+|\s*--\s*|\s*[()\[\]]\s*")
_BAR = re.compile(r"[|/–—\\-]|(?<=\s)ـ+(?=\s)")
_QUOTES = re.compile(r"[\"'«»“”„‹›*•{}:،,.]+")
# Where a dateline that opens a paragraph may end: `:` and `--` surely, a single dash perhaps.
_STOP = re.compile(
    r"(?P<sure>(?::(?=\s)|-{2,}|—)[\s–—-]*)|(?P<dash>\s*–[\s–-]*|\s*/\s+|\s+ـ+\s+|\s+-[\s–-]*|\s*-\s[\s–-]*)"
)
_SENTENCE_END = re.compile(r"[؟!\n]|\.\s")
_COMMA = re.compile(r"\s*[،,+]\s*")
_BRACKETED = re.compile(r"^\s*\([^()]{3,50}\)\.?\s*$")
_SIGNED_END = re.compile(r"\(([^()]{2,40})\)\s*$")
_PARTS = re.compile(r"\s*[-–/،,]\s*")
_LONGEST_SEGMENT = 4
_MOST_SEGMENTS = 5
_LONGEST_LINE = 14
#: The words of a name, and of a dateline in which no known name or place stands.
_NAME_WORDS = 3
_UNSIGNED_WORDS = 7
_EDGES = "\"'()[]:،.|"
_REACH = 90


class Names:
    """The names that sign: agencies, the outlets that the packs know, the record's own publisher; and places."""

    def __init__(self, knowledge: Knowledge, publisher: str | None) -> None:
        outlets, self._places, self._acts = _known(knowledge)
        self._outlets = (
            outlets if publisher is None else {**outlets, _key(publisher): publisher, _bare(publisher): publisher}
        )

    def sign(self, segment: str) -> bool:
        """Tell whether a segment of a line is the name of an outlet or an agency, or stands in its place."""
        return _key(segment) in _agencies() or self.outlet(segment) is not None

    def place(self, segment: str) -> bool:
        """Tell whether a segment is a place's name."""
        return _key(segment) in self._places

    def tells(self, line: Line) -> bool:
        """Tell whether a short line speaks of what happened, or of what was said, by its verb: then it is no name."""
        return any(
            stem.text in self._acts or stem.text.removesuffix("ت") in self._acts
            for word in line.view.split()
            for stem in stems(word.strip(_EDGES))
        )

    def outlet(self, segment: str) -> str | None:
        """Return the outlet that a segment names, as it is known, or None."""
        return self._outlets.get(_key(segment)) or self._outlets.get(_bare(segment))


@lru_cache(maxsize=8)
def _known(knowledge: Knowledge) -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Return the outlets by their names' keys, the keys of places, the first words of what tells an act or a saying."""
    places = frozenset(_key(name) for place in knowledge.places.values() for name in place.ar)
    outlets: dict[str, str] = {}
    for outlet in knowledge.outlets:
        for name in (*outlet.ar, outlet.en):
            outlets.setdefault(_key(name), outlet.ar[0])
            if _bare(name) not in places:  # `تلفزيون سوريا` does not make an outlet of Syria
                outlets.setdefault(_bare(name), outlet.ar[0])
    told = (
        form
        for trigger in knowledge.triggers
        for form in (trigger.lemma, trigger.present, trigger.passive)
        if form is not None and trigger.kind in {"verb", "masdar"}
    )
    said = (
        form
        for attribution in knowledge.attributions
        for form in (attribution.lemma, attribution.present)
        if form is not None and attribution.kind == "verb"
    )
    return outlets, places, frozenset(fold(form).split()[0] for form in (*told, *said) if form.strip())


def generic(name: str) -> bool:
    """Tell whether a credit names nobody: `وكالات`."""
    return _agencies().get(_key(name)) == "yes"


def dateline(line: Line, names: Names, *, surely: bool = False) -> bool:
    """Tell whether a line is a dateline: two or more short segments with bars or dashes between, no number.

    `surely`: one of them must be a name that signs or a place, as above a headline that is still to come.
    """
    if line.words > _LONGEST_LINE or line.closed or line.digits or names.tells(line):
        return False
    found = segments(line.text)
    if not _BAR.search(line.text):
        return len(found) == 2 and line.text.rstrip().endswith(")") and names.place(found[0])
    if len(found) < 2 or any(len(segment.split()) > _LONGEST_SEGMENT for segment in found):
        return False
    if any(names.sign(segment) or names.place(segment) for segment in found):
        return True
    if surely:
        return False
    plain = not _QUOTES.search(line.text) and all(len(segment.split()) <= _NAME_WORDS for segment in found)
    return plain and line.words <= _UNSIGNED_WORDS


def signed(line: Line, names: Names) -> bool:
    """Tell whether a line is nothing but names that sign: `(أ ف ب)`, `فرانس24/ رويترز`."""
    if line.words > 10:
        return False
    found = [name for segment in segments(line.text) for name in _COMMA.split(segment) if name]
    if _BRACKETED.match(line.text) and len(found) > 1:
        return any(names.sign(name) for name in found)
    return bool(found) and all(names.sign(name) for name in found)


def pictured(line: Line, names: Names) -> bool:
    """Tell whether a short line is a picture's caption by the name that it ends with in brackets: `… (أ ف ب)`.

    Not where it holds a digit: news items are signed like that too, and theirs are claims.
    """
    match = _SIGNED_END.search(line.text)
    if match is None or not line.heading or line.digits:
        return False
    return any(names.sign(name) for name in _PARTS.split(match[1]))


def byline(line: Line, names: Names) -> bool:
    """Tell whether a line may be an author's name: two to four words of letters, none of them an act's."""
    words = line.text.strip(" |•*-–").split()
    if not 2 <= len(words) <= _LONGEST_SEGMENT or not line.heading:
        return False
    return all(word.strip("،.").isalpha() for word in words) and not names.tells(line)


def dated_dateline(line: Line, names: Names) -> Stated | None:
    """Return the day of a line that holds a day and beside it places and names that sign, and nothing else.

    `الرياض 20 رجب 1442 هـ الموافق 04 مارس 2021 م واس`.
    """
    if not line.digits or line.closed:
        return None
    rests = beside_day(line)
    if rests is None:
        return None
    day, *words = rests
    found = [segment for part in words for segment in segments(part)]
    named = [names.sign(segment) or names.place(segment) for segment in found]
    return Stated(day, alone=True) if named and all(named) else None


class Opening(NamedTuple):
    """How many characters at a line's beginning are its dateline, and the day that it states."""

    length: int
    day: str | None = None


def inline_dateline(line: Line, names: Names) -> Opening:
    """Return the dateline that opens a paragraph, of length 0 for none: `بغداد – واع:`, `بغداد (16 تموز 2024) -`.

    One of its segments must be a name that signs, followed by nothing but places; or a place and a colon end it; or it
    holds a day beside the names. So no sentence loses its beginning.
    """
    opening = line.text[:_REACH]
    best = Opening(0)
    for stop in _STOP.finditer(opening):
        before = opening[: stop.start()]
        found = segments(before)
        short = all(len(segment.split()) <= _LONGEST_SEGMENT for segment in found)
        if not found or not short or len(found) > _MOST_SEGMENTS or _SENTENCE_END.search(before):
            break
        days = [day for segment in found if (day := _day_alone(segment)) is not None]
        named = [segment for segment in found if _day_alone(segment) is None]
        if any(letter.isdigit() for segment in named if not names.sign(segment) for letter in segment):
            break
        if named and _opens(named, names, dated=bool(days), colon=stop.group().startswith(":")):
            best = Opening(stop.end(), days[0] if days else None)
        if stop["sure"] is not None:
            break
    return best


def _opens(named: list[str], names: Names, *, dated: bool, colon: bool) -> bool:
    """Tell whether the segments of an opening, days left out, make a dateline."""
    if dated or (colon and names.place(named[-1])):
        return True
    signing = [rank for rank, segment in enumerate(named) if names.sign(segment)]
    return bool(signing) and all(names.place(segment) for segment in named[signing[-1] + 1 :])


def _day_alone(segment: str) -> str | None:
    stated = stated_day(Line(segment, 0, len(segment)))
    return stated.day if stated is not None and stated.alone else None


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
