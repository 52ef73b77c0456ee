"""Headings: who speaks in a headline or a line, before a colon: `برلماني فرنسي:`."""

from __future__ import annotations

from tawatur.extract.attribution.descriptions import is_definite, is_name
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_LABELS = words_of("headline_label")


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
        return is_definite(first) and is_name(first)
    return "speaker" in first.says or (is_name(first) and all(is_name(piece) or piece.state for piece in pieces))
