"""Adjectives beside the noun of a body: those that make it another body, and those that only call it names."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_EPITHETS = frozenset(words_of("epithet_of_body"))
#: Endings of adjectives of relation.
_ADJECTIVES, _NO_ADJECTIVES = ("ي", "ية"), ("الي", "الذي", "التي")


def describes(piece: Chunk) -> bool:
    """Tell whether a chunk is an adjective with its article that is of no state: `المدني`."""
    other = piece.mark or piece.time is not None or piece.number is not None or piece.conjunction or piece.preposition
    told = piece.triggers or piece.verb_says or piece.state is not None
    adjective = piece.text.startswith("ال") and piece.text.endswith(_ADJECTIVES) and not piece.is_(*_NO_ADJECTIVES)
    return adjective and not (other or told)


def is_epithet(piece: Chunk) -> bool:
    """`الإرهابي`, `المتمردة`: an adjective that calls a party names, and tells of which it is no more than its noun."""
    return piece.text.removeprefix("ال") in _EPITHETS
