"""Slips of place, time and measure, to be planted in one report of a statement (tools/plant_slips.py plants them).

The place of a figure gives way to another of its country and kind, wherever the report names it. Of the words of a time
one part becomes another: a weekday, a day, a month, a year, a length. The word that tells what befell those counted
becomes another of its form (`مقتل`, `إصابة`). Where the words of a time or a measure stand is taken from what was read.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from tawatur.model import Claim
from tawatur.packs import Knowledge
from tawatur.packs.rows import PlaceEntry
from tawatur.packs.where import parse

_TOWNS = frozenset({"city", "town", "village", "camp"})
_FAR = 60.0
_WELL_KNOWN = 40
_PREFIXES = r"(?<!\w)(?P<before>[وف]?[بك]?)"
_VOWELS = re.compile("[\u064b-\u0652]")

_MONTHS = (
    ("يناير", "كانون الثاني", "جانفي"), ("فبراير", "شباط", "فيفري"), ("مارس", "آذار"), ("أبريل", "نيسان", "أفريل"),
    ("مايو", "أيار", "ماي"), ("يونيو", "حزيران", "جوان"), ("يوليو", "تموز", "جويلية"), ("أغسطس", "آب", "أوت"),
    ("سبتمبر", "أيلول"), ("أكتوبر", "تشرين الأول"), ("نوفمبر", "تشرين الثاني"), ("ديسمبر", "كانون الأول"),
)  # fmt: skip
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_LENGTHS = ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")

#: Words of a measure, each with one of another measure in its form.
_MEASURES = {
    ("killed", "wounded"): (
        "مقتل:إصابة قتل:أصيب قتلوا:أصيبوا قتلى:جرحى قتيلا:جريحا قتيل:جريح القتلى:الجرحى استشهاد:إصابة استشهد:أصيب"
    ),
    ("killed", "detained"): "قتلت:اعتقلت",
    ("wounded", "killed"): "إصابة:مقتل أصيب:قتل أصيبوا:قتلوا جرحى:قتلى جريحا:قتيلا جرح:قتل جريح:قتيل مصابا:قتيلا",
    ("attacks", "operations"): "هجوما:عملية هجوم:عملية هجمات:عمليات الهجمات:العمليات",
    ("operations", "attacks"): "عملية:هجوما عمليات:هجمات مهمة:هجوما",
    ("airstrikes", "operations"): "غارة:عملية غارات:عمليات",
    ("detained", "killed"): "اعتقال:مقتل اعتقلت:قتلت اعتقل:قتل توقيف:قتل أوقف:قتل أوقفت:قتلت",
    ("displaced", "returned"): "نزوح:عودة نزح:عاد نازح:عائد نزحوا:عادوا",
    ("returned", "displaced"): "عودة:نزوح عاد:نزح",
    ("destroyed", "seized"): "تدمير:ضبط دمرت:ضبطت دمر:ضبط",
    ("seized", "destroyed"): "ضبط:تدمير ضبطت:دمرت مصادرة:تدمير",
    ("abducted", "killed"): "اختطاف:مقتل خطف:قتل",
    ("surrendered", "killed"): "استسلم:قتل",
    ("released", "detained"): "سراح:احتجاز",
    ("neutralized", "wounded"): "تحييد:إصابة",
}


class Edit(NamedTuple):
    """Words of a text, by their offsets, and what stands in their place."""

    start: int
    end: int
    put: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with its edits made."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.put + text[edit.end :]
    return text


def shifted(claim: Claim, edits: Iterable[Edit]) -> Claim:
    """Return a coded claim where it stands after the edits."""

    def after(offset: int) -> int:
        return offset + sum(len(edit.put) - (edit.end - edit.start) for edit in edits if edit.end <= offset)

    names = ("start", "end", "quote_start", "quote_end")
    return replace(claim, **{name: after(getattr(claim, name)) for name in names})


def other_place(place: str, texts: Iterable[str], knowledge: Knowledge, draw: random.Random) -> PlaceEntry | None:
    """Return another place of a place's country and kind, far from it and named in none of some texts."""
    own = knowledge.place_of(place)
    if own is None or parse(place).side or own.kind not in {*_TOWNS, "admin1", "admin2"}:
        return None
    kinds = _TOWNS if own.kind in _TOWNS else {own.kind}
    whole = "\n".join(texts)
    fitting = [
        one
        for one in knowledge.places.values()
        if one.country == own.country and one.kind in kinds and one.id != own.id and one.ar
        if one.ar[0] not in one.ambiguous and not any(name.removeprefix("ال") in whole for name in one.ar)
        if (apart := own.kilometres_to(one)) is not None and apart > _FAR and knowledge.place_of(one.label) is one
    ]
    fitting.sort(key=lambda one: (-(one.population or 0), one.id))
    return draw.choice(fitting[:_WELL_KNOWN]) if fitting else None


def place_edits(text: str, own: PlaceEntry, other: PlaceEntry) -> list[Edit]:
    """Return the edits that put one place's name for another's wherever a text has it."""
    put, bare = other.ar[0], other.ar[0].removeprefix("ال")
    edits: dict[int, Edit] = {}
    for name in sorted(own.ar, key=len, reverse=True):
        pattern = rf"{_PREFIXES}(?:{re.escape(name)}|(?P<to>لل?){re.escape(name.removeprefix('ال'))})(?!\w)"
        for match in re.finditer(pattern, text):
            to = "" if match["to"] is None else "لل" if put != bare else "ل"
            new = Edit(match.start(), match.end(), match["before"] + (to + bare if to else put))
            if not any(one.start < new.end and new.start < one.end for one in edits.values()):
                edits[new.start] = new
    return list(edits.values())


def time_edits(text: str, read: Sequence[Claim], draw: random.Random) -> list[Edit]:
    """Return the edits that change one part of the time that some read claims have, in all words that tell it."""
    spans = sorted({span for claim in read for span in claim.spans.get("when", ())})
    ways = sorted({way for start, end in spans for way in _ways(text[start:end], draw)})
    if not ways:
        return []
    found: dict[int, Edit] = {}
    for old, new in draw.choice(ways):
        for start, end in spans:
            for match in re.finditer(rf"(?<!\d){re.escape(old)}(?!\d)", text[start:end]):
                edit = Edit(start + match.start(), start + match.end(), new)
                if not any(one.start < edit.end and edit.start < one.end for one in found.values()):
                    found[edit.start] = edit
    return list(found.values())


def _ways(words: str, draw: random.Random) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the ways in which the words of a time may be changed, each as words with what stands in their place."""
    for month, names in enumerate(_MONTHS):
        if any(re.search(rf"(?<![^\W_]){name}(?!\w)", words.replace("إبريل", "أبريل")) for name in names):
            other = month - draw.choice((1, 2)) if month > 1 else month + 1
            yield tuple((name, _MONTHS[other][min(at, len(_MONTHS[other]) - 1)]) for at, name in enumerate(names))
    for one in _WEEKDAYS:
        if one in words:
            yield ((one, draw.choice([day for day in _WEEKDAYS if day != one])),)
    for one in _LENGTHS:
        if re.search(rf"\b{one}\b", words):
            yield ((one, draw.choice([length for length in _LENGTHS if length != one])),)
    for one in re.findall(r"(?<!\d)20[0-2]\d(?!\d)", words):
        yield ((one, str(int(one) - 1)),)
    for one in re.findall(r"(?<![\d/-])[1-9]\d?(?= [^\W\d])", words):
        yield ((one, str((int(one) + draw.choice((4, 7, 9)) - 1) % 28 + 1)),)


def measure_edit(text: str, coded: Claim, read: Sequence[Claim]) -> tuple[Edit, str] | None:
    """Return the edit that swaps the word of a claim's measure, and the measure that it has then."""
    there = [one for one in read if one.start < coded.end and coded.start < one.end]
    places = [span for one in there for span in one.spans.get("measure", ())]
    for start, end in (*places, (coded.quote_start, coded.quote_end)):
        for match in re.finditer(r"\w[\w\u064b-\u0652]*", text[start:end]):
            bare = _VOWELS.sub("", match[0])
            before = "و" if bare.startswith("و") else ""
            for (measure, other), words in _MEASURES.items():
                swaps = dict(pair.split(":") for pair in words.split())
                if measure == coded.measure and bare.removeprefix(before) in swaps:
                    put = before + swaps[bare.removeprefix(before)]
                    return Edit(start + match.start(), start + match.end(), put), other
    return None


def told_by(edit: Edit, coded: Claim, read: Sequence[Claim]) -> bool:
    """Tell whether the words of an edit tell a coded claim's measure: its quote has them, or they were read for it."""
    there = [one for one in read if one.start < coded.end and coded.start < one.end]
    spans = [(coded.quote_start, coded.quote_end), *(span for one in there for span in one.spans.get("measure", ()))]
    return any(start <= edit.start and edit.end <= end for start, end in spans)
