"""Pledges in a row: `512 مليون دولار، ثم بريطانيا بـ374 مليونا فألمانيا بـ220 مليونا`, one currency and one measure.

Who gives the next amount stands right before it; its currency is said once.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.government import is_joined
from tawatur.extract.phrases.quantity import Quantity

#: So much without a noun is an amount, beside one of a currency.
_AN_AMOUNT = 100_000
#: How far before an amount its giver may stand, a preposition or a bracket between.
_BESIDE = 3


def take_currency(found: list[Quantity], sentence: list[Chunk]) -> None:
    """`512 مليون دولار، ثم بريطانيا بـ374 مليونا`: a bare number behind its giver is of the currency said before."""
    *before, quantity = found
    if not before or quantity.unit is not None or quantity.noun is not None:
        return
    currency = next((str(other.unit) for other in reversed(before) if str(other.unit).isupper()), None)
    many = isinstance(quantity.low, int | float) and quantity.low >= _AN_AMOUNT
    if currency is not None and many and giver_before(sentence, quantity.first) is not None:
        quantity.unit = currency


def giver_before(sentence: list[Chunk], at: int) -> Chunk | None:
    """`واليابان 15 مليونا`, `لندن (347 مليونا)`: who is named right before an amount, a bracket or `ب` between."""
    first = at - 1
    while first >= max(0, at - _BESIDE) and (sentence[first].is_("ب") or sentence[first].text == "("):
        first -= 1
    return sentence[first] if first >= 0 and sentence[first].actors else None


def joined_to(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`4.2 مليارات دولار لـ21 مليون شخص و1.8 مليار دولار لدعم اللاجئين`: an amount joined to one told before it."""
    if not str(quantity.unit).isupper() or not is_joined(sentence, quantity.first):
        return None
    alike = (one for one in reversed(frames) if one.measure == "funding" and one.quantity.unit == quantity.unit)
    before = next(alike, None)
    if before is None or any(
        piece.verb_says or "clause" in piece.cues or any(reading.verb for reading in piece.triggers)
        for piece in sentence[before.quantity.last : quantity.first]
    ):
        return None
    return Frame(quantity, "funding", "coordination", before.trigger, before.reading)


def in_row(sentence: list[Chunk], quantity: Quantity, previous: Frame | None) -> Frame | None:
    """Return the frame of an amount that the next giver gives as the one before gave his."""
    if previous is None or previous.measure != "funding" or not str(quantity.unit).isupper():
        return None  # 500 مليون يورو وبريطانيا 200 مليون جنيه: a currency of its own
    if giver_before(sentence, quantity.first) is None:
        return None
    return Frame(quantity, "funding", "pledge", previous.trigger, previous.reading)
