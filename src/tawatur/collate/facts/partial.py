"""Partial counts: words at a figure that say that it is a part of another, a first count, or one so far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import sentence_around
from tawatur.collate.facts.material import Material
from tawatur.model import Claim

#: How near to a figure's words `of them` may stand, in characters.
_BEFORE = 8
_AFTER = 14
_QUOTES = re.compile('[«»"“”]')
#: Short texts before and after a figure in which words say that it is not the whole.
_AROUND = 40


def was_first(fact: Fact, facts: Sequence[Fact], material: Material) -> bool:
    """Tell whether one of several reports calls a figure the first count, which every other report may still have."""
    return any(
        other.number == fact.number and _is_first_count(claim, material.reports[other.report].text)
        for other in facts
        for claim in other.claims
    )


def _is_first_count(claim: Claim, text: str) -> bool:
    leading = text[max(0, claim.start - _AROUND) : claim.start]
    return has_cue("first_count", leading) or has_cue("first_count", text[claim.end : claim.end + _AROUND])


def is_part(fact: Fact, material: Material, *, interim: bool, whole: bool) -> bool:
    """Tell whether words at a figure say that it is a part of another: `five of them`, `an officer and five others`.

    So are those who are joined to somebody of their fate (`his brother and two men`), who come each hour, whom one of
    several attacks hit, the wounded who were brought to one hospital, those of a first count and, where `interim`
    counts are none, who were counted so far.
    """
    text = material.reports[fact.report].text
    for claim in fact.claims:
        if not 0 <= claim.quote_start <= claim.start < claim.end <= claim.quote_end <= len(text):
            continue
        before, after = text[max(0, claim.start - _BEFORE) : claim.start], text[claim.end : claim.end + _AFTER]
        after = _QUOTES.sub("", after)
        if not whole and (has_cue("among", before) or has_cue("of_them", after) or _goes_on(claim, fact, material)):
            return True
        if is_of_others(fact, material):
            return True
        if has_cue("among_those", text[max(0, claim.start - _AROUND) : claim.start]):
            return True
        if has_cue("each", text[claim.end : claim.end + _AROUND]):
            return True
        leading = text[max(0, claim.start - _AROUND) : claim.start]
        so_far, brought = has_cue("so_far", leading), has_cue("brought", leading)
        if (so_far and (interim or brought)) or (brought and fact.measure == "wounded"):
            return True
        if _is_first_count(claim, text):
            return True
        start, end = sentence_around(text, claim.quote_start, claim.quote_end)
        if has_cue("one_of_several", text[start:end]):
            return True
        if (before.endswith(" و") or text[claim.start] == "و") and not fact.of:
            return not _follows_another_count(claim, fact, material)
    return False


def _goes_on(claim: Claim, fact: Fact, material: Material) -> bool:
    """Tell whether a figure goes on a list of parts: `1,143 hurt, among them 83 by bullets and 820 by gas`."""
    text = material.reports[fact.report].text
    if not (text[: claim.start].endswith(" و") or text[claim.start] == "و"):
        return False
    return any(
        other.measure == fact.measure
        and 0 <= claim.start - one.end <= _AROUND
        and has_cue("among", text[max(0, one.start - _BEFORE) : one.start])
        for other in material.facts_of[fact.report]
        for one in other.claims
    )


def _follows_another_count(claim: Claim, fact: Fact, material: Material) -> bool:
    """Tell whether a figure is joined to one of another fate (`16 killed and 32 hurt`), not to somebody of its own."""
    return any(
        other.measure != fact.measure and 0 <= claim.start - one.end <= _AROUND
        for other in material.facts_of[fact.report]
        for one in other.claims
    )


def is_of_others(fact: Fact, material: Material) -> bool:
    """`مقتل ضابط وخمسة آخرين`: five beside somebody of the same fate are no other figure for him."""
    if not has_cue("others", fact.claim.quote):
        return False
    return any(
        mate is not fact and mate.measure == fact.measure and material.one_sentence(fact, mate)
        for mate in material.facts_of[fact.report]
    )
