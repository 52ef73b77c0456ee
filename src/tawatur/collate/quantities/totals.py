"""What a sum is: a total with its parts, what may be summed, and which outcomes make another."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from tawatur.collate.facts.facts import Fact

#: Outcomes that together are another measure.
COMPOSED = {
    "casualties": frozenset({"killed", "wounded"}),
    "killed_or_detained": frozenset({"killed", "detained"}),
}
#: Outcomes that may be counted in another measure, yet need not make it.
_COUNTED_IN = {"neutralized": frozenset({"killed", "wounded", "detained", "surrendered"})}
#: How many times a part's least number it is taken to be at most.
_OPEN = 1.25
_UNSUMMED_UNITS = frozenset({"percent", "date"})


class Sum(NamedTuple):
    """A total (all places where it is stated) with its parts: `expected` is what they make, `stated` what it says."""

    total: tuple[Fact, ...]
    parts: tuple[Fact, ...]
    holds: bool
    expected: float
    stated: float
    misprint: tuple[Fact, Fact] | None = None  # a figure, and what stands in its place where the sum holds


def is_summed(fact: Fact) -> bool:
    """Tell whether a fact's figure may be summed: no share, no date, no change."""
    return fact.unit not in _UNSUMMED_UNITS and not fact.claim.change


def family(total: Fact) -> frozenset[str]:
    """Return the measures that a total's parts may have."""
    composed = COMPOSED.get(total.measure) or _COUNTED_IN.get(total.measure) or frozenset[str]()
    return composed | {total.measure}


def figure(facts: Sequence[Fact]) -> float:
    """Return what figures make together."""
    return sum(fact.number[0] for fact in facts if fact.number is not None)


def most(part: Fact) -> float:
    """Return the most that a part is taken for: a least number (`at least 8`) is not far from what it was."""
    if part.interval is None:
        return 0.0
    least, upper = part.interval
    return _OPEN * least if upper == inf else upper


def stands_between(total: Fact, parts: Sequence[Fact]) -> bool:
    """Tell whether a total is told nowhere but between its parts, which then make it by chance."""
    starts = [claim.start for part in parts for claim in part.claims]
    return all(min(starts) < claim.start < max(starts) for claim in total.claims)
