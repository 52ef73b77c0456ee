"""Days of what a report tells, given by what it tells further on: a lead's, an act's, the only one of the news."""

from __future__ import annotations

from datetime import date

from tawatur.arabic.times import Time
from tawatur.extract.places.settings import Setting
from tawatur.extract.report.carried_places import labels
from tawatur.extract.report.draft import Draft

#: Acts and their outcomes share a place and a time; stocks and beginnings stand for themselves.
EVENTS = frozenset(
    (
        "killed", "wounded", "casualties", "detained", "killed_or_detained", "neutralized", "abducted", "missing",
        "surrendered", "released", "escaped", "displaced", "returned", "repatriated", "operations", "airstrikes",
        "attacks", "clashes", "destroyed", "seized", "stolen", "places_taken", "other",
    )
)  # fmt: skip
#: The precisions of a time that further sentences share; a month or a year is its own sentence's.
DAYS = frozenset(("day", "part_of_day", "night", "hour"))
#: The rules of times that are counted from the report: such a day is the lead's.
RECENT = frozenset(("weekday", "day word", "day word and weekday", "retold"))
#: How many sentences after the lead the day of what it tells is given.
_DATED_WITHIN = 3
#: How many sentences behind an act its day is told.
_ACT_WITHIN = 4
#: A count over more days than these is of no single event.
_LONG = 31
_HARM = frozenset(("killed", "wounded", "casualties"))


def is_long(time: Time) -> bool:
    """Tell whether a time is longer than a month, or open at an end: no single event's."""
    if time.start_date is None or time.end_date is None:
        return True
    return (date.fromisoformat(time.end_date) - date.fromisoformat(time.start_date)).days > _LONG


def date_ahead(body: list[Draft], settings: list[Setting]) -> None:
    """Date what no sentence up to it does, by those further on: `قتل 11 في انفجار. … ووقع الانفجار عصر الأربعاء`."""
    _date_lead(body, settings)
    for draft in body:
        if draft.measure not in EVENTS or draft.when is not None or draft.own_when:
            continue
        own = next((setting for setting in settings if setting.number == draft.sentence), None)
        if own is None or own.earlier or own.background:
            continue
        dating = (
            setting
            for setting in settings
            if setting.thread == own.thread and 0 < setting.number - own.number <= _ACT_WITHIN and setting.dates_act
        )
        following = next(dating, None)
        draft.when = following.time if following is not None else None
    _date_by_the_only_day(body, settings)


def _date_lead(body: list[Draft], settings: list[Setting]) -> None:
    """Date what a thread's first sentence tells by the day that the next sentences give to what they count."""
    firsts: dict[int, int] = {}
    for setting in settings:
        firsts.setdefault(setting.thread, setting.number)
    by_number = {setting.number: setting for setting in settings}
    dated = [draft for draft in body if draft.own_when and draft.when is not None and draft.when.rule in RECENT]
    for draft in body:
        own = by_number.get(draft.sentence)
        if own is None or draft.measure not in EVENTS or draft.when is not None or draft.own_when:
            continue
        if own.earlier or draft.sentence - firsts[own.thread] > 1:
            continue
        later = (
            other
            for other in dated
            if 0 < other.sentence - draft.sentence <= _DATED_WITHIN
            and by_number[other.sentence].thread == own.thread
            and not by_number[other.sentence].background
        )
        following = next(later, None)
        draft.when = following.when if following is not None else None


def _date_by_the_only_day(body: list[Draft], settings: list[Setting]) -> None:
    """Give harm without a place of its own, in the first thread, the only day of which a section tells news."""
    days = {
        (time.start_date, time.end_date): time
        for time in (
            *(setting.time for setting in settings if setting.eventful),
            *(draft.when for draft in body if draft.own_when),
        )
        if time is not None and time.rule in RECENT
    }
    if len(days) != 1:
        return
    (day,) = days.values()
    by_number = {setting.number: setting for setting in settings}
    placed = {label for draft in body if draft.own_when and draft.when == day for label in labels(draft.where)}
    for draft in body:
        own = by_number.get(draft.sentence)
        if draft.measure not in _HARM or draft.when is not None or draft.own_when or own is None:
            continue
        elsewhere = draft.own_where and not (labels(draft.where) & placed)
        if own.thread == settings[0].thread and not (own.earlier or own.background or elsewhere):
            draft.when = day
