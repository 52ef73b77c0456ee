"""Exchanges of prisoners: those who are held are set free by them: `تبادلت الدولتان 206 أسرى`, `صفقة تبادل`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_EXCHANGES = words_of("exchanges")
#: What else is exchanged.
_FIRE = words_of("exchanged_fire")


def names_exchange(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence has a word of an exchange, of nothing that is fired or said: `تبادل إطلاق النار`."""
    for at, piece in enumerate(sentence):
        exchanged = any(word.lstrip("وفبل").removeprefix("ال").startswith(_EXCHANGES) for word in piece.words)
        if exchanged and not any(behind.is_(*_FIRE) for behind in sentence[at + 1 : at + 3]):
            return True
    return False


def tells_of_exchange(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence tells of an exchange of prisoners: `عملية تبادل الأسرى`."""
    held = (reading.noun.measure == "held" for piece in sentence for reading in piece.nouns)
    return any(held) and names_exchange(sentence)
