"""Breakdowns: figures of one report that differ in one slot alone, and the total that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tawatur.packs import Check, Knowledge
from tawatur.registers.facts import Fact, slot_value
from tawatur.registers.intervals import interval, middle, together
from tawatur.registers.register import Checked
from tawatur.registers.rows import Key, Placed
from tawatur.registers.sums import total_of

#: Below this the largest of three figures is the others' sum too often by chance, where nothing else says it is.
_TELLING = 100
_FEWEST = 3


class Breakdowns:
    """Finds the totals of breakdowns by place or party."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def find(self, check: Check, placed: Sequence[Placed]) -> Iterator[tuple[Key, Checked]]:
        """Yield the totals of a column with what their parts make.

        A total that rivals another is left out where its rival has the parts' sum: they are the rival's. A total that
        its parts fall short of is left out, as a report need not name all of them.
        """
        for slot in check.over:
            grouped: dict[tuple[object, ...], list[Placed]] = {}
            for one in placed:
                if one.column == check.total and not one.fact.claim.change:
                    grouped.setdefault(_apart_from(slot, one.fact), []).append(one)
            for group in grouped.values():
                found = self._totals(check.total, slot, group)
                for origin in {one.fact.origins[0]: None for one in group} if not found else ():
                    own = [one for one in group if one.fact.origins[0] == origin]
                    found += self._totals(check.total, slot, own)
                yield from found

    def _totals(self, column: str, slot: str, group: Sequence[Placed]) -> list[tuple[Key, Checked]]:
        if len(group) < _FEWEST:
            return []
        wholes = [one for one in group if self._is_whole(one, slot, group)]
        candidates = wholes or [max(group, key=lambda one: middle(one.fact.claim))]
        parts = [one.fact for one in group if one not in candidates]
        if not self._are_apart(parts, slot, wholes):
            return []
        checked = [(one, total_of(column, one.fact, parts)) for one in candidates]
        fitting = [(one, found) for one, found in checked if found.holds and (wholes or _is_telling(one.fact, parts))]
        if not fitting and wholes and slot != "of":
            fitting = [(one, found) for one, found in checked if _exceeded(one.fact, parts)]
        return [(one.key, found) for one, found in fitting]

    def _is_whole(self, one: Placed, slot: str, group: Sequence[Placed]) -> bool:
        """Tell whether a fact's slot holds those of all others that have another: unstated, joined, or a place of
        theirs.
        """
        own = _values(one.fact, slot)
        others = [_values(other.fact, slot) for other in group if _values(other.fact, slot) != own]
        if len(others) < _FEWEST - 1 or any(not other for other in others):
            return False
        if not own:
            return True
        if slot != "where":
            return all(self._is_part(other, own) for other in others)
        return all(any(self._knowledge.within(inner, outer) for outer in own) for other in others for inner in other)

    def _is_part(self, other: tuple[str, ...], whole: tuple[str, ...]) -> bool:
        return all(party in whole or not set(self._knowledge.ancestors(party)).isdisjoint(whole) for party in other)

    def _are_apart(self, parts: Sequence[Fact], slot: str, wholes: Sequence[Placed]) -> bool:
        """Tell whether parts can be added: two at least, each of its own, none inside another.

        Where the number alone tells the total, parts may overlap as far as names go: reports draw areas loosely.
        """
        values = [_values(part, slot) for part in parts]
        if len(parts) < _FEWEST - 1 or len(set(values)) < len(values) or not all(values):
            return False
        if not wholes:
            return True
        if slot == "where":
            return not any(
                self._knowledge.within(one, other) or self._knowledge.within(other, one)
                for first, second in combinations(values, 2)
                for one in first
                for other in second
            )
        return not any(self._is_part(one, other) or self._is_part(other, one) for one, other in combinations(values, 2))


def _apart_from(slot: str, fact: Fact) -> tuple[object, ...]:
    """Return all that the figures of a breakdown have in common."""
    claim = fact.claim
    others = tuple(slot_value(claim, other) for other in ("of", "by", "where") if other != slot)
    return fact.report.doc, fact.report.section, claim.measure, claim.unit, claim.when, others


def _values(fact: Fact, slot: str) -> tuple[str, ...]:
    if slot == "where":
        return tuple(sorted(fact.claim.where))
    value = getattr(fact.claim, slot)
    return tuple(sorted(value.split("+"))) if value else ()


def _is_telling(total: Fact, parts: Sequence[Fact]) -> bool:
    """Tell whether a total that only its number makes one is no chance: large, and of its parts' origin."""
    return middle(total.claim) >= _TELLING and all(part.origins[0] == total.origins[0] for part in parts)


def _exceeded(total: Fact, parts: Sequence[Fact]) -> bool:
    stated, ranges = interval(total.claim), [interval(part.claim) for part in parts]
    known = [one for one in ranges if one is not None]
    return stated is not None and len(known) == len(parts) and together(known)[0] > stated[1]
