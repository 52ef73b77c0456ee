"""Names, adjectives and heads of names as the packs have them, made ready for look-up."""

from __future__ import annotations

from collections import defaultdict

from tawatur.arabic import fold
from tawatur.packs import Knowledge, PlaceEntry

#: The most words of a name that is made dual: a noun and its adjective.
_LONGEST_DUAL = 2


def names(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Return every name of actors, persons, outlets, states and capitals, with what it names: `actor:KEY`."""
    pairs: list[tuple[str, str]] = []
    for actor in knowledge.actors.values():
        called = (*actor.ar, *map(_as_object, actor.ar)) if actor.kind == "source" else actor.ar
        pairs += [(name, f"actor:{actor.key}") for name in called]
    for person in knowledge.persons.values():
        pairs += [(name, f"person:{person.key}") for name in person.ar]
    for outlet in knowledge.outlets:
        pairs += [(name, f"outlet:{outlet.key}") for name in outlet.ar if name not in outlet.ambiguous]
    for state in knowledge.states.values():
        pairs += [(name, f"state:{state.code}") for name in state.ar]
        pairs += [(name, f"capital:{state.code}") for name in state.capitals]
    return pairs


def _as_object(name: str) -> str:
    """`مصدر أمني` as a verb or `إن` governs it: `مصدرا أمنيا`; another name as it is."""
    noun, _, adjective = name.partition(" ")
    bare = not name.startswith("ال") and not noun.endswith(("ة", "ين", "ون", "ات", "ان", "ا", "اء"))
    return f"{noun}ا {adjective}ا" if bare and adjective.endswith("ي") and " " not in adjective else name


def short_actor_names(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Return those names of actors, folded, that are ordinary words as well, and the keys of the actors."""
    found: dict[str, frozenset[str]] = {}
    for actor in knowledge.actors.values():
        for name in actor.ambiguous:
            found[fold(name)] = found.get(fold(name), frozenset()) | {actor.key}
    return found


def place_names(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Return every name of places with `place:ID`, or `ambiguous:ID` where the name is a word as well."""
    return [
        (name, f"{'ambiguous' if name in place.ambiguous else 'place'}:{place.id}")
        for place in knowledge.places.values()
        for name in place.ar
    ]


def bare_place_names(knowledge: Knowledge) -> dict[str, tuple[PlaceEntry, ...]]:
    """Return the places whose names are one word, by that word without its article."""
    found: dict[str, list[PlaceEntry]] = defaultdict(list)
    for place in knowledge.places.values():
        for name in place.ar:
            if " " not in name:
                found[fold(name).removeprefix("ال")].append(place)
    return {name: tuple(places) for name, places in found.items()}


def capitals(knowledge: Knowledge) -> dict[str, PlaceEntry]:
    """Return the place of each state's capital, by the state's code; the largest of those that bear its name."""
    wanted = {(fold(name), state.code) for state in knowledge.states.values() for name in state.capitals}
    found: dict[str, PlaceEntry] = {}
    for place in knowledge.places.values():
        if place.kind in ("city", "admin1") and any((fold(name), place.country) in wanted for name in place.ar):
            known = found.get(place.country)
            if known is None or (place.population or 0) > (known.population or 0):
                found[place.country] = place
    return found


def adjectives(knowledge: Knowledge) -> dict[str, str]:
    """Return every form of every state's adjective (nisba), folded, and the state's code."""
    forms: dict[str, str] = {}
    for state in knowledge.states.values():
        for adjective in state.adjectives:
            base = fold(adjective)
            for ending in ("", "ا", "ة", "ه", "ين", "ون", "ان", "تين", "تان", "ات"):
                forms.setdefault(base + ending, state.code)
    return forms


def unnamed_sources(knowledge: Knowledge) -> dict[str, str]:
    """Return every name of the actors that are kinds of sources, folded, and their key: `مصادر طبية`, `مصدران`."""
    found: dict[str, str] = {}
    for actor in knowledge.actors.values():
        if actor.kind != "source":
            continue
        for name in actor.ar:
            words = fold(name).split()
            found.setdefault(" ".join(words), actor.key)
            if len(words) <= _LONGEST_DUAL and not any(word.endswith(("ة", "ين", "ون", "ات")) for word in words):
                for ending in ("ان", "ين"):
                    found.setdefault(" ".join(word + ending for word in words), actor.key)
    return found


def heads(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Return, for the first word of names of several words, the actors so named: what `التنظيم` may refer to."""
    anaphors = {fold(word) for cue in knowledge.cues if cue.group == "anaphor" for word in cue.words}
    heads: dict[str, set[str]] = defaultdict(set)
    for actor in knowledge.actors.values():
        for name in actor.ar:
            first, *rest = fold(name).split()
            head = first.removeprefix("ال")
            if rest and head in anaphors and actor.kind in ("actor", "outlet"):
                heads[head].add(actor.key)
    return {head: frozenset(keys) for head, keys in heads.items()}


def by_actor(knowledge: Knowledge, group: str) -> dict[str, tuple[str, ...]]:
    """Return the rows `group:ACTOR` of the cues as a mapping from the actor."""
    return {cue.group.partition(":")[2]: cue.words for cue in knowledge.cues if cue.group.startswith(f"{group}:")}
