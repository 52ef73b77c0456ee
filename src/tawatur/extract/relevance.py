"""Relevance: whether a text, and a sentence of it, tells of an armed conflict at all."""

from __future__ import annotations

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.lexicon import Lexicon

#: How many of a conflict's words stand for one where no party to one is named: in any text, or in a short one, of which
#: they are this share.
_WORDS = 12
_FEWEST_WORDS = 2
_SHARE = 0.03


def is_about_conflict(passages: list[Passage], lexicon: Lexicon) -> bool:
    """Tell whether a section tells of a conflict: it names a party or a camp, or has many of its words."""
    words, pieces = 0, 0
    for passage in passages:
        pieces += len(passage.chunks)
        for piece in passage.chunks:
            if any(_is_party(key, lexicon) for key in piece.actors):
                return True
            if any(place.kind == "camp" for place in piece.places):
                return True
            words += "conflict" in piece.cues
    return words >= _WORDS or (words >= _FEWEST_WORDS and words >= _SHARE * pieces)


def _is_party(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor is a party to a conflict, or people of an armed group (`عائلات داعش`)."""
    actor = lexicon.knowledge.actors.get(key)
    return key in lexicon.parties or (actor is not None and actor.parent in lexicon.armed_groups)


def is_accident(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    """Tell whether a sentence tells of an accident or disease, with no party to a conflict in it."""
    if not any("accident" in piece.cues for piece in sentence):
        return False
    return not any(
        key in lexicon.armed_groups or key in lexicon.opponents for piece in sentence for key in piece.actors
    )
