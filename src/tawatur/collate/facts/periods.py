"""Periods as days: which are one, which lie inside which."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from tawatur.collate.facts.relations import Relation
from tawatur.model import Period

#: Two long periods are one where they share this much of what they cover together (`the past six months`).
_ONE_PERIOD = 0.75
#: Two short ones may differ by a day: `yesterday`, `on the night of`.
_SHORT = 3
#: A day in a month is the month's event told vaguely; a half in a year is another tally.
_VAGUER = 4.0
#: From about a month on a count is a tally, and its place the tally's scope.
_TALLY_DAYS = 27


#: Rules by which a time is read as the text states it; any other may have been resolved wrongly.
STATED_RULES = frozenset({None, "", "stated"})
#: Rules by which a time is named, if not in full; any other counts back from the report.
TOLD_RULES = STATED_RULES | {"range", "fraction", "latest", "part", "weekday"}
#: Rules by which a single day is named.
NAMED_DAYS = frozenset({"weekday", "stated", "latest"})
#: The rule of a time told by its length alone: `within a month`.
WITHIN = "distance within"


class Days(NamedTuple):
    """Ordinals of the first and the last day, both inclusive; None is an open end."""

    start: int | None
    end: int | None

    @property
    def length(self) -> int | None:
        """The number of days; None where an end is open."""
        return None if self.start is None or self.end is None else self.end - self.start + 1


@lru_cache(maxsize=65_536)
def ordinal(day: str | None) -> int | None:
    """Return the proleptic ordinal of an ISO day; None for none, or for what is no day."""
    if day is None:
        return None
    try:
        return dt.date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def days(period: Period | None) -> Days | None:
    """Return a claim's `when` as ordinals; None where it is unstated."""
    if period is None:
        return None
    start, end = ordinal(period.start), ordinal(period.end)
    return None if start is None and end is None else Days(start, end)


@lru_cache(maxsize=262_144)
def compare_days(one: Days | None, other: Days | None) -> Relation:
    """Return how two periods stand to each other; an open end is unknown."""
    if one is None or other is None:
        return Relation.UNKNOWN
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return _compare_open(one, other)
    shared = min(one.end, other.end) - max(one.start, other.start) + 1
    lengths = (one.end - one.start + 1, other.end - other.start + 1)
    if max(lengths) <= _SHORT and abs(one.start - other.start) <= 1 and abs(one.end - other.end) <= 1:
        return Relation.SAME
    if shared <= 0:
        return Relation.APART
    if shared >= _ONE_PERIOD * (sum(lengths) - shared):
        return Relation.SAME
    if shared == lengths[0]:
        return Relation.WITHIN
    return Relation.HOLDS if shared == lengths[1] else Relation.OVERLAPS


def _compare_open(one: Days, other: Days) -> Relation:
    if one.start is not None and one.start == other.start:
        return Relation.SAME if one.end == other.end else Relation.UNKNOWN
    if one.end is not None and other.start is not None and one.end < other.start:
        return Relation.APART
    if other.end is not None and one.start is not None and other.end < one.start:
        return Relation.APART
    return Relation.UNKNOWN


def is_vaguer(one: Days | None, other: Days | None) -> bool:
    """Tell whether one of two periods is only a vaguer name for the other's time: a month for a day in it."""
    if one is None or other is None or not compare_days(one, other).nested:
        return False
    lengths = [span.length or 1 for span in (one, other)]
    if max(lengths) > _VAGUER * min(lengths):
        return True
    return _is_third_of_month(max((one, other), key=lambda span: span.length or 1))


def _is_third_of_month(span: Days) -> bool:
    """Tell whether a period is the beginning, the middle or the end of a month, as `أواخر يناير` is read."""
    if span.start is None or span.end is None:
        return False
    first, last, after = (dt.date.fromordinal(day) for day in (span.start, span.end, span.end + 1))
    if (first.year, first.month) != (last.year, last.month):
        return False
    return (first.day, last.day) in {(1, 10), (11, 20)} or (first.day, after.day) == (21, 1)


def is_tally(span: Days | None) -> bool:
    """Tell whether a period is long enough for what it counts to be a tally of many events."""
    return span is not None and span.length is not None and span.length >= _TALLY_DAYS


def start_apart(one: Days | None, other: Days | None) -> bool:
    """Tell whether two tallies are counted since another month, though they share most of their time.

    Since a year is only vaguer than since a day in it.
    """
    if (
        one is None
        or other is None
        or one.start is None
        or other.start is None
        or not (is_tally(one) and is_tally(other))
    ):
        return False
    first, last = sorted(dt.date.fromordinal(span.start or 1) for span in (one, other))
    vaguer = first.year == last.year and (first.month, first.day) == (1, 1)
    return not vaguer and (last - first).days >= _TALLY_DAYS


def is_event(span: Days | None) -> bool:
    """Tell whether a period is short enough for what it counts to be one event."""
    return span is not None and span.length is not None and span.length <= _SHORT


#: Periods of about one length: their longest, each with the days of a cell in which they are held against each other.
_LENGTHS = ((4, 7), (10, 28), (20, 56), (45, 112), (75, 224), (130, 448), (250, 896), (500, 1792))
_LONGEST_CELL = 7300


def cell(span: Days) -> tuple[int, int]:
    """Return the cell of a period: what is the same period lies in it, unless a cell's edge runs between the two.

    Cells keep what is compared near in time, so that a report touches what is told of its own days alone.
    """
    length = span.length
    start = span.start if span.start is not None else span.end or 0
    if length is None:
        return len(_LENGTHS) + 1, start
    for at, (longest, days_of) in enumerate(_LENGTHS):
        if length <= longest:
            return at, start // days_of
    return len(_LENGTHS), start // _LONGEST_CELL


def iso(day: int) -> str:
    """Return an ordinal as an ISO date."""
    return dt.date.fromordinal(day).isoformat()
