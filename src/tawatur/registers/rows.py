"""Rows of a view: facts gathered by the slots that make its rows, and by its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur.model import Period
from tawatur.packs import ViewDefinition, ViewSlot
from tawatur.registers.facts import Fact, slot_value
from tawatur.registers.register import Provenance


class Key(NamedTuple):
    """What makes a row: a value for each slot of the view; its period where that is one, and whether only the report
    dates it.
    """

    values: tuple[str | None, ...]
    when: Period | None
    reported: bool


class Placed(NamedTuple):
    """A fact in its place: the row's key and the column's."""

    fact: Fact
    key: Key
    column: str


def keys(view: ViewDefinition, fact: Fact) -> tuple[Key, ...]:
    """Return the keys of the rows that a fact stands in: in a matrix one for each party, elsewhere one."""
    when, reported = period(fact) if "when" in view.rows else (None, False)
    values: list[tuple[str | None, ...]] = [()]
    for slot in view.rows:
        if slot == "statement":
            options: tuple[str | None, ...] = (statement(fact),)
        elif slot == "when":
            options = (shown_period(when, reported=reported),)
        elif view.form == "matrix":
            options = each(fact, slot)
        else:
            options = (slot_value(fact.claim, slot),)
        values = [(*before, option) for before in values for option in options]
    return tuple(Key(value, when, reported) for value in values)


def each(fact: Fact, slot: ViewSlot) -> tuple[str | None, ...]:
    """Return the parties or places of a slot one by one."""
    if slot == "where":
        return fact.claim.where or (None,)
    value = getattr(fact.claim, slot)
    return tuple(value.split("+")) if value else (None,)


def period(fact: Fact) -> tuple[Period | None, bool]:
    """Return a fact's period and False; where none is stated, the time up to its report's day and True."""
    when = fact.claim.when
    if when is not None and (when.start is not None or when.end is not None):
        return when, False
    return (None if fact.report.date is None else Period(None, fact.report.date)), True


def shown_period(when: Period | None, *, reported: bool) -> str | None:
    """Return a period as a row's key: `2024-01-01/2024-06-30`, `2024-01-15`, `2024-01-01/..`; `≤2024-07-16` where
    only the report's day bounds it.
    """
    if when is None:
        return None
    if reported:
        return f"≤{when.end}"
    return when.start if when.start == when.end else f"{when.start or '..'}/{when.end or '..'}"


def statement(fact: Fact) -> str:
    """Return what makes a statement one: its origin, and the statement, text or report that carries it."""
    return f"{fact.origins[0]} @ {fact.voice}"


def order(view: ViewDefinition, key: Key, reports: Sequence[Provenance]) -> tuple[object, ...]:
    """Return by what rows are ordered: tables the latest first, series and timelines the earliest; undated ones last.

    Rows of statements go by the first report of each, the latest first; dates by the date, other rows by their period's
    beginning.
    """
    if view.rows[0] == "statement":
        day = min((report.date for report in reports if report.date), default=None)
    elif "date" in view.rows:
        day = key.values[view.rows.index("date")]
    else:
        day = began(key.when)
    rest = tuple("" if value is None else value for value in key.values)
    if day is None:
        return 1, 0, rest
    number = int(f"{day}-01-01"[:10].replace("-", ""))
    earliest_first = view.form in ("series", "timeline") and view.rows[0] != "statement"
    return 0, number if earliest_first else -number, rest


def began(when: Period | None) -> str | None:
    """Return the day by which a period is put in order: its first, or its last where that alone is known."""
    return None if when is None else when.start or when.end


def reports_of(found: Iterable[Fact]) -> tuple[Provenance, ...]:
    """Return the reports of facts, the earliest first, each once."""
    unique = {(fact.report.doc, fact.report.section): fact.report for fact in found}
    return tuple(sorted(unique.values(), key=lambda report: (report.date or "9999", report.doc, report.section)))
