"""Numbers that a governor passes over on its way to whom it counts: means, doers, and how long it took.

`دمرت المقاتلات، بغارتين، منصة`; `قتل تفجيران 17 شخصا`; `قتل على مدى ثلاثة أيام خمسة جنود`.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity, is_known_dual
from tawatur.extract.times.durations import is_of

_LASTING = frozenset(words_of("spans_of_time"))
_TWO = 2


def is_passed_over(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether a quantity between a governor and a number leaves the number to it."""
    passed = (is_known_dual, _is_means, _did_it, _is_span)
    return any(skips(sentence, quantity) for skips in passed)


def _is_means(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`بغارتين`, `في ثلاث هجمات`: the acts by which something was done, no object of its verb."""
    led = sentence[quantity.first].preposition == "ب" or (
        quantity.first > 0 and sentence[quantity.first - 1].is_("في", "ب")
    )
    struck = quantity.first > 0 and any(r.trigger.measure == "attacks" for r in sentence[quantity.first - 1].triggers)
    return (led and quantity.unit == "event") or (struck and quantity.unit == "weapon")  # استهدفت 7 صواريخ 4 مواقع


def _did_it(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`قتل تفجيران في المدينة 17 شخصا`: two acts right behind a verb, which are its subject."""
    acts = quantity.unit == "event" and quantity.low == quantity.high == _TWO and quantity.first > 0
    verbs = sentence[quantity.first - 1].triggers
    told = any(r.verb is not None and r.trigger.role == "object" for r in verbs)
    return acts and told and sentence[quantity.first].text.endswith("ان")


def _is_span(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`قتل على مدى ثلاثة أيام خمسة جنود`: how long it took, between a verb and whom it counts."""
    behind = sentence[quantity.last] if quantity.last < len(sentence) else None
    spans = (behind, sentence[quantity.last - 1])
    lasts = any(piece is not None and is_of(piece, _LASTING) for piece in spans)
    return quantity.noun is None and quantity.unit in (None, "other") and lasts
