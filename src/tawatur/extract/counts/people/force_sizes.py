"""The size of a force: `قوة قوامها ألف جندي`, `بعثة تضم 1200 شرطي`, `كتيبة من 300 رجل`, `تتألف القوة من 200 رجل`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity

_FORCE = words_of("force_noun")
_ITS_SIZE, _CONSISTS, _REACHES = words_of("its_size"), words_of("consists"), words_of("reaches")
#: How far before its size a force may stand, and before `من` where only adjectives are between.
_FAR, _NEAR = 8, 3
_PEOPLE = (None, "person")


def force_size(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of the people of whom a force is told to consist; None for any other number."""
    if quantity.unit not in _PEOPLE or not isinstance(quantity.low, int) or quantity.first < 2:
        return None
    at = quantity.first - 1
    if len(sentence[at].words) > 1 and sentence[at].words[0] in _FORCE and sentence[at].words[-1] == "من":
        return Frame(quantity, "strength", "topic", at) if quantity.unit == "person" else None  # قوة من 200 رجل
    out_of = sentence[at].is_("من")
    if out_of and not sentence[at - 1].is_(*_CONSISTS):
        force = _force_before(sentence, at, _NEAR)
        # تتألف القوة من 200 رجل; كتيبة كينية من 300 رجل
        named = force is not None and quantity.unit == "person" and _only_describes(sentence[force + 1 : at])
        return Frame(quantity, "strength", "topic", force) if named else None
    link = at - out_of
    told = sentence[link]
    if told.is_(*_CONSISTS) or (told.is_(*_ITS_SIZE) and not out_of):
        force = _force_before(sentence, link, _FAR)
        sized = force is not None and (quantity.unit == "person" or told.is_(*_ITS_SIZE))
    else:  # تضم القوة 200 شرطي
        force = _force_before(sentence, quantity.first, _NEAR)
        sized = force is not None and quantity.unit == "person" and sentence[force - 1].is_(*_CONSISTS)
        sized = sized and force is not None and _only_describes(sentence[force + 1 : quantity.first])
    if not sized:
        return None
    quantity.unit = "person"
    return Frame(quantity, "strength", "topic", force)


def _force_before(sentence: list[Chunk], at: int, far: int) -> int | None:
    """Return the noun of a force before a chunk, with no number, no saying and no other clause between."""
    for back in range(at - 1, max(-1, at - 1 - far), -1):
        piece = sentence[back]
        told = bool(piece.verb_says) and not piece.is_(*_REACHES)  # قوة يبلغ قوامها
        if piece.number is not None or told or "clause" in piece.cues or piece.text in (";", "؛", ":"):
            return None
        if piece.is_(*_FORCE) or piece.text.removeprefix("ب") in _FORCE:  # بقوات قوامها
            return back
    return None


def _only_describes(pieces: list[Chunk]) -> bool:
    """Tell whether chunks between a force and its size only say which one it is."""
    return not any(piece.mark or piece.triggers or piece.preposition or piece.conjunction for piece in pieces)
