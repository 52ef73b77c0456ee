"""What the words of a time say, before any calendar is asked: the grammar's forms."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year as far as stated. `direction` is past, current, next or told; `within` holds a month or
    year that is pointed at (`17 من الشهر الجاري`); `twin` is the same day in the other calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    direction: str | None = None
    within: Form | None = None
    twin: Date | None = None


@dataclass(frozen=True, slots=True)
class DayWord:
    """A day counted from the anchor (`أمس` is -1), with the weekday or the date that stands beside it."""

    offset: int
    weekday: int | None = None
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """A week, month, year … pointed at: `الشهر الماضي`; the unit `night` is a night; `bare` has no word that points."""

    unit: str
    direction: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class RollingUnits:
    """Units up to the anchor or from it on: `الأشهر الستة الماضية`; a count that is not stated is None."""

    unit: str
    direction: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Distance:
    """An amount of time back from the anchor, ahead of it, or up to it: `قبل ثلاثة أسابيع`.

    `amounts` are (unit, low, high); `manner` is ago, since, ahead, from now, within, told; `bound` is about, more_than,
    less_than, over (`ونيف`) or exact.
    """

    amounts: tuple[tuple[str, float, float | None], ...]
    manner: str
    bound: str = "exact"


@dataclass(frozen=True, slots=True)
class Part:
    """The early, middle or late part of a period."""

    part: str
    of: Form


@dataclass(frozen=True, slots=True)
class Fraction:
    """The `index`-th of `parts` equal parts of a period; -1 is the last."""

    parts: int
    index: int
    of: Form


@dataclass(frozen=True, slots=True)
class UnitsOf:
    """The first or last `count` units of a period (`الأشهر الستة الأولى من 2024`), or the `count`-th."""

    unit: str
    count: int
    of: Form
    ordinal: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by the date of its first day, and how many days it lasts."""

    date: Date
    length: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its first month, of a year or pointed at."""

    first_month: int
    of: Form | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade, `decade` in 0, 10 … 90, of a century; of the twentieth where none is named."""

    decade: int
    of: Form | None = None


@dataclass(frozen=True, slots=True)
class Century:
    """A century counted from 1: the twentieth is 1900 to 1999."""

    number: int


@dataclass(frozen=True, slots=True)
class Range:
    """From the beginning of one time to the end of another; `since` says that `منذ` opens it."""

    start: Form
    end: Form
    since: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """From a time on, up to the anchor; `onward` (`بدءا من`) may lie ahead of it."""

    of: Form
    onward: bool = False


@dataclass(frozen=True, slots=True)
class Until:
    """Up to a time."""

    of: Form


@dataclass(frozen=True, slots=True)
class Now:
    """The anchor itself, as the end of a period: `حتى الآن`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time counted from what the text tells before, which no anchor resolves; `same` is `الشهر نفسه`."""

    unit: str
    same: bool = False


Form = (
    Date
    | DayWord
    | CalendarUnit
    | RollingUnits
    | Distance
    | Part
    | Fraction
    | UnitsOf
    | Feast
    | Season
    | Decade
    | Century
    | Range
    | Since
    | Until
    | Now
    | Told
)


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in a text: its tokens `[first, next)`, the letters of the first that are a prefix, its parts."""

    form: Form
    first: int
    next: int
    prefix: int = 0
    parts: tuple[Found, ...] = ()


def date_in(form: Form) -> Date | None:
    """Return the date that a form is made of, through its parts and fractions."""
    while isinstance(form, Part | Fraction | UnitsOf | Since | Until):
        form = form.of
    if isinstance(form, Feast):
        return form.date
    return form if isinstance(form, Date) else None


def with_date(form: Form, date: Date) -> Form:
    """Return a form with another date at its heart."""
    if isinstance(form, Part | Fraction | UnitsOf | Since | Until):
        return replace(form, of=with_date(form.of, date))
    if isinstance(form, Feast):
        return replace(form, date=date)
    return date if isinstance(form, Date) else form
