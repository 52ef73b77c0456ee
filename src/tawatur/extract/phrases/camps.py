"""Camps: who fights whom, as the packs know it: the cues `camp:COUNTRY:SIDE` and `flies:COUNTRY`.

Parties of one camp do not kill each other, as far as nothing is said; those of two camps of one country do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tawatur.packs import Knowledge

_MILITANTS = "militants"


class Camps:
    """The sides of the packs' wars."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._parents = {key: actor.parent for key, actor in knowledge.actors.items() if actor.parent is not None}
        self._alliances = frozenset(key for cue in knowledge.cues if cue.group == "alliance" for key in cue.words)
        self._forces = frozenset(state.forces for state in knowledge.states.values())
        self._sides: dict[str, dict[str, str]] = defaultdict(dict)
        self._fliers: dict[str, tuple[str, ...]] = {}
        for cue in knowledge.cues:
            kind, _, rest = cue.group.partition(":")
            if kind == "camp":
                country, _, side = rest.partition(":")
                for key in cue.words:
                    self._sides[key][country] = side
            elif kind == "flies":
                self._fliers[rest] = cue.words
        self._fliers_of_any = frozenset(key for keys in self._fliers.values() for key in keys)

    @property
    def flown_over(self) -> frozenset[str]:
        """The countries over which the air forces of a war fly."""
        return frozenset(self._fliers)

    def __contains__(self, key: str) -> bool:
        """Tell whether a party is on a side of a war."""
        return bool(self.sides(key))

    def sides(self, key: str) -> dict[str, str]:
        """Return the side that a party, or the one that it belongs to, is on, by country; empty where none is known."""
        found = self._sides.get(key)
        while found is None and key in self._parents:
            key = self._parents[key]
            found = self._sides.get(key)
        return found or {}

    def may_fight(self, one: str, other: str) -> bool:
        """Tell whether two parties may be at war: not where they stand on one side, nor in wars apart."""
        mine, theirs = self.sides(one), self.sides(other)
        if not mine or not theirs:
            return True
        return any(mine[country] != theirs[country] for country in mine.keys() & theirs.keys())

    def fights(self, one: str, other: str) -> bool:
        """Tell whether two parties are known to be at war; unnamed militants are with any state's forces."""
        if _MILITANTS in (one, other):
            return one in self._forces or other in self._forces
        mine, theirs = self.sides(one), self.sides(other)
        shared = mine.keys() & theirs.keys()
        return bool(shared) and all(mine[country] != theirs[country] for country in shared)

    def foes(self, suffered: Iterable[str], among: Iterable[str]) -> list[str]:
        """Return who of some is known to fight one of those who suffered and stands on no side of theirs."""
        victims = list(suffered)
        return [
            key
            for key in among
            if (key in self._sides or key == _MILITANTS)  # who fights, not the ministry that speaks for it
            and any(self.fights(key, victim) for victim in victims)
            and all(self.may_fight(key, victim) for victim in victims)
        ]

    def may_fly(self, key: str) -> bool:
        """Tell whether a party may strike from the air: no party to a war of which it is not known."""
        return key in self._fliers_of_any or not self.sides(key)

    def only_flies(self, key: str) -> bool:
        """Tell whether a party is an alliance that fights from the air alone."""
        return key in self._alliances and key in self._fliers_of_any

    def fliers(self, countries: Iterable[str]) -> tuple[str, ...]:
        """Return who strikes from the air in the first of some countries where a pack knows of anybody."""
        return next((self._fliers[country] for country in countries if country in self._fliers), ())
