"""A claim's fields in words short enough for a table: values, periods, actors, chains."""

from __future__ import annotations

import calendar

from tawatur.model import Claim, Period
from tawatur.page.values import interval, number

__all__ = ["actor", "amount", "chain", "counted", "duration", "interval", "number", "period"]

_NO_UNIT = frozenset({"person", "event", "date", "other"})


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: `1 claim`, `3 claims`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def duration(seconds: float) -> str:
    """Return a time as short as it can be said: `12 s`, `3 min`, `1 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def amount(claim: Claim) -> str:
    """Return a claim's value with its bound and unit: `>20,000,000,000 USD`, `40,000–50,000`, `+300%`."""
    text = interval(claim.low, claim.high, bound=claim.bound)
    if claim.change and isinstance(claim.low, int | float) and claim.low > 0:
        text = f"+{text}"
    if claim.unit == "percent":
        return f"{text}%"
    return text if claim.unit in _NO_UNIT or text == "–" else f"{text} {claim.unit}"


def period(when: Period | None) -> str:
    """Return a period as short as it can be said: `2024`, `2024-01`, `2024-01-15`, `2024-01-01/06-30`."""
    if when is None or (when.start is None and when.end is None):
        return ""
    if when.start is None or when.end is None:
        return f"{when.start or ''}/{when.end or ''}"
    if when.start == when.end:
        return when.start
    if when.start[5:] == "01-01" and when.end[5:] == "12-31" and when.start[:4] == when.end[:4]:
        return when.start[:4]
    if when.start[:7] == when.end[:7] and when.start.endswith("-01") and when.end == _month_end(when.start):
        return when.start[:7]
    return f"{when.start}/{when.end[5:] if when.start[:4] == when.end[:4] else when.end}"


def _month_end(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{day[:8]}{calendar.monthrange(year, month)[1]:02}"


def chain(source: tuple[str, ...]) -> str:
    """Return a chain of attribution, from the origin on."""
    return " → ".join(actor(hop) for hop in source)


def actor(key: str | None) -> str:
    """Return an actor for reading: several parties set apart."""
    return (key or "").replace("+", " + ")
