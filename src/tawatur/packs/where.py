"""Place strings as the codebook writes them: `[side ]Name[, governorate], CC`, taken apart and made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_DIRECTIONS = "north|south|east|west|northeast|northwest|southeast|southwest"
_SIDE = re.compile(
    rf"(?P<side>(?:{_DIRECTIONS})(?:ern)?|central|countryside of|rural|near|border area (?:of|opposite)) (?P<rest>.+)"
)
# Written or left out at will: the article as it is spelled before sun letters, and words for the kind of place.
_WEAK = re.compile(
    r"\b(?:al|el|ar|as|ash|at|ad|an|az|adh|ath|ez|es|ed|et|er|countryside|governorate|province|district|city|town|camp)\b"
)
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


class Where(NamedTuple):
    """A place string's parts: `side` in lower case or empty, `name` and `governorate` as written or empty."""

    side: str
    name: str
    governorate: str
    country: str


@lru_cache(maxsize=65_536)
def parse(where: str) -> Where:
    """Return the parts of a place string; a whole country has no name."""
    *names, country = (part.strip() for part in where.split(","))
    name = names[0] if names else ""
    match = _SIDE.fullmatch(name)
    side = match["side"] if match else ""
    return Where(side, match["rest"] if match else name, names[1] if len(names) > 1 else "", country.upper())


@lru_cache(maxsize=65_536)
def plain(name: str) -> str:
    """Return a Latin name in lower case, without accents and punctuation, hyphens as spaces."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in folded if not unicodedata.combining(c) and c not in "'`’‘ʻʼʿʾ")
    return " ".join(re.sub(r"[\W_]+", " ", letters).split())


@lru_cache(maxsize=65_536)
def consonants(name: str) -> str:
    """Return what spellings of one Arabic name in Latin letters agree on: consonants, article and kind left out.

    The same as the gold's scorer compares: `kh`, `gh`, `dh` as one letter, `q` as `k`, no vowels, `w`, `y`, no
    letter doubled.
    """
    whole = plain(name)
    kept = " ".join(_WEAK.sub(" ", whole).split()) or whole
    for written, letter in (("kh", "k"), ("gh", "g"), ("dh", "d"), ("q", "k"), ("ph", "f")):
        kept = kept.replace(written, letter)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouwy\s]", "", kept))


def directions(side: str) -> frozenset[str]:
    """Return the points of the compass in a side: north and east in `northeastern`; none in `near` or `central`."""
    return frozenset(direction for direction in _OPPOSITE if direction in side)


def opposed(side: str, other: str) -> bool:
    """Tell whether two sides of one place have nothing in common: `northern` and `southern`, `northeast` and `west`."""
    return any(_OPPOSITE[direction] in other for direction in directions(side))
