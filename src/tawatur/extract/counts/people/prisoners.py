"""Those who are in prisons that the words right before their number name: `في سجون الحركة 350 مقاتلا`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.quantity import Quantity

#: Nouns of prisons, also in the accusative or with a pronoun of whose they are.
_PRISONS = words_of("prison_named")
_OWN = ("", "ا", *words_of("object_pronoun"))
_INSIDE = ("في", "داخل", "ب", "ضمن")
_QUOTES = frozenset('"«»“”')
#: What right before a number is the masdar of imprisoning.
_IMPRISONING = ("سجن", "حبس")
#: What may be told of those who are in prison: that they are held.
_KEPT = frozenset(("detained", "held"))
#: How far before a number its prison may stand, and before that what tells of an act.
_NEAR, _BEFORE = 7, 4


def kept_in_prison(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`يقبع في سجون الحركة 350 مقاتلا`, `تحتجز الحركة في 28 سجنا نحو 350`: those in a prison named before them."""
    people = quantity.unit == "person" or (quantity.unit is None and quantity.parties)
    if not people or quantity.measure is not None or quantity.singular or quantity.bound == "ambiguous":
        return False
    if quantity.first and sentence[quantity.first - 1].is_("عن"):
        return False  # الإفراج في سجن كذا عن 40 رجلا
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _NEAR), -1):
        piece = sentence[at]
        if _is_prison(piece):
            first = at - 1 if at and sentence[at - 1].number is not None else at  # في 28 سجنا
            if first == at == quantity.first - 1 and len(piece.words) == 1 and piece.text.endswith(_IMPRISONING):
                return False  # قضت بسجن سبعة أشخاص: an act
            inside = sentence[first].preposition in _INSIDE or (first > 0 and sentence[first - 1].is_(*_INSIDE))
            return inside and not any(_befalls(one) for one in sentence[max(0, first - _BEFORE) : first])
        named = piece.text in _QUOTES
        told = (piece.mark and not named) or piece.verb_says or "clause" in piece.cues or _befalls(piece)
        if told or piece.number is not None or "part" in piece.cues:
            return False
    return False


def _befalls(piece: Chunk) -> bool:
    """Tell whether a chunk tells what befell people, beside that they are held."""
    return any(one.trigger.measure in FLOWS - _KEPT for one in piece.triggers)


def _is_prison(piece: Chunk) -> bool:
    """`سجون`, `سجونها`, `سجن الحوت`: tell whether a chunk is of prisons."""
    words = {piece.words[0], piece.words[0].removeprefix(piece.conjunction + piece.preposition)}
    return any(word == noun + own for word in words for noun in _PRISONS for own in _OWN)
