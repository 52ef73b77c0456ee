"""Stated changes and the levels that they imply: 700 after a rise of 300% makes 175 before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tawatur.model import Period
from tawatur.packs import Check
from tawatur.registers.facts import Fact, slot_value
from tawatur.registers.intervals import interval, meet, middle, plain
from tawatur.registers.register import Checked
from tawatur.registers.rows import Key, Placed
from tawatur.registers.sums import cited

_ALL = -100.0
#: A stated level meets an implied one within a tenth: changes are rounded.
_NEAR = 0.1


def implied_levels(check: Check, placed: Sequence[Placed]) -> Iterator[tuple[Key, Checked]]:
    """Yield, for every level whose report and origin state its change in percent, the level of the period before.

    It is held against the levels that are stated of that period, by whatever report.
    """
    levels = [one for one in placed if one.column == check.total and interval(one.fact.claim) is not None]
    by_change: dict[tuple[object, ...], list[Placed]] = {}
    for one in placed:
        if one.column in check.parts and one.fact.claim.unit == "percent":
            by_change.setdefault(_said(one.fact), []).append(one)
    for level in levels:
        for change in by_change.get(_said(level.fact), []):
            share = middle(change.fact.claim)
            if share <= _ALL:
                continue
            expected = middle(level.fact.claim) / (1 + share / 100)
            earlier = [one.fact for one in levels if _is_before(one.fact, level.fact)]
            yield (
                level.key,
                Checked(
                    kind="change",
                    column=check.total,
                    stated=plain(middle(level.fact.claim)),
                    expected=plain(expected),
                    holds=_is_met(expected, earlier) if earlier else None,
                    claims=cited([level.fact, change.fact, *earlier]),
                ),
            )


def _said(fact: Fact) -> tuple[object, ...]:
    """Return what a level and its change have in common: report, origin, doer, place, period."""
    claim = fact.claim
    place = (fact.report.doc, fact.report.section)
    return place, fact.origins[0], claim.measure, slot_value(claim, "by"), slot_value(claim, "where"), claim.when


def _is_before(one: Fact, level: Fact) -> bool:
    """Tell whether a fact is the same level of the period before."""
    before = period_before(level.claim.when)
    return (
        before is not None
        and one.claim.when == before
        and one.claim.measure == level.claim.measure
        and all(slot_value(one.claim, slot) == slot_value(level.claim, slot) for slot in ("of", "by", "where"))
    )


def _is_met(expected: float, earlier: Sequence[Fact]) -> bool:
    margin = abs(expected) * _NEAR
    around = (expected - margin, expected + margin)
    return any(meet(around, stated) for fact in earlier if (stated := interval(fact.claim)) is not None)


def period_before(when: Period | None) -> Period | None:
    """Return the period of the same length that ends where `when` begins: the year before a year."""
    if when is None or when.start is None or when.end is None:
        return None
    start, end = dt.date.fromisoformat(when.start), dt.date.fromisoformat(when.end)
    last = start - dt.timedelta(days=1)
    if when.start[5:] == "01-01" and when.end[5:] == "12-31":
        return Period(f"{start.year - (end.year - start.year + 1):04}-01-01", last.isoformat())
    if start.day == 1 and (end + dt.timedelta(days=1)).day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        index = start.year * 12 + start.month - 1 - months
        return Period(f"{index // 12:04}-{index % 12 + 1:02}-01", last.isoformat())
    return Period((start - (end - start) - dt.timedelta(days=1)).isoformat(), last.isoformat())
