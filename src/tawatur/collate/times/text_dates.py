"""Dates that only the text can show to be wrong: a day that the calendar has not, a time elapsed that does not fit.

A claim can't carry them, so they are read from the words around a claim: from its line, up to the end of its
sentence. Texts are searched only where they may hold what is sought, as reading times costs more than all the rest.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.arabic.times import find_times
from tawatur.collate.facts.cues import ends_with_cue, has_cue, starts_with_cue, weekdays
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.periods import iso, ordinal
from tawatur.model import Claim, Report

_NO_SUCH_DAY = "no such day"
#: Only the 29th, the 30th and the 31st can be missing, and what is no day at all.
_LATE_DAY = re.compile(r"[3-9٣-٩۳-۹][0-9٠-٩۰-۹]|[2٢۲][9٩۹]")
#: How far before its number a word may stand that tells time as gone by.
_BEFORE = 12
_DIGIT = re.compile(r"\d")
_BREAKS = "،؛;:"
_RECENT_DAYS = 60
_MONTHS = frozenset({"month", "period"})
#: The ISO weekday of an ordinal, by its remainder: day 1 was a Monday.
_ISO_WEEK = (7, 1, 2, 3, 4, 5, 6)
_SENTENCE_END = re.compile(r"[.!?؟…]\s")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
#: How near the words must stand to the date that they are held against, in characters.
_NEAR = 80
#: "About two years" may be a quarter off, and half a unit, without being wrong.
_LENIENCY = 0.25
_ROUNDING_UNITS = 0.75


def missing_days(report: Report, date: int | None, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Yield (fact, the words) for each day that the calendar has not, with the nearest fact of its sentence."""
    for (start, end), claims in _lines(report, facts).items():
        line = report.text[start:end]
        if not _LATE_DAY.search(line) and not has_cue("late_days", line):
            continue
        for time in find_times(line, None if date is None else iso(date)):
            if time.rule == _NO_SUCH_DAY:
                near = _nearest(line, start, (time.start, time.end), claims)
                if near is not None:
                    yield near, line[time.start : time.end]


def clashing_weekdays(report: Report, date: int | None, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Yield (fact, the words) for each date near a claim that names a day of the week which it was not.

    Only dates with their year, or within two months of the report, are held to their weekday.
    """
    for (start, end), claims in _lines(report, facts).items():
        line = report.text[start:end]
        if not _DIGIT.search(line) or not weekdays(line):
            continue
        for time in find_times(line, None if date is None else iso(date)):
            words = line[time.start : time.end]
            named = weekdays(words)
            if time.day is None or time.month is None or time.hijri or time.parts or len(named) != 1:
                continue
            day = _day(time.day, time.month, time.year, date)
            if day is not None and _ISO_WEEK[day % 7] != named[0]:
                near = _nearest(line, start, (time.start, time.end), claims)
                if near is not None:
                    yield near, words


def clashing_months(report: Report, date: int | None, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Yield (fact, the words) for months named as the past ones that are not those before the report's date.

    `The past two months, September and October` of a report of December.
    """
    if date is None:
        return
    own = dt.date.fromordinal(date)
    for (start, end), claims in _lines(report, facts).items():
        line = report.text[start:end]
        if not has_cue("past_months", line):
            continue
        for time in find_times(line, own.isoformat()):
            words = line[time.start : time.end]
            if time.end_date is None or time.precision not in _MONTHS or not _names_more(words):
                continue
            last = dt.date.fromisoformat(time.end_date)
            behind = (own.year - last.year) * 12 + own.month - last.month
            near = _nearest(line, start, (time.start, time.end), claims)
            if near is not None and behind > 1:
                yield near, words


def _names_more(words: str) -> bool:
    """Tell whether words open with the past months and go on to name them."""
    return starts_with_cue("past_months", words) and not ends_with_cue("past_months", words)


def _day(day: int, month: int, year: int | None, date: int | None) -> int | None:
    """Return the ordinal of a stated day; without a year, of the one within two months of the report."""
    if year is not None:
        return ordinal(f"{year:04}-{month:02}-{day:02}")
    if date is None:
        return None
    own = dt.date.fromordinal(date).year
    days = [ordinal(f"{year:04}-{month:02}-{day:02}") for year in (own - 1, own, own + 1)]
    return next((found for found in days if found is not None and abs(found - date) <= _RECENT_DAYS), None)


def clashing_durations(report: Report, date: int | None, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Yield (fact, the words) for each dated beginning that words beside it put at another distance from the report."""
    if date is None:
        return
    beginnings = [fact for fact in facts if fact.measure in {"began", "ended"} and fact.when is not None]
    for (start, end), claims in _lines(report, beginnings).items():
        line = report.text[start:end]
        for time in find_times(line, iso(date)):
            duration = time.duration
            if duration is None or duration.unit not in _DAYS or not _is_elapsed(line, time.start, time.end):
                continue
            near = _nearest(line, start, (time.start, time.end), claims, within=_NEAR)
            if (
                near is not None
                and not near.coded
                and not has_cue("gone_by", line[max(0, time.start - _BEFORE) : time.end])
            ):
                continue  # `since` may tell of something else
            if near is not None and not near.coded and _is_anothers(line[time.end :], near):
                continue
            if near is not None and _clash(near, date, duration.low, duration.high, _DAYS[duration.unit]):
                yield near, line[time.start : time.end]


def _lines(report: Report, facts: Sequence[Fact]) -> dict[tuple[int, int], list[tuple[Claim, Fact]]]:
    """Return the claims by the line of the text that they stand in; a claim outside its text stands in none."""
    text = report.text
    lines: dict[tuple[int, int], list[tuple[Claim, Fact]]] = defaultdict(list)
    for fact in facts:
        for claim in fact.claims:
            if 0 <= claim.quote_start < claim.quote_end <= len(text):
                start = text.rfind("\n", 0, claim.quote_start) + 1
                end = text.find("\n", claim.quote_end)
                lines[start, len(text) if end < 0 else end].append((claim, fact))
    return lines


def _is_elapsed(line: str, start: int, end: int) -> bool:
    return has_cue("elapsed", line[max(0, start - _BEFORE) : end])


def _nearest(
    line: str, offset: int, span: tuple[int, int], claims: Sequence[tuple[Claim, Fact]], within: int | None = None
) -> Fact | None:
    """Return the fact whose claim stands nearest to a span of the line, with no end of a sentence between them.

    One of its own clause is nearer than one of the next: `178 fled since 31 November, and 35 schools are shelters`.
    """
    best: tuple[tuple[int, int], tuple[str, int, int, str], Fact] | None = None
    for claim, fact in claims:
        start, end = claim.quote_start - offset, claim.quote_end - offset
        gap = line[end : span[0]] if end <= span[0] else line[span[1] : start] if span[1] <= start else ""
        if _SENTENCE_END.search(gap) or (within is not None and len(gap) > within):
            continue
        found = ((sum(map(gap.count, _BREAKS)), len(gap)), fact.position, fact)
        best = found if best is None else min(best, found, key=lambda item: item[:2])
    return None if best is None else best[2]


def _is_anothers(behind: str, fact: Fact) -> bool:
    """Tell whether words behind a time gone by say since what, and a date further on in their phrase is another's.

    `A year after the war on the strip besieged since 2006`.
    """
    at = behind.find(fact.claim.quote)
    phrase = behind[: max(0, at)]
    one_phrase = not any(mark in phrase for mark in _BREAKS)
    return starts_with_cue("gone_by_since", behind.lstrip()) and at > _BEFORE and one_phrase


def _clash(fact: Fact, date: int, low: float | None, high: float | None, unit: float) -> bool:
    """Tell whether the days from a date to the report lie outside what the words allow."""
    if fact.when is None or fact.when.start is None or fact.when.end is None:
        return False
    least, most = date - fact.when.end, date - fact.when.start
    margin = _ROUNDING_UNITS * unit
    too_little = low is not None and most < low * unit * (1 - _LENIENCY) - margin
    too_much = high is not None and least > high * unit * (1 + _LENIENCY) + margin
    return too_little or too_much
