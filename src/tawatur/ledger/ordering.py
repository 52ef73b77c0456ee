"""Claims in the order of time or of reading, stretch by stretch, with what they must be seen together with.

Registers read their pages here. A stretch is bounded, however many claims there are: where nothing is asked but
measures, each measure's claims are read along its own index and the streams are merged; else the ledger goes by the
rarest part of the question.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, true, tuple_

from tawatur.ledger.asking import Asking
from tawatur.ledger.batches import BATCH, batches
from tawatur.ledger.query import ClaimQuery
from tawatur.ledger.review.rulings import rulings
from tawatur.ledger.search import Searching
from tawatur.ledger.tables import claims, documents, finding_documents, findings, parties, sections
from tawatur.ledger.unindexed import unindexed
from tawatur.model import Claim, Finding, Rulings

_CLAIM = msgspec.json.Decoder(Claim)
_FINDING = msgspec.json.Decoder(Finding)

#: A place in an order: the day (empty in the order of reading), and the claim's number.
Place = tuple[str, int]

#: Behind all that nothing dates, where the earliest come first.
_UNDATED: Place = ("", 2**62)

#: So many findings are asked for who speaks with one voice.
_JOINING = 1_000

#: A question that leaves all to the measures.
_ANYTHING = ClaimQuery()


class Numbered(NamedTuple):
    """A claim at its place: the day by which it is put in order of time, and its number in the ledger."""

    day: str
    number: int
    claim: Claim

    @property
    def place(self) -> Place:
        """Where it is in the order of time."""
        return self.day, self.number


class SectionFacts(NamedTuple):
    """A report without its text."""

    doc: str
    section: int
    publisher: str | None
    date: str | None
    title: str | None


class Ordering:
    """Claims in order, on one connection."""

    def __init__(self, connection: Connection, searching: Searching) -> None:
        self._connection = connection
        self._searching = searching
        self._known: dict[ClaimQuery, list[ColumnElement[bool]]] = {}

    def rulings(self) -> Rulings:
        """Return what reviewers have merged and split."""
        return rulings(self._connection)

    def by_time(
        self,
        query: ClaimQuery,
        after: Place | None,
        limit: int,
        *,
        latest_first: bool,
        actors: Collection[str] | None = None,
    ) -> list[Numbered]:
        """Return the claims that answer `query` behind a place in the order of time, at most `limit`.

        Those that nothing dates come last in either direction. With `actors`, they are claims of these, or of persons
        that are named.
        """
        only = [] if actors is None else [_of_some(actors)]
        order = (claims.c.as_of, claims.c.number)
        if latest_first:
            return self._stretch(query, order, after, limit, only, descending=True)
        dated: list[Numbered] = []
        if after is None or after[0]:
            dated = self._stretch(query, order, after or _UNDATED, limit, only, descending=False)
            after = None
        if len(dated) < limit:
            undated = [*only, claims.c.as_of == ""]
            behind = ("", 0 if after is None else after[1])
            dated += self._stretch(query, order, behind, limit - len(dated), undated, descending=False)
        return dated

    def by_reading(self, query: ClaimQuery, before: int | None, limit: int) -> list[Numbered]:
        """Return the claims that answer `query`, the last read first, before a number, at most `limit`."""
        place = None if before is None else (before,)
        return self._stretch(query, (claims.c.number,), place, limit, (), descending=True)

    def of_documents(self, query: ClaimQuery, docs: Collection[str]) -> list[Numbered]:
        """Return the claims of some documents that answer `query`."""
        conditions = self._conditions(query)
        found: list[Numbered] = []
        for page in batches(docs):
            numbers = select(documents.c.number).where(documents.c.id.in_(page))
            found += self._read(_selection((*conditions, claims.c.document.in_(numbers))))
        return found

    def of_ids(self, query: ClaimQuery, ids: Collection[str]) -> list[Numbered]:
        """Return those claims of some ids that answer `query`."""
        conditions = self._conditions(query)
        return [one for page in batches(ids) for one in self._read(_selection((*conditions, claims.c.id.in_(page))))]

    def repeats(self, docs: Collection[str]) -> list[Numbered]:
        """Return the claims of some documents that repeat another one of their report."""
        found: list[Numbered] = []
        for page in batches(docs):
            numbers = select(documents.c.number).where(documents.c.id.in_(page))
            repeated = (claims.c.same_as.is_not(None), claims.c.reviewed.is_(true()))
            found += self._read(_selection((claims.c.document.in_(numbers), *repeated)))
        return found

    def reports(self, docs: Collection[str]) -> Iterator[SectionFacts]:
        """Yield the reports of some documents."""
        columns = (documents.c.id, sections.c.number, sections.c.publisher, sections.c.date, sections.c.title)
        return self._reports(columns, docs)

    def _reports(self, columns: Sequence[ColumnElement[Any]], docs: Collection[str]) -> Iterator[SectionFacts]:
        for page in batches(docs):
            selection = (
                select(*columns)
                .join(documents, documents.c.number == sections.c.document)
                .where(documents.c.id.in_(page))
            )
            for row in self._connection.execute(selection):
                yield SectionFacts(*row)

    def printed(self, docs: Collection[str]) -> Iterator[SectionFacts]:
        """Yield the reports of some documents, publisher and title being the document's where a report has none."""
        columns = (
            documents.c.id,
            sections.c.number,
            _either(sections.c.publisher, documents.c.publisher),
            sections.c.date,
            _either(sections.c.title, documents.c.title),
        )
        return self._reports(columns, docs)

    def joined(self, docs: Collection[str]) -> list[tuple[str, list[str]]]:
        """Return the ids of the findings that join some documents into one voice, and the documents that each joins.

        The weightiest come first; a thousand of them at most.
        """
        found: dict[str, list[str]] = {}
        for page in batches(docs):
            told = finding_documents.alias()
            joining = (
                select(findings.c.number)
                .join(told, told.c.finding == findings.c.number)
                .join(documents, documents.c.number == told.c.document)
                .where(documents.c.id.in_(page), findings.c.kind.in_(("copy", "statement")))
                .distinct()
                .limit(_JOINING)
            )
            selection = (
                select(findings.c.id, documents.c.id)
                .join(finding_documents, finding_documents.c.finding == findings.c.number)
                .join(documents, documents.c.number == finding_documents.c.document)
                .where(findings.c.number.in_(joining))
                .order_by(findings.c.weight.desc(), findings.c.id, documents.c.number)
            )
            for finding, doc in self._connection.execute(selection):
                found.setdefault(finding, []).append(doc)
        return list(found.items())

    def joining(self, docs: Collection[str]) -> Iterator[Finding]:
        """Yield the findings that join some documents into one voice: copies of one text, carriers of one statement."""
        seen: set[str] = set()
        for page in batches(docs):
            numbers = (
                select(finding_documents.c.finding)
                .join(documents, documents.c.number == finding_documents.c.document)
                .where(documents.c.id.in_(page))
            )
            selection = select(findings.c.id, findings.c.finding).where(
                findings.c.number.in_(numbers), findings.c.kind.in_(("copy", "statement"))
            )
            for id_, text in self._connection.execute(selection):
                if id_ not in seen:
                    seen.add(id_)
                    yield _FINDING.decode(text)

    def _stretch(
        self,
        query: ClaimQuery,
        order: tuple[Any, ...],
        after: Any,
        limit: int,
        only: Sequence[ColumnElement[bool]],
        *,
        descending: bool,
    ) -> list[Numbered]:
        streams = [
            self._places([*conditions, *only], order, after, limit, descending=descending)
            for conditions in self._ways(query, few=bool(only))
        ]
        merged = heapq.merge(*streams, reverse=descending)
        return self._at([place[-1] for place in islice(merged, limit)])

    def _ways(self, query: ClaimQuery, *, few: bool) -> list[list[ColumnElement[bool]]]:
        """Return the conditions of the streams that answer a question together: of `few` claims, one stream of all."""
        if msgspec.structs.replace(query, measures=()) != _ANYTHING:
            return [self._conditions(query)]
        holds: ColumnElement[bool] = claims.c.reviewed.is_(true())
        if few and query.measures:
            return [[unindexed(claims.c.measure).in_(query.measures), holds]]
        # each measure's own index has its claims in order
        return [[claims.c.measure == name, holds] for name in query.measures] or [[holds]]

    def _places(
        self,
        conditions: list[ColumnElement[bool]],
        order: tuple[Any, ...],
        after: Any,
        limit: int,
        *,
        descending: bool,
    ) -> list[tuple[Any, ...]]:
        """Return where claims are in an order, without the claims: an index has it."""
        behind = []
        if after is not None:
            here, there = tuple_(*order), tuple_(*after)
            behind.append(here < there if descending else here > there)
        ordered = [column.desc() if descending else column.asc() for column in order]
        selection = select(*order).where(and_(true(), *conditions, *behind)).order_by(*ordered).limit(limit)
        return [tuple(row) for row in self._connection.execute(selection).all()]

    def _at(self, numbers: list[int]) -> list[Numbered]:
        """Return the claims of some numbers, in that order."""
        found = {
            one.number: one
            for at in range(0, len(numbers), BATCH)
            for one in self._read(_selection([claims.c.number.in_(numbers[at : at + BATCH])]))
        }
        return [found[number] for number in numbers]

    def _conditions(self, query: ClaimQuery) -> list[ColumnElement[bool]]:
        """Return a question's conditions; which of its parts is the rarest is counted once."""
        if query not in self._known:
            self._known[query] = list(Asking(self._connection, self._searching).of_claims(query))
        return list(self._known[query])

    def _read(self, selection: Select[Any]) -> list[Numbered]:
        return [Numbered(row[0], row[1], _CLAIM.decode(row[2])) for row in self._connection.execute(selection).all()]


def _of_some(actors: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that a claim names a person, or is of one of some actors."""
    named = select(claims.c.number).where(claims.c.name.is_not(None))
    of_them = select(parties.c.claim).where(parties.c.actor.in_(sorted(actors)), parties.c.role == "of")
    return claims.c.number.in_(named.union(of_them))


def _either(own: ColumnElement[Any], whole: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.nullif(own, ""), whole)


def _selection(conditions: Iterable[ColumnElement[bool]]) -> Select[Any]:
    return select(claims.c.as_of, claims.c.number, claims.c.claim).where(and_(true(), *conditions))
