"""Where rockets and drones are brought down: over the land that is defended, not where they came from."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.places.borders import are_near, home_of
from tawatur.extract.places.located import Located
from tawatur.packs import PlaceEntry

#: Beginnings of nouns for what is shot down, and of words for doing so.
_FLYING, _DOWN = words_of("flying"), words_of("brings_down")
#: Beginnings of words for shooting, what leads to where it flies, and how far before a place they may stand.
_SHOOTS, _AT, _SHOT = words_of("sends_off"), words_of("flies_at"), 8


def defended(lemma: str, word: str, doers: list[Party], lexicon: Lexicon) -> PlaceEntry | None:
    """Return the land of the state whose forces bring down what flies, a noun's `lemma`; None for others.

    `word` says what they do: `اعترضت السعودية 4 صواريخ`.
    """
    if not lemma.startswith(_FLYING) or not word.removeprefix("ال").startswith(_DOWN):
        return None
    return next((home for party in doers if (home := home_of(party, lexicon)) is not None), None)


def over_land(sentence: list[Chunk], places: list[Located], land: PlaceEntry) -> list[Located]:
    """Return the places without those from which it came: `أطلقته الجماعة في اليمن`, no `أطلق باتجاه الكسوة`."""
    return [one for one in places if one.place.country == land.id or not _is_origin(sentence, one.at)]


def _is_origin(sentence: list[Chunk], at: int) -> bool:
    before = sentence[max(0, at - _SHOT) : at]
    shot = next((order for order, piece in enumerate(before) if piece.text.startswith(_SHOOTS)), None)
    return shot is not None and not any(piece.is_(*_AT) for piece in before[shot:])


def is_launched_at(land: PlaceEntry, places: list[Located], lexicon: Lexicon) -> bool:
    """Tell whether the report's last places lie in states from which something may fly to a land, and none in it."""
    countries = {located.place.country for located in places} & lexicon.knowledge.places.keys()
    return land.id not in countries and all(are_near(land, lexicon.knowledge.places[code]) for code in countries)
