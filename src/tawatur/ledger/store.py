"""The ledger: documents and their claims, kept so that nothing that was reported as read is lost, nor there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Connection, RowMapping, Table, func, select

from tawatur.ledger import rows, tallies
from tawatur.ledger.accounts import Accounts
from tawatur.ledger.adding import Added, Addition, Entry
from tawatur.ledger.asking import Asking, ordered
from tawatur.ledger.captures import Captures
from tawatur.ledger.collating import Collating
from tawatur.ledger.database import PATIENCE, Database
from tawatur.ledger.language import Language
from tawatur.ledger.lists import FACETS, DocumentSummary, Facets, Lists
from tawatur.ledger.ordering import Ordering
from tawatur.ledger.paging import Page
from tawatur.ledger.places import Places
from tawatur.ledger.query import ClaimOrder, ClaimQuery, DocumentOrder, DocumentQuery, FindingQuery
from tawatur.ledger.review import Reviews
from tawatur.ledger.review.rows import bring_into_line, replace
from tawatur.ledger.review.rulings import ruled_with, rulings
from tawatur.ledger.schema import check, upgrade
from tawatur.ledger.search import Searching, Snippet
from tawatur.ledger.tables import documents, records, sections
from tawatur.ledger.tallies import Facet
from tawatur.ledger.versions import versions_of
from tawatur.model import Claim, Document, Finding, InputError, identify

_CLAIM = msgspec.json.Decoder(Claim)

#: Rows fetched at a time, and ids asked for at a time.
_PAGE = 500


class Counts(msgspec.Struct, frozen=True):
    """What a ledger holds; `reports` are the sections; `measures` counts claims, the most frequent first."""

    documents: int
    reports: int
    claims: int
    publishers: int
    first_date: str | None
    last_date: str | None
    measures: dict[str, int]


class Ledger:
    """A ledger in an SQLite file, or in the database of a URL.

    Writing is by transactions: when `add` or `add_many` returns, what it was given is on the disk. Every method
    raises InputError where the database fails (locked, read-only, full, damaged); nothing is then half written.
    """

    def __init__(self, database: Database, language: Language | None = None) -> None:
        self._database = database
        self._searching = Searching(language, database.kind)
        self._lists = Lists(database, self._searching)
        database.before_commit = self._searching.bring_up_to_date
        #: Reviewers' decisions, and what they come to.
        self.reviews = Reviews(database)

    @classmethod
    def open(
        cls, path: str, *, read_only: bool = False, patience: float = PATIENCE, language: Language | None = None
    ) -> Self:
        """Open the ledger at `path` (a file or a database's URL), made on first use, its tables brought up to date.

        `read_only` leaves the file as it is and asks no right to write; `patience` is how many seconds to wait for
        another program's lock. `language` tells under which forms words are searched; without one, texts are searched
        letter by letter. Raises InputError where there is no ledger to be had.
        """
        database = Database(path, read_only=read_only, patience=patience)
        try:
            (check if read_only else upgrade)(database)
            ledger = cls(database, language)
            if not read_only:
                ledger._index()
        except BaseException:
            database.close()
            raise
        return ledger

    @property
    def name(self) -> str:
        """What messages call the ledger: its path, or its URL without a password."""
        return self._database.name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger's connections."""
        self._database.close()

    def _index(self) -> None:
        """Index what is not indexed, a stretch at a time, so that others may write meanwhile."""
        with self._database.reading() as connection:
            if self._searching.is_complete(connection):
                return
        more = True
        while more:
            with self._database.writing(finishing=False) as connection:
                more = self._searching.catch_up(connection)

    def add(self, document: Document, claims: Sequence[Claim]) -> bool:
        """Add a document with its claims; return whether it is new.

        Raises InputError where another document has its id.
        """
        added = self.add_many([Entry(document, claims)])
        for error in added.refused:
            raise error
        return added.documents == 1

    def add_many(self, entries: Iterable[Entry]) -> Added:
        """Add documents with their claims, all in one transaction.

        A document that is there already changes nothing; one whose id another document has is refused.
        """
        with self._database.writing() as connection:
            return Addition(connection).add(entries)

    def settle(self) -> None:
        """Let the database look at what it holds, so that it plans well; worth while after very many additions."""
        self._database.settle()

    def read_again(self, readings: Iterable[tuple[str, Sequence[Claim]]]) -> int:
        """Put what is now read in some documents (by their ids) in place of what was read before, in one transaction.

        Decisions stand: each stays with its claim, found again by its words where it is read otherwise. Return in how
        many documents something else is read. Raises InputError where there is no such document.
        """
        changed: list[int] = []
        with self._database.writing() as connection:
            for document_id, found in readings:
                number = connection.scalar(select(documents.c.number).where(documents.c.id == document_id))
                if number is None:
                    raise InputError("no such document", source=document_id, remedy="see tawatur claims")
                if replace(connection, number, [claim if claim.id else identify(claim) for claim in found]):
                    bring_into_line(connection, number)
                    changed.append(number)
            if changed:
                Collating(connection).reconsider({*changed, *ruled_with(connection, changed)})
        return len(changed)

    def has(self, document_id: str) -> bool:
        """Return whether a document of this id is in the ledger."""
        with self._database.reading() as connection:
            return connection.scalar(select(documents.c.number).where(documents.c.id == document_id)) is not None

    def versions(self, document_id: str) -> tuple[str, ...]:
        """Return the ids of the versions of a document's page that are here, the newest first; none of an unknown one.

        The newest is the one that counts (`tawatur.ledger.versions`).
        """
        with self._database.reading() as connection:
            return versions_of(connection, document_id)

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, in the order in which they were read."""
        with self._database.reading() as connection:
            return list(connection.scalars(select(documents.c.id).order_by(documents.c.number)))

    def read_before(self, fingerprints: Sequence[str]) -> set[str]:
        """Return those of `fingerprints` that belong to records read into this ledger."""
        found: set[str] = set()
        with self._database.reading() as connection:
            for at in range(0, len(fingerprints), _PAGE):
                page = fingerprints[at : at + _PAGE]
                found.update(connection.scalars(select(records.c.fingerprint).where(records.c.fingerprint.in_(page))))
        return found

    def documents(self, ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield the documents, or those of `ids`, in the order in which they were read."""
        with self._database.reading() as connection:
            selection = select(documents).order_by(documents.c.number)
            if ids is not None:
                selection = selection.where(documents.c.id.in_(ids))
            with connection.execution_options(yield_per=_PAGE).execute(selection) as result:
                for page in result.mappings().partitions():
                    parts = _sections(connection, [row["number"] for row in page])
                    for row in page:
                        yield rows.to_document(row, parts.get(row["number"], ()))

    def claims(self, query: ClaimQuery | None = None) -> Iterator[Claim]:
        """Yield the claims that answer `query` (all, where it is None), in the order of reading and of the text."""
        with self._database.reading() as connection:
            selection = ordered(Asking(connection, self._searching).of_claims(query or ClaimQuery()))
            with connection.execution_options(yield_per=_PAGE).execute(selection) as result:
                for text in result.scalars():
                    yield _CLAIM.decode(text)

    def claim(self, claim_id: str) -> Claim | None:
        """Return the claim of this id, None where there is none."""
        return next(iter([*self.claims(ClaimQuery(ids=(claim_id,)))]), None)

    def claims_page(
        self,
        query: ClaimQuery | None = None,
        *,
        after: str | None = None,
        limit: int = 100,
        order: ClaimOrder = "reading",
    ) -> Page[Claim]:
        """Return at most `limit` claims that answer `query`, from behind the place `after` (a page's `next`) on.

        Pages neither skip nor repeat a claim that was there when the first was read, whatever is added meanwhile.
        In the orders `date`, `value` and `confidence` a claim without one has no place. Raises InputError where
        `after` is no place in this list.
        """
        return self._lists.claims(query or ClaimQuery(), after, limit, order)

    def documents_page(
        self,
        query: DocumentQuery | None = None,
        *,
        after: str | None = None,
        limit: int = 100,
        order: DocumentOrder = "reading",
    ) -> Page[DocumentSummary]:
        """Return at most `limit` documents that answer `query`, as `claims_page` does claims."""
        return self._lists.documents(query or DocumentQuery(), after, limit, order)

    def findings_page(
        self, query: FindingQuery | None = None, *, after: str | None = None, limit: int = 100
    ) -> Page[Finding]:
        """Return at most `limit` findings that answer `query`, the weightiest first, as `claims_page` does claims."""
        return self._lists.findings(query or FindingQuery(), after, limit)

    def facets(self, query: ClaimQuery | None = None, *, wanted: Sequence[Facet] = FACETS, most: int = 50) -> Facets:
        """Count the claims that answer `query` by measure, publisher and so on, at most `most` values of each.

        All are counted where nothing but measures is asked for, else the first 5,000; `complete` tells whether the
        counts are of all.
        """
        return self._lists.facets(query or ClaimQuery(), wanted, most)

    def places(self, query: ClaimQuery | None = None, *, most: int = 500) -> Places:
        """Count the claims that answer `query` by the places that they name, as `facets` does by kind."""
        return self._lists.places(query or ClaimQuery(), most)

    def marks(self, raw: str, asked: str) -> tuple[tuple[int, int], ...]:
        """Return the stretches of a text that answer a search: offsets in code points, end exclusive."""
        return self._searching.marks(raw, asked)

    def snippet(self, raw: str, asked: str) -> Snippet:
        """Return the stretch of a text that shows best why a search found it, with what answers marked."""
        return self._searching.snippet(raw, asked)

    @contextmanager
    def ordering(self) -> Iterator[Ordering]:
        """Give the claims in order, in one state of the ledger."""
        with self._database.reading() as connection:
            yield Ordering(connection, self._searching)

    @contextmanager
    def collating(self, *, writing: bool = True) -> Iterator[Collating]:
        """Give what collation keeps in the ledger, in one transaction: all that the block does is kept, or nothing."""
        with self._database.writing() if writing else self._database.reading() as connection:
            yield Collating(connection, rulings(connection))

    @contextmanager
    def accounts(self, *, writing: bool = False) -> Iterator[Accounts]:
        """Give the ledger's accounts, in one transaction: all that the block does is kept, or nothing."""
        with self._database.writing() if writing else self._database.reading() as connection:
            yield Accounts(connection)

    @contextmanager
    def captures(self, *, writing: bool = True) -> Iterator[Captures]:
        """Give what was fetched and what feeds announced, in one transaction."""
        with self._database.writing() if writing else self._database.reading() as connection:
            yield Captures(connection)

    def counts(self) -> Counts:
        """Return what the ledger holds."""
        with self._database.reading() as connection:
            measures = tallies.counts(connection, "measure")
            return Counts(
                documents=_count(connection, documents),
                reports=_count(connection, sections),
                claims=sum(measures.values()),
                publishers=connection.scalar(select(func.count(sections.c.publisher.distinct()))) or 0,
                # one by one, an index has each at its end
                first_date=connection.scalar(select(func.min(sections.c.date))),
                last_date=connection.scalar(select(func.max(sections.c.date))),
                measures=measures,
            )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _sections(connection: Connection, numbers: list[int]) -> dict[int, list[RowMapping]]:
    found: dict[int, list[RowMapping]] = {}
    selection = select(sections).where(sections.c.document.in_(numbers)).order_by(sections.c.number)
    for row in connection.execute(selection).mappings():
        found.setdefault(row["document"], []).append(row)
    return found
