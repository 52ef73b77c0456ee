"""Days for a date as far as stated: which year a date without one belongs to, weekdays, the Hijri calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tawatur.arabic.times import calendar, hijri
from tawatur.arabic.times.calendar import NO_DAYS, Day, Days
from tawatur.arabic.times.forms import Date, Told
from tawatur.arabic.times.outcome import Resolved, unresolved

_YEAR_AND_A_HALF = 550
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def resolve_date(date: Date, anchor: Day | None, *, ahead: bool = False) -> Resolved:
    """Return the days of a date; one without a year is looked for around the anchor."""
    if date.twin is not None:
        plain = replace(date, twin=None)
        first, other = (plain, date.twin) if not plain.hijri else (replace(date.twin, weekday=date.weekday), plain)
        if first.year is None and (other.year is not None or other.direction is not None):
            told = resolve_date(other, anchor, ahead=ahead).days.start  # `13 صفر المقبل (25 نوفمبر)`
            first, anchor = replace(first, direction="current", weekday=None), told or anchor
        found = resolve_date(first, anchor, ahead=ahead)
        return replace(found, rule="dual dating") if found.days.start is not None else found
    precision = _precision(date)
    if date.direction == "told" or isinstance(date.within, Told):
        return unresolved(precision, "told")
    if date.month is None and date.day is not None and date.year is None and date.within is None:
        return _day_of_month(date, anchor, ahead=ahead)
    if date.month is None and date.day is None and date.year is None:
        return _weekday(date, anchor, ahead=ahead)
    if not _possible(date):
        return unresolved(precision, "no such day")
    if date.year is not None:
        return _stated(date, date.year, precision)
    if anchor is None or date.within is not None or date.month is None:
        return unresolved(precision, "needs anchor")
    return _around(date, anchor, precision, ahead=ahead)


def _precision(date: Date) -> str:
    if date.day is not None or (date.month is None and date.year is None):
        return "day"
    return "month" if date.month is not None else "year"


def _possible(date: Date) -> bool:
    """Return whether some year has the day."""
    if date.month is not None and not 1 <= date.month <= 12:
        return False
    if date.day is None:
        return True
    limit = 30 if date.hijri else 31 if date.month is None else _LONGEST_MONTH[date.month - 1]
    return 1 <= date.day <= limit


def _days(date: Date, year: int) -> Days:
    """Return the days of a date in a year; none where the calendar has no such day."""
    if date.month is None:
        return hijri.hijri_year(year) if date.hijri else calendar.year_days(year)
    if date.day is None:
        return hijri.hijri_month(year, date.month) if date.hijri else calendar.month_days(year, date.month)
    found = hijri.hijri_day(year, date.month, date.day) if date.hijri else calendar.day(year, date.month, date.day)
    return NO_DAYS if found is None else Days(found, found)


def _stated(date: Date, year: int, precision: str) -> Resolved:
    days = _days(date, year)
    if days.start is None:
        outside = not hijri.is_hijri_year(year) if date.hijri else not 1 <= year <= calendar.LAST_YEAR
        return unresolved(precision, "outside the calendar" if outside else "no such day")
    if date.hijri:
        return Resolved(days, precision, "hijri", days.start.isoformat() if precision == "day" else None)
    return Resolved(days, precision, "stated", _as_stated(days, precision))


def _as_stated(days: Days, precision: str) -> str | None:
    length = {"year": 4, "month": 7, "day": 10}[precision]
    return None if days.start is None else days.start.isoformat()[:length]


def _years_around(date: Date, anchor: Day) -> Iterator[int]:
    """Yield the years to look in, the latest first; far enough back to find a 29 February."""
    if date.hijri:
        today = hijri.hijri_of(anchor)
        if today is not None:
            yield from range(today[0] + 2, today[0] - 4, -1)
        return
    yield from range(anchor.year + (9 if (date.month, date.day) == (2, 29) else 1), anchor.year - 10, -1)


def _around(date: Date, anchor: Day, precision: str, *, ahead: bool) -> Resolved:
    candidates = [days for year in _years_around(date, anchor) if (days := _days(date, year)).start is not None]
    if not candidates:
        return unresolved(precision, "outside the calendar")
    direction = "ahead" if ahead and date.direction is None else date.direction
    chosen, rule = _choose(candidates, anchor, direction)
    if date.weekday is not None and date.direction is None and precision == "day":
        agreeing = [days for days in candidates if days.start and days.start.isoweekday() == date.weekday]
        if agreeing and chosen not in agreeing:
            nearest = min(agreeing, key=lambda days: _distance(days, anchor))
            if _distance(nearest, anchor) <= _YEAR_AND_A_HALF:
                chosen, rule = nearest, "year from weekday"
    if chosen.start is None:
        return unresolved(precision, "no such day")
    if date.hijri:
        return Resolved(chosen, precision, rule, chosen.start.isoformat() if precision == "day" else None)
    return Resolved(chosen, precision, rule, _as_stated(chosen, precision))


def _distance(days: Days, anchor: Day) -> int:
    if days.start is None or days.end is None:
        return 10**6
    if days.start <= anchor <= days.end:
        return 0
    return min(abs((days.start - anchor).days), abs((days.end - anchor).days))


def _choose(candidates: list[Days], anchor: Day, direction: str | None) -> tuple[Days, str]:
    """Choose among candidates, the latest first."""
    if direction == "before_last":
        before = [days for days in candidates if days.end is not None and days.end < anchor]
        return (before[1] if len(before) > 1 else candidates[-1]), "past"
    if direction == "past":
        before = [days for days in candidates if days.end is not None and days.end < anchor]
        return (before[0] if before else candidates[-1]), "past"
    if direction == "ahead":
        to_come = [days for days in candidates if days.end is not None and days.end >= anchor]
        return (to_come[-1] if to_come else candidates[0]), "next"
    if direction == "after_next":
        after = [days for days in candidates if days.start is not None and days.start > anchor]
        return (after[-2] if len(after) > 1 else candidates[0]), "next"
    if direction == "next":
        after = [days for days in candidates if days.start is not None and days.start > anchor]
        return (after[-1] if after else candidates[0]), "next"
    if direction == "current":
        return min(candidates, key=lambda days: _distance(days, anchor)), "current"
    begun = [days for days in candidates if days.start is not None and days.start <= anchor]
    return (begun[0] if begun else candidates[-1]), "latest"


def _day_of_month(date: Date, anchor: Day | None, *, ahead: bool) -> Resolved:
    """Resolve `يوم 27`, `الجمعة 27`: in the latest month that has it, or the nearest where the weekday agrees."""
    if anchor is None:
        return unresolved("day", "needs anchor")
    if not _possible(date) or date.day is None:
        return unresolved("day", "no such day")
    months = [calendar.shift_months(anchor.replace(day=1), step) for step in range(-3, 4)]
    found = [day for month in months if (day := calendar.day(month.year, month.month, date.day)) is not None]
    agreeing = [day for day in found if day.isoweekday() == date.weekday]
    rule = "year from weekday" if agreeing else "next" if ahead else "latest"
    candidates = agreeing or [day for day in found if (day >= anchor if ahead else day <= anchor)]
    if not candidates:
        return unresolved("day", "outside the calendar")
    chosen = min(candidates, key=lambda day: abs((day - anchor).days))
    return Resolved(Days(chosen, chosen), "day", rule, chosen.isoformat())


def _weekday(date: Date, anchor: Day | None, *, ahead: bool) -> Resolved:
    if anchor is None or date.weekday is None:
        return unresolved("day", "needs anchor")
    direction = "ahead" if ahead and date.direction is None else date.direction
    back = (anchor.isoweekday() - date.weekday) % 7
    if direction == "before_last":
        steps = -(back or 7) - 7
    elif direction == "past":
        steps = -(back or 7)
    elif direction in {"next", "after_next"}:
        steps = 7 - back + (7 if direction == "after_next" else 0)
    elif direction == "ahead":
        steps = (7 - back) % 7
    elif direction == "current":
        steps = -back if back <= 3 else 7 - back
    else:
        steps = -back
    found = calendar.shift_days(anchor, steps)
    return Resolved(Days(found, found), "day", "weekday", found.isoformat())
