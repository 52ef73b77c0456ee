"""Exchanges of prisoners: those who are held are set free by them: `تبادلت الدولتان 206 أسرى`, `صفقة تبادل`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity

_EXCHANGES = words_of("exchanges")
#: What else is exchanged.
_FIRE = words_of("exchanged_fire")
#: Words before those who are freed for others.
_IN_RETURN = ("مقابل", "لقاء", "نظير")


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


def is_in_return(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`أفرجوا عن 76 أسيرا مقابل 118 من أسراهم`: those who are freed for those told of before."""
    freed = previous.measure == "released" and quantity.unit in (None, "person")
    before = sentence[max(0, quantity.first - 2) : quantity.first]
    return freed and any(piece.is_(*_IN_RETURN) for piece in before)
