"""Nationals whom another country took in: `تستضيف تركيا 3.5 ملايين سوري`, `يعيش في الأردن 650 ألف سوري`.

So many of a nation at war who are in a country beside theirs were displaced, though no word says so.
"""

from __future__ import annotations

from itertools import pairwise

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity

_HOSTS, _LIVE = frozenset(words_of("hosts")), frozenset(words_of("lives_in"))
#: How far before those who are hosted their host's verb may stand, and behind them where they are.
_FAR, _BEHIND = 5, 3
#: So many of a nation are no delegation.
_MANY = 1000


def hosted(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of many nationals of one state in another, where a verb says that it has them."""
    many = isinstance(quantity.low, int | float) and quantity.low >= _MANY
    if not many or quantity.unit != "person" or quantity.state is None or quantity.role or quantity.measure:
        return None
    before = sentence[max(0, quantity.first - _FAR) : quantity.first]
    verb = next((at for at in reversed(range(len(before))) if _word(before[at]) in _HOSTS | _LIVE), None)
    if verb is None or any(piece.mark or piece.number is not None for piece in before[verb:]):
        return None
    around = before[verb + 1 :]
    if _word(before[verb]) in _LIVE:
        around = around + sentence[quantity.last : quantity.last + _BEHIND]
        around = [then for led, then in pairwise(around) if led.is_("في")]
    states = {place.country for piece in around for place in piece.places}
    elsewhere = states and quantity.state not in states
    return Frame(quantity, "displaced", "told of") if elsewhere else None


def _word(piece: Chunk) -> str:
    return piece.text.removeprefix("و")
