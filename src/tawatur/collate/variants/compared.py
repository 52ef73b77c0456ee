"""Levels told apart by the words between them: what a change starts from, and what it comes to.

`350 attacks, 50% more than in the last quarter, which saw 200`: what follows `than` is the earlier level, what stands
before the change is the later one. A program reads the periods of such figures wrongly more often than their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.model import Claim

#: How far a level may stand from its change, in characters.
_NEAR = 160
#: Measures of which a program takes one for another beside a change.
_CASUALTIES = frozenset({"killed", "wounded", "casualties"})
_HALF_POINT = 0.6


class Levels(NamedTuple):
    """The later and the earlier level of a change; either may be missing."""

    now: Fact | None
    before: Fact | None


def levels_in_words(pct: Fact, facts: Sequence[Fact], material: Material) -> Levels:
    """Return the levels that stand around a change in its own sentence, as its words tell them apart."""
    text = material.reports[pct.report].text
    change = pct.claim
    near = [(claim, fact) for fact in facts for claim in fact.claims if _is_near(claim, fact, pct, material)]
    left = [item for item in near if item[0].end <= change.start]
    right = sorted((item for item in near if item[0].start >= change.end), key=lambda item: item[0].start)
    nearest = max(left, key=lambda item: item[0].end, default=None)
    if right:
        following = right[0]
        risen = len(right) > 1 and has_cue("up_to", text[following[0].end : right[1][0].start])
        if risen and has_cue("from", text[change.end : following[0].start]):  # ارتفع بنسبة 40% من 3 ملايين إلى 4.2
            return Levels(right[1][1], following[1])
        if has_cue("compared", _last_phrase(text[change.end : following[0].start])):
            return Levels(None if nearest is None else nearest[1], following[1])
        if len(right) > 1 and has_cue("against", _last_phrase(text[following[0].end : right[1][0].start])):
            return Levels(following[1], right[1][1])
        if nearest is None or following[0].start - change.end < change.start - nearest[0].end:
            return Levels(following[1], None)
    return Levels(None if nearest is None else nearest[1], None)


def _last_phrase(gap: str) -> str:
    return gap.replace(",", "،").rsplit("،", 1)[-1]


def bears_out(pct: Fact, now: Fact, before: Fact) -> bool:
    """Tell whether two levels differ by the change, to the point that it is rounded to."""
    if pct.number is None or now.number is None or before.number is None:
        return False
    implied = before.number[0] * (1 + pct.number[0] / 100)
    return abs(implied - now.number[0]) <= before.number[0] * _HALF_POINT / 100 + 0.5


def _is_near(claim: Claim, fact: Fact, pct: Fact, material: Material) -> bool:
    if fact.unit == "percent" or fact.claim.change or fact.number is None or fact.number[0] != fact.number[1]:
        return False
    if fact.measure != pct.measure and not {fact.measure, pct.measure} <= _CASUALTIES:
        return False
    gap = max(claim.start - pct.claim.end, pct.claim.start - claim.end)
    return 0 <= gap <= _NEAR and material.one_sentence(fact, pct)
