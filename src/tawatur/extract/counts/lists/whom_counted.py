"""Whom a toll is of, told before its figure: `عدد المدنيين الذين قتلوا … بلغ 362`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.tolls import whom_counted
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.quantity import Quantity, take_noun

_NUMBER, _REACHES = words_of("number_of"), words_of("reaches")
#: What nouns for armed men say of whose they are, and the key of armed men whose group is not told.
_ARMED, _MILITANTS = "armed_group", "militants"
#: How far before a figure the noun may stand that opens its toll.
_FAR = 24


def tell_whom_counted(sentence: list[Chunk], frames: list[Frame]) -> None:
    """Give a bare figure those whose number a toll before it tells, where a relative clause says what befell them."""
    last = 0
    for frame in sorted(frames, key=lambda frame: frame.quantity.first):
        quantity = frame.quantity
        if frame.measure in FLOWS and _is_bare(quantity) and frame.whole is None:
            _take_counted(sentence, quantity, max(last, quantity.first - _FAR))
        last = quantity.last


def _is_bare(quantity: Quantity) -> bool:
    told = quantity.population or quantity.role or quantity.parties or quantity.state_words
    return not told and (quantity.noun is None or not (quantity.noun.of or quantity.noun.measure))


def _take_counted(sentence: list[Chunk], quantity: Quantity, start: int) -> None:
    opened = next((at for at in range(quantity.first - 1, start - 1, -1) if sentence[at].is_(*_NUMBER)), None)
    if opened is None:
        return
    close = whom_counted(sentence, opened)
    reached = [*sentence[max(0, opened - 1) : opened], *sentence[quantity.first - 2 : quantity.first]]
    if close == opened or not any(piece.is_(*_REACHES) or piece.preposition == "ب" for piece in reached):
        return
    for piece in sentence[opened + 1 : close + 1]:
        if piece.actors:
            quantity.parties.append((piece.actors[0], piece))
            return
        noun = next((reading.noun for reading in piece.nouns if reading.noun.of), None)
        if noun is not None and noun.of == _ARMED:
            quantity.parties.append((_MILITANTS, piece))
            return
        if noun is not None:
            measure, unit = quantity.measure, quantity.unit
            take_noun(quantity, noun)
            quantity.measure, quantity.unit = measure, unit or noun.unit
            return
