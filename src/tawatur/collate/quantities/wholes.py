"""Wholes told with their parts: `45 hurt, 13 of them children`, and 65 with the same 13, are one count told twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tawatur.collate.facts.cues import ends_with_cue, has_cue, starts_with_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.relations import Relation

#: So far from the whole `among them` may stand, right before the part and with no other figure between, in characters.
_AMONG_WITHIN = 60
#: So far before the part `among the dead` may stand.
_AMONG_THOSE = 25
#: So near behind a figure stands what makes it a part, or right before it.
_OF_THEM = 14
_COUNTED = re.compile(r"\d")
#: So near behind a part stands the next one that `and` joins to it, within one clause.
_GOES_ON = 20
_BROKEN = re.compile(r"[.،؛:\n]")
#: A whole of so many bits (about twenty), or a part of so many (about nine), is one event's.
_TELLING_WHOLE = 5.0
_TELLING_PART = 4.0


def count_one(one: Iterable[Fact], other: Iterable[Fact], material: Material) -> bool:
    """Tell whether two figures that differ have the same part, or are the same people's part of the same whole."""
    first, second = list(one), list(other)
    return any(
        fact.measure == mate.measure
        and (
            _has_one(_parts(fact, material), _parts(mate, material), _TELLING_PART, material)
            or (
                material.actors.compare(fact.of, mate.of) is Relation.SAME
                and _has_one(_wholes(fact, material), _wholes(mate, material), _TELLING_WHOLE, material)
            )
        )
        for fact in first
        for mate in second
        if fact.report != mate.report
    )


def leads_to_part(gap: str) -> bool:
    """Tell whether the words between a whole and a figure behind it make that a part: they end in `among them`."""
    return _ends_among(gap) and not _COUNTED.search(gap)


def _ends_among(gap: str) -> bool:
    return 0 < len(gap) <= _AMONG_WITHIN and ends_with_cue("among", gap)


def is_part_in_words(fact: Fact, material: Material) -> bool:
    """Tell whether hands coded a figure that its text calls a part of one before: `five of them`, by no slot."""
    text = material.reports[fact.report].text
    return fact.coded and any(
        starts_with_cue("of_them", text[claim.end : claim.end + _OF_THEM].lstrip())
        or ends_with_cue("among", text[max(0, claim.start - _OF_THEM) : claim.start])
        for claim in fact.claims
        if any(_is_before(other, fact, claim.start) for other in material.facts_of[fact.report])
    )


def _is_before(other: Fact, fact: Fact, start: int) -> bool:
    if other.number is None or fact.number is None or (other.measure, other.unit) != (fact.measure, fact.unit):
        return False
    slots = [(one.where, one.when, one.origin) for one in (other, fact)]
    return other.number > fact.number and slots[0] == slots[1] and other.claim.start < start


def wholes_of(facts: Sequence[Fact], material: Material) -> dict[str, str]:
    """Return the ids of a report's claims that its text calls parts of the figure before, each with that one's id.

    `300 by the army, among them 12 children and 9 women, 40 by the rebels`: the children, and the women who go on with
    them, are of the 300, and of nothing else.
    """
    claims = [claim for fact in facts if not fact.coded for claim in fact.claims]
    claims.sort(key=lambda claim: (claim.start, claim.id))
    text = material.reports[facts[0].report].text if facts else ""
    found: dict[str, str] = {}
    for before, claim in pairwise(claims):
        if claim.start <= before.start:
            continue
        gap = text[before.end : claim.start]
        joined = gap.endswith(" و") or text[claim.start : claim.start + 1] == "و"
        if _ends_among(gap):  # a year may stand between
            found[claim.id] = before.id
        elif before.id in found and joined and len(gap) <= _GOES_ON and not _BROKEN.search(gap):
            found[claim.id] = found[before.id]
    return found


def without_others_parts(facts: Sequence[Fact], total: Fact, whole_of: Mapping[str, str]) -> list[Fact]:
    """Return the facts that are no part of another figure than a total; `whole_of` is `wholes_of` their report."""
    own = {claim.id for claim in total.claims}
    return [fact for fact in facts if whole_of.get(fact.claim.id) in own or fact.claim.id not in whole_of]


def _has_one(one: Iterable[Fact], other: Iterable[Fact], bits: float, material: Material) -> bool:
    """Tell whether a telling figure is on both sides, of the same people where both name them."""
    facts = list(other)
    return any(
        fact.number == mate.number and fact.bits >= bits and material.actors.compare(fact.of, mate.of).compatible
        for fact in one
        for mate in facts
    )


def _parts(whole: Fact, material: Material) -> Iterator[Fact]:
    return (fact for fact in material.facts_of[whole.report] if _is_told_among(fact, whole, material))


def _wholes(part: Fact, material: Material) -> Iterator[Fact]:
    return (fact for fact in material.facts_of[part.report] if _is_told_among(part, fact, material))


def _is_told_among(part: Fact, whole: Fact, material: Material) -> bool:
    """Tell whether the text gives a figure as a part of a greater one: `26 killed, among them nine children`.

    `Among the dead are nine children` is said of the last toll before it.
    """
    if part.measure != whole.measure or part.number is None or whole.number is None or part.number >= whole.number:
        return False
    text = material.reports[part.report].text
    for claim in part.claims:
        if any(leads_to_part(text[other.end : claim.start]) for other in whole.claims):
            return True
        leading = text[max(0, claim.quote_start - _AMONG_THOSE) : claim.start]
        if has_cue("among_those", leading) and _last_before(part, claim.start, material) is whole:
            return True
    return False


def _last_before(part: Fact, start: int, material: Material) -> Fact | None:
    """Return the fact of a part's measure that the text gives last before an offset."""
    told = [
        (claim.start, at, fact)
        for at, fact in enumerate(material.facts_of[part.report])
        for claim in fact.claims
        if fact is not part and fact.measure == part.measure and claim.start < start
    ]
    return max(told)[2] if told else None
