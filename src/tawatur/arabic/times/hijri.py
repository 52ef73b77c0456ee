"""Days of the Hijri calendar as days of the Gregorian one, by the Umm al-Qura calendar (library hijridate).

The calendar is tabulated for the years 1343 to 1500; outside them nothing is guessed.
"""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian, Hijri

from tawatur.arabic.times.calendar import NO_DAYS, Day, Days

FIRST_YEAR, LAST_YEAR = 1343, 1500


def is_hijri_year(year: int) -> bool:
    """Return whether the calendar is tabulated for a year."""
    return FIRST_YEAR <= year <= LAST_YEAR


def hijri_day(year: int, month: int, number: int) -> Day | None:
    """Return a Hijri day, or None where there is no such day or the year lies outside the table."""
    if not is_hijri_year(year):
        return None
    try:
        found = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> Days:
    """Return the days of a Hijri month."""
    start = hijri_day(year, month, 1)
    end = hijri_day(year, month, 30) or hijri_day(year, month, 29)
    return NO_DAYS if start is None else Days(start, end)


def hijri_year(year: int) -> Days:
    """Return the days of a Hijri year."""
    start = hijri_day(year, 1, 1)
    end = hijri_day(year, 12, 30) or hijri_day(year, 12, 29)
    return NO_DAYS if start is None else Days(start, end)


def hijri_of(within: Day) -> tuple[int, int, int] | None:
    """Return (year, month, day) of the Hijri calendar, or None outside the table."""
    try:
        found = Gregorian(within.year, within.month, within.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day


def year_of_month(gregorian_year: int, month: int) -> int | None:
    """Return the Hijri year whose `month` begins in a Gregorian year (the earlier of two), or None."""
    about = (gregorian_year - 622) * 33 // 32  # 33 Hijri years are 32 Gregorian ones
    for year in range(about - 1, about + 3):
        start = hijri_day(year, month, 1)
        if start is not None and start.year == gregorian_year:
            return year
    return None
