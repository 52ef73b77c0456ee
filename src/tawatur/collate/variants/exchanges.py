"""Figures that only seem to differ: two that were exchanged, and one whose counterpart is another of its report."""

from __future__ import annotations

from collections import defaultdict

from tawatur.collate.facts.actors import Parties
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.relations import Relation
from tawatur.collate.variants.alignment import Alignment, Reading


def are_exchanged(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether two figures of one quantity are told of another one the other way round.

    Of 32 schools and 16 hospitals for 16 and 32, the slip is told as of the slot in which they were exchanged.
    """
    return any(
        first.number == other.number
        and first.lead.unit == one.lead.unit
        and any(
            second.number == one.number and _is_one_quantity(first, second, alignment)
            for second in alignment.readings
            if other.witnesses <= second.witnesses
        )
        for first in alignment.readings
        if one.witnesses <= first.witnesses
    )


def has_counterpart(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether all witnesses of one of two figures, as hands coded them, have a nearer one of the other's quantity.

    Of `8 killed, 4 of them in a house`, the 8 stand for another report's 7.
    """
    return any(
        _gap(third, against) < _gap(reading, against)
        for reading, against in ((one, other), (other, one))
        for third in alignment.readings
        if third is not reading
        and reading.lead.coded
        and reading.witnesses <= third.witnesses
        and not third.reports & against.reports
        and _is_one_quantity(third, against, alignment)
    )


def are_two_parties(one: Fact, other: Fact, alignment: Alignment) -> bool:
    """Tell whether two facts are of two parties, one of which is known, or such as a report of theirs tells apart.

    The `gaolers` of one report may be the `prison's guards and staff` of another, who is `in need` one of a people.
    """
    actors = alignment.material.actors
    known = [any(actors.is_known(party) or actors.is_state(party) for party in side) for side in (one.of, other.of)]
    peoples = any(map(actors.is_people, one.of | other.of))
    if all(known) or (any(known) and not peoples):
        return True
    counted: dict[int, set[Parties]] = defaultdict(set)
    for fact in alignment.statement.facts:
        counted[fact.report].add(fact.of)
    return any({one.of, other.of} <= parties for parties in counted.values())


def _is_one_quantity(one: Reading, other: Reading, alignment: Alignment) -> bool:
    first, second = one.lead, other.lead
    if (first.measure, first.unit, first.claim.change) != (second.measure, second.unit, second.claim.change):
        return False
    slots = alignment.slots(first, second)
    return first.of == second.of and slots["where"] is not Relation.APART and slots["when"] is not Relation.APART


def _gap(one: Reading, other: Reading) -> float:
    if one.number is None or other.number is None:
        return float("inf")
    return abs(one.number[0] - other.number[0])
