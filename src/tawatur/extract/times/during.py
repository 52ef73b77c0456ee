"""Counts of what has lasted, told by its noun alone: `ودمر الجيش خلال الحملة 12 وكرا`, `خلف هذا النزاع ألف قتيل`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_WAGED = frozenset(words_of("drawn_out"))
_DURING = words_of("in_the_course_of")
_DEMONSTRATIVES = words_of("demonstrative")
_BROUGHT = words_of("brought_about")
_TOLLS = words_of("toll_of")


def drawn_out(pieces: list[Chunk]) -> frozenset[str]:
    """Return the nouns of what goes on for long among chunks, bare: `عملية`, `حملة`, `نزاع`."""
    words = (word for piece in pieces for word in piece.words)
    bare = [word.removeprefix("و").removeprefix("لل").removeprefix("ب").removeprefix("ال") for word in words]
    return frozenset((*bare, *(word.removesuffix("ا") for word in bare))) & _WAGED


def told_by_its_noun(sentence: list[Chunk]) -> int | None:
    """Return the chunk of the definite noun in whose course, or by which, what a sentence counts has happened."""
    for at, piece in enumerate(sentence):
        if not piece.words or not drawn_out([piece]) or piece.time is not None:
            continue
        before = sentence[at - 1] if at else None
        shown = before is not None and before.is_(*_DEMONSTRATIVES)
        shown = shown or (len(piece.words) > 1 and piece.words[0].removeprefix("و") in _DEMONSTRATIVES)
        if not (shown or piece.words[0].removeprefix("و").startswith(("ال", "لل"))):
            continue
        led = sentence[at - 2] if shown and at > 1 and before is not None and before.is_(*_DEMONSTRATIVES) else before
        behind = sentence[at + 1] if at + 1 < len(sentence) else None
        of_it = led is not None and led.text.removeprefix("و") in (*_DURING, *_BROUGHT, *_TOLLS)
        if of_it or (behind is not None and behind.text in _BROUGHT):
            return at
    return None
