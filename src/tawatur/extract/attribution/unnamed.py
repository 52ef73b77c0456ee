"""Unnamed speakers: sources of a kind (`مصادر أمنية`, `مصدران أمنيان`), and an outlet's correspondents."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon

_CORRESPONDENTS = words_of("correspondent")


def joined_adjective(sentence: list[Chunk], at: int, last: int, lexicon: Lexicon) -> str | None:
    """Return the source that an adjective makes of the noun before it: `وطبية` behind `مصادر أمنية` is `medics`."""
    if at + 1 >= last or not sentence[at + 1].text.startswith("و"):
        return None
    word = sentence[at].text.removeprefix(sentence[at].conjunction)
    adjective = sentence[at + 1].text[1:]
    for noun in (word, word.removeprefix(sentence[at].preposition)):
        key = lexicon.unnamed_sources.get(f"{noun} {adjective}")
        if key is not None:
            return key
    return None


def source_told(piece: Chunk, lexicon: Lexicon) -> str | None:
    """Return the kind of sources that a chunk's first word is of, in the singular, plural or dual: `مصدران`."""
    word = piece.text.removeprefix("و") if piece.text not in lexicon.unnamed_sources else piece.text
    words = (word, word.removeprefix("ل"), word.removeprefix("ال"), word.removesuffix("ا"))  # لناشطين, المصدران, سكانا
    return next((lexicon.unnamed_sources[one] for one in words if one in lexicon.unnamed_sources), None)


def two_told(head: Chunk, behind: Chunk, lexicon: Lexicon) -> str | None:
    """Return the kind of two sources that their adjective tells, in the dual as well: `مصدران أمنيان`."""
    return lexicon.unnamed_sources.get(f"{head.text.removeprefix('و')} {behind.text}")


def is_correspondent(sentence: list[Chunk], first: int, end: int) -> bool:
    """Tell whether a correspondent speaks, and no person by name."""
    while first < end and sentence[first].mark:
        first += 1
    return first < end and sentence[first].text.removeprefix("و").removeprefix("ل") in _CORRESPONDENTS


def outlet_reported_for(sentence: list[Chunk], first: int, end: int, own: frozenset[str]) -> Chunk | None:
    """`مراسل لوكالة كذا`: the outlet whose correspondent speaks; None for the publisher's own."""
    named = [piece for piece in sentence[first + 1 : min(end, first + 4)] if piece.outlets]
    return None if not named or set(named[0].outlets) & own else named[0]
