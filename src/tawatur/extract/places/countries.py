"""The countries that a section tells of: by name, adjective or capital, by its actors, by its outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.namesakes import is_coloured
from tawatur.packs import PlaceEntry

#: Kinds of places that tell of their country by themselves, behind a noun of place or with a name of several words.
_WIDE = frozenset(("country", "admin1", "region"))
#: How often a country is named that a section is about.
_OFTEN = 3
#: How many towns of a country that a text names by nothing else tell of it, where each is told as a place.
_SEVERAL = 2
_LED = ("في", "قرب", "علي", "الي")
_FAMOUS = frozenset(("camp", "site", "admin1", "admin2"))
#: How many live in a city that tells of its country by itself, where the text says that something was there.
_GREAT = 500_000


class Countries(NamedTuple):
    """The countries of a section: how often it names each, all that it tells of (by their actors too), its outlet's.

    `passing` ones are told of by a single name of a small place alone, where the section names another country often;
    `acting` are those whose forces, ministries and groups it names, and how often.
    """

    named: Counter[str]
    told: frozenset[str]
    acting: Counter[str]
    home: str | None = None
    passing: frozenset[str] = frozenset()

    def foremost(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `codes` that the section is about: named at all, and not far less than the others."""
        most = max((self.named[code] for code in codes), default=0)
        return tuple(code for code in codes if most and self.named[code] * 4 >= most) or codes

    @property
    def main(self) -> str | None:
        """The country that the section names most, by itself or by what is its own; else the one that it tells of.

        None where that is unclear. A power whose aircraft strike is named as such, an army at home as an actor.
        """
        if self.named:
            return max(self.named | self.acting, key=lambda code: (self.named[code] + self.acting[code], code))
        return next(iter(self.told)) if len(self.told) == 1 else None

    def surely(self, at_war: tuple[str, ...]) -> str | None:
        """Return the country that the section names as often as all others together, else of those at war the foremost.

        None where it names no such country.
        """
        code = max(self.named, key=lambda code: (self.named[code], code), default=None)
        if code is None or self.named[code] * 2 >= self.named.total():
            return code
        return max((code for code in self.named if code in at_war), key=lambda code: self.named[code], default=None)


def countries_of(passages: list[Passage], lexicon: Lexicon, home: str | None = None) -> Countries:
    """Return the countries (ISO 3166 alpha-2) that passages name, by name, adjective or capital, or by an actor.

    `home` is the country of the outlet, where it is known.
    """
    named: Counter[str] = Counter()
    acting: Counter[str] = Counter()
    told: set[str] = set()
    places: dict[str, set[str]] = defaultdict(set)
    towns: Counter[str] = Counter()
    led: dict[str, set[str]] = defaultdict(set)  # the towns of each country where something was, by the words
    stated: Counter[str] = Counter()  # in how many places of the text each country is named
    for passage in passages:
        for at, piece in enumerate(passage.chunks):
            if not piece.places and not piece.actors and piece.state is None:
                continue
            before = passage.chunks[at - 1].words[-1] if at else ""
            if is_coloured(passage.chunks, at):
                continue  # البشرة البيضاء
            here = {entry.country for entry in piece.places if entry.kind == "country"}
            for entry in piece.places:
                places[entry.country].add(piece.text)
            if _names_one_town(piece):
                towns[piece.places[0].country] += 1
                if _is_led(piece, before):
                    led[piece.places[0].country].add(piece.places[0].id)
            if len({entry.country for entry in piece.places}) == 1 and piece.places[0].kind in _WIDE:
                named[piece.places[0].country] += 1
            sure = len(piece.words) > 1 or place_noun(before) is not None
            if sure and len(piece.places) == 1 and piece.places[0].kind in _FAMOUS:
                told.add(piece.places[0].country)
            great = _great_city(piece, before)
            if great is not None:
                told.add(great.country)
            if piece.state is not None:
                named[piece.state] += 1
                here.add(piece.state)
            for key in piece.actors:
                actor = lexicon.knowledge.actors.get(key)
                state = lexicon.state_keys.get(key)
                told.update(lexicon.theatres.get(key, ()))
                if state is not None:
                    named[state.code] += 1
                    here.add(state.code)
                if actor is not None and actor.country is not None:
                    told.add(actor.country)
                    acting[actor.country] += state is None
            stated.update(here)
    if not named and not told:
        told |= _of_towns(towns)
    told |= {code for code, names in led.items() if len(names) >= _SEVERAL}  # أعلنت أنقرة … في عفرين ومنبج
    often = max(stated.values(), default=0) >= _OFTEN
    sure_of = told.union(stated)
    passing = frozenset(code for code, names in places.items() if often and len(names) == 1 and code not in sure_of)
    return Countries(named, frozenset(told).union(named), acting, home, passing)


def _names_one_town(piece: Chunk) -> bool:
    """Tell whether a chunk is a name that only places of one country bear, and no word for anything else."""
    word = piece.actors or piece.nouns or piece.triggers or piece.verb_says or piece.says or piece.ambiguous_places
    return not word and len({entry.country for entry in piece.places}) == 1


def _is_led(piece: Chunk, before: str) -> bool:
    """Tell whether a preposition or a noun of place stands before a name, or `و` joins it to another."""
    led = piece.preposition == "ب" or before.removeprefix("و") in _LED
    return led or bool(piece.conjunction) or place_noun(before) is not None


def _of_towns(towns: Counter[str]) -> set[str]:
    """Return the country that only its towns tell of, in a text that names no country at all: those of most names."""
    told = towns.most_common(2)
    sure = bool(told) and told[0][1] > 1 and (len(told) == 1 or told[0][1] >= 2 * told[1][1])
    return {told[0][0]} if sure else set()


def _great_city(piece: Chunk, before: str) -> PlaceEntry | None:
    """`في برشلونة`: a city that every reader knows, behind a preposition or a noun of place."""
    placed = piece.preposition == "ب" or before.removeprefix("و") == "في" or place_noun(before) is not None
    if not placed or piece.actors:
        return None
    cities = [entry for entry in piece.places if entry.kind == "city"]
    largest = max(cities, key=lambda entry: entry.population or 0, default=None)
    return largest if largest is not None and (largest.population or 0) >= _GREAT else None
