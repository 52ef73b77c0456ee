"""Numbers, dates and periods said in words of either language, in either kind of digits.

A range is said in words in Arabic (`40 إلى 50`) and printed with a dash in English alone: after an Arabic letter a
dash between two numbers runs from right to left, alone it runs as its paragraph does, and a reader can't tell which
of the two she sees. Months carry both of their Arabic names, as agencies print them.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import msgspec
from markupsafe import Markup

from tawatur.model import Bound, Period, Value
from tawatur.page.labels import Language

Digits = Literal["european", "arabic"]

_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_BETWEEN_DIGITS = {",": "٬", ".": "٫", "%": "٪"}
#: Marks that belong to a number: between two digits, or a percent sign after one.
_MARK = re.compile(r"(?<=\d)[,.](?=\d)|(?<=\d)%")
_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})(?:\s*[–/]\s*(\d{4}-\d{2}-\d{2}))?\b")
_QUOTED = re.compile("(«[^«»]*»)")
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    "ar": (
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو", "تموز/يوليو",
        "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ),
}  # fmt: skip
_BOUNDS: dict[str, tuple[str, str]] = {
    "about": ("about {}", "نحو {}"),
    "at_least": ("at least {}", "{} على الأقل"),
    "more_than": ("more than {}", "أكثر من {}"),
    "at_most": ("at most {}", "{} على الأكثر"),
    "less_than": ("less than {}", "أقل من {}"),
    "ambiguous": ("{} or more", "{} أو أكثر"),
}
_RANGE = ("{}–{}", "{} إلى {}")
_FROM = ("from {}", "من {}")
_UNTIL = ("until {}", "حتى {}")
_UP_TO = ("up to {}", "حتى {}")
_OR_MORE = ("{} or more", "{} أو أكثر")
_UNSTATED = ("no figure", "بلا رقم")
_DIRECTION = {"en": "ltr", "ar": "rtl"}


class Convention(msgspec.Struct, frozen=True):
    """How a reader wants figures: the language, and the digits that go with it."""

    language: Language
    digits: Digits = "european"

    @property
    def direction(self) -> str:
        """The direction of the language's lines, `ltr` or `rtl`."""
        return _DIRECTION[self.language]

    def figures(self, text: str) -> str:
        """Return text with its digits, and the marks between them, as the reader wants them."""
        if self.digits == "european":
            return text
        return _MARK.sub(lambda mark: _BETWEEN_DIGITS[mark[0]], text).translate(_ARABIC)

    def sentence(self, text: str) -> str:
        """Return a sentence with its dates and figures as the reader wants them; what is quoted stays as printed."""
        pieces = _QUOTED.split(text)
        pieces[::2] = [self.figures(_DAY.sub(self._day, piece)) for piece in pieces[::2]]
        return "".join(pieces)

    def _day(self, found: re.Match[str]) -> str:
        return self.date(found[1]) if found[2] is None else self.period(Period(found[1], found[2]))

    def number(self, value: float) -> str:
        """Return a number with its thousands set apart, four decimals at most."""
        text = f"{value:,}" if isinstance(value, int) else f"{value:,.4f}".rstrip("0").rstrip(".")
        return self.figures(text)

    def share(self, value: float) -> str:
        """Return a share (0 to 1) in whole percent."""
        return self.figures(f"{round(100 * value)}%")

    def date(self, day: str) -> str:
        """Return an ISO date as far as it is stated (`2014`, `2014-09`, `2014-09-15`); what is none stays so."""
        year, _, rest = day.partition("-")
        month, _, number = rest.partition("-")
        if not (year.isdecimal() and (not month or (month.isdecimal() and 1 <= int(month) <= 12))):
            return day
        parts = [str(int(number))] if number.isdecimal() else []
        if month:
            parts.append(_MONTHS[self.language][int(month) - 1])
        return self.figures(" ".join([*parts, year]))

    def value(self, low: Value, high: Value, bound: Bound = "exact", unit: str = "other") -> str:
        """Return a claim's value in words: `about 50`, `40–50`, `more than 20`; `unit` adds a percent sign."""
        at = 0 if self.language == "en" else 1
        if low is None and high is None:
            return _UNSTATED[at]
        if low is not None and high is not None and low != high:
            return _RANGE[at].format(self._one(low, unit), self._one(high, unit))
        one = self._one(low if low is not None else high, unit)
        if bound in _BOUNDS:
            return _BOUNDS[bound][at].format(one)
        if high is None:
            return _OR_MORE[at].format(one)
        if low is None:
            return _UP_TO[at].format(one)
        return one

    def period(self, when: Period) -> str:
        """Return a period: a day, a month or a year where it is one, else both ends, months or years if whole."""
        at = 0 if self.language == "en" else 1
        if when.start is None or when.end is None:
            known = when.start or when.end
            if known is None:
                return ""
            return (_FROM if when.end is None else _UNTIL)[at].format(self.date(known))
        start, end = _shortened(when.start, when.end)
        if start == end:
            return self.date(start)
        first, last = self.date(start), self.date(end)
        if start[:4] == end[:4] and len(start) == len(end) and len(start) > len("2024"):
            # the year, and of two days in one month the month, is said once
            first = first.rpartition(" ")[0]
            if start[:7] == end[:7] and len(start) > len("2024-01"):
                first = self.figures(str(int(start[8:])))
        if self.language == "ar":
            return f"من {first} إلى {last}"
        return f"{first}–{last}" if " " not in first else f"{first} – {last}"

    def isolated(self, text: str) -> Markup:
        """Return text of this language kept to itself."""
        return Markup('<bdi dir="{}">{}</bdi>').format(self.direction, text)

    def _one(self, value: Value, unit: str) -> str:
        if isinstance(value, str):
            return self.date(value)
        text = self.number(value if value is not None else 0)
        return text + ("٪" if self.digits == "arabic" else "%") if unit == "percent" else text


def _shortened(start: str, end: str) -> tuple[str, str]:
    """Return a period's ends as months (`2024-07`) or years where it is made of whole ones."""
    try:
        first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    except ValueError:
        return start, end
    if first.day != 1 or (last + dt.timedelta(days=1)).day != 1:
        return start, end
    return (start[:4], end[:4]) if (first.month, last.month) == (1, 12) else (start[:7], end[:7])
