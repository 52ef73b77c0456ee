"""A quantity in its setting: the sentence, the quantities beside it, and the words that may say what it counts."""

from __future__ import annotations

from functools import cached_property

from tawatur.extract.counts.coordination import coordinated
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.governors import Governor, governor, predicate
from tawatur.extract.counts.parts import whole_of
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity

#: What had become of those who are freed.
_TAKEN_BEFORE = frozenset(("detained", "abducted", "held"))


class Setting:
    """One of a sentence's quantities, with the frames found before it.

    `previous` is the frame of the quantity before it, None where that has none; `own` the measure of its own noun, as
    far as no word beside it says another.
    """

    def __init__(
        self,
        sentence: list[Chunk],
        quantities: list[Quantity],
        order: int,
        previous: Frame | None,
        frames: list[Frame],
        lexicon: Lexicon,
    ) -> None:
        self.sentence = sentence
        self.quantities = quantities
        self.order = order
        self.previous = previous
        self.frames = frames
        self.lexicon = lexicon
        self.quantity = quantities[order]
        self.own = self.quantity.measure

    @cached_property
    def after(self) -> int:
        """Where the next quantity begins, or the sentence ends."""
        return self.quantities[self.order + 1].first if self.order + 1 < len(self.quantities) else len(self.sentence)

    @cached_property
    def whole(self) -> Frame | None:
        """What the quantity is a part of: `57 قتيلا بينهم 12 طفلا`."""
        return whole_of(self.sentence, self.quantity, self.frames)

    @cached_property
    def left(self) -> Governor | None:
        """The word before it that governs it: `مقتل 44 عنصرا`."""
        return governor(self.sentence, self.quantity, self.quantities, self.order)

    @cached_property
    def right(self) -> Governor | None:
        """Its predicate: `170 مدنيا قتلوا`."""
        return predicate(self.sentence, self.quantity, self.after)

    @cached_property
    def joined(self) -> bool:
        """Whether it stands in coordination with the quantity before it: `مقتل ضابط وثلاثة جنود`."""
        return coordinated(self.sentence, self.quantity, self.previous)

    @property
    def freed(self) -> bool:
        """`أفرج عن 206، بينهم 130 أسروا في كورسك`: a part of those freed, of whom it is told how they were taken."""
        taken = self.right is not None and self.right.measure in _TAKEN_BEFORE
        return taken and self.whole is not None and self.whole.measure == "released"

    def by_noun(self, measure: str) -> Frame:
        """Return a frame of what a noun says."""
        return Frame(self.quantity, measure, "noun", whole=self.whole)

    def by_predicate(self, right: Governor, measure: str | None = None) -> Frame:
        """Return a frame of what the predicate says."""
        return Frame(self.quantity, measure or right.measure, "predicate", right.at, right.reading, self.whole)

    def beside(self, other: Frame) -> Frame:
        """Return a frame of the word that another quantity in coordination has."""
        return Frame(self.quantity, other.measure, "coordination", other.trigger, other.reading)
