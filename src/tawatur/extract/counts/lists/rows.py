"""Rows: one that `و` joins to a quantity which an outcome counts, or to several whom no number counts.

`مقتل ضابط وجندي`, `تدمير أربع دبابات وعربتين ومدفع`, `مقتل عناصر أمن وطفل`, `دمرت منصات إطلاق صواريخ وجسرا`.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.counts.coordination import is_added
from tawatur.extract.counts.parts import row_after_part
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity

#: Numbers above it take their noun in the accusative singular (Ryding 2005, 15.3).
_TEN = 10
#: Hundreds and thousands take it in the genitive singular (Ryding 2005, 15.4).
_HUNDRED = 100
_BESIDES = words_of("besides")
#: How far before one of a row the word may stand of what was done to them.
_ROW = 8
#: How many chunks may stand between a quantity and one joined to it by `و`, or by `إضافة إلى`.
_JOINED, _ADDED = 4, 8


def joins_counted(sentence: list[Chunk], at: int, quantity: Quantity, known: list[Quantity]) -> bool:
    """`مقتل ضابط وجندي`, `10 مدنيين وجندي`, `تدمير نقطة تفتيش ومبنى`: joined to a quantity that an outcome counts."""
    most = _ADDED if is_added(sentence, at, quantity) else _JOINED
    for other in reversed(known):
        if not other.last <= at <= other.last + _ADDED:
            continue
        gap = [piece for piece in sentence[other.last : at] if not piece.is_(*_BESIDES)]
        if len(gap) > most or any(p.triggers or p.verb_says or p.number or p.conjunction for p in gap):
            continue
        if gap and not other.singular and other.unit != "person" and not gap[0].is_("من"):
            continue  # موقعي صاروخ وهاون
        if _shares_number(sentence[at], other, quantity):
            return False
        bare = other.unit is None and quantity.unit == "person"  # أربعة من مشاة البحرية وضابط
        if bare or other.unit == quantity.unit or (quantity.unit != "person" and other.unit != "person"):
            return bare or other.singular or other.unit == "person" or _destroyed(sentence, other)
    return False


def joins_uncounted(
    sentence: list[Chunk],
    at: int,
    quantity: Quantity,
    known: list[Quantity],
    readings: Callable[[Chunk, Quantity], list[TriggerReading]],
) -> bool:
    """`بينهم نساء وجندي`, `مقتل عناصر أمن وطفل`, `دمرت منصات إطلاق وجسرا`: joined to several that no number counts."""
    if quantity.noun is None or quantity.others:
        return False
    people = quantity.unit == "person"
    if people and row_after_part(sentence, at) is not None:
        return any(other.last <= at and other.unit in (None, "person") for other in known)
    several = False
    for back in range(at - 1, max(-1, at - 1 - _ROW), -1):
        piece = sentence[back]
        if piece.triggers and back and sentence[back - 1].nouns and not piece.conjunction:
            continue  # منصات إطلاق صواريخ
        if piece.triggers:
            return several and any(_has_for_object(reading, people=people) for reading in readings(piece, quantity))
        if piece.mark or piece.number is not None or piece.verb_says or piece.time or "clause" in piece.cues:
            return False
        plurals = (r.noun for r in piece.nouns if r.form.number == "plural" and not r.stem.preposition)
        several = several or (people and bool(piece.actors) and len(piece.words) > 1)  # عناصر أمن
        several = several or any((noun.unit == "person") == people and noun.unit != "event" for noun in plurals)
    return False


def _has_for_object(reading: TriggerReading, *, people: bool) -> bool:
    """Tell whether a row behind a word is of what befell it: behind a masdar, a passive, or of things any verb."""
    if reading.verb is None:
        return reading.trigger.kind in ("masdar", "phrase")
    passive = reading.verb.form.voice != "active" or reading.trigger.role == "subject"
    return not people or (passive and reading.verb.form.number == "singular")


def _shares_number(piece: Chunk, other: Quantity, quantity: Quantity) -> bool:
    """`25 امرأة وطفلا`, `437 وكرا ومخزنا`: a singular after eleven and more is specified by the same number.

    Of people only the accusative is, or what stands beside a genitive behind hundreds (`3800 لاجئ ومهاجر`): a man may
    be told of beside a dozen, of things it is never one more.
    """
    many = isinstance(other.low, int | float) and other.low > _TEN
    if many and other.noun is not None and not (other.low or 0) % _HUNDRED:
        return True
    return many and (quantity.unit != "person" or any(reading.form.accusative for reading in piece.nouns))


def _destroyed(sentence: list[Chunk], other: Quantity) -> bool:
    """`تدمير ثلاثة أوكار ونفق`, `دمر أربع دبابات وعربتين ومدفعا`: of a row of things destroyed or seized."""
    for back in range(other.first - 1, max(-1, other.first - 1 - _ROW), -1):
        piece = sentence[back]
        if piece.triggers or piece.verb_says or "clause" in piece.cues:
            return any(reading.trigger.measure in ("destroyed", "seized") for reading in piece.triggers)
    return False
