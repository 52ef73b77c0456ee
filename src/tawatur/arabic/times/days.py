"""Days by name and by date: `أمس الخميس`, `مساء السبت`, `الأربعاء، 30 نوفمبر 2016`, `11 شوال 1437هـ الموافق 16 يوليو`.

Source: Ryding 2005, 11.6 (adverbs of time), 15.7 (days of the week).
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.arabic.times.forms import CalendarUnit, Date, DayWord, Found, Range
from tawatur.arabic.times.numerals import Numeral, digits, ordinal
from tawatur.arabic.times.points import read_date
from tawatur.arabic.times.units import read_unit
from tawatur.arabic.times.words import Sense, Words

_OPENING, _CLOSING = "(", ")"
_COMMAS = frozenset({"،", ","})
_APART = frozenset({"،", ",", "-", "/", ":"})
#: A lower ordinal behind a weekday tells which of them it is: `الجمعة الثانية`.
_FEWEST = 11
_FRIDAY = 5
_NIGHT = ("ليل", "ليلة", "ليله")


def read_day(words: Words, at: int, *, introduced: bool) -> Found | None:
    """Read a day, with the part of day, the weekday, the second calendar that belong to it."""
    part = words.sense(at, "day_part")
    core = at if part is None else part.next
    if part is not None and words.word(core) == "من":
        core += 1
    head = _day_head(words, core)
    if head is not None:
        core = head.next
    headed = part is not None or head is not None
    found = (
        _read_day_word(words, core, headed=headed)
        or _read_weekday(words, core, headed=headed)
        or read_date(words, core, introduced=introduced or headed)
    )
    if found is None and head is not None and part is None:
        return _read_day_word(words, at, headed=False) or _read_number(words, head)
    if found is None:
        return _read_day_word(words, at, headed=False) if headed else None
    found = _with_second_calendar(words, found)
    if part is not None and words.word(part.next - 1).removeprefix("ال") in _NIGHT:
        found = _with_morrow(words, found)
    opening: Sense | None = part or head
    first, prefix = (at, opening.prefix) if opening is not None else (found.first, found.prefix)
    after = found.next
    adverb = words.sense(after, "day_adverb")
    if adverb is not None:
        after = adverb.next
    return replace(found, first=first, prefix=prefix, next=after)


def _read_number(words: Words, head: Sense) -> Found | None:
    """Read `يوم 27`: the day of a month that is not named."""
    at = head.next
    value = digits(words, at, 2)
    if value is None or not 1 <= value <= 31 or not _stands_bare(words, at + 1):
        return None
    return Found(Date(day=value), at - 1, at + 1, head.prefix)


def _stands_bare(words: Words, at: int) -> bool:
    """Return whether nothing follows that a number could count or be a part of."""
    if words.kind(at) == "break" or words.sense(at, "relation") is not None:
        return words.word(at) != "من"
    return (
        words.kind(at) == "mark" and words.word(at) not in {"%", "-", "/", ":", ","} and words.kind(at + 1) != "digits"
    )


def _day_head(words: Words, at: int) -> Sense | None:
    """Return `يوم` before the name or the date of a day."""
    for sense in words.senses(at, "unit"):
        if sense.value.name == "day" and sense.value.number == "singular" and not sense.article:
            return sense
    return None


def _read_day_word(words: Words, at: int, *, headed: bool) -> Found | None:
    sense = words.sense(at, "day_word")
    if sense is None or not (headed or _free(words, at, sense)) or words.word(sense.next) == "الواحدة":
        return None  # `الليلة الواحدة`, each night
    found = Found(DayWord(sense.value), at, sense.next, sense.prefix)
    beside = _apposed(words, sense.next)
    if beside is None:
        return found
    weekday, date, after = beside
    return replace(found, form=DayWord(sense.value, weekday, date), next=after)


def _free(words: Words, at: int, sense: Sense) -> bool:
    """Return whether a day word stands for a day: no name, no `اليوم الوطني`, no `في اليوم`."""
    if sense.next > at + 1 or sense.value < 0:
        return True
    if sense.preposition or words.word(at - 1) == "في":
        return words.sense(sense.next, "weekday") is not None
    following = (
        words.sense(sense.next, "excluded_after") is not None or words.sense(sense.next, "direction") is not None
    )
    return not following and words.sense(at - 1, "excluded_before") is None


def _apposed(words: Words, at: int) -> tuple[int | None, Date | None, int] | None:
    """Read the weekday and the date beside a day word: `(الجمعة)`, `، الخميس 30 نوفمبر`."""
    opened = words.word(at) == _OPENING
    start = at + (opened or words.word(at) in _APART)
    head = _day_head(words, start)
    start = start if head is None else head.next
    found = _read_weekday(words, start, headed=True)
    if found is None:
        found = read_date(words, start, introduced=False)
    if found is None or not isinstance(found.form, Date) or words.word(start)[:1] == "و":
        return None
    found = _with_second_calendar(words, found)
    assert isinstance(found.form, Date)
    after = found.next
    if opened:
        if words.word(after) != _CLOSING:
            return None
        after += 1
        behind = read_date(words, after, introduced=False) if found.form.day is None else None
        if behind is not None and isinstance(behind.form, Date):
            weekday = found.form.weekday
            found, after = replace(behind, form=replace(behind.form, weekday=weekday)), behind.next
    assert isinstance(found.form, Date)
    date = found.form if found.form.day is not None else None
    return found.form.weekday, date, after


def _read_weekday(words: Words, at: int, *, headed: bool) -> Found | None:
    sense = words.sense(at, "weekday")
    if sense is None:
        return None
    if not headed and (words.sense(at - 1, "occasion") is not None or words.sense(at - 1, "recurrence") is not None):
        return None
    date = _date_beside(words, sense.next)
    if date is not None:
        assert isinstance(date.form, Date)
        return replace(date, form=replace(date.form, weekday=sense.value), first=at, prefix=sense.prefix)
    number = _number_beside(words, sense.next)
    if number is not None:
        return Found(Date(weekday=sense.value, day=number.value), at, number.next, sense.prefix)
    within = read_unit(words, sense.next + (words.word(sense.next) == "من"))
    if within is not None and isinstance(within.form, CalendarUnit) and within.form.unit == "week":
        return Found(Date(weekday=sense.value, within=within.form), at, within.next, sense.prefix)
    form = Date(weekday=sense.value)
    direction = words.sense(sense.next, "direction")
    if direction is not None and _points(words, direction, sense.value) and not direction.prefix:
        dated = _date_beside(words, direction.next)
        if dated is not None and isinstance(dated.form, Date):  # `الاثنين المقبل 11 شوال الجاري`
            return replace(dated, form=replace(dated.form, weekday=sense.value), first=at, prefix=sense.prefix)
        heading = "past" if direction.value == "latest" else direction.value
        return Found(replace(form, direction=heading), at, direction.next, sense.prefix)
    return Found(form, at, sense.next, sense.prefix)


def _points(words: Words, direction: Sense, weekday: int) -> bool:
    """Return whether a word behind a weekday points to one: `الأحد الماضي`, not `مباراة الأحد الأخيرة`."""
    feminine = words.word(direction.next - 1).endswith(("ة", "ه"))
    if feminine and weekday != _FRIDAY:
        return False
    return direction.article or direction.value in {"before_last", "after_next"}


def _number_beside(words: Words, at: int) -> Numeral | None:
    """Read the day of the month behind a weekday, no month named: `الجمعة 27`, `السبت السادس عشر`."""
    value = digits(words, at, 2)
    if value is not None:
        return Numeral(value, at + 1) if 1 <= value <= 31 and _stands_bare(words, at + 1) else None
    number = ordinal(words, at)
    return number if number is not None and _FEWEST <= number.value <= 31 and not number.prefix else None


def _date_beside(words: Words, at: int) -> Found | None:
    """Read the date that a weekday stands before."""
    start = at
    adverb = words.sense(start, "day_adverb")
    if adverb is not None:
        start = adverb.next
    equals = words.sense(start, "equals")
    opened = words.word(start) == _OPENING
    if equals is not None:
        start = equals.next
    elif opened or words.word(start) in _APART:
        start += 1
    placed = words.word(start) == "في"  # `الاثنين في 18 شباط`
    found = read_date(words, start + placed, introduced=True)
    if found is None or not isinstance(found.form, Date) or (placed and found.form.month is None):
        return None
    if not opened:
        return found
    return replace(found, next=found.next + 1) if words.word(found.next) == _CLOSING else None


def _with_second_calendar(words: Words, found: Found) -> Found:
    """Join the date of the other calendar that stands behind a date, and a weekday in brackets."""
    if not isinstance(found.form, Date) or found.form.day is None:
        return found
    at = found.next
    equals = words.sense(at + (words.word(at) in _COMMAS), "equals")
    opened = words.word(at) == _OPENING
    if equals is not None:
        at = equals.next
        head = _day_head(words, at)
        at = at if head is None else head.next
        weekday = words.sense(at, "weekday")
        at = at if weekday is None else weekday.next
        opened = words.word(at) == _OPENING  # (10/شوال/1436هـ) الموافق (26/7/2015م)
        at += opened
    elif opened or words.word(at) in _APART:
        at += 1
    second = read_date(words, at, introduced=equals is not None)
    if second is None or not isinstance(second.form, Date) or second.form.hijri == found.form.hijri:
        return _with_weekday_behind(words, found)
    after = second.next
    if opened:
        if words.word(after) != _CLOSING:
            return found
        after += 1
    return replace(found, form=replace(found.form, twin=second.form), next=after)


def _with_weekday_behind(words: Words, found: Found) -> Found:
    assert isinstance(found.form, Date)
    if words.word(found.next) != _OPENING or found.form.weekday is not None:
        return found
    weekday = words.sense(found.next + 1, "weekday")
    if weekday is None or words.word(weekday.next) != _CLOSING:
        return found
    return replace(found, form=replace(found.form, weekday=weekday.value), next=weekday.next + 1)


def _with_morrow(words: Words, found: Found) -> Found:
    """Read the second weekday of a night: `ليل الجمعة - السبت`, `ليلة الخميس الجمعة`."""
    if not isinstance(found.form, Date) or found.form.weekday is None or found.form.day is not None:
        return found
    at = found.next + (words.word(found.next) in {"-", "/", "الي", "علي"})
    second = words.sense(at, "weekday")
    if second is None or second.value != found.form.weekday % 7 + 1 or second.conjunction:
        return found
    date = _date_beside(words, second.next)
    form = Date(weekday=second.value)
    after = second.next
    if date is not None and isinstance(date.form, Date):
        form, after = replace(date.form, weekday=second.value), date.next
    return replace(found, form=Range(found.form, form), next=after)
