"""Stated changes in per cent, and the levels that they join: what the one implies of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import compare_days
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import meet
from tawatur.collate.variants.compared import bears_out, levels_in_words
from tawatur.collate.voices.voices import Voices

#: A level belongs to a change where they stand within this many characters.
_NEAR = 400
#: A percentage is rounded to whole points, a level to what it is stated with.
_HALF_POINT = 0.6
#: A level that a program read is the change's own where it misses what the change implies by less than this factor.
_REACH = 2.0


class Change(NamedTuple):
    """A change with the levels that it joins, the implied level, and whether a stated level bears it out."""

    pct: tuple[Fact, ...]
    levels: tuple[Fact, ...]
    implied: float
    holds: bool | None


def find_changes(material: Material, voices: Voices) -> list[Change]:
    """Return the stated changes with a level beside them, those of one statement's renditions as one."""
    gathered: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for facts in material.facts_of:
        for fact in facts:
            if fact.unit != "percent" or not fact.claim.change or fact.number is None:
                continue
            found = _join(fact, facts, material)
            if found is not None:
                home = voices.home(fact)
                levels = tuple(sorted(level.number or (0.0, 0.0) for level in found.levels))
                gathered[(*home, fact.measure, fact.number, levels)].append(found)
    return [
        Change(
            tuple(fact for change in same for fact in change.pct),
            tuple(fact for change in same for fact in change.levels),
            same[0].implied,
            same[0].holds,
        )
        for same in gathered.values()
    ]


def _join(pct: Fact, facts: Sequence[Fact], material: Material) -> Change | None:
    levels = [fact for fact in facts if _is_level(fact, pct, material)]
    if pct.number is None or pct.number[0] == 0 or pct.number[0] < -100:
        return None
    factor = 1 + pct.number[0] / 100
    now, before = _now_and_before(pct, levels) if levels else (None, None)
    if not pct.coded:
        told = levels_in_words(pct, facts, material)
        if now is None or before is None or not bears_out(pct, now, before):
            now, before = told if told.before is not None or (now is None and before is None) else (now, before)
        levels = [fact for fact in (now, before) if fact is not None]
    if now is not None and before is not None and before.number and now.interval and before.interval:
        implied = before.number[0] * factor
        margin = before.number[0] * _HALF_POINT / 100 + 0.5
        low, high = sorted((before.interval[0] * factor, before.interval[1] * factor))
        holds = meet((low - margin, high + margin), now.interval)
        if not holds and not pct.coded and not _within_reach(implied, now.number or now.interval):
            return None  # more likely levels of something else
        return Change((pct,), (before, now), _whole(implied), holds)
    if any(_is_rival(fact, pct, levels, material) for fact in facts):
        return None  # the other level may be stated, and was not recognised as one
    if now is not None and now.number and factor > 0:
        return Change((pct,), (now,), _whole(now.number[0] / factor), None)
    if before is not None and before.number:
        return Change((pct,), (before,), _whole(before.number[0] * factor), None)
    return None


def _within_reach(implied: float, now: tuple[float, float]) -> bool:
    return max(implied, now[0]) <= _REACH * max(1.0, min(implied, now[1]))


def _is_rival(fact: Fact, pct: Fact, levels: Sequence[Fact], material: Material) -> bool:
    """Tell whether a figure beside a change, of the same measure and nobody else's count, is none of its levels."""
    if fact.measure != pct.measure or fact.unit == "percent" or fact.claim.change or fact.number is None:
        return False
    if fact.of != pct.of or (fact in levels and compare_days(fact.when, pct.when) is Relation.SAME):
        return False
    return (fact.origin == pct.origin or not fact.sourced) and material.one_sentence(fact, pct)


def _is_level(fact: Fact, pct: Fact, material: Material) -> bool:
    if fact.measure != pct.measure or fact.unit == "percent" or fact.claim.change or fact.number is None:
        return False
    slots = material.slots(fact, pct)
    if fact.of != pct.of and slots["of"] is not Relation.SAME:
        return False
    placed = slots["where"] is Relation.SAME or not (fact.where and pct.where)
    if not placed or slots["by"] is Relation.APART:
        return False
    return any(abs(claim.start - pct.claim.start) <= _NEAR for claim in fact.claims)


def _now_and_before(pct: Fact, levels: list[Fact]) -> tuple[Fact | None, Fact | None]:
    """Return the level of the change's own period, and the nearest of the period before it."""

    def distance(fact: Fact) -> tuple[bool, bool, int]:
        gap = min(abs(claim.start - pct.claim.start) for claim in fact.claims)
        return fact.where != pct.where, fact.origin != pct.origin, gap

    if pct.when is None:
        dated = sorted((f for f in levels if f.when is not None and f.when.end is not None), key=distance)[:2]
        if len(dated) == 2 and compare_days(dated[0].when, dated[1].when) is Relation.APART:
            earlier, later = sorted(dated, key=_end)
            return later, earlier
        return None, None
    own = [fact for fact in levels if compare_days(fact.when, pct.when) is Relation.SAME] or [
        fact for fact in levels if _is_of_day(fact, pct.when.end)
    ]
    own = [fact for fact in own if fact.by == pct.by] or own
    if len({fact.number for fact in own if fact.origin == pct.origin and fact.where == pct.where}) > 1:
        return None, None  # which of them is the level after the change can't be told
    start = pct.when.start
    past = [
        fact
        for fact in levels
        if fact.when is not None and start is not None and fact not in own
        if 0 < _end(fact) < start or (pct.when.length != 1 and _is_of_day(fact, start))
    ]

    now = min(own, key=distance, default=None)
    past = [fact for fact in past if now is None or fact.unit == now.unit]

    def nearness(fact: Fact) -> tuple[bool, bool, int, tuple[str, int, int, str]]:
        return fact.where == pct.where, fact.origin == pct.origin, _end(fact), fact.position

    return now, max(past, key=nearness, default=None)


def _is_of_day(fact: Fact, day: int | None) -> bool:
    """Tell whether a level is as of a day alone: a rise since January is from its first day's to the last one's."""
    return fact.when is not None and day is not None and fact.when.start == fact.when.end == day


def _end(fact: Fact) -> int:
    return 0 if fact.when is None else fact.when.end or 0


def _whole(value: float) -> float:
    return float(round(value)) if abs(value - round(value)) < 1e-6 else round(value, 1)
