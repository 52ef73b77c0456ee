"""What formats in English call the parties and places that claims name by key."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from tawatur.model import Claim
from tawatur.packs import Knowledge, PlaceEntry

#: What a party is: `state` a state, its forces or a part of them; `armed_group`; `civilians` a population that bears no
#: arms; `other` what packs know as none of these, and names that no pack has.
PartyKind = Literal["state", "armed_group", "civilians", "other"]


class Party(NamedTuple):
    """A party of a slot: its key or free name, its English name, what it is, and its state's ISO 3166 code."""

    key: str
    name: str
    kind: PartyKind
    country: str | None = None


class Country(NamedTuple):
    """A country's codes by ISO 3166: alpha-2, alpha-3, numeric (three digits, leading zeros kept)."""

    alpha2: str
    alpha3: str
    numeric: str


class Location(NamedTuple):
    """Where a claim's first place is: names as far as the packs know them, degrees, and the kind of place.

    `side` tells that the claim names a side of it or somewhere near it; `kind` is None where no pack knows the place.
    """

    name: str
    country: str
    country_name: str
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    kind: str | None = None
    side: bool = False
    id: str | None = None


class Naming:
    """Names parties and places by the packs."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._armed = knowledge.listed("actors:armed_group")
        self._combatants = knowledge.listed("actors:combatants")
        self._states = {key: state for state in knowledge.states.values() for key in (state.forces, state.key) if key}
        self.party = lru_cache(maxsize=65_536)(self._party)

    def parties(self, slot: str | None) -> list[Party]:
        """Return the parties of a slot."""
        return [self.party(key) for key in slot.split("+") if key] if slot else []

    def named(self, slot: str | None) -> str:
        """Return the English names of a slot's parties."""
        return "; ".join(party.name for party in self.parties(slot))

    def _party(self, key: str) -> Party:
        wholes = (key, *self._knowledge.ancestors(key))
        actor = self._knowledge.actors.get(key)
        state = next((self._states[one] for one in wholes if one in self._states), None)
        country = state.code if state is not None else actor.country if actor is not None else None
        if actor is not None and actor.kind == "population" and not self._combatants.intersection(wholes):
            return Party(key, actor.en, "civilians", country)
        if self._armed.intersection(wholes):
            kind: PartyKind = "armed_group"
        else:
            kind = "state" if state is not None else "other"
        name = actor.en if actor is not None else state.en if state is not None else key
        if actor is None and state is not None and key == state.forces != state.key:
            name = f"Forces of {state.en}"
        return Party(key, name, kind, country)

    def country(self, code: str) -> str:
        """Return a country's English name; the code where no pack knows it."""
        state = self._knowledge.states.get(code)
        return state.en if state is not None else code

    def codes(self, code: str) -> Country:
        """Return a country's codes; empty ones where the standard has none."""
        return countries().get(code, Country(code, "", ""))

    def location(self, claim: Claim) -> Location | None:
        """Return the first of a claim's places; None where it has none."""
        return self.place(claim.where[0]) if claim.where else None

    def place(self, where: str) -> Location:
        """Return a place of a claim."""
        code = where.rpartition(",")[2].strip()
        entry = self._knowledge.place_of(where)
        name = where.partition(",")[0].strip()
        if entry is None:
            return Location(name, code, self.country(code))
        above = [self._knowledge.places.get(one) for one in (entry.id, *self._knowledge.place_chain(entry))]
        return Location(
            name if entry.kind != "country" or name != code else entry.name,
            entry.country,
            self.country(entry.country),
            _first(above, "admin1"),
            _first(above, "admin2"),
            entry.latitude,
            entry.longitude,
            entry.kind,
            name not in {code, entry.name, *entry.also},
            entry.id,
        )


def _first(above: list[PlaceEntry | None], kind: str) -> str | None:
    return next((one.name for one in above if one is not None and one.kind == kind), None)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Return the countries' codes by alpha-2."""
    with files("tawatur.export").joinpath("data/countries.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["alpha2"]: Country(row["alpha2"], row["alpha3"], row["numeric"]) for row in rows}


class EventType(NamedTuple):
    """How event data sets call what a measure counts; empty where they have no such event."""

    acled: str
    acled_part: str
    acled_civilians: str
    acled_civilians_part: str
    plover: str
    plover_mode: str


@lru_cache(maxsize=1)
def event_types() -> dict[str, EventType]:
    """Return the event types by measure."""
    with files("tawatur.export").joinpath("data/events.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["measure"]: EventType(*(row[name] for name in EventType._fields)) for row in rows}
