"""Dates: the day that a record, a page or a URL gives."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from tawatur.intake.lines import Line

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
# /2015/07/22/, /20150722/, -2015-07-22-: a year of the web's, and its month and day in the same writing.
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
# 17-07-2024, 17/7/2024, 2024/07/17
_NUMERIC = re.compile(r"(?<!\d)(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}))(?!\d)")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def day_of(given: str | None) -> str | None:
    """Return the ISO day that a record's date field states, or None: `2015-07-21 02:51:32` is 2015-07-21.

    A bare number of nine digits or more is read as seconds (or milliseconds) since 1970, UTC.
    """
    if given is None:
        return None
    text = given.strip()
    if _SECONDS.fullmatch(text):
        seconds = float(text) if len(text.partition(".")[0]) <= 10 else float(text) / 1000
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()
    match = _ISO.match(text)
    return _day(*match.groups()) if match else None


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
    """Return the day that a short line of a page states, or None."""
    match = _NUMERIC.search(line.view)
    if match is None:
        return None
    groups = match.groups()
    day = _day(groups[0], groups[2], groups[3]) if groups[0] else _day(groups[7], groups[6], groups[4])
    rest = line.view[: match.start()] + line.view[match.end() :]
    return Stated(day, not any(letter.isalpha() for letter in rest)) if day else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
