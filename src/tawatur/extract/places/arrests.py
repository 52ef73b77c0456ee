"""Where a state's police make arrests that no place is told of: in their own state, not where its planes bomb."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.places.borders import home_of
from tawatur.extract.places.located import Located
from tawatur.packs import PlaceEntry

_POLICE = frozenset(words_of("police"))


def policed(sentence: list[Chunk], doers: list[Party], lexicon: Lexicon) -> PlaceEntry | None:
    """Return the state whose police or authorities, named in the sentence, arrest people; None for armies."""
    if not any(word.removeprefix("و") in _POLICE for piece in sentence for word in piece.words):
        return None
    return next((home for party in doers if (home := home_of(party, lexicon)) is not None), None)


def is_abroad(home: PlaceEntry | None, places: list[Located]) -> bool:
    """Tell whether all places that a report told of last lie in other states than that of the police."""
    return home is not None and bool(places) and all(located.place.country != home.country for located in places)
