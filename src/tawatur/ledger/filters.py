"""Filters: what a question asks of a claim, a report or a finding, each as a condition on the ledger's tables.

A condition that an index knows is also given as the selection of the numbers that meet it, or as a slot that can be
walked in the order of reading (`tawatur.ledger.slots`). What goes by which of them is `tawatur.ledger.asking`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Select, and_, false, or_, select, text, true
from sqlalchemy.sql import operators

from tawatur.ledger.query import ClaimQuery
from tawatur.ledger.slots import Slot, of_the_claim
from tawatur.ledger.tables import CROSSES, claims, documents, sections
from tawatur.ledger.tallies import Facet
from tawatur.ledger.unindexed import unindexed
from tawatur.model import Value

_NUMBER = (int, float)

Numbers = Select[int]
Conditions = list[ColumnElement[bool]]


class Filter(NamedTuple):
    """A condition: `met` tests a row, `numbers` finds those that meet it by an index, a `slot` also in order.

    So does SQLite's index of words, where it is of `words`. `tested` tests a row that a walk has come to, if otherwise.
    """

    met: ColumnElement[bool]
    numbers: Numbers | None = None
    slot: Slot | None = None
    words: bool = False
    tested: ColumnElement[bool] | None = None


def holding(query: ClaimQuery) -> Filter:
    """Return the filter of the claims that hold: as read or after review, of the newest versions or of all."""
    every_version = query.superseded or query.ids or query.docs
    if not query.as_extracted:
        holds = claims.c.reviewed.is_(true())
        return Filter(or_(holds, claims.c.superseded.is_(true())) if every_version else holds)
    read = claims.c.extracted.is_(true())
    older = select(documents.c.number).where(documents.c.superseded.is_not(None))
    return Filter(read if every_version else and_(read, claims.c.document.not_in(older)))


def one_of(column: Column[Any], values: Any, number: Column[int] = claims.c.number) -> Filter:
    """Return the filter of what has one of some values in a column, which an index knows by `number`."""
    return Filter(unindexed(column).in_(values), select(number).where(column.in_(values)))


def of_its_row(column: Column[str], facet: Facet, values: Sequence[str]) -> Filter:
    """Return the filter of a slot of the claim's own row."""
    return one_of(column, values)._replace(slot=of_the_claim(column, facet, values))


def beside(slot: Slot) -> Filter:
    """Return the filter of a slot that has a table of its own."""
    return Filter(slot.holds(claims.c.number), slot.numbers(), slot)


def among(owner: Column[int], condition: ColumnElement[bool]) -> Filter:
    """Return the filter of the claims that have a row of their own table which meets a condition."""
    numbers = select(owner).where(condition)
    return Filter(numbers.where(owner == claims.c.number).correlate(claims).exists(), numbers)


def of_report(condition: ColumnElement[bool]) -> Filter:
    """Return the filter of the reports of which a section meets a condition."""
    numbers = select(sections.c.document).where(condition)
    met = numbers.where(sections.c.document == documents.c.number).correlate(documents).exists()
    return Filter(met, numbers)


def value_filters(query: ClaimQuery) -> Iterator[Filter]:
    """Return the filters of a question's value, or of the values between two."""
    if query.value is not None:
        low, high = _ends(query.value)
        numbers = (
            select(claims.c.number).where(low == query.value).union(select(claims.c.number).where(high == query.value))
        )
        yield Filter(
            or_(unindexed(low) == query.value, unindexed(high) == query.value),
            select(numbers.subquery().c.number),
        )
    if query.value_from is not None or query.value_to is not None:
        conditions: Conditions = [or_(unindexed(claims.c.low).is_not(None), unindexed(claims.c.high).is_not(None))]
        if query.value_from is not None:
            conditions.append(or_(unindexed(claims.c.high).is_(None), unindexed(claims.c.high) >= query.value_from))
        if query.value_to is not None:
            conditions.append(or_(unindexed(claims.c.low).is_(None), unindexed(claims.c.low) <= query.value_to))
        yield Filter(and_(true(), *conditions))


def _ends(value: Value) -> tuple[Column[Any], Column[Any]]:
    if isinstance(value, _NUMBER):
        return claims.c.low, claims.c.high
    return claims.c.low_date, claims.c.high_date


def time_filters(query: ClaimQuery) -> Iterator[Filter]:
    """Return the filters of a question's period, of whether a claim has one, and of the reports' dates."""
    if query.when_start is not None or query.when_end is not None:
        yield _overlapping(query.when_start, query.when_end)
    if query.dated is not None:
        dated = unindexed(claims.c.period_from).is_not(None)
        yield Filter(dated if query.dated else ~dated)
    if query.date_start is not None or query.date_end is not None:
        conditions = between(claims.c.date, query.date_start, query.date_end)
        yield Filter(
            and_(true(), *between(unindexed(claims.c.date), query.date_start, query.date_end)),
            select(claims.c.number).where(and_(true(), *conditions)),
        )


def _overlapping(start: str | None, end: str | None) -> Filter:
    """Two periods meet where neither ends before the other begins; a claim without a period meets none."""

    def meets(first: ColumnElement[Any], last: ColumnElement[Any]) -> ColumnElement[bool]:
        found: Conditions = [first.is_not(None)]
        if start is not None:
            found.append(last >= start)
        if end is not None:
            found.append(first <= end)
        return and_(true(), *found)

    columns = claims.c.period_from, claims.c.period_to
    numbers = select(claims.c.number).where(meets(*columns))
    if start is not None:
        # one that began in an earlier month and goes on crosses the end of a month: of these there is an index
        month = start[:7]
        crossing = select(claims.c.number).where(text(CROSSES), claims.c.period_to >= start, columns[0] < month)
        if end is not None:
            crossing = crossing.where(columns[0] <= end)
        both = numbers.where(columns[0] >= month).union_all(crossing).subquery()
        numbers = select(both.c.number)
    return Filter(meets(*map(unindexed, columns)), numbers)


def between(column: ColumnElement[Any], start: str | None, end: str | None) -> Conditions:
    """Return the conditions on a column of dates from one day to another, either of them open."""
    found: Conditions = []
    if start is not None:
        found.append(column >= start)
    if end is not None:
        found.append(column <= end)
    return found


def kind_filters(query: ClaimQuery) -> Iterator[Filter]:
    """Return the filters of changes, of optional and repeated claims, and of confidence."""
    if query.change is not None:
        yield Filter(claims.c.change.is_(true() if query.change else false()))
    if not query.optional:
        yield Filter(claims.c.optional.is_(false()))
    if not query.repeated:
        yield Filter(claims.c.same_as.is_(None))
    if query.min_confidence > 0:
        yield Filter(or_(claims.c.confidence.is_(None), unindexed(claims.c.confidence) >= query.min_confidence))
    if query.max_confidence < 1:
        yield Filter(unindexed(claims.c.confidence) <= query.max_confidence)


def contains(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    """Return the condition that a column holds some letters."""
    return operators.icontains_op(column, part, autoescape=True)
