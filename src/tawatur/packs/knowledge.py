"""What the loaded packs know, joined into one: actors, states, places, outlets and word tables, and look-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from tawatur.packs.registers import RegisterDefinition
from tawatur.packs.rows import Actor, Attribution, Cue, Noun, Outlet, Person, PlaceEntry, State, Trigger
from tawatur.packs.where import Where, consonants, directions, opposed, parse, plain

#: Of places that share a name in a country, the one meant is the largest kind.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        ("country", "admin1", "region", "city", "admin2", "camp", "site", "feature", "town", "village")
    )
}


class Knowledge:
    """The knowledge of the packs `names`, read-only.

    `actors` by key, `states` by ISO 3166 alpha-2 code, `places` by id, `persons` and `registers` by key; `nouns`,
    `triggers`, `attributions` and `cues` are the packs' tables one after the other.
    """

    def __init__(
        self,
        names: tuple[str, ...],
        *,
        actors: Mapping[str, Actor],
        persons: Mapping[str, Person],
        states: Mapping[str, State],
        places: Mapping[str, PlaceEntry],
        outlets: tuple[Outlet, ...],
        nouns: tuple[Noun, ...] = (),
        triggers: tuple[Trigger, ...] = (),
        attributions: tuple[Attribution, ...] = (),
        cues: tuple[Cue, ...] = (),
        registers: Mapping[str, RegisterDefinition] | None = None,
    ) -> None:
        self.names = names
        self.actors = actors
        self.persons = persons
        self.states = states
        self.places = places
        self.outlets = outlets
        self.nouns = nouns
        self.triggers = triggers
        self.attributions = attributions
        self.cues = cues
        self.registers = registers or {}
        self._resolved: dict[str, PlaceEntry | None] = {}

    def ancestors(self, key: str) -> tuple[str, ...]:
        """Return the keys that an actor belongs to, nearest first; none where the key is a free name."""
        found: list[str] = []
        actor = self.actors.get(key)
        while actor is not None and actor.parent is not None and actor.parent not in found:
            found.append(actor.parent)
            actor = self.actors.get(actor.parent)
        return tuple(found)

    def listed(self, group: str) -> frozenset[str]:
        """Return the words, or keys, that the packs' cues list under a class, such as `actors:armed_group`."""
        return frozenset(word for cue in self.cues if cue.group == group for word in cue.words)

    def place_of(self, where: str) -> PlaceEntry | None:
        """Return the place that a codebook string `[side ]Name[, governorate], CC` names; None where none is known.

        The side is left out of account: `western Aleppo, SY` is Aleppo, `northern Iraq, IQ` is Iraq.
        """
        if where not in self._resolved:
            self._resolved[where] = self._resolve(where)
        return self._resolved[where]

    def place_names(self, *, ambiguous: bool = False) -> Iterator[tuple[str, str]]:
        """Yield (Arabic name, place id): the names that are sure by themselves, or the ambiguous ones only."""
        for place in self.places.values():
            for name in place.ar:
                if (name in place.ambiguous) is ambiguous:
                    yield name, place.id

    def outlet_names(self, *, ambiguous: bool = False) -> Iterator[tuple[str, str]]:
        """Yield (Arabic name, outlet key): the names that are sure by themselves, or the ambiguous ones only."""
        for outlet in self.outlets:
            for name in outlet.ar:
                if (name in outlet.ambiguous) is ambiguous:
                    yield name, outlet.key

    def within(self, inner: str, outer: str) -> bool | None:
        """Tell whether the first place lies inside the second, or is the same; None where that can't be known."""
        first, second = self.place_of(inner), self.place_of(outer)
        if first is None or second is None:
            return None
        side, other = _side(inner, first), _side(outer, second)
        if first.id == second.id:
            return _same_place_within(side, other)
        if second.id in self.place_chain(first):
            own = parse(f"{first.name}, {first.country}")
            if other and plain(own.name) == plain(second.name):  # a region that is a side of its land by name
                return _same_place_within(own.side, other)
            if other or (side == "near" and second.kind != "country"):
                return None
            return True
        if first.id in self.place_chain(second):
            return False
        return False if self._apart(first, second) else None

    def place_chain(self, place: PlaceEntry) -> tuple[str, ...]:
        """Return the ids of the places that `place` lies in, nearest first, its country last."""
        chain: list[str] = []
        above = place.parent
        while above is not None and above not in chain:
            chain.append(above)
            entry = self.places.get(above)
            above = entry.parent if entry is not None else None
        if place.kind != "country" and place.country not in chain:
            chain.append(place.country)
        return tuple(chain)

    def _apart(self, first: PlaceEntry, second: PlaceEntry) -> bool:
        """Tell whether two places, neither known to hold the other, surely don't overlap."""
        if first.country != second.country:
            return "EU" not in (first.country, second.country)
        drawn = (
            {self._division(first), self._division(second)} if "region" not in (first.kind, second.kind) else set()
        ) - {None}
        return len(drawn) == 2

    def _division(self, place: PlaceEntry) -> str | None:
        for id_ in (place.id, *self.place_chain(place)):
            entry = self.places.get(id_)
            if entry is not None and entry.kind == "admin1":
                return id_
        return None

    def _resolve(self, where: str) -> PlaceEntry | None:
        parts = parse(where)
        country = self.places.get(parts.country)
        if not parts.name:
            return country
        written = f"{parts.side} {parts.name}" if parts.side else parts.name
        for key in ((parts.country, plain(written)), (parts.country, plain(parts.name))):
            if key in self._by_name:
                return self._choose(self._by_name[key], parts)
        skeleton = consonants(parts.name)
        candidates = self._by_consonants.get((parts.country, skeleton), []) if skeleton else []
        return self._choose(candidates, parts) if candidates else None

    def _choose(self, candidates: list[PlaceEntry], parts: Where) -> PlaceEntry:
        governorate = consonants(parts.governorate) if parts.governorate else ""

        def order(place: PlaceEntry) -> tuple[bool, int, int, str]:
            above = [consonants(entry.name) for id_ in self.place_chain(place) if (entry := self.places.get(id_))]
            return (
                bool(governorate) and governorate not in above,
                _RANK.get(place.kind, len(_RANK)),
                -(place.population or 0),
                place.id,
            )

        return min(candidates, key=order)

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], list[PlaceEntry]]:
        index: dict[tuple[str, str], list[PlaceEntry]] = {}
        for place in self.places.values():
            for name in (place.name, _bare(place.name), *place.also):
                index.setdefault((place.country, plain(name)), []).append(place)
        return index

    @cached_property
    def _by_consonants(self) -> dict[tuple[str, str], list[PlaceEntry]]:
        index: dict[tuple[str, str], list[PlaceEntry]] = {}
        for place in self.places.values():
            for skeleton in {consonants(name) for name in (place.name, _bare(place.name), *place.also)}:
                if skeleton:
                    index.setdefault((place.country, skeleton), []).append(place)
        return index


def _bare(name: str) -> str:
    """Return a name without what tells it from others of its name: `al-Naimah (Daraa)` is al-Naimah."""
    return name.partition(" (")[0]


def _side(where: str, place: PlaceEntry) -> str:
    """Return the side of `place` that a place string names; none where the side is part of the place's own name."""
    parts = parse(where)
    own = plain(f"{parts.side} {parts.name}") in {plain(name) for name in (place.name, *place.also)}
    return "" if own else parts.side


def _same_place_within(side: str, other: str) -> bool | None:
    if side == other or (not other and side != "near"):
        return True
    if not side or opposed(side, other):
        return False
    within, around = directions(side), directions(other)
    return True if within > around > frozenset() else None
