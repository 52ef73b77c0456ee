"""Questions to the ledger as conditions on its tables.

A condition that an index knows is also given as the selection of the numbers that meet it. The ledger knows from its
tallies how many those are, or counts them up to a bound, and goes by the fewest; the rest is looked up row by row. So
the first page of a question of many parts costs what its rarest part costs, on either database.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, false, func, or_, select, true
from sqlalchemy.sql import operators

from tawatur.ledger import tallies
from tawatur.ledger.names import names_with
from tawatur.ledger.query import ClaimQuery, DocumentQuery, FindingQuery
from tawatur.ledger.search import Searching
from tawatur.ledger.tables import (
    claims,
    documents,
    finding_claims,
    finding_documents,
    findings,
    parties,
    places,
    sections,
    sources,
)
from tawatur.ledger.tallies import Facet
from tawatur.ledger.unindexed import unindexed
from tawatur.model import Value

#: A condition that so many meet is not worth going by.
_MANY = 50_000
_NUMBER = (int, float)

Numbers = Select[int]
Conditions = list[ColumnElement[bool]]


class Filter(NamedTuple):
    """A condition: `met` tests a row, `numbers` finds those that meet it by an index.

    `tallied` is a facet and the values of it under which the claims that meet it are tallied. `apart` tells that the
    test looks in a table of the claims' slots, and not at the claim's row.
    """

    met: ColumnElement[bool]
    numbers: Numbers | None = None
    tallied: tuple[Facet, Collection[str]] | None = None
    apart: bool = False


class Asking:
    """Questions on one connection."""

    def __init__(self, connection: Connection, searching: Searching) -> None:
        self._connection = connection
        self._searching = searching

    def of_claims(self, query: ClaimQuery) -> Conditions:
        """Return the conditions on `claims`."""
        return self._by_the_fewest(claims.c.number, list(self._claim_filters(query)))

    def of_few_claims(self, query: ClaimQuery, *more: Filter, most: int) -> Conditions | None:
        """Return the conditions by which the claims that meet a question, and `more`, are found among a few.

        None where each of its parts is met by more than `most`.
        """
        return self._by_a_few(claims.c.number, [*self._claim_filters(query), *more], most)

    def of_each_claim(self, query: ClaimQuery) -> Conditions:
        """Return conditions on `claims` that are looked up row by row, where something else finds the rows."""
        return [one.met for one in self._claim_filters(query)]

    def of_documents(self, query: DocumentQuery) -> Conditions:
        """Return the conditions on `documents`."""
        return self._by_the_fewest(documents.c.number, list(self._document_filters(query)))

    def of_findings(self, query: FindingQuery) -> Conditions:
        """Return the conditions on `findings`."""
        return self._by_the_fewest(findings.c.number, list(self._finding_filters(query)))

    def _by_the_fewest(self, number: Column[int], filters: list[Filter]) -> Conditions:
        found = self._by_a_few(number, filters, _MANY)
        return [one.met for one in filters] if found is None else found

    def _by_a_few(self, number: Column[int], filters: list[Filter], most: int) -> Conditions | None:
        fewest: Filter | None = None
        for one in sorted(filters, key=lambda one: one.tallied is None):
            count = self._count(one, most)
            if count <= most:
                fewest, most = one, count
        if fewest is None or fewest.numbers is None:
            return None
        chosen, others = fewest.numbers, [one for one in filters if one is not fewest]
        if number is claims.c.number and chosen.get_final_froms() == [claims]:
            # what an index and the slots' tables can tell is asked before any claim's row is looked at
            chosen = chosen.where(*(one.met for one in others if one.apart))
            others = [one for one in others if not one.apart]
        return [number.in_(chosen.correlate(None)), *(one.met for one in others)]

    def _count(self, one: Filter, most: int) -> int:
        """Return how many meet a condition, or rather more; more than `most` where no index finds them."""
        if one.tallied is not None:
            return tallies.total(self._connection, *one.tallied)
        if one.numbers is None:
            return most + 1
        some = one.numbers.limit(most + 1).subquery()
        return self._connection.scalar(select(func.count()).select_from(some)) or 0

    def _claim_filters(self, query: ClaimQuery) -> Iterator[Filter]:
        yield _holding(query)
        if query.ids:
            yield _one_of(claims.c.id, query.ids)
        listed: tuple[tuple[Facet, Column[str], tuple[str, ...]], ...] = (
            ("measure", claims.c.measure, query.measures),
            ("unit", claims.c.unit, query.units),
            ("modality", claims.c.modality, query.modalities),
            ("publisher", claims.c.publisher, query.publishers),
        )
        for facet, column, values in listed:
            if values:
                yield _one_of(column, values)._replace(tallied=(facet, values))
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
        roles: tuple[tuple[Literal["of", "by"], tuple[str, ...]], ...] = (("of", query.of), ("by", query.by))
        for role, actors in roles:
            if actors:
                of_them = and_(parties.c.role == role, parties.c.actor.in_(actors))
                yield _among(parties.c.claim, of_them)._replace(tallied=(role, actors))
        if query.sources:
            of_them = sources.c.actor.in_(query.sources)
            yield _among(sources.c.claim, of_them)._replace(tallied=("source", query.sources))
        if query.origins:
            yield _among(sources.c.claim, and_(sources.c.actor.in_(query.origins), sources.c.position == 0))
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
                there = _among(places.c.claim, places.c.country == query.where)
                yield there._replace(tallied=("country", (query.where,)))
            else:
                named = names_with(self._connection, places.c.name, query.where)
                yield _among(places.c.claim, places.c.name.in_(named))._replace(tallied=("place", named))
        if query.places:
            yield _among(places.c.claim, places.c.place.in_(query.places))
        if query.placed is not None:
            placed = select(places.c.claim).where(places.c.claim == claims.c.number).exists()
            yield Filter(placed if query.placed else ~placed)

    def _name_filters(self, query: ClaimQuery) -> Iterator[Filter]:
        for column, part in ((claims.c.publisher, query.publisher), (claims.c.name, query.name)):
            if part is not None:
                yield _one_of(column, names_with(self._connection, column, part))

    def _text(self, number: Column[int], column: Column[str], asked: str) -> Filter:
        """Return what a search asks for; in what is not in the index, or without a language, letter by letter."""
        found = self._searching.claims(self._connection, asked)
        if found is None:
            return Filter(_contains(column, asked))
        conditions: Conditions = []
        if found.numbers is not None:
            conditions.append(number.in_(found.numbers))
        if found.without is not None:
            conditions.append(number.not_in(found.without))
        met = and_(true(), *conditions)
        if found.complete:
            only = found.numbers if found.without is None else None
            return Filter(met, only)
        return Filter(or_(met, and_(number > found.covered, _contains(column, asked))))

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


def _among(owner: Column[int], condition: ColumnElement[bool]) -> Filter:
    """Return the filter of the claims that have a row of their own table which meets a condition."""
    numbers = select(owner).where(condition)
    return Filter(numbers.where(owner == claims.c.number).correlate(claims).exists(), numbers, apart=True)


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
    # those that begin last are near the end of what is asked for, and found at once
    numbers = select(claims.c.number).where(meets(*columns)).order_by(claims.c.period_from.desc())
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
