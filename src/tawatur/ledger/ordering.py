"""Claims in the order of time or of reading, stretch by stretch, with what they must be seen together with.

Registers read their pages here. A stretch is bounded, however many claims there are: where nothing is asked but
measures and modalities, an index has the claims of each pair of them in order, and the streams are merged; where a part
of the question is rare, the few that answer it are found once, and all stretches are cut from them; else claims are
looked at one by one, in order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nlargest, nsmallest
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, true, tuple_, union_all

from tawatur.ledger import tallies
from tawatur.ledger.asking import Asking
from tawatur.ledger.batches import batches
from tawatur.ledger.filters import Conditions, Filter
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

#: So many claims of which a question's rarest part is met are few enough to be found at once.
_FEW = 100_000

#: So many claims of leaders are put in order; of more, an order of all claims leads to the first.
_LISTED = 5_000

#: To read a claim's row costs as much as so many entries of an index.
_ROW = 25

#: Behind all that nothing dates, where the earliest come first.
_UNDATED: Place = ("", 2**62)

#: So many findings are asked for who speaks with one voice.
_JOINING = 1_000


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
        self._found: dict[tuple[ClaimQuery, frozenset[str] | None], list[_Few] | None] = {}

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
        few = self._few(query, actors)
        if few is not None:
            return self._at(_first(few, after, limit, latest_first=latest_first))
        tests = [] if actors is None else [_of_some(actors, walked=True).met]
        walked = actors is not None
        order = (claims.c.as_of, claims.c.number)
        if latest_first:
            return self._stretch(query, order, after, limit, tests, descending=True, walked=walked)
        dated: list[Numbered] = []
        if after is None or after[0]:
            dated = self._stretch(query, order, after or _UNDATED, limit, tests, descending=False, walked=walked)
            after = None
        if len(dated) < limit:
            undated = [*tests, claims.c.as_of == ""]
            behind = ("", 0 if after is None else after[1])
            more = limit - len(dated)
            dated += self._stretch(query, order, behind, more, undated, descending=False, walked=walked)
        return dated

    def by_reading(self, query: ClaimQuery, before: int | None, limit: int) -> list[Numbered]:
        """Return the claims that answer `query`, the last read first, before a number, at most `limit`."""
        few = self._few(query)
        if few is not None:
            return self._at(nlargest(limit, (one.number for one in few if before is None or one.number < before)))
        place = None if before is None else (before,)
        return self._stretch(query, (claims.c.number,), place, limit, (), descending=True)

    def of_documents(self, query: ClaimQuery, docs: Collection[str]) -> list[Numbered]:
        """Return the claims of some documents that answer `query`."""
        few = self._few(query)
        found: list[Numbered] = []
        for page in batches(docs):
            numbers = select(documents.c.number).where(documents.c.id.in_(page))
            if few is None:
                found += self._read(_selection((*self._each(query), claims.c.document.in_(numbers))))
            else:
                known = set(self._connection.scalars(numbers))
                found += self._at([one.number for one in few if one.document in known])
        return found

    def of_ids(self, query: ClaimQuery, ids: Collection[str]) -> list[Numbered]:
        """Return those claims of some ids that answer `query`."""
        conditions = self._each(query)
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

    def _few(self, query: ClaimQuery, actors: Collection[str] | None = None) -> list[_Few] | None:
        """Return the places of the claims that answer a question of which a part is rare; None where none is.

        Found once, they serve all views of a register: modalities are told apart here.
        """
        if actors is None and _is_plain(query):
            return None
        whole = self._found_once(msgspec.structs.replace(query, modalities=()), actors)
        if whole is None:
            return self._found_once(query, actors) if query.modalities else None
        return [one for one in whole if not query.modalities or one.modality in query.modalities]

    def _found_once(self, query: ClaimQuery, actors: Collection[str] | None) -> list[_Few] | None:
        key = (query, None if actors is None else frozenset(actors))
        if key not in self._found:
            self._found[key] = self._find(query, actors)
        return self._found[key]

    def _find(self, query: ClaimQuery, actors: Collection[str] | None) -> list[_Few] | None:
        if actors is not None and _is_plain(query):
            if self._are_listed(actors):
                return None
            conditions = [_of_some(actors).met, *self._each(query)]
        else:
            more = () if actors is None else (_of_some(actors),)
            few = Asking(self._connection, self._searching).of_few_claims(query, *more, most=_FEW)
            if few is None:
                return None
            conditions = few
        columns = (claims.c.as_of, claims.c.number, claims.c.document, claims.c.modality)
        return [_Few._make(row) for row in self._connection.execute(select(*columns).where(*conditions)).all()]

    def _are_listed(self, actors: Collection[str]) -> bool:
        """Tell whether claims of some actors, or of persons that are named, are many: an order is walked for them."""
        numbers = _of_some(actors).numbers
        assert numbers is not None
        some = numbers.limit(_LISTED + 1).subquery()
        return (self._connection.scalar(select(func.count()).select_from(some)) or 0) > _LISTED

    def _stretch(
        self,
        query: ClaimQuery,
        order: tuple[Any, ...],
        after: Any,
        limit: int,
        only: Sequence[ColumnElement[bool]],
        *,
        descending: bool,
        walked: bool = False,
    ) -> list[Numbered]:
        """Return the claims behind a place: where claims are in an order is read first, without the claims.

        Where it is `walked`, `only` is met by a share of all claims, so that the order of all leads to them.
        """
        conditions = [*self._each(query), *only]
        places: tuple[Any, ...] = order
        if query.measures and _is_plain(query):
            tallied = tallies.pairs(self._connection, query.measures, query.modalities)
            if not tallied:
                return []
            if len(order) > 1 and not walked:
                return self._at(
                    self._merged(tallied, order, [*only, *_behind(order, after, descending)], limit, descending)
                )
            if self._are_rare(sum(tallied.values()), limit):
                places = tuple(unindexed(column) for column in order)
                conditions = [*_of_pairs(tallied), *only]
        conditions += _behind(places, after, descending)
        selection = select(*order).where(and_(true(), *conditions)).order_by(*_directed(places, descending))
        return self._at([row[-1] for row in self._connection.execute(selection.limit(limit)).all()])

    def _merged(
        self,
        pairs: Iterable[tuple[str, str]],
        order: tuple[Any, ...],
        conditions: Sequence[ColumnElement[bool]],
        limit: int,
        descending: bool,
    ) -> list[int]:
        """Return the first numbers of claims of some measures and modalities, from an index that has each pair's."""
        streams = [
            select(*order)
            .where(*_of_pairs([pair]), *conditions)
            .order_by(*_directed(order, descending))
            .limit(limit)
            .subquery()
            for pair in pairs
        ]
        every = union_all(*(select(stream) for stream in streams)).subquery()
        merged = [every.c[column.name] for column in order]
        selection = select(*merged).order_by(*_directed(merged, descending)).limit(limit)
        return [row[-1] for row in self._connection.execute(selection).all()]

    def _are_rare(self, count: int, limit: int) -> bool:
        """Tell whether it costs less to look at all of so many claims in an index than to come upon `limit` of them."""
        everything = sum(tallies.counts(self._connection, "measure").values())
        return count * count < _ROW * limit * everything

    def _at(self, numbers: list[int]) -> list[Numbered]:
        """Return the claims of some numbers, in that order."""
        found = {
            one.number: one for page in batches(numbers) for one in self._read(_selection([claims.c.number.in_(page)]))
        }
        return [found[number] for number in numbers]

    def _each(self, query: ClaimQuery) -> Conditions:
        return Asking(self._connection, self._searching).of_each_claim(query)

    def _read(self, selection: Select[Any]) -> list[Numbered]:
        return [Numbered(row[0], row[1], _CLAIM.decode(row[2])) for row in self._connection.execute(selection).all()]


class _Few(NamedTuple):
    """Where a claim is that answers a question which few answer."""

    day: str
    number: int
    document: int
    modality: str


def _first(few: Iterable[_Few], after: Place | None, limit: int, *, latest_first: bool) -> list[int]:
    """Return the numbers of the first claims behind a place in the order of time, those that nothing dates last."""

    def key(place: Place) -> tuple[bool, str, int]:
        return (not place[0]) is not latest_first, *place

    places = [key((one.day, one.number)) for one in few]
    if after is not None:
        here = key(after)
        places = [place for place in places if (place < here if latest_first else place > here)]
    return [place[-1] for place in (nlargest if latest_first else nsmallest)(limit, places)]


def _directed(order: Sequence[Any], descending: bool) -> list[Any]:
    return [column.desc() if descending else column.asc() for column in order]


def _behind(order: Sequence[Any], after: Any, descending: bool) -> list[ColumnElement[bool]]:
    if after is None:
        return []
    here, there = tuple_(*order), tuple_(*after)
    return [here < there if descending else here > there]


def _of_pairs(pairs: Iterable[tuple[str, str]]) -> list[ColumnElement[bool]]:
    """Return the conditions of the claims of some measures and modalities that hold, as their index has them."""
    measures, modalities = (sorted(set(names)) for names in zip(*pairs, strict=True))
    return [claims.c.measure.in_(measures), claims.c.modality.in_(modalities), claims.c.reviewed.is_(true())]


def _is_plain(query: ClaimQuery) -> bool:
    """Tell whether a question asks for nothing but measures and modalities."""
    return query == ClaimQuery(measures=query.measures, modalities=query.modalities)


def _of_some(actors: Collection[str], *, walked: bool = False) -> Filter:
    """Return what is met by claims that name a person, or are of one of some actors; `walked`, it is no way to them."""
    named = select(claims.c.number).where(claims.c.name.is_not(None))
    of_them = select(parties.c.claim).where(parties.c.actor.in_(sorted(actors)), parties.c.role == "of")
    either = named.union_all(of_them)
    number = unindexed(claims.c.number) if walked else claims.c.number
    return Filter(number.in_(either), select(either.subquery().c.number))


def _either(own: ColumnElement[Any], whole: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.nullif(own, ""), whole)


def _selection(conditions: Iterable[ColumnElement[bool]]) -> Select[Any]:
    return select(claims.c.as_of, claims.c.number, claims.c.claim).where(and_(true(), *conditions))
