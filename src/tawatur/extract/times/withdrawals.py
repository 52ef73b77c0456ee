"""Forces that left and parties that were driven out: `انسحاب القوات الأجنبية عام 2014`, `طرد التنظيم من المدينة`."""

from __future__ import annotations

from itertools import takewhile

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

_FORCES = words_of("forces_that_leave")
_TERRITORY = frozenset(("place_noun", "territory"))
_ITS, _FROM = ("ه", "ها", "هم"), ("من", "منها", "منه")
#: Within how many chunks behind the word the forces stand, and the place that they were in.
_BESIDE, _WITHIN = 2, 8


def is_withdrawal(sentence: list[Chunk], at: int, role: str, lexicon: Lexicon) -> bool:
    """Tell whether forces are said to have left a land, or a party to have been driven out of a place."""
    behind = sentence[at + 1 : at + 1 + _WITHIN]
    its = sentence[at].text.endswith(_ITS)
    forces = its or any(_are_forces(piece, lexicon) for piece in behind[:_BESIDE])
    if role == "withdrawal":
        return forces and not any(piece.names("weapon") or piece.names("vehicle") for piece in behind[:_BESIDE])
    out = next((on for on, piece in enumerate(behind) if piece.is_(*_FROM)), None)
    if out is None or any(piece.mark for piece in behind[:out]):
        return False
    left = behind[out].text.endswith(("ها", "ه")) or any(_is_place(piece) for piece in behind[out + 1 : out + 4])
    driven = its or any(_are_forces(piece, lexicon) for piece in behind[:out])
    return left and driven


def driven_out(sentence: list[Chunk], at: int, lexicon: Lexicon) -> Party | None:
    """`طردت القوات الحركة من المدينة`: the party right before `من`, where the word at a chunk is of an expulsion."""
    if not any(reading.trigger.role == "expulsion" for reading in sentence[at].triggers):
        return None
    driven = takewhile(lambda one: not one.is_(*_FROM), sentence[at + 1 : at + _WITHIN])
    for piece in reversed(list(driven)):
        key = next((key for key in piece.actors if key in lexicon.parties), None)
        if key is not None:
            return Party(key, piece)
    return None


def _are_forces(piece: Chunk, lexicon: Lexicon) -> bool:
    party = any(key in lexicon.parties or key in lexicon.armed_groups for key in piece.actors)
    return party or piece.words[0].removeprefix("ال") in _FORCES


def _is_place(piece: Chunk) -> bool:
    return bool(piece.places or piece.cues & _TERRITORY) or piece.names("site")
