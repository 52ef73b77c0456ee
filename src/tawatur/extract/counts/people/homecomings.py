"""Homecomings: batches of people taken home from a camp, and what later sentences tell of them.

`وصلت من المخيم دفعة جديدة … بواقع 174 أسرة. وضمت الوجبة 651 فردا، وارتفع عدد العائدين إلى 10240`.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import comes_from_camp
from tawatur.extract.phrases.quantity import Quantity

_BATCHES, _HOLDS = words_of("batch_home"), words_of("holds_people")
_NUMBERING, _RETURNED = words_of("numbering_families"), words_of("those_returned")
_PERSON = "فرد"
_PEOPLE = frozenset(("person", "household"))
_HOME = frozenset(("repatriated", "returned"))
#: What a number of such people is taken for where its sentence alone is read.
_DOUBTFUL = frozenset(("other", "strength", "returned", "displaced", "camp_population", "inhabitants"))
#: How many sentences behind a batch those of it are told of.
_TAKEN_UP = 3
#: How far before a number its batch, the word that holds people in it, and those who returned may stand.
_FAR, _NEAR, _COUNTED = 30, 2, 8


class Homecomings:
    """Keeps whether a section has just told of a batch of people who go home from a camp."""

    def __init__(self) -> None:
        self._told = -_TAKEN_UP - 1
        self._of_camp = False

    def read(self, sentence: list[Chunk], number: int) -> None:
        """Note a sentence, the section's `number`th, that tells of a batch, in a report of a camp."""
        self._of_camp = self._of_camp or comes_from_camp(sentence)
        if self._of_camp and any(_is_batch(piece) for piece in sentence):
            self._told = number

    def counted(self, sentence: list[Chunk], quantity: Quantity, frames: list[Frame], number: int) -> Frame | None:
        """Return the frame of a number of people whom a batch holds: `ضمت الوجبة 651 فردا`, `بواقع 174 أسرة`."""
        if number - self._told > _TAKEN_UP or quantity.unit not in _PEOPLE or _are_armed(quantity):
            return None
        if _of_batch(sentence, quantity) or _again(sentence, quantity, frames):
            return Frame(quantity, "repatriated", "told of")
        return None

    def bring_home(self, sentence: list[Chunk], frames: list[Frame], number: int) -> None:
        """Call those repatriated whom a batch holds, or who a sentence about one says have returned so far."""
        if number - self._told > _TAKEN_UP:
            return
        for at, frame in enumerate(frames):
            if frame.measure not in _DOUBTFUL or _are_armed(frame.quantity):
                continue
            if self.counted(sentence, frame.quantity, frames[:at], number) is not None or (
                frame.measure == "returned" and _have_returned(sentence, frame.quantity)
            ):
                frame.measure, frame.how = "repatriated", "told of"


def _are_armed(quantity: Quantity) -> bool:
    """Tell whether people bear arms; `فرد` alone is a person as well."""
    return quantity.role is not None and not (quantity.noun is not None and quantity.noun.lemma == _PERSON)


def _is_batch(piece: Chunk) -> bool:
    return piece.text.removeprefix("و") in _BATCHES


def _of_batch(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`ضمت الوجبة 651`, `القافلة المتجهة إلى كذا شملت 120`, `وصول دفعة …، وبواقع 174`: no other number between."""
    holding = False
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _FAR), -1):
        piece = sentence[at]
        if piece.number is not None and piece.time is None:
            return False
        word = piece.text.removeprefix("و")
        holding = holding or (at >= quantity.first - _NEAR - 1 and word in (*_HOLDS, *_NUMBERING))
        if _is_batch(piece):
            return holding
    return False


def _again(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> bool:
    """`174 عائلة، بمجموع 615 فردا`, `10240 فردا يمثلون 2691 أسرة`: the same people, as families or one by one."""
    before = (frame for frame in frames if frame.quantity.last <= quantity.first)
    last = max(before, key=lambda frame: frame.quantity.first, default=None)
    if last is None or last.measure not in _HOME or last.quantity.unit == quantity.unit:
        return False
    gap = [piece for piece in sentence[last.quantity.last : quantity.first] if not piece.mark]
    return 0 < len(gap) <= _NEAR and gap[-1].text.removeprefix("و") in (*_NUMBERING, *_HOLDS)


def _have_returned(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`ارتفع عدد العائدين إلى 10240`, `مجموع من عادوا وصل إلى 12 ألفا`: those who have returned so far."""
    return any(piece.is_(*_RETURNED) for piece in sentence[max(0, quantity.first - _COUNTED) : quantity.first])
