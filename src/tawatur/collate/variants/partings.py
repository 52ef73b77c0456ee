"""Partings: what a variant is, and the sides that witnesses take by what they say of a figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.relations import Relation
from tawatur.collate.variants.alignment import Alignment
from tawatur.model import Slot

_NO_PART = frozenset({Relation.APART, Relation.HOLDS})


class Variant(NamedTuple):
    """A parting of ways: `odd` against `norm`; without a majority both sides are in `norm` and `odd` is empty."""

    slot: Slot
    odd: tuple[Fact, ...]
    norm: tuple[Fact, ...]


def by_class(alignment: Alignment, slot: Slot, classes: dict[str, list[Fact]]) -> Iterator[Variant]:
    """Yield the parting of two classes of facts or more, if there is one: the class of most witnesses is the norm."""
    if len(classes) < 2:
        return
    ranked = sorted(classes.values(), key=lambda facts: (-len(alignment.witnesses(facts)), facts[0].position))
    most, least = alignment.witnesses(ranked[0]), alignment.witnesses(ranked[1])
    rest = [fact for facts in ranked[1:] for fact in facts]
    # a report that has both takes them for two things; a copy of it may err
    given = {fact.report for fact in ranked[0]}
    rest = [fact for fact in rest if fact.report not in given]
    if not rest:
        return
    if len(most) > len(least):
        yield Variant(slot, ordered(rest), ordered(ranked[0]))
    elif len(most) == len(least):
        yield Variant(slot, (), ordered([*rest, *ranked[0]]))


def without_parts(facts: Collection[Fact], material: Material) -> tuple[Fact, ...]:
    """Return facts without those that are a part of another: the children among the dead, the dead of one town."""
    return tuple(fact for fact in facts if not any(_is_part(fact, whole, material) for whole in facts))


def _is_part(fact: Fact, whole: Fact, material: Material) -> bool:
    """Tell whether a fact may count some of those whom a greater one of its report counts."""
    if fact.report != whole.report or (fact.measure, fact.unit) != (whole.measure, whole.unit):
        return False
    if fact.number is None or whole.number is None or fact.number >= whole.number:
        return False
    slots = material.slots(fact, whole)
    if slots["where"] in _NO_PART or slots["by"] is Relation.APART:
        return False
    parties = any(map(material.actors.is_actor, fact.of | whole.of))  # or people: the children of civilians
    return not (parties and slots["of"] in _NO_PART)


def ordered(facts: list[Fact]) -> tuple[Fact, ...]:
    """Return facts in the order of the texts, each once."""
    return tuple(sorted({id(fact): fact for fact in facts}.values(), key=lambda fact: fact.position))
