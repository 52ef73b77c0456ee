"""Lists of claims, documents and findings, page by page, and what they hold by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    or_,
    select,
    true,
    tuple_,
)

from tawatur.ledger import tallies
from tawatur.ledger.asking import Asking
from tawatur.ledger.batches import listed
from tawatur.ledger.database import Database
from tawatur.ledger.filters import Conditions
from tawatur.ledger.paging import Key, Page, cursor, read_cursor
from tawatur.ledger.places import Places, place_counts
from tawatur.ledger.query import ClaimOrder, ClaimQuery, DocumentOrder, DocumentQuery, FindingQuery
from tawatur.ledger.search import Searching
from tawatur.ledger.tables import claims, documents, findings, sections
from tawatur.ledger.tallies import OF_ITS_SLOTS, OF_THE_CLAIM, Facet
from tawatur.model import Claim, Finding

T = TypeVar("T")

FACETS: tuple[Facet, ...] = ("measure", "unit", "modality", "publisher", "month", "country", "of", "by", "source")

_CLAIM = msgspec.json.Decoder(Claim)
_FINDING = msgspec.json.Decoder(Finding)
#: How many claims are counted by kind.
_COUNTED = 5_000


class DocumentSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A document in a list: `characters` of its text, `reports` and `claims` in it."""

    id: str
    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    origin: str | None
    characters: int
    reports: int
    claims: int


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """What answers a question, by kind: for each facet its values with their counts, the most frequent first.

    `total` claims were counted; where not `complete`, there are more, and the counts are those of the first read.
    """

    total: int
    complete: bool
    counts: dict[Facet, dict[str, int]]


class _Order(NamedTuple):
    """An order by columns, the last of which tells equals apart; a row without the first one has no place in it."""

    columns: tuple[Column[Any], ...]
    kinds: tuple[type, ...]
    descends: tuple[bool, ...]

    def selection(self, chosen: Sequence[Column[Any]], conditions: Conditions, after: Key | None) -> Select[Any]:
        found = [*conditions]
        if len(self.columns) > 1:
            found.append(self.columns[0].is_not(None))
        if after is not None:
            found.append(self._behind(after))
        ordered = [
            column.desc() if down else column.asc() for column, down in zip(self.columns, self.descends, strict=True)
        ]
        return select(*chosen, *self.columns).where(and_(true(), *found)).order_by(*ordered)

    def _behind(self, after: Key) -> Any:
        if len(set(self.descends)) == 1:
            here = tuple_(*self.columns)
            return here < tuple_(*after) if self.descends[0] else here > tuple_(*after)
        (first, last), (least, name) = self.columns, after
        return (first <= least) & ((first < least) | (last > name))


_CLAIM_ORDERS: dict[ClaimOrder, _Order] = {
    "reading": _Order((claims.c.number,), (int,), (False,)),
    "newest": _Order((claims.c.number,), (int,), (True,)),
    "date": _Order((claims.c.date, claims.c.number), (str, int), (True, True)),
    "value": _Order((claims.c.low, claims.c.number), (float, int), (True, True)),
    "confidence": _Order((claims.c.confidence, claims.c.number), (float, int), (False, False)),
}
_DOCUMENT_ORDERS: dict[DocumentOrder, _Order] = {
    "reading": _Order((documents.c.number,), (int,), (False,)),
    "newest": _Order((documents.c.number,), (int,), (True,)),
    "date": _Order((documents.c.date, documents.c.number), (str, int), (True, True)),
}
_FINDING_ORDER = _Order((findings.c.weight, findings.c.id), (float, str), (True, False))


class Lists:
    """The lists of one ledger. Every page is read in one state of it; all raise InputError for a wrong cursor."""

    def __init__(self, database: Database, searching: Searching) -> None:
        self._database = database
        self._searching = searching

    def claims(self, query: ClaimQuery, after: str | None, limit: int, order: ClaimOrder) -> Page[Claim]:
        """Return a page of the claims that answer `query`."""
        with self._reading() as connection:
            known = _CLAIM_ORDERS[order]
            conditions = _conditions(self._asking(connection), query, known, order, after, limit)
            rows, following = _page(connection, known, order, [claims.c.claim], conditions, after, limit)
            return Page(tuple(_CLAIM.decode(row[0]) for row in rows), following)

    def documents(
        self, query: DocumentQuery, after: str | None, limit: int, order: DocumentOrder
    ) -> Page[DocumentSummary]:
        """Return a page of the documents that answer `query`."""
        names = ("number", "id", "title", "publisher", "date", "url", "origin")
        with self._reading() as connection:
            conditions = self._asking(connection).of_documents(query)
            chosen = [documents.c[name] for name in names] + [func.length(documents.c.text)]
            rows, following = _page(connection, _DOCUMENT_ORDERS[order], order, chosen, conditions, after, limit)
            numbers = [row[0] for row in rows]
            reports = _tally(connection, sections.c.document, numbers)
            holds = or_(claims.c.reviewed.is_(True), claims.c.superseded.is_(True))
            found = _tally(connection, claims.c.document, numbers, holds)
            return Page(
                tuple(
                    DocumentSummary(
                        **dict(zip(names[1:], row[1 : len(names)], strict=True)),
                        characters=row[len(names)],
                        reports=reports[row[0]],
                        claims=found[row[0]],
                    )
                    for row in rows
                ),
                following,
            )

    def findings(self, query: FindingQuery, after: str | None, limit: int) -> Page[Finding]:
        """Return a page of the findings that answer `query`, the weightiest first."""
        with self._reading() as connection:
            conditions = self._asking(connection).of_findings(query)
            rows, following = _page(
                connection, _FINDING_ORDER, "weight", [findings.c.finding], conditions, after, limit
            )
            return Page(tuple(_FINDING.decode(row[0]) for row in rows), following)

    def facets(self, query: ClaimQuery, wanted: Sequence[Facet], most: int) -> Facets:
        """Count the claims that answer `query` by kind, `most` values of each."""
        if tallies.known(query):
            return self._tallied(query, wanted, most)
        own = [facet for facet in wanted if facet in OF_THE_CLAIM]
        with self._reading() as connection:
            rows, complete = self._some(connection, query, [OF_THE_CLAIM[facet] for facet in own])
            some = listed(connection, [row[0] for row in rows])
            counts = {facet: _counts(connection, facet, some, most) for facet in wanted if facet not in own}
        counts |= {facet: _most_frequent((row[at] for row in rows), most) for at, facet in enumerate(own, 1)}
        return Facets(total=len(rows), complete=complete, counts={facet: counts[facet] for facet in wanted})

    def places(self, query: ClaimQuery, most: int) -> Places:
        """Count the claims that answer `query` by the places that they name, `most` places."""
        with self._reading() as connection:
            rows, complete = self._some(connection, query, [])
            counts = place_counts(connection, listed(connection, [row[0] for row in rows]), most)
            return Places(total=len(rows), complete=complete, places=counts)

    def _tallied(self, query: ClaimQuery, wanted: Sequence[Facet], most: int) -> Facets:
        with self._reading() as connection:
            total = sum(tallies.counts(connection, "measure", query.measures).values())
            counts = {facet: tallies.counts(connection, facet, query.measures, most) for facet in wanted}
            return Facets(total=total, complete=True, counts=counts)

    def _some(
        self, connection: Connection, query: ClaimQuery, columns: Sequence[ColumnElement[Any]]
    ) -> tuple[Sequence[Any], bool]:
        """Return numbers and some columns of the first claims that answer `query`, and whether these are all."""
        asking = self._asking(connection)
        first = asking.first_claims(query, None, _COUNTED + 1)
        conditions: Conditions = (
            asking.of_claims(query) if first is None else [claims.c.number.in_(listed(connection, first))]
        )
        selection = select(claims.c.number, *columns).where(and_(true(), *conditions)).order_by(claims.c.number)
        rows = connection.execute(selection.limit(_COUNTED + 1)).all()
        return rows[:_COUNTED], len(rows) <= _COUNTED

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Give a connection on which a page is found by indexes.

        PostgreSQL takes the words of a long text to be cheap to look at, and would look at them all.
        """
        with self._database.reading() as connection:
            if self._database.kind == "postgresql":
                connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            yield connection

    def _asking(self, connection: Connection) -> Asking:
        return Asking(connection, self._searching)


def _conditions(
    asking: Asking, query: ClaimQuery, order: _Order, name: str, after: str | None, limit: int
) -> Conditions:
    """Return the conditions of a page of claims: in the order of reading, its claims themselves where a slot leads."""
    if len(order.columns) > 1:
        return asking.of_claims_in_another_order(query)
    behind = None if after is None else int(read_cursor(after, name, order.kinds)[0])
    first = asking.first_claims(query, behind, limit + 1, descending=order.descends[0])
    return asking.of_claims(query) if first is None else [claims.c.number.in_(first)]


def _page(
    connection: Connection,
    order: _Order,
    name: str,
    chosen: Sequence[Any],
    conditions: Conditions,
    after: str | None,
    limit: int,
) -> tuple[Sequence[Any], str | None]:
    """Return the rows of a page, and the cursor of the next; the columns of the order stand behind those chosen."""
    key = None if after is None else read_cursor(after, name, order.kinds)
    rows = connection.execute(order.selection(chosen, conditions, key).limit(limit + 1)).all()
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], cursor(name, tuple(rows[limit - 1][len(chosen) :]))


def _tally(connection: Connection, column: Column[int], numbers: list[int], *conditions: Any) -> Counter[int]:
    counted = select(column, func.count()).where(column.in_(numbers), *conditions).group_by(column)
    return Counter({row[0]: row[1] for row in connection.execute(counted)})


def _most_frequent(values: Iterable[str | None], most: int) -> dict[str, int]:
    counted = Counter(value for value in values if value is not None)
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:most])


def _counts(connection: Connection, facet: Facet, numbers: Select[int], most: int) -> dict[str, int]:
    """Count claims by what stands in a table of its own, where a claim may have several."""
    value, owner, condition = OF_ITS_SLOTS[facet]
    count = func.count(owner.distinct())
    selection = (
        select(value, count)
        .where(owner.in_(numbers.correlate(None)), value.is_not(None), *condition)
        .group_by(value)
        .order_by(count.desc(), value)
        .limit(most)
    )
    return {str(row[0]): int(row[1]) for row in connection.execute(selection)}
