"""Feasts and days of note that fall on a fixed day of a calendar: `عيد الفطر`, `يوم عرفة`, `رأس السنة`.

A feast is read where something makes a time of its name: a preposition, `أيام`, a part of day, a year, a direction;
`صلاة عيد الفطر`, `تهنئة بعيد الفطر` name it only.
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.arabic.times.forms import CalendarUnit, Date, Feast, Found
from tawatur.arabic.times.hijri import year_of_month
from tawatur.arabic.times.points import read_year
from tawatur.arabic.times.words import FeastDay, Words


def read_feast(words: Words, at: int, *, introduced: bool) -> Found | None:
    """Read a feast, with the year or direction behind it; `introduced` says that something before makes it a time."""
    sense = words.sense(at, "feast")
    if sense is None:
        return None
    feast: FeastDay = sense.value
    after = sense.next
    blessing = words.sense(after, "blessing")
    after = after if blessing is None else blessing.next
    date = Date(month=feast.month, day=feast.day, hijri=feast.hijri)
    dated = _dated(words, after, date)
    if dated is not None:
        date, after = dated
    elif not introduced and sense.preposition != "ل" and {words.kind(at - 1), words.kind(after)} != {"break"}:
        return None
    return Found(Feast(date, feast.length), at, after, sense.prefix)


def _dated(words: Words, at: int, date: Date) -> tuple[Date, int] | None:
    """Return a feast's date with the year or direction that stands behind it, and the token behind that."""
    direction = words.sense(at, "direction")
    if direction is not None and direction.article and not direction.prefix and direction.value != "told":
        heading = "past" if direction.value == "latest" else direction.value
        return replace(date, direction=heading), direction.next
    tail = read_year(words, at, bare=True, hijri=date.hijri)
    if tail is None:
        return None
    if tail.within is not None:
        return (replace(date, within=tail.within), tail.next) if isinstance(tail.within, CalendarUnit) else None
    if tail.year is None:
        return None
    if date.hijri == tail.hijri:
        return replace(date, year=tail.year), tail.next
    year = year_of_month(tail.year, date.month or 1) if date.hijri else None
    return None if year is None else (replace(date, year=year), tail.next)
