"""Which words of a text a time may begin at: all others are passed over without a look at the grammar.

A word is judged by itself, once; what it opens depends on the words behind it, and is the grammar's to say.
"""

from __future__ import annotations

from enum import IntFlag

from tawatur.arabic.times.numerals import PIECES
from tawatur.arabic.times.words import LONGEST_REMEMBERED, READINGS, REMEMBERED


class Opening(IntFlag):
    """What a word may be at the beginning of a time."""

    NONE = 0
    #: a preposition: `في`, `منذ`
    RELATION = 1
    #: the first word of a time itself: `عام`, `أمس`, `30`
    TIME = 2
    #: the first word behind a preposition: that of a time, or of an amount (`نحو عامين`) or `الآن`
    INTRODUCED = 4


#: The kinds of entry that a time begins with, a direction and an amount in a few words only.
_TIMES = frozenset(
    {
        "day_part", "day_word", "weekday", "month", "unit", "first_day", "part", "fraction", "season", "decade",
        "demonstrative", "feast",
    }
)  # fmt: skip
_INTRODUCED = frozenset({"amount", "now"})
_POINTING = ("ذلك", "تلك")
#: The article set apart from digits: `الـ24`.
_ARTICLE = "ال"


class _Openings(dict[str, int]):
    """What each word may open, an `Opening`, worked out when first asked for and remembered."""

    def __missing__(self, word: str) -> int:
        """Work out what a token's text may open."""
        opening = int(_opening(word))
        if len(word) <= LONGEST_REMEMBERED:
            if len(self) >= REMEMBERED:
                self.clear()
            self[word] = opening
        return opening


def _opening(word: str) -> Opening:
    if word[:1].isdecimal():
        return Opening.TIME | Opening.INTRODUCED
    kinds = READINGS[word]
    opening = Opening.RELATION if "relation" in kinds else Opening.NONE
    last = any(reading.phrase.value == "last" for reading in kinds.get("amount", ()))
    pointing = "direction" in kinds and word.endswith(_POINTING)
    if word == _ARTICLE or last or pointing or PIECES[word] or not _TIMES.isdisjoint(kinds):
        return opening | Opening.TIME | Opening.INTRODUCED
    if not _INTRODUCED.isdisjoint(kinds):
        return opening | Opening.INTRODUCED
    return opening


#: The openings of every word met so far.
OPENINGS = _Openings()
