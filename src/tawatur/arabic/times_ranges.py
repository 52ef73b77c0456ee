"""What introduces times and what joins them: `منذ`, `حتى`, `خلال`, `بين … و …`, `من … إلى`, `عامي 2014 و2015`.

Source: Ryding 2005, 11.6.2, 16 (prepositions of time); Badawi, Carter, Gully 2016, 2.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tawatur.arabic.times_counted import is_counted
from tawatur.arabic.times_forms import (
    CalendarUnit,
    Date,
    Found,
    Now,
    Part,
    Range,
    RollingUnits,
    Since,
    Until,
)
from tawatur.arabic.times_numerals import digits, pieces_of
from tawatur.arabic.times_periods import read_time, with_direction
from tawatur.arabic.times_points import read_month_year
from tawatur.arabic.times_units import read_distance
from tawatur.arabic.times_words import Sense, Words

_YEARS = range(1900, 2101)
_DASHES = frozenset({"-", "~"})


class Introduced(NamedTuple):
    """A time, what its preposition makes of it, and whether its words point ahead."""

    found: Found
    relation: str
    ahead: bool = False


def read_all(words: Words) -> Iterator[Introduced]:
    """Yield the times of a text in order; no two share a token."""
    at = 0
    while at < words.count:
        if not (words.found[at] or words.kind(at) == "digits" or pieces_of(words.word(at))):
            at += 1
            continue
        if words.sense(at, "day_part") is None:
            some = _read_introduced(words, at) or _read_plain(words, at)
        else:  # `بعد ظهر أمس`
            some = _read_plain(words, at) or _read_introduced(words, at)
        if not some:
            at += 1
            continue
        for item in some:
            if not _names_a_thing(words, item.found):
                yield item
        at = max(some[-1].found.next, at + 1)


def _names_a_thing(words: Words, found: Found) -> bool:
    """Return whether a day and month belong to a name: `شارع 26 سبتمبر`."""
    form = found.form
    return (
        isinstance(form, Date)
        and form.day is not None
        and form.month is not None
        and form.year is None
        and form.direction is None
        and words.sense(found.first - 1, "name_head") is not None
    )


def _read_introduced(words: Words, at: int) -> list[Introduced]:
    for sense in words.senses(at, "relation"):
        if sense.preposition not in {"", "ب", "ل"} or (sense.article and sense.value != "during"):
            continue
        found = _READERS[sense.value](words, at, sense)
        if found:
            return found
    return []


def _since(words: Words, at: int, sense: Sense) -> list[Introduced]:
    start = read_time(words, sense.next, introduced=True, bare=True)
    if start is None:
        distance = read_distance(words, sense.next, "since")
        if distance is None:
            return []
        found = replace(distance, first=at, prefix=sense.prefix)
        now = _now_after(words, found.next)
        return [Introduced(found if now is None else replace(found, next=now), "since")]
    joined = _to(words, start)
    if joined is not None:
        return [Introduced(joined, "during")]
    return [Introduced(replace(start, form=Since(start.form), parts=(start,)), "since")]


def _now_after(words: Words, at: int) -> int | None:
    until = next((sense for sense in words.senses(at, "relation") if sense.value == "until"), None)
    if until is None:
        return None
    now = words.sense(until.next, "now")
    return None if now is None or now.preposition else now.next


def _to(words: Words, start: Found, *, dash: bool = False) -> Found | None:
    """Read the end of a period that begins with `start`: `حتى نهاية حزيران`, `إلى الآن`."""
    at = start.next + (words.word(start.next) == "،")
    until = next((sense for sense in words.senses(at, "relation") if sense.value == "until"), None)
    if until is None:
        slashed = words.word(at) == "/" and isinstance(start.form, Date) and start.form.month is None
        if not dash or not (words.word(at) in _DASHES or slashed):
            return None
        after = at + 1
    else:
        after = until.next
        now = words.sense(after, "now")
        if now is not None and not now.preposition and words.sense(now.next, "weekday") is None:
            return Found(Range(start.form, Now()), start.first, now.next, start.prefix, (start,))
    end = _loose(words, after, start)
    if end is None or words.word(after)[:1] == "و":
        return None
    return _ranged(start, end)


def _ranged(start: Found, end: Found) -> Found:
    return Found(Range(start.form, end.form), start.first, end.next, start.prefix, (start, end))


def _loose(words: Words, at: int, before: Found | None = None) -> Found | None:
    """Read one end of a range: any time, a bare year, or, behind a date with a month, a bare day."""
    found = read_time(words, at, introduced=True, bare=True)
    if found is not None:
        return found
    if before is not None and isinstance(before.form, Date) and before.form.day and before.form.month:
        value = digits(words, at, 2)
        if value is not None and 1 <= value <= 31:
            return Found(Date(day=value), at, at + 1)
    return None


def _until(words: Words, at: int, sense: Sense) -> list[Introduced]:
    now = words.sense(sense.next, "now")
    if now is not None and not now.preposition and words.sense(now.next, "weekday") is None:
        if words.sense(now.next, "excluded_after") is not None:
            return []
        return [Introduced(Found(Until(Now()), at, now.next, sense.prefix), "until")]
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is None:
        return []
    if words.word(at).lstrip("و") == "الي":
        return [Introduced(time, "at")]
    return [Introduced(replace(time, form=Until(time.form), parts=(time,)), "until")]


def _during(words: Words, at: int, sense: Sense) -> list[Introduced]:
    listed = _read_list(words, sense.next, "during")
    if listed:
        return listed
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is not None:
        return _joined(words, time, "during")
    distance = read_distance(words, sense.next, "within")
    if distance is None or words.word(distance.next) == "من":
        return []
    return [Introduced(distance, "during")]


def _around(manner: str, relation: str):  # type: ignore[no-untyped-def]
    def read(words: Words, at: int, sense: Sense) -> list[Introduced]:
        time = read_time(words, sense.next, introduced=True, bare=True)
        if time is not None:
            return [Introduced(time, relation)]
        distance = read_distance(words, sense.next, manner)
        if distance is None:
            return []
        return [Introduced(replace(distance, first=at, prefix=sense.prefix), "at")]

    return read


def _by(words: Words, at: int, sense: Sense) -> list[Introduced]:
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is None:
        return []
    return [Introduced(replace(time, first=at, prefix=0), "until", ahead=True)]


def _at(words: Words, at: int, sense: Sense) -> list[Introduced]:
    listed = _read_list(words, sense.next, "at")
    if listed:
        return listed
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is None or (words.word(at).endswith("يوم") and time.first == sense.next):
        return []
    return _joined(words, time, "at")


def _between(words: Words, at: int, sense: Sense) -> list[Introduced]:
    """Read `بين 3 و7 تموز`, `بين عامي 2014 و2017`, `بين يناير ويونيو`."""
    start_at = _past_list_head(words, sense.next)
    start = _end_of_between(words, start_at)
    if start is None:
        return []
    end_at = start.next + (words.word(start.next) in {"و", "،"})
    end_at += words.word(end_at) == "بين"
    joined = end_at > start.next or words.word(end_at)[:1] == "و"
    if not joined:
        return []
    end = _loose(words, _past_list_head(words, end_at), start)
    if end is None or not _fit(start, end):
        return []
    first = sense.next if start_at > sense.next else start.first
    found = replace(_ranged(start, end), first=first, prefix=0 if first < start.first else start.prefix)
    return [Introduced(found, "during")]


def _past_list_head(words: Words, at: int) -> int:
    for sense in words.senses(at, "unit"):
        if sense.value.number in {"construct", "dual"}:
            return sense.next
    return at


def _end_of_between(words: Words, at: int) -> Found | None:
    found = read_time(words, at, introduced=True, bare=True)
    if found is not None:
        return found
    value = digits(words, at, 2)
    return Found(Date(day=value), at, at + 1) if value is not None and 1 <= value <= 31 else None


def _fit(start: Found, end: Found) -> bool:
    """Return whether two ends make a period: a bare day needs a month in the other."""
    if not isinstance(start.form, Date):
        return True
    bare_day = start.form.day is not None and start.form.month is None and start.form.within is None
    if not bare_day:
        return True
    other = end.form
    return isinstance(other, Date) and other.day is not None and (other.month is not None or other.within is not None)


def _from(words: Words, at: int, sense: Sense) -> list[Introduced]:
    """Read `من 3 إلى 7 تموز`, `من مطلع كانون الثاني حتى نهاية حزيران 2024`."""
    start = _end_of_between(words, sense.next)
    if start is None:
        return []
    joined = _to(words, start)
    if joined is None or (len(joined.parts) > 1 and not _fit(*joined.parts)):
        if isinstance(start.form, Date) and start.form.day and not start.form.month and not start.form.within:
            return []
        return _joined(words, start, "at") if words.kind(start.first) != "digits" or start.form != Date() else []
    return [Introduced(joined, "during")]


_READERS = {
    "since": _since,
    "until": _until,
    "during": _during,
    "before": _around("ago", "before"),
    "after": _around("ahead", "after"),
    "by": _by,
    "at": _at,
    "between": _between,
    "from": _from,
}


def _read_plain(words: Words, at: int) -> list[Introduced]:
    listed = _read_list(words, at, "at") or _read_days(words, at)
    if listed:
        return listed
    introduced = words.word(at - 1) in {"في", "من", "منذ", "خلال", "الي"}
    time = read_time(words, at, introduced=introduced)
    return [] if time is None else _joined(words, time, "at")


def _read_days(words: Words, at: int) -> list[Introduced]:
    """Read `3 و4 تموز`, `3-7 تموز`: two days of one month."""
    value = digits(words, at, 2)
    if value is None or not 1 <= value <= 31:
        return []
    sign = words.word(at + 1)
    if sign not in {"و", "-", "الي", "حتي"}:
        return []
    end = read_time(words, at + 2, introduced=False)
    if end is None or not isinstance(end.form, Date) or end.form.day is None or end.form.month is None:
        return []
    if words.kind(at + 2) != "digits" or words.word(at + 3) in {"/", "-"} or end.form.weekday is not None:
        return []
    start = Found(Date(day=value), at, at + 1)
    if sign == "و" and end.form.day != value + 1:
        lent = replace(end.form, day=value)
        return [Introduced(replace(start, form=lent), "at"), Introduced(end, "at")]
    return [Introduced(_ranged(start, end), "during")] if end.form.day > value else []


def _read_list(words: Words, at: int, relation: str) -> list[Introduced]:
    """Read `عامي 2014 و2015`, `شهري يوليو وأغسطس`, `يومي الجمعة والسبت`, `يومي 3 و4 تموز`."""
    head = next((sense for sense in words.senses(at, "unit") if sense.value.number in {"construct", "dual"}), None)
    if head is None:
        return []
    items: list[Found] = []
    start = head.next
    first = _end_of_between(words, start)
    if first is None or not _is_item(first, head.value.name):
        return []
    items.append(first)
    while (following := _next_item(words, items[-1], head.value.name)) is not None:
        items.append(following)
    if len(items) < 2:
        return []
    return _gathered(items, at, head.prefix, relation)


def _is_item(found: Found, unit: str) -> bool:
    form = found.form
    if not isinstance(form, Date):
        return False
    if unit == "year":
        return form.year is not None and form.month is None
    if unit == "month":
        return form.month is not None and form.day is None
    return unit == "day" and (form.day is not None or form.weekday is not None)


def _next_item(words: Words, before: Found, unit: str) -> Found | None:
    at = before.next
    if words.word(at) in {"و", "،", "-", "/"}:
        at += 1
        at += words.word(at) == "و"
    elif words.word(at) not in {"الي", "حتي"} and words.word(at)[:1] != "و":
        return None
    found = _loose(words, at, before) or (_end_of_between(words, at) if unit == "day" else None)
    return found if found is not None and _is_item(found, unit) else None


def _gathered(items: list[Found], at: int, prefix: int, relation: str) -> list[Introduced]:
    """Return one period where each item is the next after the one before, else the items one by one."""
    items = _shared_year(items)
    if all(_is_next(one, two) for one, two in zip(items, items[1:], strict=False)):
        found = Found(Range(items[0].form, items[-1].form), at, items[-1].next, prefix, (items[0], items[-1]))
        return [Introduced(found, "during")]
    return [Introduced(item, relation) for item in items]


def _shared_year(items: list[Found]) -> list[Found]:
    """Give the earlier items the month, year or direction that only the last one states."""
    last = items[-1].form
    if not isinstance(last, Date):
        return items
    shared = []
    for item in items:
        form = item.form
        if isinstance(form, Date) and form.year is None and form.within is None and form.direction is None:
            month = last.month if form.month is None and form.day is not None else form.month
            year = last.year if (month or 13) <= (last.month or 0) or form.month is None else None
            if form.weekday is None or form.day is not None:
                form = replace(
                    form, month=month, year=year, within=last.within, direction=last.direction, hijri=last.hijri
                )
        shared.append(replace(item, form=form))
    return shared


def _is_next(one: Found, two: Found) -> bool:
    first, second = one.form, two.form
    if not (isinstance(first, Date) and isinstance(second, Date)):
        return False
    if first.day is not None and second.day is not None:
        return second.day == first.day + 1 or (second.day == 1 and first.day >= 28)
    if first.month is not None and second.month is not None:
        return second.month == first.month % 12 + 1
    if first.year is not None and second.year is not None:
        return second.year == first.year + 1
    if first.weekday is not None and second.weekday is not None:
        return second.weekday == first.weekday % 7 + 1
    return False


def _joined(words: Words, time: Found, relation: str) -> list[Introduced]:
    """Return a time with what is joined to it: a second month or year, its name, the end of a period."""
    named = _named(words, time)
    if named is not None:
        return [Introduced(named, relation)]
    form = time.form
    if isinstance(form, Date) and (form.day is not None or form.month is not None or form.year is not None):
        ranged = _to(words, time, dash=True)
        if ranged is not None and isinstance(ranged.form, Range) and isinstance(ranged.form.end, Date | Now | Part):
            return [Introduced(ranged, "during")]
    if isinstance(form, Date) and form.day is None:
        items = _coordinated(words, time)
        if len(items) > 1:
            return _gathered(items, time.first, time.prefix, relation)
    return [Introduced(time, relation)]


def _coordinated(words: Words, first: Found) -> list[Found]:
    """Read the months or years joined to one by `و`: `سبتمبر وأكتوبر`, `2014 و2015`."""
    items = [first]
    while True:
        last = items[-1]
        form = last.form
        assert isinstance(form, Date)
        at = last.next
        if words.word(at) == "و":
            at += 1
        elif words.word(at)[:1] != "و" and not (form.month and words.word(at) == "/"):
            return items
        at += words.word(at) == "/"
        if form.month is not None:
            found = read_month_year(words, at, introduced=True)
        elif form.weekday is not None:
            found = read_time(words, at, introduced=False)
        else:
            value = digits(words, at)
            plausible = value in _YEARS and not is_counted(words, at)
            found = Found(Date(year=value), at, at + 1) if plausible else None
        if found is None or not isinstance(found.form, Date) or _kind(found.form) != _kind(form):
            return items
        items.append(found)


def _kind(date: Date) -> str:
    if date.day is not None:
        return "day"
    if date.month is not None:
        return "month"
    return "year" if date.year is not None else "weekday"


def _named(words: Words, time: Found) -> Found | None:
    """Read the name behind a unit that is pointed at: `الشهرين الماضيين، سبتمبر وأكتوبر`, `العام الماضي 2023`."""
    form = time.form
    if not isinstance(form, CalendarUnit | RollingUnits) or form.unit not in {"month", "year"}:
        return None
    at = time.next
    opened = words.word(at) == "("
    if opened or words.word(at) in {"،", "-", ":"}:
        at += 1
    if form.unit == "year":
        value = digits(words, at)
        if value not in _YEARS or is_counted(words, at):
            return None
        name = Found(Date(year=value), at, at + 1)
    else:
        month = read_month_year(words, at, introduced=True)
        if month is None or month.prefix:
            return None
        name = month
    items = [with_direction(item, form.direction) for item in _coordinated(words, name)]
    after = items[-1].next
    if opened:
        if words.word(after) != ")":
            return None
        after += 1
    named = items[0].form if len(items) == 1 else Range(items[0].form, items[-1].form)
    return replace(time, form=named, next=after)
