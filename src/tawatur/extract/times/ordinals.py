"""Ordinals of acts: `ثالث هجوم خلال أسبوع`, `الثاني من نوعه منذ عام`: within how long there were so many, not when."""

from __future__ import annotations

from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_ORDINALS = frozenset(words_of("ordinal"))
_OF_ITS_KIND = "نوع"
#: How far before the time the ordinal may stand.
_WITHIN = 8


def numbers_acts(sentence: list[Chunk], at: int) -> bool:
    """Tell whether the time at a chunk only says within how long an act was the second or third."""
    time = sentence[at].time
    if time is None or (time.precision != "period" and time.relation not in ("since", "during")):
        return False
    for back in range(at - 1, max(-1, at - 1 - _WITHIN), -1):
        piece = sentence[back]
        if piece.mark or piece.number is not None or "clause" in piece.cues or piece.triggers:
            return False
        if piece.text.removeprefix("و").removeprefix("ال") in _ORDINALS:
            beside = sentence[max(0, back - 1) : min(back + 3, at)]
            return any(event_class(one) is not None or one.text.startswith(_OF_ITS_KIND) for one in beside)
    return False
