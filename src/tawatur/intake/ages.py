"""Ages: how old a page says that it is (`منذ ساعتين`), which is a day where the time of its capture is known."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from tawatur.arabic import fold
from tawatur.arabic.numbers import find_numbers
from tawatur.intake.tables import rows

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"(?:^|[^\w])(?:منذ|قبل)\s+")
_AFTER = re.compile(r"\bago\b", re.IGNORECASE)
_LONGEST = 80
#: An age in weeks is rounded: it gives no day.
_LONGEST_EXACT = 1440 * 6


def is_age(text: str) -> bool:
    """Tell whether a short line states an age."""
    return len(text) <= _LONGEST and _unit(text) is not None


def day_by_age(text: str, captured: str | None) -> str | None:
    """Return the ISO day of a line that states an age, counted back from the instant of capture (ISO 8601), or None.

    Minutes, hours and up to six days give a day; weeks and more are rounded too far.
    """
    if captured is None or len(text) > _LONGEST or (unit := _unit(text)) is None:
        return None
    number, minutes = unit
    try:
        instant = dt.datetime.fromisoformat(captured)
    except ValueError:
        return None
    if number * minutes > _LONGEST_EXACT:
        return None
    return (instant - dt.timedelta(minutes=number * minutes)).date().isoformat()


def _unit(text: str) -> tuple[float, int] | None:
    """Return how many of how many minutes a line states, or None where it states no age."""
    view = fold(text)
    before = _BEFORE.search(view)
    if before is None and _AFTER.search(view) is None:
        return None
    stated = view[before.end() :] if before is not None else view
    for word in _WORD.findall(stated):
        known = _units().get(word.lower())
        if known is not None:
            number, minutes = known
            return (number or _number(stated) or 1), minutes
    return None


def _number(text: str) -> float | None:
    return next((number.low for number in find_numbers(text) if number.low is not None), None)


@cache
def _units() -> dict[str, tuple[float, int]]:
    return {
        fold(row["word"]): (0.0 if row["number"] == "-" else float(row["number"]), int(row["minutes"]))
        for row in rows("ages.tsv")
    }
