"""Earlier times that a figure is compared with: `مقابل 61 في الفترة نفسها من العام الماضي`, `61 في العام الذي سبقه`.

Such a time is told by another figure's: it dates the number that stands right before it, or all that follow where it
opens its sentence, and no other; what it is depends on the time that the figure compared with has in the end.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from tawatur.arabic import fold
from tawatur.arabic.times import Time
from tawatur.arabic.times.calendar import shift, shift_days
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.report.draft import Draft

_SPANS = frozenset((*words_of("span_of_time"), *words_of("span_of_year")))
_SAME = frozenset(words_of("same"))
_WHO = frozenset(words_of("who"))
_BEFORE_IT = frozenset(words_of("before_that_one"))
_PREVIOUS = frozenset(words_of("previous_one"))
#: Units of the calendar, by their noun.
_UNITS = {"العام": "year", "السنة": "year", "الشهر": "month", "الربع": "quarter", "الفصل": "quarter"}
#: How many chunks before such a time its number may stand.
_NEAR = 7
_LONGEST = 366


class Earlier(NamedTuple):
    """A time of chunks `[first, last)`: the same span of a `year`, or of the year `back`; else the unit `back`."""

    first: int
    last: int
    same: bool
    year: int | None
    back: str | None


class Compared(NamedTuple):
    """A claim that is dated by an earlier time."""

    draft: Draft
    earlier: Earlier


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


def dated_by(drafts: list[Draft], sentence: list[Chunk], found: list[Earlier]) -> list[Compared]:
    """Return the sentence's claims that its earlier times date."""
    compared: list[Compared] = []
    for earlier in found:
        numbers = [at for at in range(earlier.first) if sentence[at].number is not None]
        if numbers and earlier.first - numbers[-1] > _NEAR:
            continue
        first, last = (numbers[-1], numbers[-1]) if numbers else (earlier.last, len(sentence))
        for draft in drafts:
            at = next((i for i, piece in enumerate(sentence) if piece.first <= draft.number[0] < piece.last), -1)
            if first <= at <= last and draft.unit != "percent":
                compared.append(Compared(draft, earlier))
    return compared


def date_compared(compared: list[Compared], drafts: list[Draft]) -> None:
    """Give claims that an earlier time dates the time that those told before them have, so much earlier."""
    for draft, earlier in compared:
        base = _base(draft, drafts, {id(one.draft) for one in compared})
        time = _earlier_than(base, earlier) if base is not None else None
        if time is not None:
            draft.when, draft.own_when = time, True


def _base(draft: Draft, drafts: list[Draft], compared: set[int]) -> Time | None:
    """Return the time of the claim of the same measure that was told last before a claim, of any for none."""
    before = [
        one
        for one in drafts
        if id(one) not in compared
        and not one.headline
        and (one.sentence, one.number) < (draft.sentence, draft.number)
        and one.when is not None
        and _days(one.when) is not None
    ]
    alike = [one for one in before if one.measure == draft.measure]
    last = (alike or before)[-1:]
    return last[0].when if last else None


def _days(time: Time) -> tuple[date, date] | None:
    if time.start_date is None or time.end_date is None:
        return None
    start, end = date.fromisoformat(time.start_date), date.fromisoformat(time.end_date)
    return (start, end) if 0 <= (end - start).days <= _LONGEST else None


def _earlier_than(base: Time, earlier: Earlier) -> Time | None:
    days = _days(base)
    if days is None:
        return None
    start, end = days
    if earlier.same:
        years = start.year - (earlier.year if earlier.year is not None else start.year - 1)
        moved = shift(start, "year", -years), shift_days(shift(shift_days(end, 1), "year", -years), -1)
        return _time(base, *moved) if years else None
    unit = earlier.back or "year"
    if unit == "year":
        return _time(base, date(start.year - 1, 1, 1), date(start.year - 1, 12, 31))
    return _time(base, shift(start, unit, -1), shift_days(start, -1))


def _time(base: Time, start: date, end: date) -> Time:
    return msgspec.structs.replace(
        base, start_date=start.isoformat(), end_date=end.isoformat(), rule="compared", relation="during", open_end=False
    )
