"""How many live in a place: `بلغ عدد قاطني مخيم كذا 38 ألفا`, `عدد سكان المدينة إلى 40 ألف شخص`, `عدد نزلاء السجن`.

What they live in says whether they are a camp's population, held in a prison, or inhabitants.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, names_camp
from tawatur.extract.phrases.quantity import Quantity

_NUMBER = words_of("number_of")
_REACHES = words_of("reaches")
_DWELLERS, _INMATES = words_of("dwellers"), words_of("inmates")
#: Nouns that say of a number no more than that it is of people.
_PERSONS = frozenset(("شخص", "فرد", "نسمة", "إنسان", "نزيل"))
#: How far before its figure such a count may open.
_FAR = 20
#: How far before those who live there their camp may be named.
_NAMED = 60
_ENDS = (";", "؛", ".")


def dwelling(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of a number behind those who live in a place, which no other number or outcome parts from it."""
    plain = quantity.noun is None and quantity.unit is None
    if not plain and (quantity.noun is None or quantity.noun.lemma not in _PERSONS):
        return None
    second = bool(quantity.first) and sentence[quantity.first - 1].is_("الي")
    for at in range(quantity.first - 1, max(0, quantity.first - _FAR), -1):
        piece = sentence[at]
        if piece.is_(*_DWELLERS, *_INMATES) and sentence[at - 1].is_(*_NUMBER):
            measure = _measure(sentence, at, quantity)
            if measure is None:
                return None
            quantity.unit = "person"
            return Frame(quantity, measure, "topic", at)
        if _breaks_off(piece) and not (second and piece.number is not None and sentence[at - 1].is_("من")):
            return None  # من 51 ألفا إلى 38 ألفا: two levels of one count
    return None


def _breaks_off(piece: Chunk) -> bool:
    """Tell whether a chunk tells something else between those who live there and their figure."""
    if piece.is_(*_REACHES):
        return False
    outcome = any(r.verb is not None and r.trigger.measure in FLOWS for r in piece.triggers)
    return bool(piece.number or piece.verb_says or outcome) or piece.text in _ENDS


def _measure(sentence: list[Chunk], at: int, quantity: Quantity) -> str | None:
    """Return what those are who live there: in a camp that is named before their figure, in a prison, or elsewhere."""
    within = sentence[at : quantity.first]
    if any(names_camp(piece) for piece in within):
        return "camp_population"
    if any(reading.noun.measure == "facilities" for piece in within for reading in piece.nouns):
        return "held"
    if sentence[at].is_(*_DWELLERS):
        return (
            "camp_population"
            if any(names_camp(piece) for piece in sentence[max(0, at - _NAMED) : at])
            else "inhabitants"
        )
    return None
