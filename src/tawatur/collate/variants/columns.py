"""Columns: a telling figure of one statement, slot by slot, whatever else its renditions read otherwise.

A report that garbles two slots of a figure, or that a program misreads in one more, differs from the others in two.
A figure that seldom occurs is one figure all the same: it is held against itself in each slot by those renditions
alone whose own words fill it. And a figure that one rendition lacks has, where its measure's only other figure there
looks like it misprinted, that one for its counterpart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import Number, is_slip, is_transposed, meet
from tawatur.collate.variants.alignment import Alignment, Reading
from tawatur.model import Slot

#: A figure of so many bits (about thirty) is one figure in all renditions of a statement.
TELLING = 6.0
#: A misprinted figure has two digits at least, and tells so many bits.
_TWO_DIGITS = 10
_THREE_DIGITS = 100
_MISPRINTED = 4.0
#: A figure rounds another where the two differ by no more than this share.
_ROUNDING = 0.1
#: Units of what is counted one by one.
_COUNTED = frozenset({"person", "event", "site"})
_SLOTS: tuple[Slot, ...] = ("of", "where", "when")
#: Measures that a program takes where it found nothing said of a figure.
_UNTOLD = frozenset({"other", "strength", "beneficiaries"})


class Parting(NamedTuple):
    """Two sides of one figure's slot; most witnesses have `norm`. `sure`: whether no misreading makes such a one."""

    slot: Slot
    odd: Reading
    norm: Reading
    sure: bool = False


def partings_by_column(alignment: Alignment) -> Iterator[Parting]:
    """Yield the partings of each telling figure by its slots, then those of figures that look misprinted."""
    figures: dict[Number, list[Fact]] = defaultdict(list)
    for fact in alignment.statement.facts:
        if fact.number is not None and not fact.claim.change:
            figures[fact.number].append(fact)
    for facts in figures.values():
        if facts[0].bits >= TELLING:
            yield from _by_slot(alignment, facts)
        if facts[0].bits >= _MISPRINTED:
            yield from _shares(alignment, facts)
    for facts in figures.values():
        yield from _misprinted(alignment, facts, figures)


def _by_slot(alignment: Alignment, facts: list[Fact]) -> Iterator[Parting]:
    measured = [fact for fact in facts if fact.measure not in _UNTOLD]
    if len({fact.unit for fact in measured}) != 1 or _is_double(alignment, measured):
        return
    for slot in _SLOTS:
        told = [fact for fact in measured if getattr(fact, slot) and slot not in fact.loose]
        yield from _sides(alignment, slot, told, _differing(alignment, slot))
    yield from _sides(
        alignment, "measure", measured, lambda one, other: alignment.measure(one) != alignment.measure(other)
    )


def _shares(alignment: Alignment, facts: list[Fact]) -> Iterator[Parting]:
    """Yield a share of which some witnesses make a count, or the other way: 18 per cent of them, 18 of them."""
    counted = [fact for fact in facts if fact.unit == "percent" or fact.unit in _COUNTED]
    for parting in _sides(
        alignment, "measure", counted, lambda one, other: (one.unit == "percent") != (other.unit == "percent")
    ):
        yield parting._replace(sure=True)


def _is_double(alignment: Alignment, facts: list[Fact]) -> bool:
    """Tell whether one witness gives the number of two measures: two things of equal number."""
    kinds: dict[int, set[str]] = defaultdict(set)
    for fact in facts:
        for witness in alignment.witnesses([fact]):
            kinds[witness].add(alignment.measure(fact))
    return any(len(measures) > 1 for measures in kinds.values())


def _differing(alignment: Alignment, slot: Slot) -> Callable[[Fact, Fact], bool]:
    return lambda one, other: alignment.slots(one, other)[slot] is Relation.APART


def _sides(
    alignment: Alignment, slot: Slot, facts: list[Fact], differ: Callable[[Fact, Fact], bool]
) -> Iterator[Parting]:
    """Yield each side that fewer witnesses take against the one that most take, two at least."""
    sides: list[list[Fact]] = []
    leads: list[list[Fact]] = []  # of each side one fact of each kind
    home_of: dict[object, int] = {}
    for fact in facts:
        kind = alignment.kind(fact)
        home = home_of.get(kind)
        if home is None:
            home = next((at for at, side in enumerate(leads) if not any(differ(fact, one) for one in side)), len(sides))
            if home == len(sides):
                sides.append([])
                leads.append([])
            leads[home].append(fact)
            home_of[kind] = home
        sides[home].append(fact)
    readings = [Reading(side[0], side, alignment.witnesses(side)) for side in sides]
    most = max(range(len(sides)), key=lambda at: len(readings[at].witnesses), default=0)
    for at, odd in enumerate(readings):
        norm = readings[most]
        if at == most or odd.reports & norm.reports:
            continue
        if len(norm.witnesses) > max(1, len(odd.witnesses)) and all(
            differ(one, other) for one in leads[at] for other in leads[most]
        ):
            yield Parting(slot, odd, norm)


def _misprinted(alignment: Alignment, norm_facts: list[Fact], figures: dict[Number, list[Fact]]) -> Iterator[Parting]:
    """Yield the figures of one witness each that look like a figure of two witnesses or more misprinted."""
    number = norm_facts[0].number
    assert number is not None
    by_measure: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in norm_facts:
        by_measure[alignment.measure(fact), fact.unit].append(fact)
    for kind, facts in by_measure.items():
        norm = Reading(facts[0], facts, alignment.witnesses(facts))
        if number[0] < _TWO_DIGITS or facts[0].bits < _MISPRINTED or len(norm.witnesses) < 2:
            continue
        have = {fact.report for fact in norm_facts}
        for other, odd_facts in figures.items():
            alike = [fact for fact in odd_facts if (alignment.measure(fact), fact.unit) == kind]
            odd = Reading(alike[0], alike, alignment.witnesses(odd_facts)) if alike else None
            if odd is not None and is_rounded(odd.lead, norm.lead):
                continue
            if odd is None or have & {fact.report for fact in odd_facts} or len(odd.witnesses) >= len(norm.witnesses):
                continue
            looks = is_transposed(number, other) or (
                min(number[0], other[0]) >= _THREE_DIGITS and is_slip(number, other)
            )
            slots = alignment.slots(odd.lead, norm.lead)
            elsewhere = slots["where"] is Relation.APART and slots["when"] is not Relation.SAME
            if (
                looks
                and not alignment.has_more_of_its_own(odd, norm)
                and any(alignment.slots(one, norm.lead)["of"] is not Relation.APART for one in odd.facts)
                and not elsewhere
            ):
                yield Parting("value", odd, norm)


def is_rounded(one: Fact, other: Fact) -> bool:
    """Tell whether one figure may be the other told in round numbers (`about a thousand` of 1040), or a bound of it."""
    if one.interval is None or other.interval is None or meet(one.interval, other.interval):
        return True
    assert one.number is not None
    assert other.number is not None
    digits = [len(f"{fact.number[0]:.0f}".rstrip("0")) for fact in (one, other) if fact.number is not None]
    return digits[0] != digits[1] and abs(one.number[0] - other.number[0]) <= _ROUNDING * other.number[0]
