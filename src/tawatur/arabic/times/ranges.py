"""What introduces times and what joins them: `منذ`, `حتى`, `خلال`, `بين … و …`, `من … إلى`, `عامي 2014 و2015`.

Source: Ryding 2005, 11.6.2, 16 (prepositions of time); Badawi, Carter, Gully 2016, 2.6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from tawatur.arabic.times.clauses import in_its_clause
from tawatur.arabic.times.forms import Date, DayWord, Distance, Found, Now, Part, Range, Since, Until, date_in
from tawatur.arabic.times.lists import (
    Introduced,
    coordinated,
    gathered,
    named,
    ranged,
    read_days,
    read_days_behind,
    read_end,
    read_list,
    read_start,
)
from tawatur.arabic.times.numerals import ordinal
from tawatur.arabic.times.openings import INTRODUCED, SECOND, Openings
from tawatur.arabic.times.periods import read_time, with_direction
from tawatur.arabic.times.units import read_distance
from tawatur.arabic.times.words import PREPOSITIONS, Sense, Words, attack_dates

_DASHES = frozenset({"-", "~"})
_BRIEF = frozenset({"second", "minute"})
_ADJECTIVES = ("ي", "ية", "يه")
_NIL = "صفر"
_UNTIL = frozenset({"حتي", "وحتي"})
_TO = frozenset({"الي", "والي"})


def read_all(words: Words) -> Iterator[Introduced]:
    """Yield the times of a text in order; no two share a token."""
    reached = 0
    openings = Openings(words.texts)
    for at, meets in openings.places():
        if at < reached:
            continue
        some = _read_at(words, at, openings, meets)
        if not some:
            continue
        for item in some:
            if not _names_a_thing(words, item.found):
                yield in_its_clause(words, item)
        reached = some[-1].found.next


_PREPOSITION = INTRODUCED | SECOND


def _read_at(words: Words, at: int, openings: Openings, meets: int) -> list[Introduced]:
    if meets == INTRODUCED:
        return _read_introduced(words, at, openings)
    if not meets & _PREPOSITION:
        return _read_plain(words, at)
    if words.sense(at, "day_part") is None and words.sense(at, "day_word") is None:
        return _read_introduced(words, at, openings) or _read_plain(words, at)
    return _read_plain(words, at) or _read_introduced(words, at, openings)  # `بعد ظهر أمس`, `بعد غد`


def _names_a_thing(words: Words, found: Found) -> bool:
    """Return whether a day and month are no time: of a name, `شارع 26 سبتمبر`, or of every year."""
    form = found.form
    if found.next > found.first + 1 and words.word(found.first) == words.word(found.next - 1) == _NIL:
        return True  # `صفر-صفر`, a score
    if not isinstance(form, Date) or form.month is None:
        return False
    if words.word(found.next) == "من" and words.word(found.next + 1) == "كل":
        return True  # `30 مارس من كل عام`
    if form.day is None:
        return False
    if form.year is not None or form.direction is not None:
        return False
    quoted = found.first - 1 - (words.word(found.first - 1) == '"')  # `قوى "14 آذار"`
    if words.sense(quoted, "name_head") is not None:
        return True
    return (form.day, form.month) in attack_dates() and words.sense(found.first - 1, "attack_head") is not None


def _read_introduced(words: Words, at: int, openings: Openings) -> list[Introduced]:
    for sense in words.senses(at, "relation"):
        if sense.preposition not in PREPOSITIONS or (sense.article and sense.value != "during"):
            continue
        if not openings.introduced(sense.next):
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
        if isinstance(joined.form, Range):
            joined = replace(joined, form=replace(joined.form, since=sense.value == "since"))
        return [Introduced(joined, "during")]
    if sense.value == "onward":  # `اعتبارا من 1 أغسطس` looks ahead as well as back
        start = with_direction(start, "current")
    return [Introduced(replace(start, form=Since(start.form, sense.value == "onward"), parts=(start,)), "since")]


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
    end = read_end(words, after, start)
    if end is None or words.word(after)[:1] == "و":
        return None
    return ranged(start, end)


def _is_hour(words: Words, at: int) -> bool:
    """Return whether `الساعة` is the hour of what follows, `حتى الساعة الثانية`, and not `now`."""
    hour = words.word(at - 1) in {"الساعة", "الساعه"}
    told = words.kind(at) == "digits" or ordinal(words, at) is not None or words.word(at) in {"الواحدة", "("}
    return hour and told


def _until(words: Words, at: int, sense: Sense) -> list[Introduced]:
    now = words.sense(sense.next, "now")
    if now is not None and _is_hour(words, now.next):
        return []
    if now is not None and not now.preposition and words.sense(now.next, "weekday") is None:
        if words.sense(now.next, "excluded_after") is not None:
            return []
        return [Introduced(Found(Until(Now()), at, now.next, sense.prefix), "until")]
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is None:
        return []
    if words.word(at).lstrip("و") == "الي":
        return [Introduced(time, "at")]
    date = date_in(time.form)
    time = with_direction(time, "current") if date is not None and date.month is not None else time
    return [Introduced(replace(time, form=Until(time.form), parts=(time,)), "until")]


#: The stem of a verb that takes what it manages with `من`, and how many tokens before a time it may stand.
_CAN, _MANAGED = "تمكن", 8


def _during(words: Words, at: int, sense: Sense) -> list[Introduced]:
    listed = read_list(words, sense.next, "during")
    if listed:
        return listed
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is not None:
        return _joined(words, time, "during")
    distance = read_distance(words, sense.next, "within")
    if distance is None or ordinal(words, distance.next) is not None:
        return []
    if words.word(distance.next) == "من" and not any(_CAN in words.word(i) for i in range(max(0, at - _MANAGED), at)):
        return []  # but `تمكنت خلال أسبوع من القضاء على 40`
    assert isinstance(distance.form, Distance)
    if distance.form.amounts[0][0] in _BRIEF:
        return []  # `خلال ثانية واحدة`
    if not distance.form.amounts[0][1] and not _ends_there(words, distance.next):
        return []  # `خلال أيام عيد الفطر`
    following = words.word(distance.next)
    if distance.next == sense.next + 1 and following != "في" and following.endswith(_ADJECTIVES):
        return []  # `خلال يوم خيري`
    return [Introduced(distance, "during")]


def _ends_there(words: Words, at: int) -> bool:
    """Return whether no noun that an indefinite plural would belong to can follow."""
    return words.kind(at) != "word" or words.sense(at, "relation") is not None


def _throughout(words: Words, _: int, sense: Sense) -> list[Introduced]:
    """Read `على مدى السنوات الماضية`; a bare amount (`على مدار 24 ساعة`) is no time."""
    time = read_time(words, sense.next, introduced=True, bare=True)
    return [] if time is None else _joined(words, time, "during")


def _beside(words: Words, at: int, sense: Sense, *, manner: str, relation: str) -> list[Introduced]:
    """Read `قبل عام 2014` or, with an amount, `قبل ثلاثة أسابيع`; `على بعد ساعة` is a distance."""
    if words.word(at - 1) == "علي":
        return []
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is not None:
        return [Introduced(time, relation)]
    distance = read_distance(words, sense.next, manner)
    if distance is None:
        return []
    return [Introduced(replace(distance, first=at, prefix=sense.prefix), "at")]


def _by(words: Words, at: int, sense: Sense) -> list[Introduced]:
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is None:
        return []
    return [Introduced(replace(time, first=at, prefix=0), "until", ahead=True)]


def _at(words: Words, at: int, sense: Sense) -> list[Introduced]:
    listed = read_list(words, sense.next, "at")
    if listed:
        return listed
    time = read_time(words, sense.next, introduced=True, bare=True)
    if time is None:
        return _within(words, at, sense)
    if words.word(at).endswith("يوم") and time.first == sense.next:
        return []
    return _joined(words, time, "at")


#: How many of a unit `في` at least tells of as a length of time: not `في ساعة`, `في يوم`, `في شهر`.
_SHORTEST_SPAN = {"minute": 1000, "second": 1000, "hour": 24, "week": 1}


def _within(words: Words, at: int, sense: Sense) -> list[Introduced]:
    """Read `في ثلاثة أيام`, `في أسبوع`, `في 48 ساعة`: how long what is told took, up to the day of the text."""
    distance = read_distance(words, sense.next, "within") if words.word(at).lstrip("و") == "في" else None
    if distance is None or words.word(distance.next) == "من" or ordinal(words, distance.next) is not None:
        return []
    assert isinstance(distance.form, Distance)
    unit, low, high = distance.form.amounts[0]
    if len(distance.form.amounts) > 1 or high != low or distance.form.bound != "exact":
        return []
    if low < _SHORTEST_SPAN.get(unit, 2) or (low == 1 and not _ends_there(words, distance.next)):
        return []
    following = words.word(distance.next)
    return [] if following.endswith(_ADJECTIVES) or following.startswith("ال") else [Introduced(distance, "during")]


def _between(words: Words, __: int, sense: Sense) -> list[Introduced]:
    """Read `بين 3 و7 تموز`, `بين عامي 2014 و2017`, `بين يناير ويونيو`."""
    start_at, years = _past_list_head(words, sense.next)
    start = read_start(words, start_at, headed=years)
    if start is None:
        return []
    end_at = start.next + (words.word(start.next) in {"و", "،"} | _UNTIL | _TO)
    end_at += words.word(end_at) == "بين"
    joined = end_at > start.next or words.word(end_at)[:1] == "و"
    if not joined:
        return []
    second_at, _ = _past_list_head(words, end_at)
    end = read_end(words, second_at, start, headed=years)
    if end is None or not _fit(start, end):
        return []
    first = sense.next if start_at > sense.next else start.first
    found = replace(ranged(start, end), first=first, prefix=0 if first < start.first else start.prefix)
    return [Introduced(found, "during")]


def _past_list_head(words: Words, at: int) -> tuple[int, bool]:
    """Return the token behind `عامي`, `شهري`, `يومي`, if one stands there, and whether it is of years."""
    for sense in words.senses(at, "unit"):
        if sense.value.number in {"construct", "dual"}:
            return sense.next, sense.value.name == "year"
    return at, False


def _fit(start: Found, end: Found) -> bool:
    """Return whether two ends make a period: a bare day needs a month in the other."""
    if not isinstance(start.form, Date):
        return True
    bare_day = start.form.day is not None and start.form.month is None and start.form.within is None
    if not bare_day:
        return True
    other = end.form
    return isinstance(other, Date) and other.day is not None and (other.month is not None or other.within is not None)


def _from(words: Words, _: int, sense: Sense) -> list[Introduced]:
    """Read `من 3 إلى 7 تموز`, `من مطلع كانون الثاني حتى نهاية حزيران 2024`."""
    start = read_start(words, sense.next)
    if start is None:
        return []
    bare = isinstance(start.form, Date) and start.form.day is not None and start.form.month is None
    joined = _to(words, start, dash=bare)
    if joined is None or (len(joined.parts) > 1 and not _fit(*joined.parts)):
        if isinstance(start.form, Date) and start.form.day and not start.form.month and not start.form.within:
            return []
        return _joined(words, start, "at")
    return [Introduced(joined, "during")]


_READERS: dict[str, Callable[[Words, int, Sense], list[Introduced]]] = {
    "since": _since,
    "onward": _since,
    "until": _until,
    "during": _during,
    "throughout": _throughout,
    "before": partial(_beside, manner="ago", relation="before"),
    "after": partial(_beside, manner="ahead", relation="after"),
    "by": _by,
    "at": _at,
    "between": _between,
    "from": _from,
}


def _read_plain(words: Words, at: int) -> list[Introduced]:
    listed = read_list(words, at, "at") or read_days(words, at) or read_days_behind(words, at)
    if listed:
        return listed
    introduced = words.word(at - 1) in {"في", "من", "منذ", "خلال", "الي"}
    time = read_time(words, at, introduced=introduced)
    return [] if time is None else _joined(words, time, "at")


def _joined(words: Words, time: Found, relation: str) -> list[Introduced]:
    """Return a time with what is joined to it: a second month or year, its name, the end of a period."""
    by_name = named(words, time)
    if by_name is not None:
        return [Introduced(by_name, relation)]
    form = time.form
    if isinstance(form, Date) and (form.day is not None or form.month is not None or form.year is not None):
        whole = _to(words, time, dash=True)
        if whole is not None and isinstance(whole.form, Range) and isinstance(whole.form.end, Date | Now | Part):
            return [Introduced(whole, "during")]
    if isinstance(form, DayWord) and words.word(time.next) in _UNTIL:  # `اليوم وحتى الأحد`
        whole = _to(words, time)
        if whole is not None and isinstance(whole.form, Range) and isinstance(whole.form.end, Date | DayWord):
            return [Introduced(whole, "during")]
    if isinstance(form, Date) and form.day is None:
        items = coordinated(words, time)
        if len(items) > 1:
            return gathered(items, time.first, time.prefix, relation)
    return [Introduced(time, relation)]
