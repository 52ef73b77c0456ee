"""Dates and periods as people write them, each with the days that it means: for tests of the time reader.

Every day from 1950 to 2049, month, year and the common periods, in numbers or words, by the month names of all
countries and their doublets, with weekdays, Hijri dates, both calendars side by side, digits of three scripts,
prefixes and vowel marks. Every phrase is one that a reader of Arabic would take for those days, and no others.

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 15.5-15.8.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib import resources
from random import Random
from typing import NamedTuple

from hijridate import Gregorian

from tawatur.arabic.numbers.generator import Style, spell

FIRST, LAST = date(1950, 1, 1), date(2049, 12, 31)

_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_UNIT_ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
_DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_INTRODUCERS = ("", "", "", "في ", "وفي ", "بتاريخ ")
_BEFORE = ("", "", "قتل ثلاثة جنود ", "وقع الهجوم ", "أعلنت الوزارة، ")
_AFTER = ("", "", ".", "، بحسب البيان", " في المدينة", " أن الجيش تقدم")
_BETWEEN = ("/", " / ", "/ ", " /", " - ", " ")
_HEADS = ("عام ", "العام ", "سنة ")
_FATHA = "\u064e"
_MARKS = (_FATHA, "\u0640")
_WITHOUT_HAMZA = str.maketrans("أإ", "اا")
_PARTS = {
    "early": ("مطلع", "بداية", "أوائل", "مستهل"),
    "middle": ("منتصف", "أواسط"),
    "late": ("أواخر", "نهاية", "ختام"),
}  # fmt: skip
_PART_MONTHS = {"early": (1, 3), "middle": (5, 8), "late": (10, 12)}
_PART_DAYS = {"early": (1, 10), "middle": (11, 20), "late": (21, 0)}
_UNITS = {
    "day": ("يوم", "يومين", "أيام", "يوما", "m"),
    "week": ("أسبوع", "أسبوعين", "أسابيع", "أسبوعا", "m"),
    "month": ("شهر", "شهرين", "أشهر", "شهرا", "m"),
    "year": ("سنة", "سنتين", "سنوات", "سنة", "f"),
}  # fmt: skip
_STYLE = Style("oblique", "مئة", together=True)


class TimePhrase(NamedTuple):
    """A text, the time's words `[start, end)` in it, the days that they mean read on the day `anchor`."""

    text: str
    start: int
    end: int
    start_date: date
    end_date: date
    anchor: date | None


class Words(NamedTuple):
    """A time's words, what introduces them, and their days."""

    text: str
    start_date: date
    end_date: date
    introducer: str = ""
    anchor: date | None = None


@cache
def month_names() -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the names of each month of the data file by (calendar, number); names that need more company left out."""
    data = resources.files("tawatur.arabic") / "data" / "months.tsv"
    lines = (line for line in data.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    names: dict[tuple[str, int], tuple[str, ...]] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["company"] != "full":
            key = (row["calendar"], int(row["number"]))
            names[key] = (*names.get(key, ()), row["name"])
    return names


def time_phrase(chance: Random) -> TimePhrase:
    """Return a random time in a random writing, alone or among other words."""
    words = chance.choice(_WRITERS)(chance)
    introducer = words.introducer or chance.choice(_INTRODUCERS)
    before = chance.choice(_BEFORE) + introducer
    time = _printed(words.text, chance)
    text = before + time + chance.choice(_AFTER)
    return TimePhrase(text, len(before), len(before) + len(time), words.start_date, words.end_date, words.anchor)


def _printed(text: str, chance: Random) -> str:
    """Return words with the digits of one script, and perhaps hamzas left out, a vowel mark or a tatweel."""
    script = chance.choice(_DIGITS)
    text = text.translate(str.maketrans(_DIGITS[0], script))
    if chance.random() < 0.2:
        text = text.translate(_WITHOUT_HAMZA)
    if chance.random() < 0.1:
        at = chance.randrange(len(text))
        if "\u0621" <= text[at] <= "\u064a" and text[at] != "\u0640":
            text = text[: at + 1] + (_FATHA if at + 1 == len(text) else chance.choice(_MARKS)) + text[at + 1 :]
    return text


def _day(chance: Random) -> date:
    return FIRST + timedelta(days=chance.randrange((LAST - FIRST).days + 1))


def ordinal(number: int) -> str:
    """Return a day's ordinal, 1 to 31, in the oblique case."""
    if number <= 10:
        return _UNIT_ORDINALS[number - 1]
    unit, tens = number % 10, {2: "العشرين", 3: "الثلاثين"}.get(number // 10, "عشر")
    if unit == 0:
        return tens
    head = "الحادي" if unit == 1 else _UNIT_ORDINALS[unit - 1]
    return f"{head} {tens}" if number < 20 else f"{head} و{tens}"


def _month(number: int, chance: Random) -> str:
    """Return a month's name, or two of them."""
    names = month_names()["gregorian", number]
    name = chance.choice(names)
    if chance.random() < 0.5:
        return name
    other = chance.choice([second for second in names if second != name])
    return f"{name} ({other})" if chance.random() < 0.2 else name + chance.choice(_BETWEEN) + other


def _year(year: int, chance: Random) -> str:
    head = chance.choice(("", "", *_HEADS, "من عام ", "لعام "))
    return f"{head}{year}{chance.choice(('', '', 'م', ' م'))}"


def _in_numbers(chance: Random) -> Words:
    day = _day(chance)
    sign = chance.choice(("/", "-", ".", " / ", " - ", "/ "))
    width = chance.choice(("02d", "d"))
    parts = [format(day.day, width), format(day.month, width), str(day.year)]
    if chance.random() < 0.3:
        parts.reverse()
    text = sign.join(parts) + chance.choice(("", "", "م"))
    return Words(text, day, day)


def _in_words(chance: Random) -> Words:
    day = _day(chance)
    number = str(day.day) if chance.random() < 0.6 else ordinal(day.day) + " من"
    head = chance.choice(("", " شهر")) if number.endswith("من") else ""
    text = f"{number}{head} {_month(day.month, chance)} {_year(day.year, chance)}"
    weekday = _WEEKDAYS[day.weekday()]
    opening = chance.choice(("", "", weekday + " ", weekday + "، ", f"يوم {weekday} ", f"مساء {weekday} ", "يوم "))
    return Words(opening + text, day, day)


def _with_month_between(chance: Random) -> Words:
    day = _day(chance)
    name = chance.choice(month_names()["gregorian", day.month])
    return Words(f"{day.day}/{name}/{day.year}", day, day)


def _without_year(chance: Random) -> Words:
    day = _day(chance)
    length = 364 if (day.month, day.day) != (2, 29) else 300
    anchor = day + timedelta(days=chance.randrange(length))
    if chance.random() < 0.3 and anchor != day:
        return Words(f"{day.day} {_month(day.month, chance)} الماضي", day, day, anchor=anchor)
    return Words(f"{day.day} {_month(day.month, chance)}", day, day, "في ", anchor)


def _month_and_year(chance: Random) -> Words:
    day = _day(chance)
    start = day.replace(day=1)
    end = day.replace(day=monthrange(day.year, day.month)[1])
    head = chance.choice(("", "شهر "))
    return Words(f"{head}{_month(day.month, chance)} {_year(day.year, chance)}", start, end)


def _year_alone(chance: Random) -> Words:
    year = _day(chance).year
    return Words(f"{chance.choice(_HEADS)}{year}{chance.choice(('', 'م'))}", date(year, 1, 1), date(year, 12, 31))


def _part(chance: Random) -> Words:
    day = _day(chance)
    part = chance.choice(tuple(_PARTS))
    head = chance.choice(_PARTS[part])
    if chance.random() < 0.5:
        first, last = _PART_MONTHS[part]
        end = date(day.year, last, monthrange(day.year, last)[1])
        return Words(f"{head} {chance.choice(_HEADS)}{day.year}", date(day.year, first, 1), end)
    first, last = _PART_DAYS[part]
    end = day.replace(day=last or monthrange(day.year, day.month)[1])
    return Words(f"{head} {_month(day.month, chance)} {_year(day.year, chance)}", day.replace(day=first), end)


def _fraction(chance: Random) -> Words:
    year = _day(chance).year
    name, parts = chance.choice((("النصف", 2), ("الثلث", 3), ("الربع", 4)))
    index = chance.randrange(1, parts + 1)
    which = "الأخير" if index == parts and chance.random() < 0.3 else _UNIT_ORDINALS[index - 1]
    length = 12 // parts
    end = date(year, index * length, monthrange(year, index * length)[1])
    of = chance.choice(("من عام ", "من العام ", "من ", "لعام "))
    return Words(f"{name} {which} {of}{year}", date(year, (index - 1) * length + 1, 1), end)


def _days_between(chance: Random) -> Words:
    day = _day(chance)
    last = monthrange(day.year, day.month)[1]
    first, second = sorted(chance.sample(range(1, last + 1), 2))
    start, end = day.replace(day=first), day.replace(day=second)
    tail = f"{_month(day.month, chance)} {_year(day.year, chance)}"
    if chance.random() < 0.5:
        return Words(f"{first} و{second} {tail}", start, end, chance.choice(("بين ", "ما بين ")))
    return Words(f"{first} {chance.choice(('إلى', 'حتى'))} {second} {tail}", start, end, "من ")


def _years_between(chance: Random) -> Words:
    first, second = sorted(chance.sample(range(FIRST.year, LAST.year + 1), 2))
    start, end = date(first, 1, 1), date(second, 12, 31)
    if chance.random() < 0.5:
        return Words(f"{chance.choice(('عامي ', ''))}{first} و{second}", start, end, "بين ")
    return Words(
        f"عام {first} {chance.choice(('إلى', 'حتى', 'وحتى'))} {chance.choice(('عام ', ''))}{second}", start, end, "من "
    )


def _back(chance: Random) -> Words:
    """Return days or weeks back, counted here by days, so that the reader's own arithmetic is not asked."""
    anchor = _day(chance)
    unit, length = chance.choice((("day", 1), ("week", 7)))
    count = chance.randrange(1, 40)
    single, dual, plural, accusative, _ = _UNITS[unit]
    if count <= 2:
        amount = (single, dual)[count - 1]
    else:
        noun = plural if count <= 10 else accusative
        amount = f"{count if chance.random() < 0.5 else spell(count, 'm', _STYLE)} {noun}"
    day = anchor - timedelta(days=count * length)
    return Words(f"قبل {amount}", day, day, " ", anchor)


def _named_day(chance: Random) -> Words:
    anchor = _day(chance)
    word, offset = chance.choice(
        (("أمس", -1), ("اليوم", 0), ("أول أمس", -2), ("أول من أمس", -2), ("غدا", 1), ("بعد غد", 2))
    )
    day = anchor + timedelta(days=offset)
    weekday = chance.choice(("", f" {_WEEKDAYS[day.weekday()]}", f" ({_WEEKDAYS[day.weekday()]})"))
    return Words(word + weekday, day, day, " ", anchor)


def _weekday(chance: Random) -> Words:
    anchor = _day(chance)
    back = chance.randrange(1, 7)
    day = anchor - timedelta(days=back)
    word = _WEEKDAYS[day.weekday()]
    return Words(chance.choice((word, f"{word} الماضي", f"يوم {word}", f"صباح {word}")), day, day, " ", anchor)


def _hijri(chance: Random) -> Words:
    day = _day(chance)
    other = Gregorian(day.year, day.month, day.day).to_hijri()
    name = chance.choice(month_names()["hijri", other.month])
    text = f"{other.day} {name} {other.year}{chance.choice(('', 'هـ', ' هـ'))}"
    if chance.random() < 0.3:
        text = f"{other.day}/{other.month}/{other.year}{chance.choice(('هـ', ' هـ'))}"
    if chance.random() < 0.3:
        text = f"{text} الموافق {day.day} {_month(day.month, chance)} {day.year}{chance.choice(('', 'م'))}"
    return Words(text, day, day)


_WRITERS: tuple[Callable[[Random], Words], ...] = (
    _in_numbers, _in_words, _in_words, _with_month_between, _without_year, _month_and_year, _year_alone, _part,
    _fraction, _days_between, _years_between, _back, _named_day, _weekday, _hijri,
)  # fmt: skip
