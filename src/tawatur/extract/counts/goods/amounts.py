"""Amounts told again without their currency: `930 مليونا من أصل 2.96 مليار دولار`, `وقدمت الرياض وحدها 500 مليون`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

#: So much without a noun may be an amount.
_AN_AMOUNT = 100_000
#: How far before an amount the word of giving may stand, or the percentage that it is told again as.
_GIVEN, _SAME = 7, 3
_MONEY = frozenset(("funding", "stolen", "reserves"))
#: Words before a part of an amount, and behind it before whoever gives it.
_PARTS, _FROM = ("منها", "بينها"), "من"
_SUM_OF, _THAT_IS = words_of("sum_of"), words_of("that_is")
#: What an amount is given as.
_KINDS = frozenset(words_of("kinds_of_gifts"))
_COMES_IN, _BUT = words_of("comes_in"), words_of("nothing_but")


def currency_of(quantity: Quantity) -> str | None:
    """Return the currency that a quantity is an amount of, or None."""
    unit = str(quantity.unit)
    return unit if unit.isupper() else None


def name_currencies(sentence: list[Chunk], quantities: list[Quantity], told: str | None) -> str | None:
    """Give amounts the currency told of beside them, or last in the section (`told`); return the one told last."""
    for order, quantity in enumerate(quantities):
        own = currency_of(quantity)
        if own is not None:
            told = own
            continue
        many = isinstance(quantity.low, int | float) and quantity.low >= _AN_AMOUNT
        if not many or quantity.unit not in (None, "other") or quantity.noun is not None or quantity.anaphor:
            continue
        if told is not None and _is_share(sentence, quantity, quantities[:order]):
            quantity.unit = told
        if quantity.parties or quantity.unit is not None:
            continue
        following = quantities[order + 1] if order + 1 < len(quantities) else None
        whole = following is not None and currency_of(following) and _is_part(sentence, quantity, following)
        if whole and following is not None:
            quantity.unit = following.unit
        elif told is not None and (_is_given(sentence, quantity) or _is_told_again(sentence, quantity, quantities)):
            quantity.unit = told
    return told


def _is_part(sentence: list[Chunk], quantity: Quantity, whole: Quantity) -> bool:
    """`930 مليونا من أصل 2.96 مليار دولار`."""
    between = sentence[quantity.last : whole.first]
    return 0 < len(between) <= _SAME and between[0].is_("من") and between[-1].is_(*_SUM_OF)


def _is_share(sentence: list[Chunk], quantity: Quantity, before: list[Quantity]) -> bool:
    """`1.5 مليار دولار، منها 500 مليون من هولندا و300 مليون من الدنمارك`: parts of an amount told before them."""
    whole = next((one for one in reversed(before) if currency_of(one)), None)
    if whole is None:
        return False
    first = quantity.first
    joined = sentence[first].conjunction == "و" or sentence[first - 1].is_("و")
    led = sentence[first - 1].is_(*_PARTS) or (joined and before[-1].unit == whole.unit)
    behind = sentence[first + 1 : quantity.last + 1]
    lent = any(is_of(piece, _KINDS) or piece.preposition == "ل" for piece in behind)  # منها 3.2 مليارات منحا و1.6 قروضا
    return led and (lent or any(piece.is_(_FROM) for piece in behind))


def _is_given(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`وخصص 76 مليونا للعام الحالي`: a word of giving before the amount, no other number between."""
    before = sentence[max(0, quantity.first - _GIVEN) : quantity.first]
    little = any(piece.is_(*_BUT) for piece in before[-2:])  # لم تتلق حتى آخر يوليو سوى 206 ملايين
    if sentence[quantity.first].preposition == "ل" or (
        not little and before and before[-1].is_("الي", "علي", "من", "ل", "عن")
    ):
        return False  # قدم مساعدات إلى 500 ألف
    for piece in reversed(before):
        if piece.number or piece.mark:
            return False
        if (little and piece.is_(*_COMES_IN)) or any(reading.trigger.measure in _MONEY for reading in piece.triggers):
            return True
    return False


def _is_told_again(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity]) -> bool:
    """`لم يصل سوى 38 في المئة، أي 380 مليونا`: a share of an amount, told again."""
    beside = sentence[max(0, quantity.first - 1) : quantity.first]
    if not beside or not beside[0].is_(*_THAT_IS):
        return False
    return any(one.unit == "percent" and 0 < quantity.first - one.last <= _SAME for one in quantities)
