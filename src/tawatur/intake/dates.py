"""Dates: the day that a record, a page or a URL gives."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from tawatur.arabic import fold
from tawatur.arabic.times import find_times
from tawatur.intake.lines import Line
from tawatur.intake.tables import column

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
# /2015/07/22/, /20150722/, -2015-07-22-: a year of the web's, and its month and day in the same writing.
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_LONGEST_DATE = 80
_WORD = re.compile(r"[^\W\d_]+")
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
    if not any(letter.isdigit() for letter in line.text):
        return None
    for time in find_times(line.text, None):
        if time.precision == "day" and time.start_date is not None and time.start_date == time.end_date:
            rest = fold(line.text[: time.start] + " " + line.text[time.end :]).lower()
            return Stated(time.start_date, all(word in _date_words() for word in _WORD.findall(rest)))
    return None


@cache
def _date_words() -> frozenset[str]:
    return frozenset(fold(word) for word in column("date_words.tsv", "word"))


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
