"""Questions to the ledger: by which of a question's filters the rows are found, and by which they are looked up.

The ledger counts what meets each filter that an index knows, up to a bound or by what it has counted before, and goes
by the fewest; the rest is looked up. So the first page of a question of many parts costs what its rarest part costs,
on either database.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, or_, select, true

from tawatur.ledger.batches import listed
from tawatur.ledger.estimates import expected
from tawatur.ledger.filters import (
    Conditions,
    Filter,
    Numbers,
    among,
    beside,
    between,
    contains,
    holding,
    kind_filters,
    of_its_row,
    of_report,
    one_of,
    time_filters,
    value_filters,
)
from tawatur.ledger.names import names_with
from tawatur.ledger.query import ClaimQuery, DocumentQuery, FindingQuery
from tawatur.ledger.search import Searching
from tawatur.ledger.slots import first_of, party, place, source
from tawatur.ledger.tables import claims, documents, finding_claims, finding_documents, findings, places, sections
from tawatur.ledger.tallies import Facet
from tawatur.ledger.unindexed import unindexed

#: A condition that so many meet is not worth going by.
_MANY = 50_000
#: So few are put in any order at no cost.
_FEW = 2_000


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
        yield holding(query)
        own: tuple[tuple[Column[str], Facet, Sequence[str]], ...] = (
            (claims.c.measure, "measure", query.measures),
            (claims.c.unit, "unit", query.units),
            (claims.c.modality, "modality", query.modalities),
            (claims.c.publisher, "publisher", query.publishers),
        )
        for column, facet, values in own:
            if values:
                yield of_its_row(column, facet, values)
        if query.ids:
            yield one_of(claims.c.id, query.ids)
        for unlisted, some in (
            (claims.c.section, query.sections),
            (claims.c.bound, query.bounds),
            (claims.c.extractor, query.extractors),
        ):
            if some:
                yield Filter(unlisted.in_(some))
        if query.docs:
            chosen = select(documents.c.number).where(documents.c.id.in_(query.docs))
            yield one_of(claims.c.document, chosen)
        if query.of:
            yield beside(party("of", query.of))
        if query.by:
            yield beside(party("by", query.by))
        if query.sources:
            yield beside(source(query.sources, origin=False))
        if query.origins:
            yield beside(source(query.origins, origin=True))
        yield from self._place_filters(query)
        yield from self._name_filters(query)
        yield from value_filters(query)
        yield from time_filters(query)
        if query.text:
            yield self._text(claims.c.number, claims.c.quote, query.text)
        yield from kind_filters(query)

    def _place_filters(self, query: ClaimQuery) -> Iterator[Filter]:
        if query.where is not None:
            if re.fullmatch("[A-Z]{2}", query.where):
                yield beside(place(places.c.country, "country", (query.where,)))
            else:
                yield beside(place(places.c.name, "place", names_with(self._connection, places.c.name, query.where)))
        if query.places:
            yield among(places.c.claim, places.c.place.in_(query.places))
        if query.placed is not None:
            placed = select(places.c.claim).where(places.c.claim == claims.c.number).exists()
            yield Filter(placed if query.placed else ~placed)

    def _name_filters(self, query: ClaimQuery) -> Iterator[Filter]:
        if query.publisher is not None:
            yield of_its_row(
                claims.c.publisher, "publisher", names_with(self._connection, claims.c.publisher, query.publisher)
            )
        if query.name is not None:
            yield one_of(claims.c.name, names_with(self._connection, claims.c.name, query.name))

    def _text(self, number: Column[int], column: Column[str], asked: str) -> Filter:
        """Return what a search asks for; in what is not in the index, or without a language, letter by letter."""
        found = self._searching.claims(self._connection, asked)
        if found is None:
            return Filter(contains(column, asked))

        def met(number: ColumnElement[int]) -> ColumnElement[bool]:
            conditions: Conditions = []
            if found.numbers is not None:
                conditions.append(number.in_(found.numbers))
            if found.without is not None:
                conditions.append(number.not_in(found.without))
            all_of_it = and_(true(), *conditions)
            if found.complete:
                return all_of_it
            return or_(all_of_it, and_(number > found.covered, contains(column, asked)))

        only = found.numbers if found.complete and found.without is None else None
        return Filter(met(number), only, words=only is not None, tested=met(unindexed(number)))

    def _document_filters(self, query: DocumentQuery) -> Iterator[Filter]:
        if not (query.superseded or query.ids):
            yield Filter(documents.c.superseded.is_(None))
        if query.ids:
            yield one_of(documents.c.id, query.ids, documents.c.number)
        if query.publisher is not None:
            named = names_with(self._connection, sections.c.publisher, query.publisher)
            yield of_report(sections.c.publisher.in_(named))
        if query.publishers:
            yield of_report(sections.c.publisher.in_(query.publishers))
        if query.date_start is not None or query.date_end is not None:
            yield of_report(and_(true(), *between(sections.c.date, query.date_start, query.date_end)))
        if query.text:
            yield self._texts(query.text)
        if query.claims is not None:
            numbers = select(claims.c.document).where(and_(true(), *self.of_claims(query.claims)))
            yield Filter(documents.c.number.in_(numbers), numbers.distinct())

    def _texts(self, asked: str) -> Filter:
        found = self._searching.documents(self._connection, asked)
        letters = or_(contains(documents.c.text, asked), contains(documents.c.title, asked))
        if found is None:
            return Filter(letters)
        assert found.numbers is not None
        met = documents.c.number.in_(found.numbers)
        if found.complete:
            return Filter(met, found.numbers)
        return Filter(or_(met, and_(documents.c.number > found.covered, letters)))

    def _finding_filters(self, query: FindingQuery) -> Iterator[Filter]:
        if query.ids:
            yield one_of(findings.c.id, query.ids, findings.c.number)
        if query.kinds:
            yield Filter(findings.c.kind.in_(query.kinds))
        if query.origins:
            yield one_of(findings.c.origin, query.origins, findings.c.number)
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


def ordered(conditions: Sequence[ColumnElement[bool]]) -> Select[str]:
    """Return the selection of the JSON of claims that meet conditions, in the order of reading and of the text."""
    return (
        select(claims.c.claim)
        .where(and_(true(), *conditions))
        .order_by(claims.c.document, claims.c.section, claims.c.start, claims.c.number)
    )
