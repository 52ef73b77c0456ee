"""Where: lists of the codebook's place strings compared through the packs, unknown places by their names."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.collate.facts.relations import Relation
from tawatur.packs import Knowledge
from tawatur.packs.where import directions, parse, plain

Where = tuple[str, ...]

#: Kinds of places that hold no town but themselves, and how far, in kilometres, one of them reaches.
_TOWNS = frozenset({"city", "town", "village", "camp"})
_REACH = 25.0

_MIRROR = {Relation.WITHIN: Relation.HOLDS, Relation.HOLDS: Relation.WITHIN}


class Places:
    """Compares `where` slots; answers are kept, as few places recur often."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._pairs: dict[tuple[str, str], Relation] = {}
        self._lists: dict[tuple[Where, Where], Relation] = {}
        self._keys: dict[str, str] = {}
        self._slots: dict[Where, frozenset[str]] = {}

    def key(self, place: str) -> str:
        """Return what one place's spellings share: its entry and side, or its plain name."""
        known = self._keys.get(place)
        if known is None:
            entry = self._knowledge.place_of(place)
            words = parse(place)
            side = "" if words.side == "near" else words.side  # what is near a place is told of it
            name = f"{plain(words.name)}, {words.country}" if entry is None else entry.id
            known = f"{side}|{name}"
            self._keys[place] = known
        return known

    def keys(self, where: Where) -> frozenset[str]:
        """Return the keys of the places of a slot, without those in which another of them lies."""
        if len(where) < 2:
            return frozenset(self.key(place) for place in where)
        if where not in self._slots:
            self._slots[where] = frozenset(
                self.key(place)
                for place in where
                if not any(self._pair(other, place) is Relation.WITHIN for other in where if other != place)
            )
        return self._slots[where]

    def arabic_names(self, place: str) -> tuple[str, ...]:
        """Return a place's Arabic names as the normalised view spells them, the article left out."""
        entry = self._knowledge.place_of(place)
        return () if entry is None else tuple(fold(name).removeprefix("ال") for name in entry.ar)

    def are_other_names(self, one: str, other: str) -> bool:
        """Tell whether two places bear names that share no word."""
        first, second = ({*plain(parse(place).name).split()} for place in (one, other))
        return bool(first) and bool(second) and not first & second

    def compare(self, one: Where, other: Where) -> Relation:
        """Return how two lists of places stand to each other; an empty one is unknown."""
        if not one or not other:
            return Relation.UNKNOWN
        if one == other:
            return Relation.SAME
        pair = (one, other)
        if pair not in self._lists:
            relation = self._compare(one, other)
            self._lists[pair] = relation
            self._lists[other, one] = _MIRROR.get(relation, relation)
        return self._lists[pair]

    def lie_apart(self, one: Where, other: Where) -> bool:
        """Tell whether two slots name one town each, and these lie further apart than any town reaches."""
        if len(one) != 1 or len(other) != 1:
            return False
        first, second = self._knowledge.place_of(one[0]), self._knowledge.place_of(other[0])
        if first is None or second is None or not {first.kind, second.kind} <= _TOWNS:
            return False
        apart = first.kilometres_to(second)
        return apart is not None and apart > _REACH

    def is_sublist(self, one: Where, other: Where) -> bool:
        """Tell whether one of two lists leaves out places of the other: one country given for both."""
        first, second = self.keys(one), self.keys(other)
        return bool(first) and bool(second) and (first < second or second < first)

    def make_up(self, parts: tuple[Where, ...], whole: Where) -> bool:
        """Tell whether the parts' places are together the whole's list: Iraq and Syria for [Iraq, Syria]."""
        covered = [self.keys(part) for part in parts]
        union = frozenset().union(*covered)
        return len(whole) > 1 and union == self.keys(whole) and sum(map(len, covered)) == len(union)

    def countries(self, where: Where) -> frozenset[str]:
        """Return the countries of a slot's places, by their codes."""
        return frozenset(place.rpartition(",")[2].strip() for place in where)

    def share_country(self, one: Where, other: Where) -> bool:
        """Tell whether two slots have a country in common."""
        return not self.countries(one).isdisjoint(self.countries(other))

    def is_local(self, where: Where) -> bool:
        """Tell whether a slot names something smaller than countries."""
        return bool(where) and all("," in place for place in where)

    def is_side_of_land(self, where: Where) -> bool:
        """Tell whether a slot names a side of a country (`northern Mali`), of which it isn't known what it holds."""
        entries = [self._knowledge.place_of(place) for place in where]
        return bool(where) and all(
            entry is not None and entry.kind == "country" and directions(parse(place).side)
            for place, entry in zip(where, entries, strict=True)
        )

    def _compare(self, one: Where, other: Where) -> Relation:
        table = [[self._pair(a, b) for b in other] for a in one]
        inside = [any(r in (Relation.SAME, Relation.WITHIN) for r in row) for row in table]
        outside = [any(row[i] in (Relation.SAME, Relation.HOLDS) for row in table) for i in range(len(other))]
        if all(inside) and all(outside):
            return Relation.SAME
        if all(inside):
            return Relation.WITHIN
        if all(outside):
            return Relation.HOLDS
        if any(inside) or any(outside):
            # a place that no pack knows may lie in what the other side names
            outliers = [row for row, within in zip(table, inside, strict=True) if not within]
            unknown = all(Relation.UNKNOWN in row for row in outliers) and not any(outside)
            return Relation.UNKNOWN if unknown else Relation.OVERLAPS
        return Relation.APART if all(r is Relation.APART for row in table for r in row) else Relation.UNKNOWN

    def _pair(self, one: str, other: str) -> Relation:
        if one == other or self.key(one) == self.key(other):
            return Relation.SAME
        pair = (one, other)
        if pair not in self._pairs:
            self._pairs[pair] = self._judge(one, other)
        return self._pairs[pair]

    def _judge(self, one: str, other: str) -> Relation:
        inside, holds = self._knowledge.within(one, other), self._knowledge.within(other, one)
        if inside and holds:
            return Relation.SAME
        if inside:
            return Relation.WITHIN
        if holds:
            return Relation.HOLDS
        if inside is False and holds is False:
            return Relation.APART
        return self._judge_names(one, other)

    @staticmethod
    def _judge_names(one: str, other: str) -> Relation:
        first = [part.strip().casefold() for part in one.split(",")]
        second = [part.strip().casefold() for part in other.split(",")]
        if first[-1] != second[-1]:
            return Relation.APART
        if first[-len(second) :] == second:
            return Relation.WITHIN
        return Relation.HOLDS if second[-len(first) :] == first else Relation.UNKNOWN
