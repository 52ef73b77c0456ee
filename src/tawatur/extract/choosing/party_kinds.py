"""Kinds of parties, and how one party stands to another, as far as the packs know."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.extract.phrases.lexicon import Lexicon

#: Keys that are a kind of their own.
_KINDS = frozenset(("attackers", "militants", "police", "settlers", "security_forces"))


def kind_of(key: str, lexicon: Lexicon) -> str:
    """Return what kind of party a key, or a name in the text's own words, is of."""
    if key in _KINDS:
        return key
    if key in lexicon.forces:
        return "forces"
    if key in lexicon.state_keys:
        return "state"
    if key in lexicon.alliances:
        return "alliance"
    if key in lexicon.armed_groups:
        return "armed group"
    known = lexicon.knowledge.actors.get(key)
    if known is None:
        return "free name"
    if known.kind != "actor":
        return known.kind
    return "agent" if key in lexicon.agents else "actor"


def country_of(key: str, lexicon: Lexicon) -> str | None:
    """Return the code of the country that a party belongs to, None where no pack tells."""
    state = lexicon.state_keys.get(key) or lexicon.forces.get(key)
    if state is not None:
        return state.code
    known = lexicon.knowledge.actors.get(key)
    return known.country if known is not None else None


def to_taken(some: Iterable[str], taken: Iterable[str], lexicon: Lexicon) -> str:
    """Return how some parties stand to those that the rules took: part of them, more, their foes, allies, kin."""
    one, other = set(some), set(taken)
    if not one or not other:
        return "in its place" if other else "for nobody"
    if one < other:
        return "part"
    if one > other:
        return "more"
    if any(lexicon.camps.fights(mine, theirs) for mine in one for theirs in other):
        return "foe"
    if any(theirs in lexicon.allies.get(mine, ()) for mine in one for theirs in other):
        return "ally"
    countries = {country_of(key, lexicon) for key in one} & {country_of(key, lexicon) for key in other}
    return "kin" if countries - {None} else "other"


def to_victims(some: Iterable[str], victims: Iterable[str], families: frozenset[str], lexicon: Lexicon) -> str:
    """Return how some parties stand to those who suffered, whose `families` are themselves and those they belong to."""
    one, other = set(some), set(victims)
    if one & families:
        return "itself" if one & other else "family"
    camps, opponents = lexicon.camps, lexicon.opponents
    pairs = [(mine, theirs) for mine in one for theirs in other]
    if any(camps.fights(mine, theirs) for mine, theirs in pairs):
        return "foe"
    if any(theirs in opponents.get(mine, ()) or mine in opponents.get(theirs, ()) for mine, theirs in pairs):
        return "opponent"
    if all(camps.may_fight(mine, theirs) for mine, theirs in pairs):
        return "may fight" if all(camps.sides(mine) for mine in one) else "unknown"
    return "same side"
