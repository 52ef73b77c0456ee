"""When two places are one: the country and the consonants of the name agree, sides and governorates aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import resources

from tawatur.evaluate.names import latin

_SIDES = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
_NEAR = ("central", "countryside of", "rural", "near", "border area of", "border area opposite")
_SIDE = re.compile(rf"^(?:(?:{'|'.join(_SIDES)})(?:ern)?|{'|'.join(_NEAR)})\s+")

_ARTICLES = ("al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "adh", "ath", "ez", "es", "ed", "et", "er")
_KINDS = ("countryside", "governorate", "province", "district", "city", "town", "camp")
_EMPTY_WORDS = frozenset(_ARTICLES + _KINDS)

_ONE_SOUND = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("q", "k"), ("ph", "f"))
_VOWELS = re.compile(r"[aeiouwy\s]")
_DOUBLED = re.compile(r"(.)\1+")


def _published_spellings() -> dict[str, str]:
    table = resources.files("tawatur.evaluate").joinpath("data", "place_spellings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t", 1) for line in table.splitlines() if line and not line.startswith("#"))
    return dict(rows)


class PlaceNames:
    """The comparison of places; `spellings` maps other spellings of a name, in lower case, to the usual one."""

    def __init__(self, spellings: Mapping[str, str] | None = None) -> None:
        self._spellings = _published_spellings() if spellings is None else spellings

    def same(self, coded: Iterable[str], predicted: Iterable[str]) -> bool:
        """Return whether two `where` slots name the same places."""
        return self._all(coded) == self._all(predicted)

    def meet(self, coded: Iterable[str], predicted: Iterable[str]) -> bool:
        """Return whether two `where` slots have a place in common."""
        return not self._all(coded).isdisjoint(self._all(predicted))

    def _all(self, places: Iterable[str]) -> set[tuple[str, str]]:
        return {self.skeleton(place) for place in places}

    def skeleton(self, place: str) -> tuple[str, str]:
        """Return (country, consonants of the name) of `[side ]Name[, governorate], CC`; a country has no name."""
        *names, country = (part.strip() for part in place.split(","))
        if not names:
            return country.upper(), ""
        whole = latin(names[0])
        words = [word for word in _SIDE.sub("", whole).split() if word not in _EMPTY_WORDS]
        name = " ".join(words) or whole
        name = self._spellings.get(name, name)
        for letters, sound in _ONE_SOUND:
            name = name.replace(letters, sound)
        return country.upper(), _DOUBLED.sub(r"\1", _VOWELS.sub("", name))
