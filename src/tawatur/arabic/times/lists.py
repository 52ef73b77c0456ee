"""Times in a row: `عامي 2014 و2015`, `سبتمبر وأكتوبر`, `3-7 تموز`, `الشهرين الماضيين، سبتمبر وأكتوبر`.

Times that follow one upon the next are one period, others stay apart.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from tawatur.arabic.times import beginnings
from tawatur.arabic.times.counted import is_counted
from tawatur.arabic.times.forms import CalendarUnit, Date, Found, Range, RollingUnits
from tawatur.arabic.times.numerals import digits
from tawatur.arabic.times.periods import read_time, with_direction
from tawatur.arabic.times.points import read_day_number, read_month, read_month_year, read_year_alone
from tawatur.arabic.times.units import read_unit
from tawatur.arabic.times.words import Words

_YEARS, _HIJRI_YEARS = range(1900, 2101), range(1400, 1471)
_TO = frozenset({"-", "الي", "حتي"})
#: How many times one list holds at most: a bound on the work, not on the language.
_LONGEST = 24


class Introduced(NamedTuple):
    """A time, what its preposition makes of it, and whether that (`ahead`) or its clause (`hint`) points ahead.

    `near` says that something before it lies before it too, `قبل زيارته في 19 آذار`: it may be soon to come.
    """

    found: Found
    relation: str
    ahead: bool = False
    hint: bool = False
    near: bool = False


def ranged(start: Found, end: Found) -> Found:
    """Return the period from one time to another."""
    return Found(Range(start.form, end.form), start.first, end.next, start.prefix, (start, end))


def read_end(words: Words, at: int, before: Found | None = None, *, headed: bool = False) -> Found | None:
    """Read one end of a range: any time, a bare year, or, behind a date with a month, a bare day.

    `headed` says that `عامي` stands before the range, so that a number is a year whatever follows.
    """
    value = digits(words, at) if headed else None
    if value in _YEARS or value in _HIJRI_YEARS:
        return Found(Date(year=value, hijri=value in _HIJRI_YEARS), at, at + 1)
    found = read_time(words, at, introduced=True, bare=True)
    if found is not None:
        return found
    bare = before is not None and isinstance(before.form, Date) and before.form.day and not before.form.month
    if bare and before is not None and words.kind(before.first) == "digits":
        return _end_in_month(words, at)
    if before is not None and isinstance(before.form, Date) and before.form.day and before.form.month:
        value = digits(words, at, 2)
        if value is not None and 1 <= value <= 31:
            return Found(Date(day=value), at, at + 1)
    return None


def _end_in_month(words: Words, at: int) -> Found | None:
    """Read the second day of `من 4 إلى 22 هذا الشهر`, whose month is pointed at."""
    value = digits(words, at, 2)
    after = at + 1 + (words.word(at + 1) == "في")
    month = read_unit(words, after) if value is not None and 1 <= value <= 31 else None
    if month is None or not isinstance(month.form, CalendarUnit) or month.form.unit != "month":
        return None
    return Found(Date(day=value, within=month.form), at, month.next)


def read_start(words: Words, at: int, *, headed: bool = False) -> Found | None:
    """Read the first end of a range: any time, a bare year, or a bare day, whose month the second end tells."""
    if headed and (digits(words, at) in _YEARS or digits(words, at) in _HIJRI_YEARS):
        return read_end(words, at, headed=True)
    found = read_time(words, at, introduced=True, bare=True)
    if found is not None:
        return found
    number = read_day_number(words, at)
    return None if number is None else Found(Date(day=number.value), at, number.next, number.prefix)


def read_days(words: Words, at: int) -> list[Introduced]:
    """Read `3 و4 تموز`, `3-7 تموز`, `الثالث والرابع من تموز`: two days of one month."""
    first = read_day_number(words, at) if beginnings.RULES_AT[words.word(at)] & beginnings.DAY_NUMBER else None
    if first is None:
        return []
    sign = words.word(first.next)
    joined = sign[:1] == "و"
    if not joined and sign not in {"-", "الي", "حتي"}:
        return []
    second_at = first.next + (sign in {"و", "-", "الي", "حتي"})
    second = read_day_number(words, second_at)
    if second is None or words.word(second.next) in {"/", "-"} or words.kind(second_at) != words.kind(at):
        return []
    third_at = second.next + (words.word(second.next) == "و")
    third = read_day_number(words, third_at) if joined and words.word(second.next)[:1] == "و" else None
    if third is not None and second.value == first.value + 1 and third.value == second.value + 1:
        second_at, joined = third_at, False  # `12 و13 و14 شوال`
    end = read_time(words, second_at, introduced=False)
    if end is None or not isinstance(end.form, Date) or end.form.day is None or end.form.weekday is not None:
        return []
    if end.form.month is None and end.form.within is None:
        return []
    start = Found(Date(day=first.value), at, first.next, first.prefix)
    if joined and end.form.day != first.value + 1:
        return [Introduced(replace(start, form=replace(end.form, day=first.value)), "at"), Introduced(end, "at")]
    return [Introduced(ranged(start, end), "during")] if end.form.day > first.value else []


def read_days_behind(words: Words, at: int) -> list[Introduced]:
    """Read `تموز 13 - 15`, `يوليو 13 إلى 15`: the days of a month behind its name."""
    month = read_month(words, at)
    if month is None or month.hijri or month.company == "full" or words.word(month.next + 1) not in _TO:
        return []
    days = [digits(words, token, 2) for token in (month.next, month.next + 2)]
    after = month.next + 3
    if days[0] is None or days[1] is None or not 1 <= days[0] < days[1] <= 31 or is_counted(words, after - 1):
        return []
    if words.kind(after) == "word" and words.sense(after, "relation") is None:
        return []
    start, end = (Date(month=month.number, day=day) for day in days)
    parts = Found(start, at, month.next + 1, month.prefix), Found(end, month.next + 2, after)
    return [Introduced(replace(ranged(*parts), prefix=month.prefix), "during")]


def read_list(words: Words, at: int, relation: str) -> list[Introduced]:
    """Read `عامي 2014 و2015`, `شهري يوليو وأغسطس`, `يومي الجمعة والسبت`, `يومي 3 و4 تموز`."""
    if not beginnings.RULES_AT[words.word(at)] & beginnings.LIST_HEAD:
        return []
    head = next(sense for sense in words.senses(at, "unit") if sense.value.number in {"construct", "dual"})
    items: list[Found] = []
    start = head.next
    years = head.value.name == "year"
    first = read_start(words, start, headed=years)
    if first is None or not _is_item(first, head.value.name):
        return []
    items.append(first)
    for _ in range(_LONGEST):
        following = _next_item(words, items[-1], head.value.name)
        if following is None:
            break
        items.append(following)
    if len(items) < 2:
        return []
    if len(items) == 2 and words.word(items[0].next) in _TO:  # `أعوام 2014 - 2017`
        return [Introduced(replace(ranged(*items), first=at, prefix=head.prefix), "during")]
    return gathered(items, at, head.prefix, relation)


def _is_item(found: Found, unit: str) -> bool:
    form = found.form
    if not isinstance(form, Date):
        return False
    if unit == "year":
        return form.year is not None and form.month is None
    if unit == "month":
        return form.month is not None and form.day is None
    return unit == "day" and (form.day is not None or form.weekday is not None)


def _next_item(words: Words, before: Found, unit: str) -> Found | None:
    at = before.next
    if words.word(at) in {"و", "،", "-", "/"}:
        at += 1
        at += words.word(at) == "و"
    elif words.word(at) not in {"الي", "حتي"} and words.word(at)[:1] != "و":
        return None
    found = read_end(words, at, before, headed=unit == "year") or (read_start(words, at) if unit == "day" else None)
    return found if found is not None and _is_item(found, unit) else None


def gathered(items: list[Found], at: int, prefix: int, relation: str) -> list[Introduced]:
    """Return one period where each item is the next after the one before, else the items one by one."""
    items = _shared_year(items)
    if all(_is_next(one, two) for one, two in pairwise(items)):
        found = Found(Range(items[0].form, items[-1].form), at, items[-1].next, prefix, (items[0], items[-1]))
        return [Introduced(found, "during")]
    return [Introduced(item, relation) for item in items]


def _shared_year(items: list[Found]) -> list[Found]:
    """Give the earlier items the month, year or direction that only the last one states."""
    last = items[-1].form
    if not isinstance(last, Date):
        return items
    shared = []
    for item in items:
        form = item.form
        if isinstance(form, Date) and form.year is None and form.within is None and form.direction is None:
            month = last.month if form.month is None and form.day is not None else form.month
            year = last.year if (month or 13) <= (last.month or 0) or form.month is None else None
            if form.weekday is None or form.day is not None:
                form = replace(
                    form, month=month, year=year, within=last.within, direction=last.direction, hijri=last.hijri
                )
        shared.append(replace(item, form=form))
    return shared


def _is_next(one: Found, two: Found) -> bool:
    first, second = one.form, two.form
    if not (isinstance(first, Date) and isinstance(second, Date)):
        return False
    if first.day is not None and second.day is not None:
        return second.day == first.day + 1 or (second.day == 1 and first.day >= 28)
    if first.month is not None and second.month is not None:
        return second.month == first.month % 12 + 1
    if first.year is not None and second.year is not None:
        return second.year == first.year + 1
    if first.weekday is not None and second.weekday is not None:
        return second.weekday == first.weekday % 7 + 1
    return False


def coordinated(words: Words, first: Found) -> list[Found]:
    """Read the months or years joined to one by `و`: `سبتمبر وأكتوبر`, `2014 و2015`."""
    items = [first]
    for _ in range(_LONGEST):
        last = items[-1]
        form = last.form
        assert isinstance(form, Date)
        at = last.next
        at += words.word(at) in {"،", ","} and words.word(at + 1)[:1] == "و"
        if words.word(at) == "و":
            at += 1
        elif words.word(at)[:1] != "و" and not (form.month and words.word(at) == "/"):
            return items
        at += words.word(at) == "/"
        if form.month is not None:
            found = read_month_year(words, at, introduced=True)
        elif form.weekday is not None:
            found = read_time(words, at, introduced=False)
        else:
            value = digits(words, at)
            plausible = value in _YEARS and not is_counted(words, at)
            found = Found(Date(year=value), at, at + 1) if plausible else None
        if found is None or not isinstance(found.form, Date) or _kind(found.form) != _kind(form):
            return items
        items.append(found)
    return items


def _kind(date: Date) -> str:
    if date.day is not None:
        return "day"
    if date.month is not None:
        return "month"
    return "year" if date.year is not None else "weekday"


def _day_in_week(words: Words, time: Found, week: CalendarUnit) -> Found | None:
    """Read the weekday right behind a week that is pointed at: `الأسبوع المقبل يوم الجمعة`."""
    day = read_time(words, time.next, introduced=False)
    form = None if day is None else day.form
    if day is None or form != Date(weekday=form.weekday if isinstance(form, Date) else None) or day.prefix:
        return None
    return replace(time, form=replace(form, within=week), next=day.next) if form.weekday is not None else None


def named(words: Words, time: Found) -> Found | None:
    """Read the name behind a unit that is pointed at: `الشهرين الماضيين، سبتمبر وأكتوبر`, `العام الماضي 2023`."""
    form = time.form
    if isinstance(form, CalendarUnit) and form.unit == "week":
        return _day_in_week(words, time, form)
    if not isinstance(form, CalendarUnit | RollingUnits) or form.unit not in {"month", "year"}:
        return None
    at = time.next
    opened = words.word(at) == "("
    if opened or words.word(at) in {"،", "-", ":"}:
        at += 1
    if form.unit == "year":
        year = read_year_alone(words, at, bare=True) if words.kind(at) == "digits" else None
        if year is None:
            return None
        name = year
    else:
        month = read_month_year(words, at, introduced=True)
        if month is None or month.prefix:
            return None
        name = month
    items = [with_direction(item, form.direction) for item in coordinated(words, name)]
    after = items[-1].next
    if opened:
        if words.word(after) != ")":
            return None
        after += 1
    named = items[0].form if len(items) == 1 else Range(items[0].form, items[-1].form)
    return replace(time, form=named, next=after)
