"""One number for two things: the same figure, places and period, counting different things in different reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.collate.copies.copies import Copies
from tawatur.collate.copies.prevalence import key
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import cell, compare_days
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import information
from tawatur.collate.voices.voices import Voices

_NUMBER_BITS = 4.5
_TOTAL_BITS = 9.0
#: Where a side leaves its period open, the figure itself must tell this much.
_UNDATED_BITS = 8.0
_UNMOVED_UNITS = frozenset({"percent", "date"})
#: Counts of a body's members or a land's people, whose body a program seldom reads: they stand with any news.
_OF_BODIES = frozenset({"members", "inhabitants", "nationalities"})
#: Measures of which one may be said for the other, so that an equal figure is no surprise.
_KIN = (
    frozenset({"killed", "neutralized", "killed_or_detained", "casualties", "wounded"}),
    frozenset({"detained", "held", "killed_or_detained", "neutralized", "surrendered", "sentenced", "released"}),
    frozenset({"returned", "repatriated", "displaced", "camp_population", "released"}),
    frozenset({"operations", "airstrikes"}),
    frozenset({"attacks", "clashes"}),
    frozenset({"strength", "members"}),
)
#: Of these, pairs that nobody says for one another, though a program may read one for the other.
_OPPOSED = (
    frozenset({"killed", "wounded"}),
    frozenset({"detained", "released"}),
    frozenset({"held", "released"}),
    frozenset({"displaced", "returned"}),
)
#: What befell as many as were hurt by chance is less than so many bits.
_OPPOSED_BITS = 6.5


_Sides = tuple[tuple[Fact, ...], tuple[Fact, ...]]


class SameNumber(NamedTuple):
    """One figure said of two things; `odd` is the side that fewer voices, or none that is named, stand for."""

    odd: tuple[Fact, ...]
    norm: tuple[Fact, ...]
    bucket: int


def find_same_numbers(material: Material, voices: Voices, copies: Copies) -> list[SameNumber]:
    """Return the figures that count different things in different reports of different statements."""
    index: dict[int, list[Fact]] = defaultdict(list)
    for fact in material.facts:
        bucket = bucket_of(fact, material)
        if bucket is not None:
            index[bucket].append(fact)
    return [
        SameNumber(odd, norm, bucket)
        for bucket, facts in index.items()
        if len({fact.report for fact in facts}) > 1
        for odd, norm in _sides(facts, material, voices, copies)
    ]


def bucket_of(fact: Fact, material: Material) -> int | None:
    """Return the key of the bucket in which a figure meets other reports' equal ones; None where it meets none.

    A figure that tells little is held only against those of its own period.
    """
    if not _is_candidate(fact):
        return None
    telling = fact.bits >= _UNDATED_BITS
    if not telling and fact.when is None:
        return None
    period = None if telling or fact.when is None else cell(fact.when)
    return key("same number", fact.number, fact.unit, material.places.keys(fact.where), period)


def _is_candidate(fact: Fact) -> bool:
    return (
        fact.number is not None
        and information(fact.number) >= _NUMBER_BITS
        and fact.unit not in _UNMOVED_UNITS
        and bool(fact.where)
        and not fact.claim.change
        and not fact.claim.optional
        and fact.measure != "other"
        and (fact.coded or fact.measure not in _OF_BODIES)
    )


def _sides(bucket: list[Fact], material: Material, voices: Voices, copies: Copies) -> Iterator[_Sides]:
    """Sort the facts of one figure by what they count, and set the thing with fewest voices against the others'."""
    things: list[list[Fact]] = []
    for fact in sorted(bucket, key=lambda fact: (not fact.of, fact.when is None, fact.position)):
        for thing in things:
            if _one_thing(fact, thing[0], material):
                thing.append(fact)
                break
        else:
            things.append([fact])
    ranked = sorted(things, key=lambda thing: (-_voices(thing, voices), not _is_named(thing), thing[0].position))
    for at, odd in enumerate(ranked):
        for norm in ranked[:at]:
            if _misattributed(odd, norm, material, voices, copies):
                yield tuple(odd), tuple(norm)
                break


def _one_thing(fact: Fact, other: Fact, material: Material) -> bool:
    slots = material.slots(fact, other)
    return fact.measure == other.measure and Relation.APART not in (slots["when"], slots["of"])


def _misattributed(
    odd: Sequence[Fact], norm: Sequence[Fact], material: Material, voices: Voices, copies: Copies
) -> bool:
    first, second = odd[0], norm[0]
    if compare_days(first.when, second.when) not in (Relation.SAME, Relation.UNKNOWN):
        return False
    if first.measure != second.measure:
        if _are_kin(first, second) or _are_two_peoples(first, second, material):
            return False
    elif material.slots(first, second)["of"] is not Relation.APART:
        return False
    elif first.unit != "person" and not (first.coded and second.coded):
        return False  # of acts a program takes now the target, now the speaker for whom they are of
    if {copies.group_of[fact.report] for fact in odd} & {copies.group_of[fact.report] for fact in norm}:
        return False
    statements = {voices.statement(fact) for fact in odd} - {None}
    if statements & {voices.statement(fact) for fact in norm}:
        return False  # a variant of one statement says more
    if not all(any(fact.claim.bound == "exact" for fact in side) for side in (odd, norm)):
        return False
    if (first.when is None or second.when is None) and first.bits < _UNDATED_BITS:
        return False
    return _tells(first, second, material) >= _TOTAL_BITS


def _are_two_peoples(first: Fact, second: Fact, material: Material) -> bool:
    """Tell whether another thing befell other people, as a program read it: nothing but a number is alike."""
    if (first.coded and second.coded) or not (first.of and second.of) or first.of == second.of:
        return False
    return not material.slots(first, second)["of"].nested


def _are_kin(first: Fact, second: Fact) -> bool:
    """Tell whether the measures of two facts may be said for one another, or be alike by chance."""
    measures = {first.measure, second.measure}
    if first.coded and second.coded and measures in _OPPOSED:
        return first.bits < _OPPOSED_BITS
    return any(measures <= kin for kin in _KIN)


def _tells(first: Fact, second: Fact, material: Material) -> float:
    """Return the bits of figure, places and period; a period that one side leaves open tells nothing."""
    bits = first.bits
    if material.places.is_local(first.where):
        bits += 3.0
    else:
        bits += float(len(first.where))
    if first.when is None or second.when is None:
        return bits
    length = first.when.length or 400
    return bits + (4.0 if length <= 3 else 3.0 if length <= 31 else 2.0 if length <= 200 else 1.0)


def _voices(facts: list[Fact], voices: Voices) -> int:
    return len(voices.independent(voices.gather(facts)))


def _is_named(facts: Sequence[Fact]) -> bool:
    return any(fact.sourced for fact in facts)
