"""Readings of the probes against the gold's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

Probe = dict[str, object]
_DECIMALS = 4


def numbers_right(probes: Sequence[Probe], found: dict[str, list[list]]) -> tuple[int, int]:
    """Return how many probes are read right: value, bound, unit and how many; and the values alone.

    Values alone are the ends of each number in order, so that a reader that tells no bounds and units is right with
    the plain value, and with the two ends of a range as one number or as two.
    """
    exact = values = 0
    for probe in probes:
        wanted = [(row["low"], row["high"], row["bound"], row["unit"]) for row in probe["expected"]]  # type: ignore[attr-defined]
        read = [tuple(row) for row in found[str(probe["id"])]]
        rounded = [(_round(low), _round(high), bound, unit) for low, high, bound, unit in read]
        exact += rounded == wanted
        values += _ends(rounded) == _ends(wanted)
    return exact, values


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)


def _ends(rows: Sequence[Sequence]) -> list[float]:
    ends: list[float] = []
    for low, high, *_ in rows:
        ends.extend(value for value in ([low] if low == high else [low, high]) if value is not None)
    return ends


def times_right(probes: Sequence[Probe], found: dict[str, list[list]]) -> int:
    """Return for how many probes the one time is found, and each end lies within the probe's tolerance.

    A tool that gives a day and says that it stands for a month or year is right with either.
    """
    right = 0
    for probe in probes:
        read = found[str(probe["id"])]
        if len(read) == 1:
            first, last, given = read[0]
            wanted = probe["start_date"], probe["end_date"], int(str(probe["tolerance_days"]))
            right += _fits(first, last, *wanted) or (given is not None and _fits(given, given, *wanted))
    return right


def _fits(first: str | None, last: str | None, start: object, end: object, tolerance: int) -> bool:
    return _near(first, start, tolerance) and _near(last, end, tolerance)


def _near(day: str | None, wanted: object, tolerance: int) -> bool:
    if day is None or wanted is None:
        return day is wanted
    return abs((date.fromisoformat(day) - date.fromisoformat(str(wanted))).days) <= tolerance
