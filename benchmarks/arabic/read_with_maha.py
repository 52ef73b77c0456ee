"""Maha's numerals and times.

usage: read_with_maha.py numerals|times JOB
"""

import sys
from datetime import datetime
from functools import lru_cache

from adapter import Days, Number, answer, midnight, spanned
from dateutil.relativedelta import relativedelta
from maha.parsers.functions import parse_dimension
from maha.parsers.rules.time.template import TimeInterval, TimeValue
from spelling import clitics_apart, plain_digits

_PERCENT = ("%", "٪", "المئة", "المائة", "الميه")
_DAYS = ("day", "weekday", "_days", "_weeks", "_hours", "_minutes", "_seconds", "hour")
_MONTHS = ("month", "_months", "next_month", "prev_month")


@lru_cache(maxsize=100_000)
def is_numeral(word: str) -> bool:
    """Tell whether the whole word is a numeral to Maha."""
    found = parse_dimension(word, numeral=True)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(word))


def numerals(text: str) -> list[Number]:
    """Return Maha's numerals, its percents (0.27) in percent; it tells no bounds and no other units."""
    found: list[Number] = []
    for item in parse_dimension(clitics_apart(plain_digits(text), is_numeral), numeral=True):
        percent = any(sign in item.body for sign in _PERCENT)
        value = round(item.value * 100, 6) if percent else item.value
        found.append((value, value, "exact", "percent" if percent else None))
    return found


def days_of(value: TimeValue, anchor: datetime) -> Days:
    """Return the days that Maha's offset from an anchor names, as long as its finest part says."""
    moment = anchor + value
    if any(getattr(value, name, None) is not None for name in _DAYS):
        return spanned(moment.date(), "day")
    if any(getattr(value, name, None) is not None for name in _MONTHS):
        return spanned(moment.date(), "month")
    return spanned(moment.date(), "year")


def times(text: str, anchor: str) -> list[Days]:
    """Return Maha's times, intervals from the beginning of one to the end of the other."""
    now = midnight(anchor)
    found: list[Days] = []
    for item in parse_dimension(plain_digits(text), time=True):
        if isinstance(item.value, TimeInterval):
            start, end = item.value.start, item.value.end
            first = None if start is None else days_of(start, now)[0]
            last = None if end is None else days_of(end, now)[1]
            found.append((first, last, None))
        elif isinstance(item.value, relativedelta):
            found.append(days_of(item.value, now))
    return found


READS = {
    "numerals": lambda: answer(numbers=numerals, read=lambda text, _: parse_dimension(text, numeral=True)),
    "times": lambda: answer(times=times, read=lambda text, _: parse_dimension(text, time=True)),
}

if __name__ == "__main__":
    READS[sys.argv[1]]()
