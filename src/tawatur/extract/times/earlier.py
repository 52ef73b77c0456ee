"""Earlier times that a figure is compared with: `مقابل 61 في الفترة نفسها من العام الماضي`, `61 في العام الذي سبقه`.

Such a time is told by another figure's; `report/compared.py` dates by it what it is said of.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.arabic import fold
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_SPANS = frozenset((*words_of("span_of_time"), *words_of("span_of_year")))
_SAME = frozenset(words_of("same"))
_WHO = frozenset(words_of("who"))
_BEFORE_IT = frozenset(words_of("before_that_one"))
_PREVIOUS = frozenset(words_of("previous_one"))
#: Units of the calendar, by their noun.
_UNITS = {"العام": "year", "السنة": "year", "الشهر": "month", "الربع": "quarter", "الفصل": "quarter"}


class Earlier(NamedTuple):
    """A time of chunks `[first, last)`: the same span of a `year`, or of the year `back`; else the unit `back`."""

    first: int
    last: int
    same: bool
    year: int | None
    back: str | None


def find_earlier(sentence: list[Chunk], passage: Passage) -> list[Earlier]:
    """Return the sentence's earlier times that another figure's time tells, in order."""
    found: list[Earlier] = []
    at = 0
    while at < len(sentence):
        earlier = _same_span(sentence, at, passage) or _unit_before(sentence, at, passage)
        if earlier is not None:
            found.append(earlier)
        at = earlier.last if earlier is not None else at + 1
    return found


def _same_span(sentence: list[Chunk], at: int, passage: Passage) -> Earlier | None:
    """`الفترة نفسها من العام الماضي`, `الشهر ذاته من 2022`, `الربع نفسه من العام الذي سبقه`."""
    piece = sentence[at]
    retold = piece.time is not None and piece.time.rule == "retold"
    told = at + 1 < len(sentence) and piece.is_one_of(_SPANS) and sentence[at + 1].text in _SAME
    if not (retold or told):
        return None
    of = at + 1 if retold else at + 2
    of += of < len(sentence) and sentence[of].is_("من", "في")
    if of >= len(sentence):
        return None
    time = sentence[of].time
    if time is not None and time.precision == "year" and time.start_date is not None:
        return Earlier(at, of + 1, same=True, year=int(time.start_date[:4]), back=None)
    before = _unit_before(sentence, of, passage)
    if before is not None and before.back == "year":
        return before._replace(first=at, same=True)
    return None


def _unit_before(sentence: list[Chunk], at: int, passage: Passage) -> Earlier | None:
    """`العام السابق`, `الشهر الذي سبقه`: the unit before the one just told of."""
    piece = sentence[at]
    unit = _UNITS.get(piece.text)
    if unit is None or (piece.time is not None and piece.time.rule != "told"):
        return None
    if piece.time is not None:
        previous = fold(passage.words(piece.first, piece.last)).split()[-1] in _PREVIOUS
        return Earlier(at, at + 1, same=False, year=None, back=unit) if previous else None
    if at + 1 < len(sentence) and sentence[at + 1].text in _PREVIOUS:
        return Earlier(at, at + 2, same=False, year=None, back=unit)
    behind = sentence[at + 1 : at + 3]
    if len(behind) == 2 and behind[0].text in _WHO and behind[1].text in _BEFORE_IT:
        return Earlier(at, at + 3, same=False, year=None, back=unit)
    return None
