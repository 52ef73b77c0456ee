"""From what a time's words say to days: one function for each form of the grammar.

The conventions are the codebook's; `times.rules.RULES` names them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.arabic.times import calendar
from tawatur.arabic.times.calendar import NO_DAYS, Day, Days
from tawatur.arabic.times.dates import resolve_date
from tawatur.arabic.times.forms import (
    CalendarUnit,
    Century,
    Date,
    DayWord,
    Decade,
    Distance,
    Feast,
    Form,
    Fraction,
    Now,
    Part,
    Range,
    RollingUnits,
    Season,
    Since,
    Told,
    UnitsOf,
    Until,
    date_in,
    with_date,
)
from tawatur.arabic.times.hijri import year_of_month
from tawatur.arabic.times.outcome import UNRESOLVED, Resolved, unresolved

#: How many days a period that lasts may have to go.
_SOON = 45
_SHORT = frozenset({"hour", "minute", "second"})
_STEPS = {"before_last": -2, "past": -1, "current": 0, "next": 1, "after_next": 2}


def resolve(form: Form, anchor: Day | None, *, ahead: bool = False) -> Resolved:
    """Return the days that a form means on the day `anchor`, with precision and rule.

    `ahead` makes a date without a year the next, not the latest. Never raises.
    """
    match form:
        case Date():
            return resolve_date(_placed(form, anchor), anchor, ahead=ahead)
        case DayWord():
            return _day_word(form, anchor)
        case CalendarUnit():
            return _calendar_unit(form, anchor)
        case RollingUnits():
            return _rolling(form, anchor)
        case Distance():
            return _distance(form, anchor, ahead=ahead)
        case Part():
            return _part(form, anchor, ahead=ahead)
        case Fraction():
            return _fraction(form, anchor, ahead=ahead)
        case UnitsOf():
            return _units_of(form, anchor, ahead=ahead)
        case Feast():
            return _feast(form, anchor, ahead=ahead)
        case Season():
            return _season(form, anchor)
        case Decade():
            return _decade(form, anchor)
        case Century():
            first = (form.number - 1) * 100
            return Resolved(
                Days(calendar.day(max(first, 1), 1, 1), calendar.day(first + 99, 12, 31)), "century", "century"
            )
        case Range():
            return _range(form, anchor, ahead=ahead)
        case Since():
            return _since(form, anchor)
        case Until():
            inner = resolve(form.of, anchor, ahead=ahead)
            if inner.rule in UNRESOLVED:
                return inner
            rule = "now" if isinstance(form.of, Now) else "until"
            return replace(inner, days=Days(None, inner.days.end), rule=rule)
        case Now():
            return Resolved(Days(anchor, anchor), "day", "now") if anchor else unresolved("day", "needs anchor")
        case Told():
            return unresolved(form.unit, "told")


def _placed(date: Date, anchor: Day | None) -> Date:
    """Return a date with the month and year of the period that it is pointed into."""
    if date.within is None or anchor is None:
        return date
    inside = resolve(date.within, anchor)
    start = inside.days.start
    if start is None:
        return date
    if inside.precision == "week" and date.weekday is not None:  # `الجمعة من الأسبوع المقبل`
        found = calendar.shift_days(start, date.weekday - 1)
        return Date(year=found.year, month=found.month, day=found.day)
    if inside.precision == "year":
        year = year_of_month(start.year, date.month or 1) if date.hijri else start.year  # `رمضان العام الماضي`
        return date if year is None else replace(date, year=year, within=None)
    if inside.precision == "month":
        return replace(date, year=start.year, month=start.month, within=None)
    return date


def _day_word(form: DayWord, anchor: Day | None) -> Resolved:
    if form.date is not None:
        return resolve_date(
            form.date if form.date.year else replace(form.date, direction=form.date.direction or "current"), anchor
        )
    if anchor is None:
        return unresolved("day", "needs anchor")
    found = calendar.shift_days(anchor, form.offset)
    if form.weekday is None or found.isoweekday() == form.weekday:
        return Resolved(Days(found, found), "day", "day word", found.isoformat())
    ahead = (form.weekday - found.isoweekday()) % 7
    steps = ahead if ahead <= 3 and not (form.offset < 0 and ahead + form.offset > 0) else ahead - 7
    found = calendar.shift_days(found, steps)
    return Resolved(Days(found, found), "day", "day word and weekday", found.isoformat())


def _calendar_unit(form: CalendarUnit, anchor: Day | None) -> Resolved:
    precision = "day" if form.unit in {"hour", "minute", "second", "night"} else form.unit
    if form.direction not in _STEPS:
        return unresolved(precision, "told")
    if anchor is None:
        return unresolved(precision, "needs anchor")
    step = _STEPS[form.direction]
    if form.unit == "night":
        first = min(step, step + 1) if step < 0 else max(0, step - 1)
        days = Days(calendar.shift_days(anchor, first), calendar.shift_days(anchor, first + (step != 0)))
        return Resolved(days, "day", "calendar unit")
    days = calendar.unit_days(
        form.unit, calendar.shift(calendar.unit_days(form.unit, anchor).start or anchor, form.unit, step)
    )
    return Resolved(days, precision, "calendar unit", _stated(days, precision))


def _stated(days: Days, precision: str) -> str | None:
    if days.start is None:
        return None
    length = {"year": 4, "month": 7, "day": 10}.get(precision)
    return None if length is None else days.start.isoformat()[:length]


def _rolling(form: RollingUnits, anchor: Day | None) -> Resolved:
    if form.direction == "told":
        return unresolved("period", "told")
    if anchor is None:
        return unresolved("period", "needs anchor")
    count = form.high if form.high is not None else form.low
    if form.unit in {"hour", "minute", "second"} and count is None:
        count = 1
    back = form.direction != "next"
    far = None if count is None else calendar.shift(anchor, form.unit, -count if back else count)
    return Resolved(Days(far, anchor) if back else Days(anchor, far), "period", "rolling units")


def _distance(form: Distance, anchor: Day | None, *, ahead: bool) -> Resolved:
    unit = form.amounts[-1][0]
    precision = "day" if unit in {"hour", "minute", "second"} else unit
    if form.manner == "told":
        return unresolved(precision, "told")
    if anchor is None:
        return unresolved(precision, "needs anchor")
    sign = 1 if form.manner in {"ahead", "from now"} or (ahead and form.manner == "within") else -1
    near = far = anchor
    indefinite = False
    for unit, low, high in form.amounts:
        near = calendar.shift(near, unit, sign * low)
        if high is None:
            indefinite = True
        else:
            far = calendar.shift(far, unit, sign * high)
    if form.bound == "over":
        far = calendar.shift(near, form.amounts[-1][0], sign)
    if form.manner == "since":
        return Resolved(
            Days(None if indefinite and not form.amounts[0][1] else near, anchor), "period", "distance since"
        )
    if form.manner == "within":
        limit = None if indefinite else far
        return Resolved(Days(anchor, limit) if ahead else Days(limit, anchor), "period", "distance within")
    rule = "distance ahead" if sign > 0 else "distance back"
    first_unit, count, _ = form.amounts[0]
    if first_unit in _SHORT and sign < 0 and not indefinite and (first_unit != "hour" or count < 24):
        return Resolved(Days(near, anchor), "day", rule)  # `قبل ساعتين`: on either day
    unknown = indefinite or form.bound == "more_than"
    first = None if unknown else far
    last = near
    if form.bound == "less_than":
        first, last = near, anchor
    days = Days(first, last) if sign < 0 else Days(last, first)
    if days.start is None or days.end is None or days.start != days.end:
        return Resolved(days, "period", rule)
    return Resolved(days, precision, rule, _stated(days, precision if precision in {"month", "year"} else "day"))


def _part(form: Part, anchor: Day | None, *, ahead: bool) -> Resolved:
    inner = resolve(form.of, anchor, ahead=ahead)
    if inner.rule in UNRESOLVED or inner.days.start is None:
        return replace(inner, precision=_part_precision(inner.precision))
    if form.part == "rest":
        over = anchor is None or (inner.days.end is not None and inner.days.end < anchor)
        first = inner.days.start if over or anchor is None else max(inner.days.start, anchor)
        return Resolved(Days(first, inner.days.end), "period", "part", inner.stated)
    found = _part_of(inner, form.part)
    if (
        inner.rule == "latest"
        and anchor is not None
        and found.start is not None
        and found.start > anchor
        and isinstance(form.of, Date)
    ):
        inner = resolve(form.of, calendar.shift_days(inner.days.start, -1))
        found = _part_of(inner, form.part)
    return Resolved(found, _part_precision(inner.precision), "part", inner.stated)


def _part_precision(precision: str) -> str:
    return precision if precision in {"day", "period"} else f"part_of_{precision}"


def _part_of(inner: Resolved, part: str) -> Days:
    start = inner.days.start
    if start is None or inner.precision == "day":
        return inner.days
    if inner.precision == "month":
        return calendar.part_of_month(inner.days, part)
    if inner.precision == "year" and inner.rule != "hijri":
        return calendar.part_of_year(start.year, part)
    if inner.precision == "week":
        first, last = {"early": (0, 1), "middle": (2, 3), "late": (4, 6)}[part]
        return Days(calendar.shift_days(start, first), calendar.shift_days(start, last))
    return calendar.part_of_days(inner.days, part)


_FRACTIONS = {2: "half", 3: "third", 4: "quarter"}


def _fraction(form: Fraction, anchor: Day | None, *, ahead: bool) -> Resolved:
    inner = resolve(form.of, anchor, ahead=ahead)
    precision = _FRACTIONS[form.parts]
    if inner.rule in UNRESOLVED:
        return replace(inner, precision=precision)
    return Resolved(calendar.fraction_of_days(inner.days, form.parts, form.index), precision, "fraction")


def _units_of(form: UnitsOf, anchor: Day | None, *, ahead: bool) -> Resolved:
    inner = resolve(form.of, anchor, ahead=ahead)
    precision = form.unit if form.ordinal else "period"
    if inner.rule in UNRESOLVED or inner.days.start is None or inner.days.end is None:
        return replace(inner, precision=precision)
    start, end = inner.days.start, inner.days.end
    if form.last:
        start = calendar.shift_days(calendar.shift(calendar.shift_days(end, 1), form.unit, -form.count), 0)
        days = Days(start, end)
    else:
        skipped = form.count - 1 if form.ordinal else 0
        start = calendar.shift(start, form.unit, skipped)
        last = calendar.shift_days(calendar.shift(start, form.unit, form.count - skipped), -1)
        days = Days(start, last if isinstance(form.of, Feast) else min(end, last))  # `رابع أيام عيد الفطر`
    if days.start is not None and days.end is not None and days.start > days.end:
        days = NO_DAYS
    return Resolved(days, precision, "units of", _stated(days, precision))


def _feast(form: Feast, anchor: Day | None, *, ahead: bool) -> Resolved:
    inner = resolve(form.date, anchor, ahead=ahead)
    start = inner.days.start
    if start is None or form.length == 1:
        return replace(inner, rule="feast") if start is not None else inner
    return Resolved(Days(start, calendar.shift_days(start, form.length - 1)), "period", "feast")


def _season(form: Season, anchor: Day | None) -> Resolved:
    if form.of is not None:
        inner = resolve(form.of, anchor)
        if inner.rule in UNRESOLVED or inner.days.start is None:
            return replace(inner, precision="season")
        found = calendar.season_days(inner.days.start.year, form.first_month)
        if inner.rule == "hijri" and found.start is not None and found.start < inner.days.start:
            found = calendar.season_days(inner.days.start.year + 1, form.first_month)  # `صيف 1436هـ`
        return Resolved(found, "season", "season")
    if anchor is None:
        return unresolved("season", "needs anchor")
    seasons = [calendar.season_days(anchor.year + step, form.first_month) for step in (1, 0, -1, -2)]
    for days in seasons if form.direction != "next" else reversed(seasons):
        if days.start is None or days.end is None:
            continue
        if form.direction == "past" and days.end < anchor:
            return Resolved(days, "season", "season")
        if form.direction == "next" and days.start > anchor:
            return Resolved(days, "season", "season")
        if form.direction == "current" and days.start <= calendar.shift_months(anchor, 6):
            return Resolved(days, "season", "season")
    return unresolved("season", "told")


def _decade(form: Decade, anchor: Day | None) -> Resolved:
    first_year = 1900
    if form.of is not None:
        inner = resolve(form.of, anchor)
        if inner.rule in UNRESOLVED or inner.days.start is None:
            return replace(inner, precision="decade")
        first_year = inner.days.start.year
    first = first_year + form.decade
    return Resolved(Days(calendar.day(first, 1, 1), calendar.day(first + 9, 12, 31)), "decade", "decade")


def _since(form: Since, anchor: Day | None) -> Resolved:
    inner = resolve(form.of, anchor)
    if inner.rule in UNRESOLVED:
        return inner
    start = inner.days.start
    part = form.of
    pointed = isinstance(part, Part) and isinstance(part.of, CalendarUnit) and not form.onward
    if pointed and isinstance(part, Part) and isinstance(part.of, CalendarUnit) and anchor and start and start > anchor:
        # `منذ نهاية الأسبوع`, said before that of this week
        inner = resolve(replace(part, of=replace(part.of, direction="past")), anchor)
        start = inner.days.start
    end = anchor if anchor is not None and start is not None and start <= anchor else None
    return replace(inner, days=Days(start, end), rule="since")


@dataclass(frozen=True, slots=True)
class _Ends:
    """The two dates at the heart of a range's ends."""

    start: Date
    end: Date


def _lend(start: Date, end: Date) -> _Ends:
    """Give each end of a range what it lacks and the other states: `بين 3 و7 تموز 2016`."""
    if start.month is None and start.day is not None and end.month is not None:
        start = replace(start, month=end.month, year=start.year or end.year, hijri=end.hijri, direction=end.direction)
        if end.within is not None:
            start = replace(start, within=end.within)
    elif start.month is None and start.day is not None and end.within is not None:
        start = replace(start, within=end.within)
    elif end.month is None and end.day is not None and start.month is not None:
        end = replace(end, month=start.month, year=end.year or start.year, hijri=start.hijri)
    if isinstance(end.within, Told) and end.within.same and end.day is not None and start.month is not None:
        return _Ends(start, replace(start, day=end.day, weekday=end.weekday, twin=None))  # `3 أغسطس … 8 من الشهر ذاته`
    of_month = isinstance(end.within, CalendarUnit) and end.within.unit == "month"  # `1 أكتوبر … 7 من الشهر الجاري`
    if start.year is None and start.within is None and end.within is not None and not of_month and start.month:
        start = replace(start, within=end.within)
    if start.month is None and start.day is None and end.month is not None and end.within is None:
        end = replace(end, year=end.year or (start.year if end.direction is None else None))
    if start.month is not None and end.month is not None and start.hijri == end.hijri:
        if start.year is None and end.year is not None:
            later = (start.month, start.day or 1) > (end.month, end.day or 31)
            start = replace(start, year=end.year - later)
        elif end.year is None and start.year is not None and end.within is None and end.direction is None:
            earlier = (end.month, end.day or 31) < (start.month, start.day or 1)
            end = replace(end, year=start.year + earlier)
    return _Ends(start, end)


def _lasts(start: Form, end: Form, anchor: Day) -> bool:
    """Return whether a period without a year has begun on the day of the text and ends soon after it."""
    date = date_in(end)
    if date is None or date.day is None:
        return False
    to_come = resolve(end, anchor, ahead=True).days.end
    begun = None if to_come is None else resolve(start, to_come)
    if to_come is None or begun is None or begun.rule != "latest" or begun.days.start is None:
        return False
    return begun.days.start <= anchor and (to_come - anchor).days <= _SOON


def _range(form: Range, anchor: Day | None, *, ahead: bool) -> Resolved:
    start_form, end_form = form.start, form.end
    start_date, end_date = date_in(start_form), date_in(end_form)
    if start_date is not None and end_date is not None:
        ends = _lend(start_date, end_date)
        if form.since and end_date.year is None and end_date.month is not None and anchor is not None:
            latest = resolve(end_form, anchor).days  # what `منذ` opens lasts until shortly before it is told
            if ends.start.year is not None and latest.end is not None and ends.start.year <= latest.end.year:
                ends = replace(ends, end=replace(ends.end, year=None if ends.end.hijri else latest.end.year))
        start_form, end_form = with_date(start_form, ends.start), with_date(end_form, ends.end)
        start_date, end_date = ends.start, ends.end
    end = resolve(end_form, anchor, ahead=ahead)
    if anchor is not None and not ahead and end.rule == "latest" and _lasts(start_form, end_form, anchor):
        end = resolve(end_form, anchor, ahead=True)
    leans = start_date is not None and start_date.year is None and start_date.within is None
    if leans and end.days.end is not None and start_date is not None:
        bare = with_date(start_form, replace(start_date, direction=None))
        start = resolve(bare, end.days.end)
        if start.rule == "latest" and end.rule in {"past", "next", "current"}:
            start = replace(start, rule=end.rule)
    else:
        start = resolve(start_form, anchor)
    days = Days(start.days.start, end.days.end)
    for part in (start, end):
        if part.rule in UNRESOLVED:
            return Resolved(days, "period", part.rule, None, (start, end))
    return Resolved(days, "period", "range", None, (start, end))
