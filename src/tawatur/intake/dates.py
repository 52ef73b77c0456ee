"""Dates: the day that a record, a page or a URL gives."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from tawatur.arabic import fold
from tawatur.arabic.times import find_times
from tawatur.intake.lines import Line
from tawatur.intake.tables import column, rows

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
# /2015/07/22/, /20150722/, -2015-07-22-: a year of the web's, and its month and day in the same writing.
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_LONGEST_DATE = 80
# What a day has that is stated in full: a year of four figures, or day, month and year in figures.
_YEAR = re.compile(r"\d{4}|\d\s?[./\\-]\s?\d{1,2}\s?[./\\-]\s?\d\d")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])")
# `مارس 5, 2021`, as WordPress prints a day in every language.
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\s+(\d{1,2})\s*[,،]\s*(\d{4})(?!\d)")
# `12 كانون1/ديسمبر 2013`, as Joomla prints the months that have a first and a second.
_NUMBERED_MONTH = re.compile(r"(كانون|تشرين)\s?([12])(?!\d)")
# 2022-05-17T09:21:35+00:00
_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ]\d\d:\d\d[\d:.]*\s*(?:Z|[+-]\d\d:?\d\d)?")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def day_of(given: str | None) -> str | None:
    """Return the ISO day that a record's date field states, or None: `2015-07-21 02:51:32` is 2015-07-21.

    Other writings are read as the page's are; a bare number of nine digits or more is seconds (or milliseconds)
    since 1970, UTC.
    """
    if given is None:
        return None
    text = given.strip()
    if _SECONDS.fullmatch(text):
        seconds = float(text) if len(text.partition(".")[0]) <= 10 else float(text) / 1000
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()
    match = _ISO.match(text)
    if match is not None:
        return _day(*match.groups())
    stated = stated_day(Line(text, 0, len(text))) if len(text) <= _LONGEST_DATE else None
    return None if stated is None else stated.day


def day_in_url(url: str | None) -> str | None:
    """Return the ISO day that a URL's path states, or None: `/2015/07/22/`, `/20150722/`, `2024-07-18`."""
    for match in _IN_URL.finditer(url or ""):
        year, separator, month, day = match.groups()
        if (separator or len(month) == len(day) == 2) and (found := _day(year, month, day)):
            return found
    return None


class Stated(NamedTuple):
    """A day that a line states, and whether the line holds nothing else."""

    day: str
    alone: bool


def stated_day(line: Line) -> Stated | None:
    """Return the day that a short line of a page states in full, in whatever writing, or None.

    A day without its year is none: nothing on the page says which year is meant.
    """
    if _YEAR.search(line.text) is None:
        return None
    if (stamp := _STAMP.fullmatch(line.view)) is not None:
        day = _day(*stamp.groups())
        return Stated(day, alone=True) if day else None
    text = _MONTH_FIRST.sub(r"\2 \1 \3", _NUMBERED_MONTH.sub(_ordinal, _without_clock(line.text)))
    for time in find_times(text, None):
        if time.precision == "day" and time.start_date is not None and time.start_date == time.end_date:
            rest = fold(text[: time.start] + " " + text[time.end :]).lower()
            return Stated(time.start_date, all(word in _date_words() for word in _WORD.findall(rest)))
    return None


def beside_day(line: Line) -> tuple[str, str, str] | None:
    """Return the day that a line states, and the words before and after it without those that belong to a date."""
    if _YEAR.search(line.text) is None:
        return None
    text = _NUMBERED_MONTH.sub(_ordinal, _without_clock(line.text))
    for time in find_times(text, None):
        if time.precision == "day" and time.start_date is not None and time.start_date == time.end_date:
            before, after = (
                " ".join(word for word in part.split() if fold(word).lower().strip(".,،()") not in _date_words())
                for part in (text[: time.start], text[time.end :])
            )
            return time.start_date, before, after
    return None


def _without_clock(text: str) -> str:
    """Return a date line without its hour, which says nothing of the day and may touch the year."""
    return " ".join(
        word for word in _CLOCK.sub(" ", text).split() if fold(word).lower().strip(".,،") not in _clock_words()
    )


def _ordinal(month: re.Match[str]) -> str:
    return f"{month[1]} {'الأول' if month[2] == '1' else 'الثاني'}"


def is_hour(line: Line) -> bool:
    """Tell whether a line holds an hour and nothing else: `19:42 ت م`."""
    if len(line.text) > _LONGEST_DATE or _CLOCK.search(line.text) is None:
        return False
    return not any(letter.isalnum() for letter in _without_clock(line.text))


@cache
def _clock_words() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in rows("date_words.tsv") if row["of"] == "clock")


@cache
def _date_words() -> frozenset[str]:
    return frozenset(fold(word) for word in column("date_words.tsv", "word"))


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
