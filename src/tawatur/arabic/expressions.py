"""Numbers and times of a text read in one pass, so that no word is claimed by both: a count is never a date, a year
is never a count.

The time reader takes a number only where its grammar makes it part of a date or period (`في عام 2014`, `منذ 5 سنوات`),
never where a noun that follows is counted by it (`2000 من المعتقلين`). What it takes, the numbers leave.
"""

from __future__ import annotations

from datetime import date

import msgspec

from tawatur.arabic.nouns import Nouns
from tawatur.arabic.numbers import Number, find_numbers
from tawatur.arabic.times import Time, find_times
from tawatur.arabic.tokens import AnalysedText, analyse


class Expressions(msgspec.Struct, frozen=True):
    """The numbers and the times of a text, each in order; no token is in two of them."""

    numbers: list[Number]
    times: list[Time]


def read_expressions(text: str | AnalysedText, anchor: date | str | None, *, nouns: Nouns | None = None) -> Expressions:
    """Return the counts and the times of a text, settled on the words that both could claim.

    `anchor` is as for `find_times`, `nouns` as for `find_numbers`. Raises ValueError for an anchor that is no date.
    Cost is linear in the text's length.
    """
    analysed = analyse(text)
    times = find_times(analysed, anchor)
    taken = frozenset(at for time in times for at in range(time.first, time.last))
    return Expressions(_outside(find_numbers(analysed, nouns=nouns, taken=taken), times), times)


def _outside(numbers: list[Number], times: list[Time]) -> list[Number]:
    """Return the numbers that share no token with a time; both lists are in order."""
    kept = []
    at = 0
    for number in numbers:
        while at < len(times) and times[at].last <= number.first:
            at += 1
        if at == len(times) or times[at].first >= number.last:
            kept.append(number)
    return kept
