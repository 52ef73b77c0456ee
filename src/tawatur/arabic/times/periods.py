"""Periods made of others: parts, halves and quarters, the first units of a year, seasons, decades.

Source: Ryding 2005, 15.4 (fractions), 15.6; Badawi, Carter, Gully 2016, 2.12.
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.arabic.times import beginnings
from tawatur.arabic.times.days import read_day
from tawatur.arabic.times.feasts import read_feast
from tawatur.arabic.times.forms import (
    CalendarUnit,
    Date,
    Decade,
    Form,
    Found,
    Fraction,
    Part,
    Range,
    Season,
    UnitsOf,
    date_in,
    with_date,
)
from tawatur.arabic.times.numerals import cardinal, digits, ordinal
from tawatur.arabic.times.points import read_month_year, read_year_alone
from tawatur.arabic.times.units import read_unit
from tawatur.arabic.times.words import Unit, Words

_WINTER = 12
_LIKELY_YEARS, _DIGITS = range(1900, 2101), 4
_PERSONS = frozenset({"هو", "هي", "هم", "هن", "هما", "رجل", "امراة", "شاب", "شابة", "شبان", "فتاة", "سيدة", "رجال"})
_RUNNER_UP = "وصيف"
_OTHER = "اخر"
_OCCASIONS = frozenset({"وقت", "موعد", "مرة"})
_OF = frozenset({"من", "في", "ل", "لـ"})
_BEFORE_A_PART = _OF | frozenset({"منذ", "حتى", "حتي", "خلال", "إلى", "الي", "قبل", "بعد", "مع", "عند", "بحلول"})


def read_time(words: Words, at: int, *, introduced: bool, bare: bool = False) -> Found | None:
    """Read a time at a token: a day, a period, a month, a year, a unit pointed at.

    `introduced` says that a preposition stands before it; `bare` lets a year's number stand alone.
    """
    rules = beginnings.RULES_AT[words.word(at)]
    if not rules:
        return None
    found = read_day(words, at, introduced=introduced) if rules & beginnings.DAY else None
    if found is None and rules & beginnings.FEAST:
        found = read_feast(words, at, introduced=introduced)
    if found is None and rules & beginnings.PERIOD:
        found = _read_period(words, at, rules)
    if found is None and rules & beginnings.MONTH:
        found = read_month_year(words, at, introduced=introduced)
    if found is None and rules & beginnings.YEAR:
        found = read_year_alone(words, at, bare=bare)
    if found is None and rules & beginnings.UNIT:
        found = read_unit(words, at)
    return found


def _read_period(words: Words, at: int, rules: int) -> Found | None:
    """Read a part, a fraction, a season, a decade, or the first units of a period."""
    return (
        (_read_part(words, at) if rules & beginnings.PART else None)
        or (_read_fraction(words, at) if rules & beginnings.FRACTION else None)
        or (_read_nth_day(words, at) if rules & beginnings.NTH_DAY else None)
        or (_read_units_of(words, at) if rules & beginnings.UNITS_OF else None)
        or (_read_season(words, at) if rules & beginnings.SEASON else None)
        or (_read_decade(words, at) if rules & beginnings.DECADE else None)
    )


def _whole(words: Words, at: int, *, nested: bool = False) -> Found | None:
    """Read the period that a part or a fraction is of; a `nested` one is no fraction itself."""
    start = at + (words.word(at) in _OF)
    rules = beginnings.RULES_AT[words.word(start)]
    if not rules:
        return None
    found = (
        (_read_fraction(words, start, nested=True) if rules & beginnings.FRACTION and not nested else None)
        or (_read_season(words, start) if rules & beginnings.SEASON else None)
        or (_read_decade(words, start) if rules & beginnings.DECADE else None)
        or (read_month_year(words, start, introduced=True) if rules & beginnings.MONTH else None)
        or (read_year_alone(words, start, bare=True) if rules & beginnings.YEAR else None)
        or read_unit(words, start)
    )
    if found is not None:
        return found
    bare = read_unit(words, start, bare=True)
    if bare is not None and _stands_bare(words, bare.next):
        return bare
    return None


def _stands_bare(words: Words, at: int) -> bool:
    """Return whether no adjective makes a bare unit another thing: `العام الدراسي`, `الأسبوع الثاني`."""
    word = words.word(at)
    adjective = word.startswith("ال") and word != "الي"  # منذ مطلع العام إلى 143
    return not (adjective and words.kind(at) == "word" and words.sense(at, "now") is None)


def _read_part(words: Words, at: int) -> Found | None:
    senses = [sense for sense in words.senses(at, "part") if not sense.article]
    part = next((sense for sense in senses if sense.value != "needs_month"), None)
    if part is None or (words.word(at) == _OTHER and _describes(words, at - 1)):
        return None
    whole = _whole(words, part.next) or (_year(words, part.next) if len(senses) == 1 else None)
    if whole is None or (isinstance(whole.form, Date) and whole.form.day is not None):
        return None
    if len(senses) > 1 and not _is_month_or_pointed(whole.form):
        return None
    if words.word(at) == _OTHER and isinstance(whole.form, CalendarUnit) and _follows_a_noun(words, at):
        return None
    return Found(Part(part.value, whole.form), at, whole.next, part.prefix)


def _year(words: Words, at: int) -> Found | None:
    """Read a year whatever follows it: `أواخر 2014 تحالفا`."""
    value = digits(words, at)
    return Found(Date(year=value), at, at + 1) if value in _LIKELY_YEARS and len(words.word(at)) == _DIGITS else None


def _describes(words: Words, at: int) -> bool:
    """Return whether `آخر` describes the word before it: `في يوم آخر من الأسبوع`."""
    if words.word(at) in _OCCASIONS:
        return True
    return any(sense.value.number == "singular" and not sense.article for sense in words.senses(at, "unit"))


def _follows_a_noun(words: Words, at: int) -> bool:
    """Return whether `آخر` may be another of what is named before it: `مقتل جندي آخر الأسبوع الماضي`."""
    return at > 0 and words.kind(at - 1) == "word" and words.word(at - 1) not in _BEFORE_A_PART


def _is_month_or_pointed(form: Form) -> bool:
    return isinstance(form, CalendarUnit) or (isinstance(form, Date) and form.month is not None)


def _read_fraction(words: Words, at: int, *, nested: bool = False) -> Found | None:
    fraction = words.sense(at, "fraction")
    if fraction is None:
        return None
    direction = words.sense(fraction.next, "direction")
    number = ordinal(words, fraction.next)
    if number is not None and 1 <= number.value <= fraction.value:
        index, after = number.value, number.next
    elif direction is not None and direction.value == "latest":
        index, after = -1, direction.next
    elif direction is not None and direction.article and fraction.value == 4 and words.word(at)[-5:] == "الربع":
        return Found(CalendarUnit("quarter", direction.value), at, direction.next, fraction.prefix)
    else:
        return None
    whole = _whole(words, after, nested=nested)
    if whole is None or (isinstance(whole.form, Date) and whole.form.day is not None):
        return None
    return Found(Fraction(fraction.value, index, whole.form), at, whole.next, fraction.prefix)


def _read_units_of(words: Words, at: int) -> Found | None:
    """Read `الأشهر الستة الأولى من العام 2024`, `الأسبوع الأول من يوليو`, `الأيام العشرة الأخيرة من رمضان`."""
    unit = next((s for s in words.senses(at, "unit") if s.article and s.value.number != "construct"), None)
    if unit is None or unit.value.name in {"second", "minute", "hour", "century"}:
        return None
    after, count, is_ordinal = unit.next, 1, False
    if unit.value.number == "plural":
        number = cardinal(words, after)
        if number is None:
            return None
        count, after = number.value, number.next
    elif unit.value.number == "dual":
        count = 2
    pair = next((sense for sense in words.senses(after, "amount") if sense.value == "first_two"), None)
    ending = words.sense(after, "direction")
    last = ending is not None and ending.value == "latest"
    if ending is not None and last:
        after = ending.next
    elif pair is not None and count == 2:
        after = pair.next
    else:
        nth = ordinal(words, after)
        if nth is None or (unit.value.number != "singular" and nth.value != 1):
            return None
        is_ordinal = unit.value.number == "singular"
        count, after = (nth.value if is_ordinal else count), nth.next
    if words.word(after) not in _OF and not words.word(after).startswith("ل"):
        return None
    whole = _whole(words, after)
    if whole is None or (isinstance(whole.form, Date) and whole.form.day is not None):
        return None
    form = UnitsOf(unit.value.name, count, whole.form, ordinal=is_ordinal, last=last)
    return Found(form, at, whole.next, unit.prefix)


def _read_nth_day(words: Words, at: int) -> Found | None:
    """Read `أول أيام عيد الفطر`, `ثالث أيام رمضان`, `آخر أيام الشهر`, and a feast's days, `أيام عيد الفطر`."""
    days = next((s for s in words.senses(at, "unit") if s.value == Unit("day", "plural") and not s.article), None)
    if days is not None:
        feast = read_feast(words, days.next, introduced=True)
        return None if feast is None else replace(feast, first=at, prefix=days.prefix)
    last = next((sense for sense in words.senses(at, "part") if sense.value == "late" and not sense.article), None)
    number = ordinal(words, at, article=False) if last is None else None
    after = last.next if last is not None else at if number is None else number.next
    days = next((s for s in words.senses(after, "unit") if s.value.name == "day" and not s.article), None)
    if days is None or days.prefix or (last is None and number is None):
        return None
    if days.value.number != "plural" and (days.value.number != "singular" or words.word(days.next) not in _OF):
        return None
    whole = read_feast(words, days.next, introduced=True) or _whole(words, days.next)
    if whole is None or (isinstance(whole.form, Date) and whole.form.day is not None):
        return None
    form = UnitsOf("day", 1 if number is None else number.value, whole.form, ordinal=True, last=last is not None)
    return Found(form, at, whole.next, number.prefix if number is not None else last.prefix if last is not None else 0)


def _read_season(words: Words, at: int) -> Found | None:
    this = words.sense(at, "demonstrative")
    season = words.sense(at if this is None else this.next, "season")
    if this is not None:  # `هذا الخريف`
        if season is None or not season.article or season.prefix:
            return None
        return Found(Season(season.value, direction="current"), at, season.next, this.prefix)
    if season is None or words.word(at) == _RUNNER_UP or any(s.next > at + 1 for s in words.senses(at, "month")):
        return None
    direction = words.sense(season.next, "direction")
    if direction is not None and direction.article and season.article and direction.value != "told":
        heading = "past" if direction.value == "latest" else direction.value
        return Found(Season(season.value, direction=heading), at, direction.next, season.prefix)
    after = season.next + (words.word(season.next) == "من")
    year = read_year_alone(words, after, bare=True)
    if year is None:
        unit = read_unit(words, after)
        if unit is None or not isinstance(unit.form, CalendarUnit) or unit.form.unit != "year":
            return None
        year = unit
    form, last = year.form, year.next
    if season.value == _WINTER and isinstance(form, Date) and words.word(last) in {"-", "/"} and form.year is not None:
        last += 2 if digits(words, last + 1) == form.year + 1 else 0  # `شتاء 2014-2015`
    return Found(Season(season.value, form), at, last, season.prefix)


def _read_decade(words: Words, at: int, *, second: bool = False) -> Found | None:
    decade = words.sense(at, "decade")
    if decade is None or decade.value < 20:
        return None
    after = decade.next
    if (words.word(after) == "من" and words.word(after + 1).startswith(("عمر", "العمر"))) or _is_age(words, at):
        return None
    start = after + (words.word(after) == "من")
    other = after + (words.word(after) in {"و", "او"})
    joined = words.sense(other, "decade") is not None and (other > after or words.word(other)[0] == "و")
    if joined and not second:
        last = _read_decade(words, other, second=True)  # `ثلاثينيات أو أربعينيات القرن الماضي`
        if last is not None and isinstance(last.form, Decade):
            ends = Range(Decade(decade.value, last.form.of), last.form)
            return Found(ends, at, last.next, decade.prefix)
    century = read_unit(words, start)
    if century is not None and words.sense(start, "unit") is not None and not isinstance(century.form, Date):
        return Found(Decade(decade.value, century.form), at, century.next, decade.prefix)
    return Found(Decade(decade.value), at, after, decade.prefix) if decade.article else None


def _is_age(words: Words, at: int) -> bool:
    """Return whether someone is said to be in a decade of life: `وهم في منتصف العشرينات`."""
    at -= 1
    at -= words.sense(at, "part") is not None
    return words.word(at) == "في" and words.word(at - 1).removeprefix("و") in _PERSONS


def with_direction(found: Found, direction: str) -> Found:
    """Return a found date, or part of one, with a direction, where it has neither a year nor one already."""
    date = date_in(found.form)
    if date is None or date.year is not None or date.direction is not None or date.within is not None:
        return found
    return replace(found, form=with_date(found.form, replace(date, direction=direction)))
