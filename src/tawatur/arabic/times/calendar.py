"""Arithmetic on days: months, thirds, weeks, quarters, seasons as closed intervals of days.

The codebook's conventions: a week runs Monday to Sunday; parts of a month are its thirds (1-10, 11-20, 21-end);
parts of a year are January to March, May to August, October to December. Seasons are the meteorological ones of the
northern hemisphere (spring from March), a winter being told by the year in which it begins.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

Day = date

FIRST_YEAR, LAST_YEAR = 1, 9998


class Days(NamedTuple):
    """A closed interval of days; an open or unknown end is None."""

    start: Day | None
    end: Day | None


NO_DAYS = Days(None, None)


def day(year: int, month: int, number: int) -> Day | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shift_days(origin: Day, days: int) -> Day:
    """Return the day `days` after `origin` (before it, if negative), kept within the calendar's range."""
    try:
        return origin + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def shift_months(origin: Day, months: int) -> Day:
    """Return the same day `months` later, or the month's last day where it is shorter."""
    index = origin.year * 12 + origin.month - 1 + months
    year, month = divmod(index, 12)
    if year < FIRST_YEAR:
        return date.min
    if year > LAST_YEAR:
        return date.max
    return date(year, month + 1, min(origin.day, calendar.monthrange(year, month + 1)[1]))


def shift(origin: Day, unit: str, count: float) -> Day:
    """Return `origin` moved by `count` units (negative: back); halves of a unit count as the smaller unit's."""
    if unit in _MONTHS_IN:
        months = count * _MONTHS_IN[unit]
        whole = int(months)
        moved = shift_months(origin, whole)
        return shift_days(moved, round((months - whole) * 30)) if whole != months else moved
    return shift_days(origin, _whole_days(count * _DAYS_IN[unit]))


_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "night": 1, "week": 7}


def _whole_days(days: float) -> int:
    """Return days as a whole number, a begun day counted as one."""
    whole = int(days)
    if whole == days:
        return whole
    return whole + (1 if days > 0 else -1)


def year_days(year: int) -> Days:
    """Return the days of a year."""
    return Days(day(year, 1, 1), day(year, 12, 31))


def month_days(year: int, month: int) -> Days:
    """Return the days of a month."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return NO_DAYS
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def week_days(within: Day) -> Days:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = shift_days(within, -within.weekday())
    return Days(monday, shift_days(monday, 6))


def unit_days(unit: str, within: Day) -> Days:
    """Return the calendar unit (day, week, month, quarter, year, decade, century) that holds a day."""
    if unit == "week":
        return week_days(within)
    if unit == "month":
        return month_days(within.year, within.month)
    if unit == "quarter":
        first = (within.month - 1) // 3 * 3 + 1
        return Days(month_days(within.year, first).start, month_days(within.year, first + 2).end)
    if unit in _YEARS_IN:
        first = within.year // _YEARS_IN[unit] * _YEARS_IN[unit]
        return Days(day(max(first, 1), 1, 1), day(first + _YEARS_IN[unit] - 1, 12, 31))
    return Days(within, within)


_YEARS_IN = {"year": 1, "decade": 10, "century": 100}


def part_of_month(days: Days, part: str) -> Days:
    """Return the early, middle or late third of a month."""
    if days.start is None or days.end is None:
        return NO_DAYS
    if part == "early":
        return Days(days.start, shift_days(days.start, 9))
    if part == "middle":
        return Days(shift_days(days.start, 10), shift_days(days.start, 19))
    return Days(shift_days(days.start, 20), days.end)


def part_of_year(year: int, part: str) -> Days:
    """Return the early, middle or late months of a year, as the codebook sets them."""
    first, last = {"early": (1, 3), "middle": (5, 8), "late": (10, 12)}[part]
    return Days(month_days(year, first).start, month_days(year, last).end)


def part_of_days(days: Days, part: str) -> Days:
    """Return the early, middle or late third of any other period, in whole years of a decade or longer, whole months
    where a third is a month or more, else whole days; what is left over counts to the middle.
    """
    if days.start is None or days.end is None:
        return NO_DAYS
    after = shift_days(days.end, 1)
    months = (after.year - days.start.year) * 12 + after.month - days.start.month
    unit, length = "day", (after - days.start).days
    if days.start.day == 1 and after.day == 1 and months >= 3:
        unit, length = ("year", months // 12) if months >= 120 and months % 12 == 0 else ("month", months)
    third = max(length // 3, 1)
    if part == "early":
        return Days(days.start, shift_days(shift(days.start, unit, third), -1))
    if part == "late":
        return Days(shift(after, unit, -third), days.end)
    return Days(shift(days.start, unit, third), shift_days(shift(after, unit, -third), -1))


def fraction_of_days(days: Days, parts: int, index: int) -> Days:
    """Return the `index`-th of `parts` equal parts (from 1; -1 the last): whole months of a year, else whole days."""
    if days.start is None or days.end is None:
        return NO_DAYS
    at = parts - 1 if index < 0 else index - 1
    if not 0 <= at < parts:
        return NO_DAYS
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    whole_months = days.start.day == 1 and shift_days(days.end, 1).day == 1
    if whole_months and months % parts == 0:
        start = shift_months(days.start, at * months // parts)
        return Days(start, shift_days(shift_months(days.start, (at + 1) * months // parts), -1))
    length = (days.end - days.start).days + 1
    last = at == parts - 1
    start = shift_days(days.start, at * (length // parts))
    return Days(start, days.end if last else shift_days(start, length // parts - 1))


def season_days(year: int, first_month: int) -> Days:
    """Return the three months of a season that begins in a year's `first_month`."""
    start = day(year, first_month, 1)
    return NO_DAYS if start is None else Days(start, shift_days(shift_months(start, 3), -1))
