"""Parts of the acts that the sentence before counted: `… 140 هجوما. وأوضح أن 57 منها وقعت في الشمال`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.quantity import Quantity

_OF_THEM = "منها"


class ActsBefore:
    """The acts that were counted last, and in which sentence, for `منها` of the next to take up."""

    def __init__(self) -> None:
        self._frame: Frame | None = None
        self._sentence = 0

    def take_up(self, sentence: list[Chunk], quantities: list[Quantity], number: int) -> None:
        """Give bare numbers before `منها` the acts' noun, where their own sentence counts nothing before them."""
        if self._frame is None or number - self._sentence > 1:
            return
        for quantity in quantities[:1]:
            taken_up = any(piece.text == _OF_THEM for piece in sentence[quantity.first + 1 : quantity.last + 1])
            bare = quantity.noun is None and quantity.unit is None
            low, whole = quantity.low, self._frame.quantity.low
            fewer = isinstance(low, int) and isinstance(whole, int) and low < whole
            if bare and fewer and taken_up:
                quantity.noun, quantity.unit = self._frame.quantity.noun, "event"
                quantity.measure = self._frame.measure

    def keep(self, frames: list[Frame], number: int) -> None:
        """Keep the last acts of a sentence that are no part of others."""
        acts = [frame for frame in frames if frame.quantity.unit == "event" and frame.whole is None]
        if acts:
            self._frame, self._sentence = acts[-1], number
