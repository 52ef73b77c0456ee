"""How often something was struck: `أغارت الطائرات 87 مرة`, `قصفت القوات المدينة مرتين`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import completed
from tawatur.extract.phrases.quantity import Quantity

_GUNFIRE = words_of("gunfire")
_TIMES, _TWICE = words_of("times"), words_of("twice")
#: How far before the number of times the verb may stand.
_REACH = 10
#: What happened once is told by its verb alone.
_OFTEN = 2


def struck_so_often(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the attacks that a number of times counts, where the verb of its clause strikes; None of other times."""
    following = sentence[quantity.first + 1] if quantity.first + 1 < len(sentence) else None
    of_times = sentence[quantity.first].is_(*_TWICE) or (following is not None and following.is_(*_TIMES))
    if not of_times or quantity.noun is not None or not isinstance(quantity.low, int) or quantity.low < _OFTEN:
        return None
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _REACH), -1):
        piece = sentence[at]
        strikes = (
            r
            for r in piece.triggers
            if r.verb is not None and r.trigger.measure == "attacks" and completed(sentence, at, r.trigger.lemma)
        )
        if piece.is_(*_GUNFIRE) or any(r.trigger.measure == "wounded" for r in piece.triggers):
            return None  # أصيب أربع مرات, أطلق النار عليه مرتين: a man
        if piece.mark or piece.number is not None or piece.verb_says or "clause" in piece.cues:
            return None
        reading = next(strikes, None)
        if reading is not None:
            quantity.unit = "event"
            return Frame(quantity, "attacks", "governor", at, reading)
        if any(r.verb is not None for r in piece.triggers):
            return None
    return None
