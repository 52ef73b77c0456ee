"""What goes on counting things, stocks or soldiers that were just counted: `900 جندي في كذا و2500 في كذا`.

What is done to people and acts have rules of their own (`gapped`, `spread`); here are the figures of the rest, where
nothing else explains them: bare numbers that `و` joins before a place, those of them (`سبعة منها`), and those
over which a word of division spreads what was counted before (`وتتوزع المقابر بين كذا (95) وكذا (37)`).
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.lists.gapped import is_at_place, is_bare, is_joined_alone
from tawatur.extract.counts.lists.spread import divides, has_place
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import is_joined
from tawatur.extract.phrases.quantity import Quantity

_COUNTED = frozenset(("other", "strength", "held", "facilities", "seized", "destroyed", "inhabitants"))
#: How far behind what was counted the next may stand, and behind what is spread each number.
_FAR, _LISTED = 10, 24
_OF_THEM = ("منها", "منهم")
_TOWARDS = words_of("headed")
_STOPS = frozenset((".", "؛", ";"))


class CountedBefore:
    """What a section has counted by nouns that are no people's, by their nouns."""

    def __init__(self) -> None:
        self._kept: dict[str, Frame] = {}
        self._shots: Frame | None = None

    def keep(self, frames: list[Frame]) -> None:
        """Remember whole numbers of things for what later sentences say of them, of shots for the next sentence."""
        if frames:
            self._shots = next((frame for frame in reversed(frames) if _are_shots(frame)), None)
        for frame in frames:
            noun = frame.quantity.noun
            if noun is not None and frame.quantity.unit not in (None, "person") and frame.measure in _COUNTED:
                self._kept[_head(noun.lemma)] = frame

    def go_on(self, sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
        """Return the frame of a number that no word explains, by what was counted before it."""
        if not (is_bare(quantity) or quantity.anaphor):
            return None
        shots = self._flown(sentence, quantity, frames)
        if shots is not None:
            return shots
        earlier = [frame for frame in frames if frame.quantity.last <= quantity.first]
        before = max(earlier, key=lambda frame: frame.quantity.first, default=None)
        if before is not None and before.measure in _COUNTED and before.quantity.unit not in ("other", "percent"):
            frame = _behind(sentence, quantity, before)
            if frame is not None:
                return frame
        whole = self._spread(sentence, quantity) if is_bare(quantity) else None
        if whole is None:
            return None
        quantity.unit, quantity.noun = whole.quantity.unit, whole.quantity.noun
        return Frame(quantity, whole.measure, "breakdown")

    def _flown(self, sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
        """`أطلقت سبعة صواريخ. وكانت ثلاثة منها باتجاه كذا واثنان باتجاه كذا`: shots, and where they flew."""
        if not any(piece.is_(*_TOWARDS) for piece in sentence[quantity.last : quantity.last + 2]):
            return None
        here = [frame for frame in frames if _are_shots(frame) and frame.quantity.last <= quantity.first]
        before = max(here, key=lambda frame: frame.quantity.first, default=self._shots)
        if before is None or not (quantity.anaphor or (here and is_joined(sentence, quantity.first))):
            return None
        quantity.unit, quantity.noun = before.quantity.unit, before.quantity.noun
        return Frame(quantity, "attacks", "breakdown")

    def _spread(self, sentence: list[Chunk], quantity: Quantity) -> Frame | None:
        """`وتتوزع المقابر بين كذا (95)`: what was counted before that a word of division spreads over places."""
        if not has_place(sentence, quantity):
            return None
        for at in range(quantity.first - 1, max(0, quantity.first - 1 - _LISTED), -1):
            if sentence[at].text in _STOPS:
                return None
            beside = (sentence[at - 1], sentence[at + 1]) if at + 1 < len(sentence) else (sentence[at - 1],)
            if any(divides(piece) for piece in beside):
                several = (_head(r.noun.lemma) for r in sentence[at].nouns if r.form.number in ("plural", "ambiguous"))
                found = next((self._kept[lemma] for lemma in several if lemma in self._kept), None)
                if found is not None:
                    return found
        return None


def _are_shots(frame: Frame) -> bool:
    return frame.measure == "attacks" and frame.quantity.unit == "weapon"


def _head(lemma: str) -> str:
    """`مقبرة جماعية`: what is counted, without what is said of it."""
    return lemma.split(maxsplit=1)[0]


def _behind(sentence: list[Chunk], quantity: Quantity, before: Frame) -> Frame | None:
    """`12 مخبأ، سبعة منها في كذا وخمسة في كذا`: a part of what the frame before counts, or as much of it elsewhere."""
    gap = sentence[before.quantity.last : quantity.first]
    told = any(piece.verb_says or piece.number is not None or "clause" in piece.cues for piece in gap)
    if len(gap) > _FAR or told or any(piece.text in _STOPS for piece in gap):
        return None
    of_them = quantity.anaphor or (bool(gap) and gap[-1].is_(*_OF_THEM))
    if not of_them and not (is_joined_alone(sentence, quantity) or is_at_place(sentence, quantity)):
        return None
    if not of_them and any(r.verb is not None for piece in gap for r in piece.triggers):
        return None
    whole = before if of_them else before.whole
    quantity.unit, quantity.noun = before.quantity.unit, before.quantity.noun
    quantity.role = quantity.role or before.quantity.role
    how = "part" if whole is not None else "coordination"
    return Frame(quantity, before.measure, how, before.trigger, before.reading, whole)
