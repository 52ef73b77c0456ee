"""People whom a country took in: `تستضيف تركيا 3.5 ملايين سوري`, `استقبلت تشاد 614 ألفا منهم، ومصر 514 ألفا`.

So many of a nation at war who are in a country beside theirs, or came to it (`وصل 500 ألف سوداني إلى مصر`), were
displaced, though no word says so; and so are those
whom each of several countries has, in a row of which one word tells that they fled.
"""

from __future__ import annotations

from itertools import pairwise

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity

_HOSTS, _LIVE = frozenset(words_of("hosts")), frozenset(words_of("lives_in"))
_ARRIVES = frozenset(words_of("comes_to"))
#: How far before those who are hosted their host's verb may stand, and behind them where they are.
_FAR, _BEHIND = 5, 3
#: So many of a nation are no delegation.
_MANY = 1000
_UPROOTED = frozenset(("displaced", "refugees"))
_FLED, _FOLLOWS = words_of("those_who_fled"), words_of("next_in_order")
#: A camp, whose people are its population.
_CAMP = "مخيم"
#: What opens a row of hosts.
_HEADED = words_of("at_the_head")


def hosted(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of many nationals of one state in another, where a verb says that it has them."""
    many = isinstance(quantity.low, int | float) and quantity.low >= _MANY
    if not many or quantity.unit != "person" or quantity.state is None or quantity.role or quantity.measure:
        return None
    before = sentence[max(0, quantity.first - _FAR) : quantity.first]
    verb = next((at for at in reversed(range(len(before))) if _word(before[at]) in _HOSTS | _LIVE | _ARRIVES), None)
    if verb is None or any(piece.mark or piece.number is not None for piece in before[verb:]):
        return None
    around = before[verb + 1 :]
    if _word(before[verb]) in _ARRIVES:
        around = around + sentence[quantity.last : quantity.last + _BEHIND]
    elif _word(before[verb]) in _LIVE:
        around = around + sentence[quantity.last : quantity.last + _BEHIND]
        around = [then for led, then in pairwise(around) if led.is_("في")]
    states = {place.country for piece in around for place in piece.places}
    town = _word(before[verb]) in _HOSTS and not any(_is_camp(piece) for piece in before)  # تستضيف البلدة ألف سوري
    elsewhere = quantity.state not in states if states else town
    return Frame(quantity, "displaced", "told of") if elsewhere else None


def in_row_of_hosts(
    sentence: list[Chunk], quantity: Quantity, previous: Frame | None, lexicon: Lexicon
) -> Frame | None:
    """`استقبلت تشاد 614 ألفا من الفارين، ومصر 514 ألفا`, `لبنان (675 ألفا) فتركيا (614 ألفا)`: a host has its own."""
    many = isinstance(quantity.low, int | float) and quantity.low >= _MANY
    if not many or quantity.unit not in (None, "person") or quantity.role or quantity.measure:
        return None
    bracketed = sentence[quantity.first - 1].text in ("(", "ب")
    at = quantity.first - 1 - bracketed
    reach = range(at, max(0, at - _FAR), -1)
    taken_in = (i for i in reach if _word(sentence[i - 1]) in _HOSTS and _is_state(sentence[i], lexicon))
    host = next(taken_in, None)
    takes_in = host is not None and not any(p.number or p.mark for p in sentence[host : at + 1])
    if at < 0 or not (takes_in or _is_state(sentence[at], lexicon)):
        return None
    ranked = any(piece.is_(*_HEADED, *_FOLLOWS) for piece in sentence[max(0, at - _BEHIND) : at])
    after = previous is not None and previous.measure == "displaced" and previous.quantity.last <= at
    row = after and (ranked or bool(sentence[at].conjunction) or sentence[at - 1].text in ("و", "ف"))
    fled = any(_tells_of_flight(piece) for piece in sentence)
    if not (row or ((takes_in or ranked) and fled)):
        return None
    quantity.unit = "person"
    return Frame(quantity, "displaced", "told of")


def _is_camp(piece: Chunk) -> bool:
    return any(word.removeprefix("ال").startswith(_CAMP) for word in piece.words)


def _is_state(piece: Chunk, lexicon: Lexicon) -> bool:
    return bool(piece.places) and any(key in lexicon.state_keys for key in piece.actors)


def _tells_of_flight(piece: Chunk) -> bool:
    uprooted = any(reading.noun.of in _UPROOTED for reading in piece.nouns)
    return uprooted or piece.is_(*_FLED) or piece.is_("منهم")


def _word(piece: Chunk) -> str:
    return piece.text if piece.text in _ARRIVES else piece.text.removeprefix("و")
