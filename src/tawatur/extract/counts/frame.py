"""The frame: a quantity with what it counts."""

from __future__ import annotations

from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity


class Frame:
    """A quantity with its measure; `trigger` is the chunk that says it, `reading` how, `whole` what it is part of."""

    __slots__ = ("how", "measure", "quantity", "reading", "trigger", "whole")

    def __init__(
        self,
        quantity: Quantity,
        measure: str,
        how: str,
        trigger: int | None = None,
        reading: TriggerReading | None = None,
        whole: Frame | None = None,
    ) -> None:
        self.quantity = quantity
        self.measure = measure
        self.how = how
        self.trigger = trigger
        self.reading = reading
        self.whole = whole
