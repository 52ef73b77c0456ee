"""Places in order of what they had: `388 هجوما في نابلس، تلتها الخليل بـ267، ثم رام الله بـ215`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity

_FOLLOWS = words_of("next_in_order")
#: How many chunks may name the place, and stand before it.
_NAMED, _REACH = 3, 6
_WITH = "ب"


def next_in_order(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return the frame of a bare number behind `ب` that the place next in order has of what was counted before."""
    if quantity.unit is not None or quantity.noun is not None or not frames:
        return None
    at = quantity.first - (sentence[quantity.first - 1].text == _WITH) if quantity.first else 0
    if at == quantity.first and sentence[at].preposition != _WITH:
        return None
    before = sentence[max(0, at - _REACH) : at]
    placed = any(
        piece.places or piece.ambiguous_places or piece.state or "place_noun" in piece.cues
        for piece in before[-_NAMED:]
    )
    if not placed or not any(piece.is_(*_FOLLOWS) for piece in before):
        return None
    counted = frames[-1]
    return Frame(quantity, counted.measure, "part", counted.trigger, counted.reading, counted.whole)
