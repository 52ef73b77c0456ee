"""Dates in numbers: `30-11-2016`, `30/11/2016`, `2016-11-30`, `30/نوفمبر/2016`, `12 / 11/ 1436هـ`, `28/4`.

Day stands before month, as the Arab press prints it, unless the numbers themselves forbid that reading.
"""

from __future__ import annotations

from tawatur.arabic.times.counted import is_counted
from tawatur.arabic.times.forms import Date, Found
from tawatur.arabic.times.numerals import digits
from tawatur.arabic.times.words import Words

_SEPARATORS = frozenset({"/", "-", ".", "\\"})
_YEARS = range(1900, 2101)
_LIKELY_YEARS = range(1950, 2051)
_HIJRI_YEARS = range(1300, 1501)


def read_numeric(words: Words, at: int, *, short: bool) -> Found | None:
    """Read a date in numbers; `short` allows a day and a month, or a month and a year, without the third."""
    if words.kind(at) != "digits" or _in_a_longer_number(words, at):
        return None
    parts = _parts(words, at)
    if len(parts) == 3:
        return _three(words, at, parts, short=short)
    return _two(words, at, parts, short=short) if len(parts) == 2 else None


def _in_a_longer_number(words: Words, at: int) -> bool:
    mark = words.word(at - 1)
    return (
        mark in (*_SEPARATORS, ",", ":") and words.glued(at) and words.glued(at - 1) and words.kind(at - 2) == "digits"
    )


def _parts(words: Words, at: int) -> list[tuple[int, int]]:
    """Return (value, token) of numbers and a month's name set apart by one sign throughout, four at most."""
    found: list[tuple[int, int]] = []
    sign = ""
    while len(found) < 4:
        month = words.sense(at, "month") if len(found) == 1 else None
        if words.kind(at) == "digits" and len(words.word(at)) <= 4:
            found.append((int(words.word(at)), at))
        elif month is not None and not month.prefix:
            found.append((month.value.number, at))
            at = month.next - 1
        else:
            break
        mark = words.word(at + 1)
        if mark not in _SEPARATORS or (sign and mark != sign):
            break
        if mark == "." and not (words.glued(at + 1) and words.glued(at + 2)):
            break
        sign = mark
        at += 2
    return found


def _three(words: Words, at: int, parts: list[tuple[int, int]], *, short: bool) -> Found | None:
    (first, _), (second, middle), (third, last) = parts[:3]
    lengths = [len(words.word(token)) for _, token in parts[:3]]
    if lengths[0] == 4:
        year, month, day = first, second, third
    elif lengths[2] == 4:
        day, month, year = first, second, third
    elif (short or words.word(at + 1) == "/") and max(lengths) == lengths[2] == 2 and words.kind(middle) == "digits":
        day, month, year = first, second, third + (2000 if third < 50 else 1900)
    else:
        return None
    if month > 12 >= day and words.kind(middle) == "digits":
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    after = last + 1
    era = words.sense(after, "calendar")
    hijri = year in _HIJRI_YEARS
    if era is not None and era.value != "before_christ":
        hijri, after = era.value == "hijri", era.next
    if hijri != (year in _HIJRI_YEARS) or not (hijri or year in _YEARS):
        return None
    return Found(Date(year=year, month=month, day=day, hijri=hijri), at, after)


def _two(words: Words, at: int, parts: list[tuple[int, int]], *, short: bool) -> Found | None:
    (first, _), (second, last) = parts[:2]
    sign = words.word(at + 1)
    if sign not in {"/", "-"} or words.kind(last) != "digits" or words.word(last + 1) in {"/", "-", "%"}:
        return None
    if digits(words, last) is None or is_counted(words, last):
        return None
    month = _month_and_year(words, at, parts[0], parts[1])
    if month is not None and (short or sign == "/"):
        return month
    if not short or len(words.word(last)) > 2 or len(words.word(at)) > 2:
        return None
    if 1 <= first <= 31 and 1 <= second <= 12 and (sign == "/" or first > 12):
        return Found(Date(month=second, day=first), at, last + 1)
    if sign == "/" and 1 <= first <= 12 < second <= 31:
        return Found(Date(month=first, day=second), at, last + 1)
    return None


def _month_and_year(words: Words, at: int, one: tuple[int, int], two: tuple[int, int]) -> Found | None:
    """Read `3/2015`, `2015/3`, `10/1436هـ`; a decree's or a case's number may look the same."""
    if words.sense(at - 1, "year_name") is not None or not (words.glued(at + 1) and words.glued(at + 2)):
        return None
    long = [len(words.word(token)) == 4 for _, token in (one, two)]
    if long[0] == long[1]:
        return None
    (month, _), (year, _) = (two, one) if long[0] else (one, two)
    if not 1 <= month <= 12:
        return None
    era = words.sense(two[1] + 1, "calendar")
    if era is not None and era.value == "hijri" and year in _HIJRI_YEARS:
        return Found(Date(year=year, month=month, hijri=True), at, era.next)
    return Found(Date(year=year, month=month), at, two[1] + 1) if year in _LIKELY_YEARS else None
