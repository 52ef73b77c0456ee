"""Dates: the day that a record, a page or a URL gives."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
# /2015/07/22/, /20150722/, -2015-07-22-: a year of the web's, and its month and day in the same writing.
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
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


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
