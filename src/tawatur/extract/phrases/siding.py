"""Siding: fighters whom an adjective gives to a party are that party's men: `المقاتلين الموالين للحكومة`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.packs import Knowledge

#: Beginnings of adjectives that say whom fighters side with.
_SIDING = tuple(words_of("siding"))
#: Keys of fighters who have no name but that of those whom they side with.
_FIGHTERS = frozenset(("militants", "loyal_militias"))
#: Prepositions that such an adjective takes, but for `ل`.
_TO = ("الي", "ل", "مع", "علي")
#: How many chunks behind the fighters the adjective may stand, and behind that the party.
_WITHIN = 2


def give_to_sides(sentence: list[Chunk], knowledge: Knowledge) -> None:
    """Make fighters those with whom an adjective behind them, or in their name, says that they side."""
    for at, piece in enumerate(sentence):
        if piece.actors and piece.actors[0] in _FIGHTERS:
            side = _side(sentence, at, knowledge)
            own = knowledge.actors.get(piece.actors[0])
            if side is not None and (own is None or own.parent != side):  # ميليشيات موالية للنظام have a key
                piece.actors = (side,)


def _side(sentence: list[Chunk], at: int, knowledge: Knowledge) -> str | None:
    """Return the party behind an adjective of siding, that stands in a chunk or close behind it."""
    for near in range(at, min(len(sentence), at + _WITHIN + 1)):
        piece = sentence[near]
        if near > at and (piece.mark or piece.number is not None or piece.conjunction):
            return None
        if not piece.words[-1].removeprefix("ال").startswith(_SIDING):
            continue  # ميليشيات موالية لها: told already
        ahead = sentence[near + 1 : near + _WITHIN + 1]
        if len(ahead) == _WITHIN and ahead[0].is_(*_TO):
            ahead = ahead[1:]
        elif not ahead or not ahead[0].text.startswith("ل"):
            return None
        known = knowledge.actors.get(ahead[0].actors[0]) if ahead[0].actors else None
        return known.key if known is not None and known.kind == "actor" else None
    return None
