"""Occupiers: forces of occupation are of the state whose adjective stands behind their name (`الاحتلال التركي`)."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.lexicon import Lexicon

#: What a name for forces of occupation is made of: they are of another land than that where they are.
OCCUPIER = "احتلال"


def occupier(sentence: list[Chunk], at: int, lexicon: Lexicon) -> str | None:
    """Return the forces of the state whose adjective stands behind a name for those who occupy, None for none."""
    piece, behind = sentence[at], sentence[at + 1] if at + 1 < len(sentence) else None
    if behind is None or behind.state is None or behind.preposition or behind.conjunction or not piece.actors:
        return None
    occupies = any(word.lstrip("وبل").removeprefix("ال") == OCCUPIER for word in piece.words)
    return lexicon.knowledge.states[behind.state].forces if occupies else None
