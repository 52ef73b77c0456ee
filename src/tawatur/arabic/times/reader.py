"""The reader of times: what the grammar finds, resolved on the day of the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

import msgspec

from tawatur.arabic.times import calendar
from tawatur.arabic.times.calendar import Day
from tawatur.arabic.times.forms import (
    CalendarUnit,
    Date,
    Distance,
    Form,
    Found,
    Fraction,
    Part,
    Range,
    RollingUnits,
    Told,
    UnitsOf,
    date_in,
)
from tawatur.arabic.times.lists import Introduced
from tawatur.arabic.times.outcome import Resolved
from tawatur.arabic.times.ranges import read_all
from tawatur.arabic.times.resolution import resolve
from tawatur.arabic.times.words import Words
from tawatur.arabic.tokens import AnalysedText, analyse
from tawatur.arabic.view import TATWEEL

Relation = Literal["at", "since", "until", "during", "before", "after"]


class Duration(msgspec.Struct, frozen=True):
    """An amount of time: so many units (`day`, `month` …), `low` to `high`; an open bound is None."""

    unit: str
    low: float | None
    high: float | None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A date or a period that a text names.

    `start`, `end` count code points of the raw text, `first`, `last` tokens (`[first, last)`). `start_date` and
    `end_date` are ISO 8601 days, both inclusive; None where the words leave that end open (`منذ` with no anchor,
    `حتى`) or nothing resolves them, as `rule` then says (`times.rules.RULES`). `precision` is that of the time the
    words name: day, week, month, quarter, third, half, season, year, decade, century, period, or part_of_ one of
    these. `stated` is the date as far as stated (`2014`, `2014-09`, `2014-09-15`). `relation` is what the
    preposition before it makes of it; a time after `قبل` or `بعد` keeps its own days. `open_end` is set by `منذ`,
    `open_start` by `حتى`. `duration` is set where the words give an amount of time. `day`, `month`, `year` are the
    numbers as printed, of the Hijri calendar where `hijri` is set. `parts` are the two ends of a period, or the
    time that `منذ` or `حتى` opens.
    """

    start: int
    end: int
    start_date: str | None
    end_date: str | None
    precision: str
    rule: str
    first: int
    last: int
    stated: str | None = None
    relation: Relation = "at"
    open_start: bool = False
    open_end: bool = False
    duration: Duration | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    hijri: bool = False
    parts: tuple[Time, ...] = ()


def find_times(text: str | AnalysedText, anchor: date | str | None) -> list[Time]:
    """Return the dates and periods that a text names, in order, none overlapping.

    `anchor` is the day of the text (a date, or ISO 8601), from which `أمس`, `الشهر الماضي` and dates without a year
    are counted; without one these are found and left unresolved. Raises ValueError for an anchor that is no date;
    for no text whatever does it raise. Cost is linear in the text's length.
    """
    day = as_day(anchor)
    words = Words(analyse(text))
    found: list[Time] = []
    for item in read_all(words):
        before = found[-1] if found else None
        settled = retold(item.found, before, numeric=_is_short(words, item.found))
        glossed = _day_glossed(words, item.found, before)
        if glossed is not None:
            found.append(msgspec.structs.replace(_time(words, item._replace(hint=False), glossed), rule="dual dating"))
            continue
        time = _time(words, item._replace(found=settled), day)
        found.append(time if settled is item.found else msgspec.structs.replace(time, rule="retold"))
    return found


#: How many days ahead a clause that speaks of the future may date; a date further off is the latest after all.
_FORESEEABLE = 270
#: How many days ahead what is told to lie before something may date that.
_SOON = 45
_FINER = {"day": {"day"}, "month": {"day", "month"}, "year": {"day", "month", "year"}}


def retold(found: Found, before: Time | None, *, numeric: bool = False) -> Found:
    """Return `الشهر نفسه`, `23 من الشهر نفسه` as the month of the time before it, where that says which."""
    form = found.form
    if isinstance(form, Date) and numeric and before is not None and before.hijri and before.month == form.month:
        return replace(found, form=replace(form, hijri=True, year=before.year))  # `17 شوال … 20/10`
    if isinstance(form, Part | Fraction | UnitsOf):  # `نهاية العام نفسه`
        inner = retold(replace(found, form=form.of), before)
        return found if inner.form is form.of else replace(found, form=replace(form, of=inner.form))
    told = form.within if isinstance(form, Date) else form
    if isinstance(form, Date) and isinstance(told, CalendarUnit) and told.bare:  # `17 من الشهر`
        told = Told(told.unit, same=True)
    if not isinstance(told, Told) or not told.same or before is None or before.start_date is None:
        return found
    if before.precision.removeprefix("part_of_") not in _FINER.get(told.unit, ()):
        return found
    start = date.fromisoformat(before.start_date)
    known = Date(year=start.year)
    if told.unit != "year":
        known = replace(known, month=start.month)
    if told.unit == "day":
        known = replace(known, day=start.day)
    if isinstance(form, Date):
        known = replace(known, day=form.day, month=form.month if form.month is not None else known.month)
    return replace(found, form=known)


def _day_glossed(words: Words, found: Found, before: Time | None) -> Day | None:
    """Return the day before the time that another in brackets behind it repeats: `10 – 13 صفر (22 – 25 نوفمبر)`."""
    if before is None or before.start_date is None:
        return None
    if before.last == found.first and isinstance(found.form, Part) and before.rule in {"weekday", "next"}:
        part = found.form.of  # `السبت المقبل مطلع آب`
        beside = isinstance(part, Date) and part.year is None and part.direction is None
        return calendar.shift_days(date.fromisoformat(before.start_date), 5) if beside else None
    if before.last != found.first - 1 or not (before.hijri or any(part.hijri for part in before.parts)):
        return None
    form = found.form.end if isinstance(found.form, Range) else found.form
    if words.word(found.first - 1) != "(" or not isinstance(form, Date) or form.year is not None or form.direction:
        return None
    return calendar.shift_days(date.fromisoformat(before.end_date or before.start_date), 5)


def _is_short(words: Words, found: Found) -> bool:
    """Return whether a date is a day and a month in numbers alone, `20/10`."""
    form = found.form
    short = isinstance(form, Date) and form.year is None and form.day is not None and not form.hijri
    return short and words.kind(found.next - 1) == "digits" and words.word(found.next - 2) == "/"


def as_day(anchor: date | str | None) -> Day | None:
    """Return an anchor as a day. Raises ValueError where a string is no ISO 8601 date."""
    if isinstance(anchor, datetime):
        return anchor.date()
    if anchor is None or isinstance(anchor, date):
        return anchor
    return date.fromisoformat(anchor[:10])


def _time(words: Words, item: Introduced, anchor: Day | None) -> Time:
    outcome = resolve(item.found.form, anchor, ahead=item.ahead or item.hint)
    date_at_heart = date_in(item.found.form)
    dated = outcome.rule == "next" or (date_at_heart is not None and date_at_heart.year is None)
    if item.hint and anchor is not None and outcome.days.start is not None and dated:
        distant = (outcome.days.start - anchor).days > _FORESEEABLE
        outcome = resolve(item.found.form, anchor) if distant else outcome
    if item.near and not item.hint and anchor is not None:
        soon = resolve(item.found.form, anchor, ahead=True)
        days = -1 if soon.days.start is None else (soon.days.start - anchor).days
        outcome = soon if 0 <= days <= _SOON else outcome
    parts = outcome.parts
    if not parts and item.found.parts:
        inner = item.found.parts[0].form
        parts = (resolve(inner, anchor, ahead=item.ahead),)
    named = tuple(
        _built(words, found, resolved, "at") for found, resolved in zip(item.found.parts, parts, strict=False)
    )
    time = _built(words, item.found, outcome, item.relation)
    stated = time.stated if time.stated is not None or len(named) != 1 else named[0].stated
    return msgspec.structs.replace(
        time,
        stated=stated,
        parts=named,
        open_end=item.relation == "since",
        open_start=item.relation == "until" and not item.ahead,
    )


def _built(words: Words, found: Found, outcome: Resolved, relation: str) -> Time:
    tokens = words.tokens
    start, end = words.text.view.raw_span(tokens[found.first].start + found.prefix, tokens[found.next - 1].end)
    while words.text.view.raw[end : end + 1] == TATWEEL:  # `هـ` is printed with one
        end += 1
    stated = date_in(found.form)
    return Time(
        start=start,
        end=end,
        start_date=_iso(outcome.days.start),
        end_date=_iso(outcome.days.end),
        precision=outcome.precision,
        rule=outcome.rule,
        first=found.first,
        last=found.next,
        stated=outcome.stated,
        relation=relation,  # type: ignore[arg-type]
        duration=_duration(found.form),
        day=None if stated is None else stated.day,
        month=None if stated is None else stated.month,
        year=None if stated is None else stated.year,
        hijri=stated is not None and stated.hijri,
    )


def _iso(day: Day | None) -> str | None:
    return None if day is None else day.isoformat()


def _duration(form: Form) -> Duration | None:
    if isinstance(form, RollingUnits):
        return Duration(form.unit, form.low, form.high)
    if isinstance(form, Distance):
        unit, low, high = form.amounts[0]
        return Duration(unit, low or None, high)
    return None
