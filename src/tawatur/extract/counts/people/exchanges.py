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
_DEALS = words_of("deal")
#: What is told of prisoners whom an exchange brings home; what is read of people whom one side hands over to the other.
_BROUGHT_HOME = frozenset(("returned", "repatriated"))
_PEOPLE = frozenset(("strength", "other", "detained"))
_HANDS_OVER, _KEEPS = words_of("hands_over"), words_of("keeps_prisoners")
#: How far before people the verb stands that hands them over, or keeps them.
_NEAR = 4


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
    return any(held) and (names_exchange(sentence) or any(piece.is_(*_DEALS) for piece in sentence))


def set_free(sentence: list[Chunk], frames: list[Frame]) -> None:
    """Take for released those of a sentence whom an exchange that was told of frees, by whatever word it tells so."""
    for frame in frames:
        quantity = frame.quantity
        before = sentence[max(0, quantity.first - _NEAR) : quantity.first]
        held = frame.measure == "held" and (frame.how != "noun" or quantity.measure == "held")
        kept = any(piece.is_(*_KEEPS) for piece in before)
        handed = frame.measure in _PEOPLE and quantity.unit in (None, "person")
        handed = handed and (any(p.is_(*_HANDS_OVER) for p in before) or _is_for_others(sentence, quantity))
        if (held and not kept) or handed or frame.measure in _BROUGHT_HOME:
            frame.measure, quantity.unit = "released", "person"


def _is_for_others(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`75 مقابل 57 في صفقة أسرى`: a bare number that stands for those who are freed for another."""
    behind = sentence[quantity.last : quantity.last + 2]
    return len(behind) > 1 and behind[0].is_(*_IN_RETURN) and behind[1].number is not None


def is_in_return(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`أفرجوا عن 76 أسيرا مقابل 118 من أسراهم`: those who are freed for those told of before."""
    freed = previous.measure == "released" and quantity.unit in (None, "person")
    before = sentence[max(0, quantity.first - 2) : quantity.first]
    return freed and any(piece.is_(*_IN_RETURN) for piece in before)
