"""How much a reader should care, from 0 to 1.

A finding starts from its kind's weight (what is wrong before what is confirmed, what is confirmed before what is
merely repeated; what one outlet alone carries, and copies of texts without a claim, last). It gains by the relative
size of the difference (up to 0.1), by the number of reports (0.03 for each doubling, up to 0.1) and by lives at stake
(0.05), and loses 0.2 where nothing says which side is odd.

Where a program read the claims, a difference may be its own misreading, and oftener in some kinds than in others:
these lose `DOUBT`, unless the evidence is strong (both sides of a conflict named their source, three reports carry
the norm of a variant). So what is likely wrong comes after what is likely right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from tawatur.collate.facts.facts import Fact

_LIVES = frozenset({"killed", "wounded", "casualties", "abducted", "missing"})
BASE = {
    "variant.measure": 0.75, "variant.value": 0.7, "variant.of": 0.7, "variant.where": 0.65, "variant.when": 0.65,
    "variant.by": 0.65, "variant.source": 0.65, "variant.modality": 0.6, "variant.bound": 0.2,
    "same_number": 0.7, "conflict": 0.7, "sum.fails": 0.75, "part": 0.7, "tally": 0.75, "change.fails": 0.7,
    "date": 0.65, "lineage": 0.5, "agreement": 0.4, "statement": 0.3, "statement.idle": 0.1,
    "copy": 0.25, "copy.idle": 0.05, "change.implied": 0.25, "sum.holds": 0.2, "change.holds": 0.2,
}  # fmt: skip

#: Measures of what a war's reports count beside the war.
_ASIDE = frozenset({
    "other", "began", "ended", "role", "inhabitants", "members", "nationalities", "beneficiaries", "funding",
})  # fmt: skip

#: What a finding loses that rests on what a program read: the more, the oftener its kind is wrong in real reports.
DOUBT = {"conflict": 0.25, "variant": 0.2, "same_number": 0.25, "date": 0.2, "part": 0.15, "tally": 0.15}
#: So many reports of the norm outweigh a program's misreading of one.
_SURE_REPORTS = 3


def tells_of_conflict(fact: Fact) -> bool:
    """Tell whether a fact counts what a conflict does, and not whatever has a number."""
    return fact.measure not in _ASIDE


def weigh(kind: str, reports: int, sides: Sequence[Sequence[Fact]] = (), *, undecided: bool = False) -> float:
    """Return the weight of a finding of `kind` (with its slot or outcome) that so many reports show."""
    weight = BASE[kind] + min(0.1, 0.03 * math.log2(max(1, reports))) + 0.1 * _difference(sides)
    if any(fact.measure in _LIVES for side in sides for fact in side):
        weight += 0.05
    weight -= 0.2 if undecided else 0.0
    return round(max(0.0, min(1.0, weight - _doubt(kind, sides))), 3)


def _doubt(kind: str, sides: Sequence[Sequence[Fact]]) -> float:
    """Return what a finding loses for resting on what a program read."""
    name = kind.split(".", 1)[0]
    if all(fact.coded for side in sides for fact in side) or kind == "variant.bound":
        return 0.0
    if name == "conflict" and all(any(fact.sourced for fact in side) for side in sides):
        return 0.0
    if name == "variant" and len({fact.report for fact in sides[-1]}) >= _SURE_REPORTS:
        return 0.0
    return DOUBT.get(name, 0.0)


def _difference(sides: Sequence[Sequence[Fact]]) -> float:
    """Return how far the sides' figures lie apart, as a share of the greatest."""
    figures = [side[0].number[0] for side in sides if side and side[0].number is not None]
    if len(figures) < 2 or max(map(abs, figures)) == 0:
        return 0.0
    return min(1.0, (max(figures) - min(figures)) / max(map(abs, figures)))
