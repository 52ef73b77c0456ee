"""Sums: a total and its parts, stated in one report (or one statement), that add up or don't.

Parts stand together in the text, measure what the total measures in the same period, and exclude each other: by
place, by party, by outcome (killed and wounded make casualties). A sum that holds to the last figure speaks for
itself. One that fails is told only where the parts must make the whole: their places are the total's list, their
parties leave nobody out, the text lists them as what the total is made of (`distributed over`, a colon) and the
figures look like one misprinted, or the same parts make the total in another rendition of the statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import compare_days
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import is_slip, meet
from tawatur.collate.quantities.totals import COMPOSED, Sum, family, figure, is_summed, most, stands_between
from tawatur.collate.quantities.wholes import wholes_of, without_others_parts
from tawatur.collate.sums.breakdowns import (
    EVERYBODY,
    adds_up,
    are_of_two_lists,
    broken_list,
    complete_list,
    is_misprinted,
    runs_of_parts,
    stand_together,
)
from tawatur.collate.sums.enumerations import called_list, joined_list, neighbours, wholes
from tawatur.collate.sums.sums_elsewhere import broken_elsewhere, told_across
from tawatur.collate.voices.voices import VoiceFacts, Voices

_CIVILIANS = frozenset(("civilians",))
_MOST_PARTS = 8
_LEAST_TOTAL_BITS = 4.0
#: How far after its total a list of parts may begin, in characters.
_LIST_WITHIN = 80


def find_sums(material: Material, voices: Voices) -> list[Sum]:
    """Return the sums of all reports, those of one statement's renditions as one."""
    found = [one for facts in material.facts_of for one in _sums_of(facts, material)]
    found += told_across(found, material, voices)
    found += broken_elsewhere(found, material, voices)
    found = [one for one in found if one.holds or not _are_named(one.parts)]
    gathered: dict[tuple[object, ...], list[Sum]] = defaultdict(list)
    for one in found:
        figures = tuple(sorted(fact.number or (0.0, 0.0) for fact in one.parts))
        lead = one.total[0]
        gathered[(*voices.home(lead), lead.measure, lead.unit, lead.number, figures, one.holds)].append(one)
    return [_together(instances) for instances in gathered.values()]


def _are_named(parts: Sequence[Fact]) -> bool:
    """Tell whether a text names people one by one, of whom a program may have read two as one."""
    return any(fact.persons and not fact.coded for fact in parts)


def totals_of(sums: Iterable[Sum], voices: Voices) -> dict[int, set[int]]:
    """Return the ids of the totals that each part, by its id, is a part of, in whatever rendition of a statement."""
    found: dict[int, set[int]] = defaultdict(set)
    for one in sums:
        totals, parts = (voices.in_full(VoiceFacts("", list(facts))).facts for facts in (one.total, one.parts))
        for part in parts:
            found[id(part)] |= {id(fact) for fact in totals}
    return found


def _together(instances: list[Sum]) -> Sum:
    first = instances[0]
    return Sum(
        tuple(fact for instance in instances for fact in instance.total),
        tuple(fact for instance in instances for fact in instance.parts),
        first.holds,
        first.expected,
        first.stated,
        first.misprint,
    )


def _sums_of(facts: Sequence[Fact], material: Material) -> list[Sum]:
    countable = [fact for fact in facts if fact.number is not None and is_summed(fact)]
    money = {fact.unit for fact in countable if fact.unit.isupper()}
    by_unit: dict[str, list[Fact]] = defaultdict(list)
    for fact in countable:
        # an amount without its currency (`444 مليونا`) is of the only one that the report tells of
        bare = fact.measure == "funding" and fact.unit == "other" and len(money) == 1
        by_unit[next(iter(money)) if bare else fact.unit].append(fact)
    found: list[Sum] = []
    whole_of = wholes_of(countable, material)
    for everybody in by_unit.values():
        for total in everybody:
            alike = without_others_parts(everybody, total, whole_of)
            # what was given no measure may count anything: only its place in a list makes it a part
            measured = [fact for fact in alike if fact is not total and total.measure != "other"]
            candidates = [fact for fact in measured if _may_be_part(fact, total, material)]
            best = _best(total, candidates, material)
            if best is None or not best.holds:
                told = _told_list(total, alike, material) if total.coded else _broken_down(total, alike, material)
                best = told or _called(total, without_others_parts(countable, total, whole_of), material) or best
            if best is not None:
                found.append(best)
    found = _without_sums_of_sums(found)
    nested = list(_sums_of_sums(found, countable))
    flat = {id(one.total[0]) for one in nested}
    found = [one for one in found if id(one.total[0]) not in flat] + nested
    used = {id(fact) for item in found if item.holds for fact in (*item.total, *item.parts)}
    summands = {id(fact) for item in found if item.holds for fact in item.parts}
    return [
        item
        for item in found
        if item.holds
        or not (any(id(fact) in used for fact in item.total) or all(id(fact) in summands for fact in item.parts))
    ]


def _without_sums_of_sums(found: list[Sum]) -> list[Sum]:
    """Leave out what a program's figures make with a total among the parts and its own parts beside it."""
    parts_of = {id(one.total[0]): {id(part) for part in one.parts} for one in found if one.holds}
    return [
        one
        for one in found
        if one.total[0].coded
        or not any(parts_of.get(id(part), set()) & {id(other) for other in one.parts} for part in one.parts)
    ]


def _called(total: Fact, facts: Sequence[Fact], material: Material) -> Sum | None:
    """Return the sum that a called list, or the next figures, make whatever was read of their measure and unit."""
    facts = [fact for fact in facts if not _are_bystanders(fact, total, material)]
    parts = called_list(total, facts, family(total) | {"other"}, material) or joined_list(total, facts, material)
    parts = parts or neighbours(total, [fact for fact in facts if fact.unit == total.unit], material)
    made = figure(parts)
    return Sum((total,), tuple(parts), holds=True, expected=made, stated=made) if parts else None


def _sums_of_sums(found: Sequence[Sum], facts: Sequence[Fact]) -> Iterator[Sum]:
    """Yield the totals of a text that a program read whose parts are broken down in turn, not by the lesser parts."""
    holding = {id(one.total[0]): one.parts for one in found if one.holds}
    for total in facts if holding else ():
        if total.coded:
            continue
        others = {whole: parts for whole, parts in holding.items() if whole != id(total)}
        lesser = {id(part) for parts in others.values() for part in parts}
        if not lesser & {id(part) for part in holding.get(id(total), ())} and id(total) in holding:
            continue
        parts = wholes(total, [fact for fact in facts if fact.unit == total.unit], others, family(total))
        if parts:
            made = figure(parts)
            yield Sum((total,), tuple(parts), holds=True, expected=made, stated=made)


def _broken_down(total: Fact, alike: Sequence[Fact], material: Material) -> Sum | None:
    """Return the breakdown that makes a total, whatever a program read of its parts' slots."""
    measures = family(total)
    counted = [
        fact
        for fact in alike
        if fact is not total
        and fact.measure in measures
        and material.slots(fact, total)["of"] is not Relation.APART  # nobody else's dead are among one party's
    ]
    others, runs = runs_of_parts(total, counted, material)
    for parts in runs:
        if adds_up(parts, total, material):
            expected = figure(parts)
            return Sum((total,), tuple(parts), holds=True, expected=expected, stated=expected)
    return _told_list(total, alike, material, others)


def _told_list(
    total: Fact, alike: Sequence[Fact], material: Material, timely: Sequence[Fact] | None = None
) -> Sum | None:
    """Return the sum of the list that the text gives of what a total is made of, whatever its parts are said of.

    It may fail by what is `timely`, or else of the total's measure.
    """
    complete = complete_list(total, [fact for fact in alike if fact is not total], material)
    if complete:
        expected = figure(complete)
        return Sum((total,), tuple(complete), holds=True, expected=expected, stated=expected)
    if timely is None:
        measures = family(total)
        timely = [fact for fact in alike if fact is not total and fact.measure in measures and _is_timely(fact, total)]
    parts = broken_list(total, timely, material)
    return Sum((total,), tuple(parts), holds=False, expected=figure(parts), stated=figure([total])) if parts else None


def _is_timely(fact: Fact, total: Fact) -> bool:
    relation = compare_days(fact.when, total.when)
    return relation.compatible or relation is Relation.WITHIN


def _slots(one: Fact, other: Fact, material: Material) -> dict[str, Relation]:
    """Return how slots stand to each other; a program takes the next actor for the doer too often to go by it."""
    slots = material.slots(one, other)
    if not (one.coded and other.coded) and one.measure != "funding":
        slots["by"] = Relation.UNKNOWN
    return slots


def _may_be_part(fact: Fact, total: Fact, material: Material) -> bool:
    if fact.measure not in family(total) or fact.interval is None or total.interval is None:
        return False
    if fact.number is None or total.number is None or fact.number[0] != fact.number[1]:
        return False
    if not (fact.coded and total.coded) and _are_two_parties(fact, total, material):
        return False
    slots = _slots(fact, total, material)
    if not (slots["when"].compatible or slots["when"] is Relation.WITHIN) or slots["by"] is Relation.APART:
        return False
    return not (slots["where"] is Relation.HOLDS and not material.places.make_up((fact.where,), total.where))


def _are_bystanders(fact: Fact, total: Fact, material: Material) -> bool:
    """Tell whether civilians are counted beside the dead of those who bear arms, of whom they are no part."""
    actors = material.actors
    armed = (actors.is_actor(key) and not actors.is_state(key) and not actors.is_people(key) for key in total.of)
    return bool(total.of) and fact.of == _CIVILIANS and all(armed)


def _are_two_parties(fact: Fact, total: Fact, material: Material) -> bool:
    """Tell whether two parties to the conflict are counted: the one's dead are none of the other's."""
    actors = material.actors
    if not all(map(actors.is_actor, fact.of | total.of)):
        return False
    return actors.compare(fact.of, total.of) is Relation.APART


def _lie_elsewhere(parts: Sequence[Fact], total: Fact, material: Material) -> bool:
    """Tell whether parts told one here, one there befell elsewhere than the total did."""
    if all(fact.coded for fact in (total, *parts)) or all(material.one_sentence(parts[0], part) for part in parts[1:]):
        return False
    return any(material.slots(part, total)["where"] is Relation.APART for part in parts)


def _best(total: Fact, candidates: list[Fact], material: Material) -> Sum | None:
    """Return the run of neighbouring parts that makes the total; else one that had to and does not."""
    failing: Sum | None = None
    for parts in _runs(candidates):
        if not _exclude_each_other(parts, total, material) or _lie_elsewhere(parts, total, material):
            continue
        if not total.coded and are_of_two_lists(parts, material.reports[total.report].text):
            continue
        if stands_between(total, parts):
            continue
        expected, stated = figure(parts), figure([total])
        makes_up = _makes_up(parts, total, material) or (
            is_slip((expected, expected), total.number) and _is_listed(parts, total, material)
        )
        if _adds_up(parts, total, expected, certain=makes_up):
            if not total.coded and not makes_up and not adds_up(parts, total, material):
                continue
            if makes_up or total.bits >= _LEAST_TOTAL_BITS or _is_breakdown(parts, total):
                return Sum((total,), tuple(parts), holds=True, expected=expected, stated=stated)
        elif makes_up and failing is None and not _may_be_more(parts, total) and _is_sure(parts, total):
            failing = Sum((total,), tuple(parts), holds=False, expected=expected, stated=stated)
    return failing


def _is_sure(parts: Sequence[Fact], total: Fact) -> bool:
    """Tell whether a sum that fails is the report's and not our reading's: coded by hand, or one figure misprinted."""
    if all(fact.coded for fact in (total, *parts)):
        return True
    return stand_together(parts, total) and is_misprinted(parts, total)


def _is_breakdown(parts: Sequence[Fact], total: Fact) -> bool:
    """Tell whether three parts or more name a party each, of a total that names none, at one place and time."""
    if len(parts) < 3 or total.of or not all(fact.of for fact in parts):
        return False
    return all(
        fact.where == total.where and compare_days(fact.when, total.when).compatible and fact.by == total.by
        for fact in parts
    )


def _runs(candidates: list[Fact]) -> Iterator[list[Fact]]:
    """Yield the runs of two facts or more that stand together, the longest first."""
    for length in range(min(_MOST_PARTS, len(candidates)), 1, -1):
        for first in range(len(candidates) - length + 1):
            yield candidates[first : first + length]


def _exclude_each_other(parts: list[Fact], total: Fact, material: Material) -> bool:
    """Tell whether the parts differ among themselves, and each from the total, by place, party or outcome."""
    origins = {fact.origin for fact in parts if fact.sourced or fact.coded}
    if len(origins) > 1 or (total.sourced and parts[0].sourced and total.origin != parts[0].origin):
        return False
    for at, one in enumerate(parts):
        if not _differs(one, total, material):
            return False
        if any(not _disjoint(one, other, material) for other in parts[at + 1 :]):
            return False
    return True


def _differs(part: Fact, total: Fact, material: Material) -> bool:
    slots = _slots(part, total, material)
    if part.measure != total.measure:
        return True
    if slots["when"] is Relation.WITHIN or slots["by"] is Relation.WITHIN or (part.by and not total.by):
        return True
    if part.of != total.of or slots["where"] not in (Relation.SAME, Relation.UNKNOWN):
        return True
    # places that the packs can't set in relation (a province, the badia) are two places still
    return bool(part.where) and bool(total.where) and slots["where"] is Relation.UNKNOWN


def _disjoint(one: Fact, other: Fact, material: Material) -> bool:
    if one.measure != other.measure:
        return True
    slots = _slots(one, other, material)
    if slots["when"] is Relation.APART:
        return True
    if Relation.APART in (slots["of"], slots["by"]):
        return True
    return slots["where"] in (Relation.APART, Relation.UNKNOWN, Relation.OVERLAPS) and one.where != other.where


def _makes_up(parts: list[Fact], total: Fact, material: Material) -> bool:
    """Tell whether the parts must make the whole, whatever their figures say."""
    places = tuple(fact.where for fact in parts)
    one_party = all(_is_of(fact, total) and fact.measure == total.measure for fact in parts)
    at_once = all(compare_days(fact.when, total.when).compatible for fact in parts)
    if one_party and at_once and material.places.make_up(places, total.where):
        return True
    if one_party and _tile(parts, total):
        return all(fact.where == total.where for fact in parts)
    if not at_once:
        return False
    one_place = all(material.places.compare(fact.where, total.where).compatible for fact in parts)
    if (
        one_party
        and one_place
        and len(total.by) == len(parts)
        and total.by == frozenset().union(*(p.by for p in parts))
    ):
        return True
    if one_place and frozenset().union(*(fact.of for fact in parts)) in EVERYBODY:
        return True
    composed = COMPOSED.get(total.measure)
    if not one_place or composed is None or {fact.measure for fact in parts} != composed or len(parts) != len(composed):
        return False
    return all(material.one_sentence(total, fact) for fact in parts)


def _is_of(part: Fact, total: Fact) -> bool:
    """Tell whether a part is of the total's party; a program may have read it in one of the two only."""
    return part.of == total.of or (not (part.of and total.of) and not (part.coded and total.coded))


def _is_listed(parts: Sequence[Fact], total: Fact, material: Material) -> bool:
    """Tell whether the text lists the parts after the total, in its sentence, as what it is made of."""
    if any(fact.of != total.of or fact.measure != total.measure for fact in parts):
        return False
    text = material.reports[total.report].text
    first = min(claim.start for fact in parts for claim in fact.claims)
    for claim in total.claims:
        gap = text[claim.end : first]
        listed = bool(gap) and len(gap) <= _LIST_WITHIN and (":" in gap or has_cue("made_of", gap))
        if listed and not has_cue("among", gap) and all(material.one_sentence(total, fact) for fact in parts):
            return True
    return False


def _tile(parts: Sequence[Fact], total: Fact) -> bool:
    """Tell whether the parts' periods follow each other from the total's first day to its last."""
    periods = sorted(
        (fact.when.start, fact.when.end) for fact in parts if fact.when and fact.when.start and fact.when.end
    )
    if total.when is None or len(periods) < len(parts):
        return False
    ends = [total.when.start, *(end + 1 for _, end in periods)]
    starts = [*(start for start, _ in periods), None if total.when.end is None else total.when.end + 1]
    return ends == starts


def _adds_up(parts: list[Fact], total: Fact, expected: float, *, certain: bool) -> bool:
    if total.number is None or total.interval is None:
        return False
    if total.number[0] <= expected <= total.number[1]:
        return True
    if not certain:
        return False
    lows = sum(fact.interval[0] for fact in parts if fact.interval)
    highs = sum(most(fact) for fact in parts)
    return meet((lows, max(lows, highs)), total.interval)


def _may_be_more(parts: Sequence[Fact], total: Fact) -> bool:
    """Tell whether parts that are told as a least number make less than the total, which they need not fail."""
    lows = sum(fact.interval[0] for fact in parts if fact.interval)
    opened = any(fact.interval is not None and fact.interval[1] == inf for fact in parts)
    return opened and total.interval is not None and lows < total.interval[0]
