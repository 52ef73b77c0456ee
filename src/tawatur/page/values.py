"""Values, periods and percentages as pages print them."""

from __future__ import annotations

from tawatur.model import Bound, Period, Value

_BEFORE = {"about": "~", "more_than": ">", "at_least": "≥", "at_most": "≤", "less_than": "<"}


def number(value: Value) -> str:
    """Return a number with its thousands set apart, a date as it is."""
    if value is None:
        return "?"
    if isinstance(value, str):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:,.4f}".rstrip("0").rstrip(".")


def interval(low: Value, high: Value, bound: Bound = "exact") -> str:
    """Return a value as an interval: `153`, `40,000–50,000`, `2+`, `>20`."""
    if low is None and high is None:
        return "–"
    if low is None or low == high:
        text = number(high)
    elif high is None:
        text = number(low) + ("" if bound in _BEFORE else "+")
    else:
        text = f"{number(low)}–{number(high)}"
    return _BEFORE.get(bound, "") + text


def period(when: Period) -> str:
    """Return a period in ISO dates, one where it is a day."""
    return when.start or "" if when.start == when.end else f"{when.start or '…'} – {when.end or '…'}"


def percent(share: float | None) -> int:
    """Return a share in whole percent."""
    return round(100 * (share or 0.0))
