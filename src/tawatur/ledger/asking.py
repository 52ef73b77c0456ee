"""Questions to the ledger as conditions on its tables.

A condition that an index knows is also given as the selection of the numbers that meet it, or as a slot that can be
walked in the order of reading (`tawatur.ledger.slots`). The ledger counts those, up to a bound or by what it has
counted before, and goes by the fewest; the rest is looked up. So the first page of a question of many parts costs what
its rarest part costs, on either database.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, false, func, or_, select, text, true
from sqlalchemy.sql import operators

from tawatur.ledger.batches import listed
from tawatur.ledger.estimates import expected
from tawatur.ledger.names import names_with
from tawatur.ledger.query import ClaimQuery, DocumentQuery, FindingQuery
from tawatur.ledger.search import Searching
from tawatur.ledger.slots import Slot, first_of, of_the_claim, party, place, source
from tawatur.ledger.tables import (
    CROSSES,
    claims,
    documents,
    finding_claims,
    finding_documents,
    findings,
    places,
    sections,
)
from tawatur.ledger.tallies import Facet
from tawatur.ledger.unindexed import unindexed
from tawatur.model import Value

#: A condition that so many meet is not worth going by.
_MANY = 50_000
#: So few are put in any order at no cost.
_FEW = 2_000
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


class _Weighed(NamedTuple):
    """A filter, and how many meet it; none where nobody knows, or where they are very many."""

    met_by: int | None
    filter: Filter


class Asking:
    """Questions on one connection."""

    def __init__(self, connection: Connection, searching: Searching) -> None:
        self._connection = connection
        self._searching = searching
        self._known: list[tuple[ClaimQuery, list[_Weighed]]] = []

    def of_claims(self, query: ClaimQuery) -> Conditions:
        """Return the conditions on `claims`."""
        return _by_the_fewest(claims.c.number, self._weighed_claims(query))

    def of_few_claims(self, query: ClaimQuery, *more: Filter, most: int) -> Conditions | None:
        """Return the conditions by which the claims that meet a question, and `more`, are found among a few.

        None where each of its parts is met by more than `most`.
        """
        return _by_a_few(claims.c.number, self._weighed((*self._claim_filters(query), *more), most), most)

    def of_each_claim(self, query: ClaimQuery) -> Conditions:
        """Return conditions on `claims` that are looked up row by row, where something else finds the rows."""
        return [one.met for one in self._claim_filters(query)]

    def of_claims_in_another_order(self, query: ClaimQuery) -> Conditions:
        """Return the conditions on `claims` where they are put in an order of their own, not that of reading.

        A few are put in order; of many, that order is walked until enough are found. Which it is, a walk in the order
        of reading tells.
        """
        found = self.first_claims(query, None, _FEW + 1)
        if found is None:
            return self.of_claims(query)
        if len(found) <= _FEW:
            return [claims.c.number.in_(listed(self._connection, found))]
        return [one.filter.met for one in self._weighed_claims(query)]

    def first_claims(
        self, query: ClaimQuery, after: int | None, limit: int, *, descending: bool = False
    ) -> list[int] | None:
        """Return the numbers of the first claims that answer a question, in the order of reading, behind a number.

        None where no slot leads there: where it has none, or a rarer part.
        """
        weighed = self._weighed_claims(query)
        lead = _rarest(weighed)
        in_order = self._connection.dialect.name == "sqlite"  # its index of words has the numbers so
        if in_order and (lead is None or lead.met_by is None or lead.met_by > _FEW):
            # it would otherwise give all that have a frequent word before the first is looked at
            lead = next((one for one in weighed if one.filter.words), lead)
        if lead is None or (lead.filter.words and not in_order):
            return None
        rest = sorted((one for one in weighed if one is not lead), key=lambda one: one.met_by or 0)

        def conditions(number: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
            yield from (one.filter.slot.holds(number) for one in rest if one.filter.slot is not None)
            for one in rest:
                if one.filter.slot is None:
                    yield one.filter.met if one.filter.tested is None else one.filter.tested

        walks = _walks(lead.filter, conditions)
        return first_of(self._connection, walks, after, limit, descending=descending) if walks else None

    def of_documents(self, query: DocumentQuery) -> Conditions:
        """Return the conditions on `documents`."""
        return _by_the_fewest(documents.c.number, self._weighed(self._document_filters(query), _MANY))

    def of_findings(self, query: FindingQuery) -> Conditions:
        """Return the conditions on `findings`."""
        return _by_the_fewest(findings.c.number, self._weighed(self._finding_filters(query), _MANY))

    def _weighed_claims(self, query: ClaimQuery) -> list[_Weighed]:
        """Return a question's filters, weighed once."""
        known = next((weighed for asked, weighed in self._known if asked == query), None)
        if known is None:
            known = self._weighed(self._claim_filters(query), _MANY)
            self._known.append((query, known))
        return known

    def _weighed(self, filters: Iterable[Filter], most: int) -> list[_Weighed]:
        """Return filters, weighed: slots first, as the tallies have them; no other is counted beyond the rarest."""
        found: list[_Weighed] = []
        for one in sorted(filters, key=lambda one: one.slot is None):
            count = self._count(one, most)
            most = most if count is None else min(most, count)
            found.append(_Weighed(count, one))
        return found

    def _count(self, one: Filter, most: int) -> int | None:
        if one.slot is not None:
            return one.slot.count(self._connection)
        if one.numbers is None:
            return None
        if one.words and self._connection.dialect.name == "postgresql":
            return expected(self._connection, one.numbers)
        some = one.numbers.limit(most + 1).subquery()
        count = self._connection.scalar(select(func.count()).select_from(some)) or 0
        return count if count <= most else None

    def _claim_filters(self, query: ClaimQuery) -> Iterator[Filter]:
        yield _holding(query)
        own: tuple[tuple[Column[str], Facet, Sequence[str]], ...] = (
            (claims.c.measure, "measure", query.measures),
            (claims.c.unit, "unit", query.units),
            (claims.c.modality, "modality", query.modalities),
            (claims.c.publisher, "publisher", query.publishers),
        )
        for column, facet, values in own:
            if values:
                yield _own(column, facet, values)
        if query.ids:
            yield _one_of(claims.c.id, query.ids)
        for unlisted, some in (
            (claims.c.section, query.sections),
            (claims.c.bound, query.bounds),
            (claims.c.extractor, query.extractors),
        ):
            if some:
                yield Filter(unlisted.in_(some))
        if query.docs:
            chosen = select(documents.c.number).where(documents.c.id.in_(query.docs))
            yield _one_of(claims.c.document, chosen)
        if query.of:
            yield _beside(party("of", query.of))
        if query.by:
            yield _beside(party("by", query.by))
        if query.sources:
            yield _beside(source(query.sources, origin=False))
        if query.origins:
            yield _beside(source(query.origins, origin=True))
        yield from self._place_filters(query)
        yield from self._name_filters(query)
        yield from _value_filters(query)
        yield from _time_filters(query)
        if query.text:
            yield self._text(claims.c.number, claims.c.quote, query.text)
        yield from _kind_filters(query)

    def _place_filters(self, query: ClaimQuery) -> Iterator[Filter]:
        if query.where is not None:
            if re.fullmatch("[A-Z]{2}", query.where):
                yield _beside(place(places.c.country, "country", (query.where,)))
            else:
                yield _beside(place(places.c.name, "place", names_with(self._connection, places.c.name, query.where)))
        if query.places:
            yield _among(places.c.claim, places.c.place.in_(query.places))
        if query.placed is not None:
            placed = select(places.c.claim).where(places.c.claim == claims.c.number).exists()
            yield Filter(placed if query.placed else ~placed)

    def _name_filters(self, query: ClaimQuery) -> Iterator[Filter]:
        if query.publisher is not None:
            yield _own(
                claims.c.publisher, "publisher", names_with(self._connection, claims.c.publisher, query.publisher)
            )
        if query.name is not None:
            yield _one_of(claims.c.name, names_with(self._connection, claims.c.name, query.name))

    def _text(self, number: Column[int], column: Column[str], asked: str) -> Filter:
        """Return what a search asks for; in what is not in the index, or without a language, letter by letter."""
        found = self._searching.claims(self._connection, asked)
        if found is None:
            return Filter(_contains(column, asked))

        def met(number: ColumnElement[int]) -> ColumnElement[bool]:
            conditions: Conditions = []
            if found.numbers is not None:
                conditions.append(number.in_(found.numbers))
            if found.without is not None:
                conditions.append(number.not_in(found.without))
            all_of_it = and_(true(), *conditions)
            if found.complete:
                return all_of_it
            return or_(all_of_it, and_(number > found.covered, _contains(column, asked)))

        only = found.numbers if found.complete and found.without is None else None
        return Filter(met(number), only, words=only is not None, tested=met(unindexed(number)))

    def _document_filters(self, query: DocumentQuery) -> Iterator[Filter]:
        if not (query.superseded or query.ids):
            yield Filter(documents.c.superseded.is_(None))
        if query.ids:
            yield _one_of(documents.c.id, query.ids, documents.c.number)
        if query.publisher is not None:
            named = names_with(self._connection, sections.c.publisher, query.publisher)
            yield _report(sections.c.publisher.in_(named))
        if query.publishers:
            yield _report(sections.c.publisher.in_(query.publishers))
        if query.date_start is not None or query.date_end is not None:
            yield _report(and_(true(), *_between(sections.c.date, query.date_start, query.date_end)))
        if query.text:
            yield self._texts(query.text)
        if query.claims is not None:
            numbers = select(claims.c.document).where(and_(true(), *self.of_claims(query.claims)))
            yield Filter(documents.c.number.in_(numbers), numbers.distinct())

    def _texts(self, asked: str) -> Filter:
        found = self._searching.documents(self._connection, asked)
        letters = or_(_contains(documents.c.text, asked), _contains(documents.c.title, asked))
        if found is None:
            return Filter(letters)
        assert found.numbers is not None
        met = documents.c.number.in_(found.numbers)
        if found.complete:
            return Filter(met, found.numbers)
        return Filter(or_(met, and_(documents.c.number > found.covered, letters)))

    def _finding_filters(self, query: FindingQuery) -> Iterator[Filter]:
        if query.ids:
            yield _one_of(findings.c.id, query.ids, findings.c.number)
        if query.kinds:
            yield Filter(findings.c.kind.in_(query.kinds))
        if query.origins:
            yield _one_of(findings.c.origin, query.origins, findings.c.number)
        if query.min_weight > 0:
            yield Filter(findings.c.weight >= query.min_weight)
        if query.docs:
            numbers = (
                select(finding_documents.c.finding)
                .join(documents, documents.c.number == finding_documents.c.document)
                .where(documents.c.id.in_(query.docs))
            )
            yield Filter(findings.c.number.in_(numbers), numbers.distinct())
        if query.claims is not None:
            numbers = (
                select(finding_claims.c.finding)
                .join(claims, claims.c.number == finding_claims.c.claim)
                .where(and_(true(), *self.of_claims(query.claims)))
            )
            yield Filter(findings.c.number.in_(numbers), numbers.distinct())


def _holding(query: ClaimQuery) -> Filter:
    """Return the filter of the claims that hold: as read or after review, of the newest versions or of all."""
    every_version = query.superseded or query.ids or query.docs
    if not query.as_extracted:
        holds = claims.c.reviewed.is_(true())
        return Filter(or_(holds, claims.c.superseded.is_(true())) if every_version else holds)
    read = claims.c.extracted.is_(true())
    older = select(documents.c.number).where(documents.c.superseded.is_not(None))
    return Filter(read if every_version else and_(read, claims.c.document.not_in(older)))


def _one_of(column: Column[Any], values: Any, number: Column[int] = claims.c.number) -> Filter:
    return Filter(unindexed(column).in_(values), select(number).where(column.in_(values)))


def _own(column: Column[str], facet: Facet, values: Sequence[str]) -> Filter:
    """Return the filter of a slot of the claim's own row."""
    return _one_of(column, values)._replace(slot=of_the_claim(column, facet, values))


def _beside(slot: Slot) -> Filter:
    """Return the filter of a slot that has a table of its own."""
    return Filter(slot.holds(claims.c.number), slot.numbers(), slot)


def _walks(lead: Filter, conditions: Callable[[ColumnElement[int]], Iterable[ColumnElement[bool]]]) -> list[Numbers]:
    """Return the walks in the order of reading that a filter leads; none where it leads none."""
    if lead.slot is not None and lead.slot.can_lead:
        return [lead.slot.walk(value, conditions) for value in lead.slot.values]
    if lead.words and lead.numbers is not None:
        (number,) = lead.numbers.selected_columns
        return [lead.numbers.join(claims, claims.c.number == number).where(*conditions(number))]
    return []


def _rarest(weighed: Iterable[_Weighed]) -> _Weighed | None:
    counted = [one for one in weighed if one.met_by is not None]
    return min(counted, key=lambda one: one.met_by or 0) if counted else None


def _by_the_fewest(number: Column[int], weighed: Sequence[_Weighed]) -> Conditions:
    found = _by_a_few(number, weighed, _MANY)
    return [one.filter.met for one in weighed] if found is None else found


def _by_a_few(number: Column[int], weighed: Sequence[_Weighed], most: int) -> Conditions | None:
    rarest = _rarest(weighed)
    if rarest is None or rarest.met_by is None or rarest.met_by > most or rarest.filter.numbers is None:
        return None
    others = [one.filter for one in weighed if one is not rarest]
    chosen = rarest.filter.numbers
    (there,) = chosen.selected_columns
    # what indexes can tell is asked before any row is looked at
    chosen = chosen.where(*(one.slot.holds(there) for one in others if one.slot is not None))
    return [number.in_(chosen.correlate(None)), *(one.met for one in others if one.slot is None)]


def _among(owner: Column[int], condition: ColumnElement[bool]) -> Filter:
    """Return the filter of the claims that have a row of their own table which meets a condition."""
    numbers = select(owner).where(condition)
    return Filter(numbers.where(owner == claims.c.number).correlate(claims).exists(), numbers)


def _report(condition: ColumnElement[bool]) -> Filter:
    numbers = select(sections.c.document).where(condition)
    met = numbers.where(sections.c.document == documents.c.number).correlate(documents).exists()
    return Filter(met, numbers)


def _value_filters(query: ClaimQuery) -> Iterator[Filter]:
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


def _time_filters(query: ClaimQuery) -> Iterator[Filter]:
    if query.when_start is not None or query.when_end is not None:
        yield _overlapping(query.when_start, query.when_end)
    if query.dated is not None:
        dated = unindexed(claims.c.period_from).is_not(None)
        yield Filter(dated if query.dated else ~dated)
    if query.date_start is not None or query.date_end is not None:
        conditions = _between(claims.c.date, query.date_start, query.date_end)
        yield Filter(
            and_(true(), *_between(unindexed(claims.c.date), query.date_start, query.date_end)),
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


def _between(column: ColumnElement[Any], start: str | None, end: str | None) -> Conditions:
    found: Conditions = []
    if start is not None:
        found.append(column >= start)
    if end is not None:
        found.append(column <= end)
    return found


def _kind_filters(query: ClaimQuery) -> Iterator[Filter]:
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


def _contains(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    return operators.icontains_op(column, part, autoescape=True)


def ordered(conditions: Sequence[ColumnElement[bool]]) -> Select[str]:
    """Return the selection of the JSON of claims that meet conditions, in the order of reading and of the text."""
    return (
        select(claims.c.claim)
        .where(and_(true(), *conditions))
        .order_by(claims.c.document, claims.c.section, claims.c.start, claims.c.number)
    )
