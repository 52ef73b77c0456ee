"""Claims that an earlier time dates, of figures that others are compared with: `مقابل 61 في العام الذي سبقه`.

Such a time dates the number that stands right before it, or all that follow where it opens its sentence, and no other;
what it is depends on the time that the figure compared with has in the end.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from tawatur.arabic.times import Time
from tawatur.arabic.times.calendar import shift, shift_days
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.report.draft import Draft
from tawatur.extract.times.earlier import Earlier

#: How many chunks before such a time its number may stand.
_NEAR = 7
#: How many days the time of a figure may have that another is compared with.
_LONGEST = 366


class Compared(NamedTuple):
    """A claim that is dated by an earlier time."""

    draft: Draft
    earlier: Earlier


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
