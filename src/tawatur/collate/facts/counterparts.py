"""Counterparts: what a figure of one rendition is in another, told by the sum in which both stand.

Where a total and its parts add up in one rendition, and another gives the same figures but for one, the one figure
that stands in its place among the others is its counterpart, whatever was read of its place or its party.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material

#: What the figures in common must tell together, in bits.
_TELLING = 9.0
#: How far a figure may stand from the next of its sum, in characters.
_NEAR = 200
_SEVERAL_TIMES = 3.0


class Misprint(NamedTuple):
    """A sum as another rendition has it, with one figure that differs: `own` stands where the sound sum has `sound`."""

    total: Fact
    parts: tuple[Fact, ...]
    own: Fact
    sound: Fact


def misprint(total: Fact, parts: Sequence[Fact], facts: Sequence[Fact], material: Material) -> Misprint | None:
    """Return how one rendition, whose facts are `facts`, misprints one figure of a sum that holds in another."""
    model = (total, *parts)
    found: list[Fact | None] = []
    for figure in model:
        alike = [fact for fact in facts if fact not in found and _counts_alike(fact, figure)]
        found.append(next((fact for fact in alike if fact.number == figure.number), None))
    missing = [at for at, fact in enumerate(found) if fact is None]
    given = [fact for fact in found if fact is not None]
    if len(missing) != 1 or sum(fact.bits for fact in given) < _TELLING:
        return None
    wanted = model[missing[0]]
    figures = {figure.number for figure in model}
    in_place = [
        fact
        for fact in facts
        if fact not in given
        and _counts_alike(fact, wanted)
        and fact.number not in figures
        and _may_be_misprinted(fact, wanted)
        and any(_is_near(fact, mate, material) for mate in given)
    ]
    if len({fact.number for fact in in_place}) != 1:
        return None
    found[missing[0]] = own = in_place[0]
    whole, *rest = (fact for fact in found if fact is not None)
    return Misprint(whole, tuple(rest), own, wanted)


def _counts_alike(fact: Fact, other: Fact) -> bool:
    return (fact.measure, fact.unit, fact.claim.change) == (other.measure, other.unit, other.claim.change)


def _may_be_misprinted(fact: Fact, wanted: Fact) -> bool:
    if fact.number is None or wanted.number is None or fact.claim.bound != wanted.claim.bound:
        return False
    low, high = sorted((fact.number[0], wanted.number[0]))
    return 1 < high <= _SEVERAL_TIMES * low


def _is_near(fact: Fact, mate: Fact, material: Material) -> bool:
    gaps = (max(one.start - other.end, other.start - one.end) for one in fact.claims for other in mate.claims)
    return material.one_sentence(fact, mate) and min(gaps) <= _NEAR
