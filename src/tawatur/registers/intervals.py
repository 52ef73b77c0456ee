"""Values as intervals, for checking sums: bounds are taken into account, and `about N` reaches a tenth further."""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterable

from tawatur.model import Claim, Value

Interval = tuple[float, float]

_ABOUT = 0.1


def interval(claim: Claim) -> Interval | None:
    """Return where the stated number may lie; None where the claim states none."""
    if isinstance(claim.low, str) or isinstance(claim.high, str) or (claim.low is None and claim.high is None):
        return None
    least = -math.inf if claim.low is None else float(claim.low)
    most = math.inf if claim.high is None else float(claim.high)
    margin = _ABOUT * max(abs(least), abs(most)) if claim.bound == "about" else 0.0
    return least - margin, most + margin


def middle(claim: Claim) -> float:
    """Return the stated number as it is printed; a range's middle, an open interval's stated end, 0 for none."""
    ends = [float(end) for end in (claim.low, claim.high) if isinstance(end, int | float)]
    return sum(ends) / len(ends) if ends else 0.0


def together(intervals: Iterable[Interval]) -> Interval:
    """Return the interval of a sum."""
    found = list(intervals)
    return sum(one[0] for one in found), sum(one[1] for one in found)


def meet(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals have a value in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def plain(value: float) -> Value:
    """Return a computed number as it is printed: whole where it is whole, else to a hundredth."""
    return int(value) if float(value).is_integer() else round(value, 2)


def days(value: Value) -> tuple[str, str] | None:
    """Return the first and the last day of a date as far as it is stated (`2014`, `2014-09`, `2014-09-15`)."""
    if not isinstance(value, str):
        return None
    if len(value) == len("2014"):
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == len("2014-09"):
        return f"{value}-01", f"{value}-{calendar.monthrange(int(value[:4]), int(value[5:7]))[1]:02}"
    return value, value
