"""Headings: who speaks in a headline or a line, before a colon: `برلماني فرنسي:`."""

from __future__ import annotations

from tawatur.extract.attribution.word_classes import is_definite, is_name
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

#: A name without the article has as many letters in a headline.
_SHORTEST = 4
_LABELS = words_of("headline_label")


def is_seat_speaking(sentence: list[Chunk], end: int) -> bool:
    """`موسكو: إصابة عشرات في سوريا`: a capital before a colon speaks for its state where another country is told of."""
    seat = sentence[0]
    if end != 1 or not seat.places or not seat.actors or seat.state is not None or seat.places[0].kind == "country":
        return False
    abroad = [place.country for piece in sentence[end:] for place in piece.places[:1]]
    return bool(abroad) and seat.places[0].country not in abroad


def may_head(pieces: list[Chunk]) -> bool:
    """Tell whether what a colon closes in a headline is somebody: `برلماني فرنسي:`, `الوادي:`; no place, no topic."""
    if any(piece.places or piece.number or piece.time or piece.triggers or piece.mark for piece in pieces):
        return False
    if any(piece.verb_says or piece.preposition or piece.conjunction or piece.heads for piece in pieces):
        return False
    if any(piece.names("event") or event_class(piece) is not None or piece.is_(*_LABELS) for piece in pieces):
        return False
    first = pieces[0]
    if len(pieces) == 1:
        return is_name(first) and (is_definite(first) or len(first.text) >= _SHORTEST)
    return "speaker" in first.says or (is_name(first) and all(is_name(piece) or piece.state for piece in pieces))
