"""Claims that no day of the news is a time of: the dead of a whole war, what had been before the act told of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container

from tawatur.extract.choosing.told_times import Timed
from tawatur.extract.report.draft import Draft
from tawatur.extract.times.other_deeds import is_of_no_day
from tawatur.extract.times.periods import DAYS

#: The rule by which what is told to have been on no day of the news is left without one.
NO_DAY = "no day"


def leave_undated(drafts: list[Draft], timed: list[Timed], apart: Container[str]) -> None:
    """Take a day that was carried to them from claims that are told to be of none; `apart` measures have their own."""
    sentences = {one.number: one for one in timed}
    for draft in drafts:
        own = sentences.get(draft.sentence)
        longer = draft.when is not None and draft.when.precision not in DAYS
        if own is None or draft.own_when or longer or draft.measure in apart:
            continue
        at = bisect_right([piece.first for piece in own.clauses.sentence], draft.number[0]) - 1
        if is_of_no_day(own.clauses, max(0, at)):
            draft.when, draft.rules["when"] = None, NO_DAY
