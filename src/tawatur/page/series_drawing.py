"""A quantity over time as SVG: every source's interval as a bar from its least to its greatest value, over its period.

What one origin says has one colour; a copy of what was said before is hollow; a hedged value (about, more than, an
estimate) has a broken edge; an open end is an arrow. Presentation attributes and classes alone.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from tawatur.page.convention import Convention
from tawatur.page.text import clean

WIDTH, HEIGHT = 960, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 20, 18, 42
_LEAST_WIDE, _LEAST_TALL = 9.0, 5.0
#: Colours that the page's sheet has, `k0` … ; further origins share the last.
COLOURS = 6
_LOG_FROM = 200


class Interval(NamedTuple):
    """What one claim says of a quantity: its period (ISO days), its ends (None where open), whose it is.

    `colour` counts origins from 0; `copy` tells that the same voice said it before, `hedged` that the value is none
    that was meant exactly.
    """

    start: str
    end: str
    low: float | None
    high: float | None
    colour: int
    copy: bool
    hedged: bool
    told: str
    address: str


class _Scale(NamedTuple):
    first: int
    last: int
    least: float
    most: float
    is_log: bool

    def x(self, day: int) -> float:
        """Return where a day stands."""
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * (day - self.first) / max(self.last - self.first, 1)

    def y(self, value: float) -> float:
        """Return where a value stands."""
        if self.is_log:
            low, high = math.log10(max(self.least, 1)), math.log10(max(self.most, 10))
            share = (math.log10(max(value, 1)) - low) / max(high - low, 1e-9)
        else:
            share = (value - self.least) / max(self.most - self.least, 1e-9)
        return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * share


def draw(intervals: Sequence[Interval], title: str, convention: Convention) -> str:
    """Return a chart as an SVG element; nothing where there is nothing to draw."""
    if not intervals:
        return ""
    scale = _scale(intervals)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="series" role="group" aria-label="{escape(clean(title))}"'
    parts = [f'{head} viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">']
    parts += _grid(scale, convention)
    parts += [_bar(one, scale) for one in sorted(intervals, key=lambda one: (one.copy, one.start))]
    parts.append("</svg>")
    return "".join(parts)


def _scale(intervals: Sequence[Interval]) -> _Scale:
    days = [_day(day) for one in intervals for day in (one.start, one.end)]
    values = [value for one in intervals for value in (one.low, one.high) if value is not None] or [0.0]
    first, last = min(days), max(days)
    room = max((last - first) // 25, 20)
    least, most = min(0.0, *values), max(values)
    positive = [value for value in values if value > 0]
    is_log = least == 0 and bool(positive) and most / min(positive) > _LOG_FROM
    first, last = max(first - room, 1), min(last + room, dt.date.max.toordinal())
    if is_log:
        return _Scale(first, last, min(positive) / 1.6, most * 1.6, is_log=True)
    return _Scale(first, last, least, most * 1.12 if most > 0 else 1.0, is_log=False)


def _grid(scale: _Scale, convention: Convention) -> Iterator[str]:
    for value in _levels(scale):
        y = scale.y(value)
        told = convention.number(int(value) if float(value).is_integer() else value)
        yield f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.0f}" y2="{y:.0f}"/>'
        yield f'<text class="axis" direction="ltr" x="{_LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{told}</text>'
    for day, told in _moments(scale, convention):
        x = scale.x(day)
        yield f'<line class="tick" x1="{x:.0f}" x2="{x:.0f}" y1="{_TOP}" y2="{HEIGHT - _BOTTOM}"/>'
        yield (
            f'<text class="axis" direction="ltr" x="{x:.0f}" y="{HEIGHT - _BOTTOM + 20}"'
            f' text-anchor="middle">{escape(told)}</text>'
        )


def _levels(scale: _Scale) -> list[float]:
    """Return round values for the lines across, five or so."""
    if scale.is_log:
        first, last = math.ceil(math.log10(scale.least)), math.floor(math.log10(scale.most))
        return [float(10**power) for power in range(first, last + 1)]
    step = 10 ** math.floor(math.log10(max(scale.most - scale.least, 1e-9) / 4))
    step *= next((times for times in (1, 2, 5, 10) if (scale.most - scale.least) / (step * times) <= 6), 10)
    first = math.ceil(scale.least / step)
    return [round(at * step, 6) for at in range(first, math.floor(scale.most / step) + 1)]


def _moments(scale: _Scale, convention: Convention) -> Iterator[tuple[int, str]]:
    """Yield the years, or within two years the quarters, that begin in the time shown."""
    first, last = dt.date.fromordinal(scale.first), dt.date.fromordinal(scale.last)
    years = last.year - first.year
    if years <= 1:
        for year in (first.year, first.year + 1):
            for month in (1, 4, 7, 10):
                if scale.first <= (day := dt.date(year, month, 1).toordinal()) <= scale.last:
                    yield day, convention.figures(f"{year}-{month:02}")
        return
    step = max(1, years // 10)
    for year in range(first.year + 1, last.year + 1, step):
        yield dt.date(year, 1, 1).toordinal(), convention.date(str(year))


def _bar(one: Interval, scale: _Scale) -> str:
    left, right = scale.x(_day(one.start)), scale.x(_day(one.end) + 1)
    if right - left < _LEAST_WIDE:
        left, right = (left + right - _LEAST_WIDE) / 2, (left + right + _LEAST_WIDE) / 2
    low = one.low if one.low is not None else one.high
    high = one.high if one.high is not None else one.low
    assert low is not None
    assert high is not None
    top, bottom = scale.y(high), scale.y(low)
    if bottom - top < _LEAST_TALL:
        top, bottom = (top + bottom - _LEAST_TALL) / 2, (top + bottom + _LEAST_TALL) / 2
    kind = f"bar k{min(one.colour, COLOURS - 1)}" + (" copy" if one.copy else "") + (" hedged" if one.hedged else "")
    drawn = (
        f'<rect class="{kind}" x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}"'
        ' rx="2"/>'
    )
    middle = (left + right) / 2
    if one.high is None:
        drawn += _arrow(kind, middle, top, -1)
    if one.low is None:
        drawn += _arrow(kind, middle, bottom, 1)
    title = f"<title>{escape(clean(one.told), quote=False)}</title>"
    return f'<a href="{escape(one.address, quote=True)}" tabindex="-1">{title}{drawn}</a>'


def _arrow(kind: str, x: float, y: float, way: int) -> str:
    """Return an arrow from an interval's open end on: up where there is no most, down where there is no least."""
    tip = y + 20 * way
    barb = tip - 6 * way
    head = f"M{x - 4:.1f} {barb:.1f}L{x:.1f} {tip:.1f}L{x + 4:.1f} {barb:.1f}"
    return f'<path class="{kind} arrow" d="M{x:.1f} {y:.1f}V{tip:.1f}{head}"/>'


def _day(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()
