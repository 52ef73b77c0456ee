"""Values as intervals: which meet, and how much a figure tells by itself.

Source of "compatible": findings.md (intervals meet, bounds taken into account; `about N` meets what lies within a
tenth of N). Loose words for magnitudes (`آلاف`) are used up to about three times their upper end.
"""

from __future__ import annotations

import math
from functools import lru_cache

from tawatur.model import Claim

Interval = tuple[float, float]
Number = tuple[float, float]

_ABOUT = 0.1
_LOOSE = 3.0
#: A figure says nothing more by being longer than this: ten significant bits and some.
_MOST_BITS = 12.0
#: A round number of two digits or more tells a little still.
_ROUND_BITS = 3.0

VAGUE_BOUNDS: frozenset[str] = frozenset({"indefinite", "ambiguous"})


def interval(low: object, high: object, bound: str) -> Interval | None:
    """Return the closed interval in which the stated value may lie; None where there is no number."""
    if isinstance(low, str) or isinstance(high, str) or (low is None and high is None):
        return None
    least = -math.inf if low is None else float(low)  # type: ignore[arg-type]
    most = math.inf if high is None else float(high)  # type: ignore[arg-type]
    if bound == "about":
        margin = _ABOUT * max(abs(least), abs(most))
        return least - margin, most + margin
    if bound == "indefinite":
        return least, most * _LOOSE
    return least, most


def meet(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals have a value in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def stated_number(claim: Claim) -> Number | None:
    """Return the number as printed, whatever its bound: `more than 40` and `40` state one number.

    None for a date, for no number, and for words that carry none (`آلاف`, a noun in `ـين`).
    """
    if claim.bound in VAGUE_BOUNDS or isinstance(claim.low, str) or isinstance(claim.high, str):
        return None
    if claim.low is None and claim.high is None:
        return None
    low = claim.high if claim.low is None else claim.low
    high = claim.low if claim.high is None else claim.high
    return float(low), float(high)  # type: ignore[arg-type]


@lru_cache(maxsize=65_536)
def information(number: Number) -> float:
    """Return how many bits a figure tells: few for 3 or 2,000, many for 713; a range tells both its ends."""
    low, high = number
    bits = _bits(low)
    return min(_MOST_BITS, bits if low == high else bits + _bits(high) - 1)


def is_slip(one: Number | None, other: Number | None) -> bool:
    """Tell whether two numbers look like one misprinted: digits transposed, or one dropped, added or changed."""
    if one is None or other is None or one == other:
        return False
    first, second = (f"{number[0]:.0f}" for number in (one, other))
    if sorted(first) == sorted(second):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def drops_digit(one: Number | None, other: Number | None) -> bool:
    """Tell whether one of two numbers is the other without one of its digits."""
    if one is None or other is None:
        return False
    short, long = sorted((f"{number[0]:.0f}" for number in (one, other)), key=len)
    return len(short) + 1 == len(long) and is_slip(one, other)


def is_transposed(one: Number | None, other: Number | None) -> bool:
    """Tell whether two numbers have the same digits in another order."""
    if one is None or other is None or one == other:
        return False
    return sorted(f"{one[0]:.0f}") == sorted(f"{other[0]:.0f}")


def _bits(value: float) -> float:
    digits = f"{abs(value):.4f}".rstrip("0").rstrip(".")
    significant = int(digits.replace(".", "").strip("0") or "0")
    bits = math.log2(significant) + 1 if significant else 0.0
    return max(bits, _ROUND_BITS) if abs(value) >= 10 else bits
