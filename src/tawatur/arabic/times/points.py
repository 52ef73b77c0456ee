"""Days, months and years by name and number: `الأربعاء 30 نوفمبر 2016`, `سبتمبر/ أيلول عام 2014`, `عام 2014`.

Source: Ryding 2005, 15.6-15.8 (days, months, dates); Badawi, Carter, Gully 2016, 2.12 (dates).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.arabic.times import beginnings
from tawatur.arabic.times.counted import is_counted, precedes_noun
from tawatur.arabic.times.forms import CalendarUnit, Date, Form, Found, Told
from tawatur.arabic.times.hijri import year_of_month
from tawatur.arabic.times.numerals import PIECES, Numeral, cardinal, digits, ordinal, year_in_words
from tawatur.arabic.times.numeric_dates import read_numeric
from tawatur.arabic.times.units import LIKELY_YEARS, YEARS, read_unit
from tawatur.arabic.times.words import Month, Words

GREGORIAN_YEARS = range(1800, 2101)
HIJRI_YEARS = range(1300, 1501)
_LIKELY_HIJRI = range(1400, 1471)
_ON = frozenset({"في", "يوم", "بتاريخ", "من"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_COMMAS = frozenset("،,")
_OLDEST_SHORT = 31
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month read by one or two of its names, and how much company those need."""

    number: int
    hijri: bool
    next: int
    prefix: int
    company: str
    written: str
    doubled: bool


@dataclass(frozen=True, slots=True)
class YearName:
    """A year read, or a year that is pointed at."""

    year: int | None
    hijri: bool
    next: int
    within: Form | None = None
    direction: str | None = None


def read_month(words: Words, at: int) -> MonthName | None:
    """Read a month's name and the second name of the same month beside it, however they are set apart."""
    sense = words.sense(at, "month")
    if sense is None:
        return None
    name: Month = sense.value
    after = sense.next
    blessing = words.sense(after, "blessing")
    if blessing is not None and name.calendar == "hijri":
        after = blessing.next
    doubled = False
    for _ in range(2):
        second = _second_name(words, after, name)
        if second is None:
            break
        after, doubled = second, True
    hijri = name.calendar == "hijri"
    return MonthName(name.number, hijri, after, sense.prefix, name.company, name.written, doubled)


def _second_name(words: Words, at: int, name: Month) -> int | None:
    """Return the token behind a second name of the same month, or None."""
    start = at
    opened = words.word(at) in _OPENING
    if opened or words.word(at) in {"/", "\\", "-", "،", "|"}:
        at += 1
    for sense in words.senses(at, "month"):
        month: Month = sense.value
        if (month.calendar, month.number) != (name.calendar, name.number) or sense.prefix:
            continue
        if words.word(start) == "،" and fold_equal(month, name):
            continue
        if not opened:
            return sense.next
        if words.word(sense.next) in _CLOSING:
            return sense.next + 1
    return None


def fold_equal(one: Month, other: Month) -> bool:
    """Return whether two entries are one name."""
    return one.written == other.written


def read_year(words: Words, at: int, *, bare: bool, hijri: bool = False) -> YearName | None:
    """Read a year: `عام 2014`, `من عام 2014م`, `العام الماضي`; with `bare` also a year's number on its own."""
    start = at
    at += words.word(at) in {"من", "في", "ل"} or words.word(at) in _COMMAS
    unit = next((sense for sense in words.senses(at, "unit") if sense.value.name == "year"), None)
    if unit is not None and unit.value.number == "singular" and unit.prefix <= 1:
        after = unit.next
        calendar = words.sense(after, "calendar")
        era = None
        if calendar is not None and words.word(after).startswith("ال"):
            era, after = calendar.value, calendar.next
        found = _year_number(words, after, headed=True, hijri=hijri or era == "hijri")
        if found is not None:
            return found
        return _year_pointed(words, at, hijri=hijri)
    if words.sense(at, "demonstrative") is not None:
        return _year_pointed(words, at, hijri=hijri)
    if not bare or (at != start and words.word(at - 1) not in _COMMAS and words.word(at - 1) != "من"):
        return None
    return _year_number(words, at, headed=False, hijri=hijri)


def _year_pointed(words: Words, at: int, *, hijri: bool) -> YearName | None:
    """Read `العام الماضي`, `هذا العام`, and its number where that is told too, `العام المقبل 2016`."""
    pointed = read_unit(words, at)
    if pointed is None or not isinstance(pointed.form, CalendarUnit | Told) or pointed.form.unit != "year":
        return None
    named = _year_number(words, pointed.next, headed=False, hijri=hijri)
    if named is not None and named.year is not None and len(words.word(pointed.next)) == 4:
        return named
    return YearName(None, hijri, pointed.next, within=pointed.form)


def _year_number(words: Words, at: int, *, headed: bool, hijri: bool) -> YearName | None:
    value = digits(words, at)
    after = at + 1
    if value is None:
        spelled = year_in_words(words, at)
        if not headed and (spelled is None or spelled.next == at + 1):
            return None
        spelled = spelled or _short_year(words, at)
        if spelled is None:
            return None
        value, after = spelled.value, spelled.next
        if value < 1300 or (not headed and value not in LIKELY_YEARS):
            return None
    era = words.sense(after, "calendar")
    length = len(words.word(at))
    if era is not None:
        if era.value == "before_christ":
            return None
        return YearName(value, era.value == "hijri", era.next) if value else None
    if value in HIJRI_YEARS and (hijri or (headed and value >= 1400) or _spans_hijri_years(words, at, value)):
        return YearName(value, hijri=True, next=after)
    this_years = headed and value not in LIKELY_YEARS and words.word(at - 1).startswith("ال")
    if this_years and (value < YEARS.start or is_counted(words, at)):
        return None  # منذ مطلع العام 143 قتيلا, منذ بداية العام 1800 مدني: this year's, and a count
    if value in GREGORIAN_YEARS or (headed and length in {3, 4} and 100 <= value < 2200):
        if not headed and is_counted(words, at):
            return None
        return YearName(value, hijri=False, next=after)
    if headed and length == 2 and words.kind(at) == "digits":
        return YearName(value + (1900 if value > 30 else 2000), hijri=False, next=after)
    return None


def _short_year(words: Words, at: int) -> Numeral | None:
    """Read the year of `عام سبعة وستين`, of the twentieth century: a unit and tens, nothing counted behind."""
    number = cardinal(words, at) if words.kind(at) == "word" else None
    if number is None or number.next != at + 2 or number.prefix or not _OLDEST_SHORT <= number.value < 100:
        return None
    return None if words.sense(number.next, "unit") is not None else number._replace(value=number.value + 1900)


def _spans_hijri_years(words: Words, at: int, value: int) -> bool:
    """Return whether a number and the next are the two years of a school year: `1436-1437`."""
    if value not in _LIKELY_HIJRI:
        return False
    ahead = words.word(at + 1) in {"-", "/"} and digits(words, at + 2) == value + 1
    return ahead or (words.word(at - 1) in {"-", "/"} and digits(words, at - 2) == value - 1)


def read_day_number(words: Words, at: int) -> Numeral | None:
    """Read a day of a month: 1 to 31 in digits, `العاشر`, `الثامن والعشرين`, `غرة`."""
    value = digits(words, at, 2)
    if value is not None:
        return Numeral(value, at + 1) if 1 <= value <= 31 else None
    first = words.sense(at, "first_day")
    if first is not None:
        return Numeral(1, first.next, first.prefix)
    number = ordinal(words, at) or _day_in_words(words, at)
    return number if number is not None and 1 <= number.value <= 31 else None


def _day_in_words(words: Words, at: int) -> Numeral | None:
    """Read a cardinal as the day of a month whose name stands right behind it: `واحد وعشرين مايو`."""
    number = cardinal(words, at) if words.kind(at) == "word" and PIECES[words.texts[at]] else None
    month = None if number is None else words.sense(number.next, "month")
    if month is None or month.prefix or month.value.company != "none" or month.value.calendar == "hijri":
        return None
    return number


def read_day_month(words: Words, at: int) -> Found | None:
    """Read a day and its month, with the year where it is stated: `العاشر من حزيران/يونيو من عام 2014`."""
    number = read_day_number(words, at) if beginnings.RULES_AT[words.word(at)] & beginnings.DAY_NUMBER else None
    if number is None:
        return None
    after = number.next
    if words.word(after) in {"من", "/", "-", "،"}:
        after += 1
    elif words.word(after).lower() in _SUFFIXES:
        after += 1
        after += words.word(after) in _COMMAS or words.word(after).lower() == "of"
    if words.word(after) in {"شهر", "لشهر"}:
        after += 1
    month = read_month(words, after)
    if month is not None and not (month.prefix and words.word(after)[0] in "وفك"):
        date = Date(month=month.number, day=number.value, hijri=month.hijri)
        tail = _year_tail(words, month.next, hijri=month.hijri)
        if month.company == "full" and (tail is None or tail.year is None) and not month.doubled:
            return None
        if month.company == "dated" and tail is None and words.word(number.next) in {"/", "-"}:
            return None  # `3-صفر` is a score
        return _dated(date, tail, at, month.next, number.prefix)
    return _day_of_pointed(words, at, number, after)


def _day_of_pointed(words: Words, at: int, number: Numeral, after: int) -> Found | None:
    """Read `السابع عشر من الشهر الجاري`, `17 الجاري`."""
    stands_apart = after > number.next or words.word(at - 1) in _ON  # `في 10 الشهر الحالي`
    pointed = read_unit(words, after, bare=after > number.next)
    if pointed is not None and isinstance(pointed.form, Told) and pointed.form.unit == "month" and stands_apart:
        return Found(Date(day=number.value, within=pointed.form), at, pointed.next, number.prefix)
    if pointed is not None and isinstance(pointed.form, CalendarUnit) and pointed.form.unit == "month" and stands_apart:
        return Found(Date(day=number.value, within=pointed.form), at, pointed.next, number.prefix)
    alone = words.sense(after, "alone")
    if alone is not None and alone.article and not alone.prefix:
        direction = words.sense(after, "direction")
        if direction is not None and (words.kind(at) == "digits" or stands_apart):
            form = CalendarUnit("month", direction.value)
            return Found(Date(day=number.value, within=form), at, direction.next, number.prefix)
    return None


def _year_tail(words: Words, at: int, *, hijri: bool) -> YearName | None:
    """Read what dates a month: a year, or `الماضي`, `المقبل`."""
    direction = words.sense(at, "direction")
    if (
        direction is not None
        and not direction.prefix
        and (direction.article or direction.value in {"told", "before_last"})
    ):
        heading = "past" if direction.value == "latest" else direction.value
        return YearName(None, hijri, direction.next, direction=heading)
    pointed = read_unit(words, at + 1) if words.word(at) == "من" else None
    if pointed is not None and isinstance(pointed.form, CalendarUnit) and pointed.form.unit == "month":
        return YearName(None, hijri, pointed.next, direction=pointed.form.direction)  # `4 أغسطس من الشهر المقبل`
    sep = words.word(at)
    if sep in {"/", "-", "\\"} and digits(words, at + 1) is not None and len(words.word(at + 1)) == 4:
        return _year_number(words, at + 1, headed=False, hijri=hijri)
    return read_year(words, at, bare=True, hijri=hijri)


def _dated(date: Date, tail: YearName | None, first: int, after: int, prefix: int) -> Found:
    if tail is None:
        return Found(date, first, after, prefix)
    if date.hijri and not tail.hijri and tail.year is not None:
        hijri_year = year_of_month(tail.year, date.month or 1)  # `رمضان 2019`
        if hijri_year is not None:
            return Found(replace(date, year=hijri_year), first, tail.next, prefix)
    if tail.hijri != date.hijri and tail.year is not None:
        return Found(date, first, after, prefix)
    dated = replace(date, year=tail.year, within=tail.within, direction=tail.direction)
    return Found(dated, first, tail.next, prefix)


def read_month_year(words: Words, at: int, *, introduced: bool) -> Found | None:
    """Read a month, with its year where it is stated: `شهر يناير 2025`, `حزيران/يونيو الماضي`, `سبتمبر`."""
    head = next((s for s in words.senses(at, "unit") if s.value.name == "month" and s.value.number == "singular"), None)
    headed = head is not None and not head.article
    start = head.next if head is not None and headed else at
    month = read_month(words, start) or (_numbered_month(words, start) if headed else None)
    if month is None or (headed and month.prefix):
        return None
    tail = _year_tail(words, month.next, hijri=month.hijri)
    date = Date(month=month.number, hijri=month.hijri)
    prefix = head.prefix if head is not None and headed else month.prefix
    found = _dated(date, tail, at, month.next, prefix)
    certain = headed or month.doubled or found.next > month.next
    if not certain and not _keeps_company(words, month, start, introduced=introduced or bool(month.prefix)):
        return None
    if month.company == "full" and (found.next == month.next or not month.doubled):
        return None
    return found


def _numbered_month(words: Words, at: int) -> MonthName | None:
    """Read the number of a month behind `شهر`: `شهر 9 الماضي`."""
    value = digits(words, at, 2)
    if value is None or not 1 <= value <= _MONTHS or precedes_noun(words, at) or words.word(at + 1) in {"/", "-", "%"}:
        return None
    return MonthName(value, hijri=False, next=at + 1, prefix=0, company="none", written=str(value), doubled=False)


def _keeps_company(words: Words, month: MonthName, at: int, *, introduced: bool) -> bool:
    if words.sense(at - 1, "occasion") is not None:
        return False
    if month.company == "none":
        return True
    if month.company != "introduced" or not introduced:
        return False
    return "آ" not in month.written or "آ" in words.raw(at, at + 1)


def read_year_alone(words: Words, at: int, *, bare: bool) -> Found | None:
    """Read `عام 2014`, `سنة 1436هـ`, `العام 2014-2015`; with `bare` a year's number that a preposition introduces."""
    unit = next((sense for sense in words.senses(at, "unit") if sense.value.name == "year"), None)
    if unit is None and not (words.kind(at) == "digits" and (bare or _tells_its_era(words, at))):
        return None
    if unit is not None and unit.value.number != "singular":
        return None
    if unit is None and len(words.word(at)) != 4:
        return None
    found = read_year(words, at, bare=True)
    if found is None or found.year is None:
        return None
    prefix = 0 if unit is None else unit.prefix
    date = Date(year=found.year, hijri=found.hijri)
    twin, after = _second_era(words, found)
    return Found(date if twin is None else replace(date, twin=twin), at, after, prefix)


def _second_era(words: Words, found: YearName) -> tuple[Date | None, int]:
    """Read the same year by the other calendar: `عام 1436هـ/2015م`, `1436هـ (2015م)`."""
    opened = words.word(found.next) in _OPENING
    equals = words.sense(found.next + (words.word(found.next) in _COMMAS), "equals")
    at = found.next + 1
    if equals is not None:
        at = equals.next
    elif not opened and words.word(found.next) not in {"/", "-"}:
        return None, found.next
    second = _year_number(words, at, headed=False, hijri=not found.hijri)
    if second is None or second.year is None or second.hijri == found.hijri:
        return None, found.next
    if opened and words.word(second.next) not in _CLOSING:
        return None, found.next
    return Date(year=second.year, hijri=second.hijri), second.next + opened


def _tells_its_era(words: Words, at: int) -> bool:
    """Return whether a number is a year by itself: `1436هـ`, `2014م` (`2000م` may be metres), `2013-2014`."""
    value = digits(words, at)
    if value is None or len(words.word(at)) != 4:
        return False
    era = words.sense(at + 1, "calendar")
    if era is not None:
        hijri = era.value == "hijri" and value in HIJRI_YEARS
        return hijri or (era.value == "gregorian" and value in LIKELY_YEARS and value % 100 != 0)
    if words.sense(at - 1, "year_head") is not None and words.sense(at - 1, "year_name") is None:
        return value in LIKELY_YEARS
    if words.word(at - 1) in _OPENING and words.word(at + 1) in _CLOSING:
        return value in LIKELY_YEARS and value % 100 != 0
    second = digits(words, at + 2)
    if _spans_hijri_years(words, at, value):
        return True
    return (
        words.word(at + 1) in {"-", "/"}
        and second is not None
        and value in LIKELY_YEARS
        and second in range(value + 1, value + 60)
        and words.word(at + 3) not in {"-", "/"}
        and words.word(at - 1) not in {"-", "/", "."}
        and not is_counted(words, at + 2)
    )


def read_date(words: Words, at: int, *, introduced: bool) -> Found | None:
    """Read a date in any writing, weekday, day word or part of day before it, second calendar behind it."""
    return read_numeric(words, at, short=introduced) or read_day_month(words, at) or read_month_first(words, at)


def read_month_first(words: Words, at: int) -> Found | None:
    """Read `December 3, 2023`, `ديسمبر 3، 2023`; in English also `December 2023`."""
    month = read_month(words, at)
    if month is None or month.hijri:
        return None
    after = month.next + (words.word(month.next) == ".")
    number = digits(words, after, 2)
    if number is not None and 1 <= number <= 31:
        after += 1
        after += words.word(after).lower() in _SUFFIXES
        after += words.word(after) in _COMMAS
        year = digits(words, after)
        if year in GREGORIAN_YEARS:
            return Found(Date(year=year, month=month.number, day=number), at, after + 1, month.prefix)
        day = month.next + (words.word(month.next) == "-")
        if month.company == "none" and words.kind(day + 1) == "break" and day + 1 == after:
            return Found(Date(month=month.number, day=number), at, after, month.prefix)  # `يوليو 13`
        return None
    year = digits(words, after)
    if year in GREGORIAN_YEARS and words.kind(at) == "latin":
        return Found(Date(year=year, month=month.number), at, after + 1)
    return None
