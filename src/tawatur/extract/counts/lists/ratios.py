"""Ratios: `تسعة من كل عشرة لاجئين`, `طفل من بين كل ستة أطفال`: a share in words, one quantity and not two."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity, take_noun

_EVERY = words_of("every")
_ONE = ("واحد", "واحدا", "واحدة")
_OF, _AMONG = "من", "بين"
#: How far before `من كل` the part may begin.
_PART = 3


def take_ratio(found: list[Quantity], sentence: list[Chunk]) -> None:
    """Make one share of the number just found and of the part before `من كل`, where that is how it is led in."""
    whole = found[-1]
    opened = _opening(sentence, whole.first)
    if opened is None or not _is_number(whole) or not whole.low:
        return
    part = found[-2] if len(found) > 1 and found[-2].first >= opened - _PART and found[-2].first < opened else None
    one = _singular(sentence, opened - 1) if part is None else None
    if part is not None and _is_number(part):
        first, start, low = part.first, part.number_tokens[0], part.low
        del found[-2]
    elif one is not None:
        first, start, low = one, sentence[one].first, 1
    else:
        return
    if not isinstance(low, int | float) or not isinstance(whole.low, int | float) or low >= whole.low:
        return
    whole.low = whole.high = round(low / whole.low, 4)
    noun, whole.noun, whole.unit, whole.measure = whole.noun, None, "other", None
    take_noun(whole, noun)
    whole.unit = "other"
    whole.first, whole.number_tokens = first, (start, whole.number_tokens[1])


def is_rate(sentence: list[Chunk], at: int) -> bool:
    """`كل 10 لاجئين في خيمة`, `كل ثلاثة أيام`: so many at a time, no number of them; `من كل عشرة` is of a ratio."""
    every = at > 0 and sentence[at - 1].is_(*_EVERY) and not sentence[at - 1].preposition
    return every and _opening(sentence, at) is None


def _opening(sentence: list[Chunk], at: int) -> int | None:
    """Return the chunk of the `من` that leads in `من كل` or `من بين كل` right before a number."""
    if at < 1 or not sentence[at - 1].is_(*_EVERY):
        return at if sentence[at].words[0] in _EVERY and at and sentence[at - 1].is_(_OF) else None
    back = at - 2
    if back >= 0 and sentence[back].is_(_AMONG, "من بين"):
        back -= not sentence[back].text.startswith(_OF)
    return back if back >= 0 and sentence[back].text.startswith(_OF) else None


def _is_number(quantity: Quantity) -> bool:
    return quantity.low == quantity.high and quantity.unit in (None, "person", "household", "facility", "other")


def _singular(sentence: list[Chunk], at: int) -> int | None:
    """`طفل من كل ستة`: the noun in the singular that is the part, one of so many."""
    if at < 0:
        return None
    if sentence[at].is_(*_ONE):
        return at
    people = (r for r in sentence[at].nouns if r.noun.unit in ("person", "household", "facility"))
    return at if any(r.form.number == "singular" and not r.stem.article for r in people) else None
