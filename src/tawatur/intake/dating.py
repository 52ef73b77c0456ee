"""Dating: of all the days that a page and its record give, which is the day of the article, and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from tawatur.arabic import fold
from tawatur.intake.ages import day_by_age
from tawatur.intake.dates import day_in_url, day_of, stated_day
from tawatur.intake.labels import label_of
from tawatur.intake.lines import Line
from tawatur.intake.pages.declared import Declared
from tawatur.intake.pages.page import Apart
from tawatur.intake.pieces import Piece

Source = Literal["text", "time", "json-ld", "meta", "record", "age", "url"]

#: What a page prints of itself counts for more than what it declares, that for more than what others say of it; a
#: publication for more than an update. A record's date may be that of its collection, and a day above the headline
#: today's, printed on every page of the site.
_RANKS: dict[tuple[Source, bool], int] = {
    ("text", False): 0, ("time", False): 1, ("json-ld", False): 2, ("meta", False): 3, ("text", True): 5,
    ("time", True): 6, ("record", False): 7, ("age", False): 8, ("url", False): 9, ("json-ld", True): 10,
    ("meta", True): 11, ("age", True): 12,
}  # fmt: skip
_APART = 4
_LONGEST_LINE = 120
#: Before this year no page was published on the web: what declares such a day declares nothing.
_FIRST_YEAR = "1990"
_REASONS: dict[Source, str] = {
    "text": "printed with the article",
    "time": "the machine's form of what is printed with the article",
    "json-ld": "declared for the article",
    "meta": "declared for the page",
    "record": "given beside the page",
    "age": "counted back from the capture",
    "url": "stands in the address",
}
_FIGURES = re.compile(r"\d+")


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day that something gives for an article: where it stands, its words there, and what was made of it.

    `name` is the name under which a page declares it, `updated` tells that it is not the publication's, `apart` that it
    stands above the headline or outside the article's column. `verdict` says why it was chosen or not; it is `chosen`
    for one at most.
    """

    day: str
    source: Source
    words: str
    name: str | None = None
    updated: bool = False
    apart: bool = False
    chosen: bool = False
    verdict: str = ""


def declared_days(found: Declared) -> list[Day]:
    """Return the days that a page declares."""
    days: list[Day] = []
    for values, updated in ((found.published, False), (found.updated, True)):
        for value in values:
            day = day_of(value.words)
            if day is not None and day >= _FIRST_YEAR:
                source: Source = "json-ld" if value.source == "json-ld" else "meta"
                days.append(Day(day=day, source=source, words=value.words, name=value.name, updated=updated))
    return days


def record_days(date: str | None, url: str | None) -> list[Day]:
    """Return the days that a record's date field and its URL give."""
    days: list[Day] = []
    if (day := day_of(date)) is not None:
        days.append(Day(day=day, source="record", words=date or ""))
    if (day := day_in_url(url)) is not None:
        days.append(Day(day=day, source="url", words=url or ""))
    return days


def printed_days(article: Sequence[Piece], captured: str | None) -> list[Day]:
    """Return the days that an article's lines state."""
    title = next((at for at, piece in enumerate(article) if piece.kind == "title"), 0)
    days: list[Day] = []
    for at, piece in enumerate(article):
        source: Source | None = None
        day: str | None = None
        if piece.stated is not None:
            day, source = piece.stated.day, "text"
        elif piece.kind == "date" and piece.mark.stamp and (day := day_of(piece.mark.stamp)) is not None:
            source = "time"
        elif piece.kind in ("date", "other") and (day := day_by_age(piece.line.text, captured)) is not None:
            source = "age"
        if day is not None and source is not None:
            words = piece.line.text
            days.append(Day(day=day, source=source, words=words, updated=piece.role == "update", apart=at < title))
    return days


def days_apart(lines: Sequence[Apart]) -> list[Day]:
    """Return the days that a page prints outside its article's column; the lines are given from the last to the first.

    A word must say that the day is a publication's, or the line must be the last day above the headline, or an element
    must say that it is a time, the only one there.
    """
    days: list[Day] = []
    stamped: list[Day] = []
    nearest = True
    for words, stamp, above in lines:
        line = Line(words, 0, len(words))
        stated = stated_day(line) if line.digits and len(words) <= _LONGEST_LINE else None
        label = label_of(line) if stated is not None else None
        if stated is not None and label is not None and label.kind == "date":
            days.append(Day(day=stated.day, source="text", words=words, updated=label.role == "update", apart=True))
        elif stated is not None and stated.alone and above and nearest:
            nearest = False
            days.append(Day(day=stated.day, source="text", words=words, apart=True))
        elif stamp is not None and (day := day_of(stamp)) is not None:
            stamped.append(Day(day=day, source="time", words=words, apart=True))
    return days + (stamped if len({day.day for day in stamped}) == 1 else [])


def judge(days: Sequence[Day], latest: str | None) -> list[Day]:
    """Return the days, the chosen one first, each with why it was chosen or not.

    `latest` is the day on which the page was captured or read: what lies more than a day after it is no publication's.
    """
    bound = None if latest is None else (dt.date.fromisoformat(latest[:10]) + dt.timedelta(days=1)).isoformat()
    ranked = sorted(days, key=lambda day: (day.apart and _APART) or _RANKS[day.source, day.updated])
    good = [day for day in ranked if bound is None or day.day <= bound]
    first = _misread(good)
    judged = (
        [] if first is None else [_said(first, f"{_REASONS[first.source]}{', an update' * first.updated}", chosen=True)]
    )
    for day in ranked:
        if day is first:
            continue
        if day not in good:
            judged.append(_said(day, "lies after the page was captured"))
        elif first is not None and day.day == first.day:
            judged.append(_said(day, "the same day"))
        else:
            judged.append(_said(day, _weakness(day)))
    return judged


def _misread(days: Sequence[Day]) -> Day | None:
    """Return the first day; where it is read from figures and the page declares it month first, the declared one."""
    if not days:
        return None
    first = days[0]
    if first.source != "text" or len(_FIGURES.findall(fold(first.words))) < 3:
        return first
    year, month, day = first.day.split("-")
    turned = f"{year}-{day}-{month}"
    if any(other.day == first.day for other in days[1:]):
        return first
    return next((other for other in days[1:] if other.day == turned and other.source in ("json-ld", "meta")), first)


def _weakness(day: Day) -> str:
    if day.updated:
        return "an update, not the publication"
    if day.apart:
        return "stands apart from the article, perhaps today's"
    return f"another day; only {_REASONS[day.source]}"


def _said(day: Day, verdict: str, *, chosen: bool = False) -> Day:
    return msgspec.structs.replace(day, verdict=verdict, chosen=chosen)
