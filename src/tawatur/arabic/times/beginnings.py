"""Which rules of the grammar a word can be the first word of, so that no others are tried at it.

A word is judged by itself, once, as bits.
"""

from __future__ import annotations

from tawatur.arabic.memory import Memory
from tawatur.arabic.times.numerals import PIECES
from tawatur.arabic.times.words import READINGS, Unit

#: The rules, as bits: of a day or a date, a feast, the parts and units of a period, …
DAY = 1 << 0
FEAST = 1 << 1
PART = 1 << 2
FRACTION = 1 << 3
NTH_DAY = 1 << 4
UNITS_OF = 1 << 5
SEASON = 1 << 6
DECADE = 1 << 7
#: … of a month and a year, of a unit that is pointed at or counted, …
MONTH = 1 << 8
YEAR = 1 << 9
DEMONSTRATED = 1 << 10
LAST_UNITS = 1 << 11
COUNT = 1 << 12
POINTED = 1 << 13
#: … of a list behind `عامي`, and of the number of a day in a month.
LIST_HEAD = 1 << 14
DAY_NUMBER = 1 << 15

PERIOD = PART | FRACTION | NTH_DAY | UNITS_OF | SEASON | DECADE
UNIT = DEMONSTRATED | LAST_UNITS | COUNT | POINTED

_OF_KIND = {
    "day_part": DAY,
    "day_word": DAY,
    "weekday": DAY,
    "month": DAY | MONTH,
    "first_day": DAY | DAY_NUMBER,
    "feast": FEAST,
    "part": PART | NTH_DAY,
    "fraction": FRACTION,
    "season": SEASON,
    "decade": DECADE,
    "demonstrative": SEASON | DEMONSTRATED,
}
_OF_UNIT = {"day": DAY | NTH_DAY, "month": MONTH, "year": YEAR}
_LISTING = frozenset({"construct", "dual"})
_POINTING = ("ذلك", "تلك")
#: The article set apart from digits: `الـ24`.
_ARTICLE = "ال"


def _rules(word: str) -> int:
    """Return the rules that a token's text can be the first word of."""
    if word[:1].isdecimal():
        return DAY | DAY_NUMBER | YEAR | COUNT
    rules = COUNT if word == _ARTICLE else 0
    if PIECES[word]:
        rules |= DAY | DAY_NUMBER | NTH_DAY | COUNT
    for kind, readings in READINGS[word].items():
        rules |= _OF_KIND.get(kind, 0)
        for reading in readings:
            if kind == "unit":
                rules |= _of_unit(reading.phrase.value, article=reading.article)
            elif kind == "amount" and reading.phrase.value == "last":
                rules |= LAST_UNITS
            elif kind == "direction" and word.endswith(_POINTING):
                rules |= DEMONSTRATED
    return rules


def _of_unit(unit: Unit, *, article: bool) -> int:
    rules = _OF_UNIT.get(unit.name, 0)
    if unit.number in _LISTING:
        rules |= LIST_HEAD
    return rules | UNITS_OF | POINTED if article else rules


#: The rules of every word met so far.
RULES_AT = Memory(_rules)
