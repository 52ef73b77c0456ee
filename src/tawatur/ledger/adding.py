"""Documents added with their claims, many at a time: rows are gathered, and put in a table at once.

A new version of a page takes the older one's place (`tawatur.ledger.versions`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from tawatur.ledger import rows, tallies
from tawatur.ledger.bulk import put
from tawatur.ledger.claim_rows import Placing, insert_placed
from tawatur.ledger.tables import claims, documents, records, sections
from tawatur.ledger.versions import supersede
from tawatur.model import Claim, Document, InputError, identify

#: Documents whose rows are gathered.
_PAGE = 200


class Entry(msgspec.Struct, frozen=True):
    """A document to be added with its claims; `fingerprint` is a hash of the record that it was read from."""

    document: Document
    claims: Sequence[Claim] = ()
    fingerprint: str | None = None


class Added(msgspec.Struct, frozen=True):
    """What an addition did: documents and claims that are new, documents that were there, and those refused."""

    documents: int = 0
    claims: int = 0
    known: int = 0
    refused: tuple[InputError, ...] = ()


class _Known(NamedTuple):
    number: int
    content: str


class Addition:
    """One addition on a connection; a document that is there already changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._refused: list[InputError] = []
        self._documents = self._claims = self._there = 0
        self._urls: set[str] = set()
        self._new: set[int] = set()
        self._next = (connection.scalar(select(func.max(documents.c.number))) or 0) + 1

    def add(self, entries: Iterable[Entry]) -> Added:
        """Add documents with their claims; return what that did."""
        left = iter(entries)
        newest = self._connection.scalar(select(func.max(claims.c.number))) or 0
        while page := list(itertools.islice(left, _PAGE)):
            self._add(page)
        if self._claims:
            tallies.add(self._connection, claims.c.number > newest)
        supersede(self._connection, self._urls, self._new)
        return Added(self._documents, self._claims, self._there, tuple(self._refused))

    def _add(self, page: Sequence[Entry]) -> None:
        known = self._known([entry.document.id for entry in page])
        new: list[tuple[int, Document]] = []
        placings: list[Placing] = []
        read: dict[str, int] = {}
        for entry in page:
            try:
                content = _content(entry.document)
                number = _number_of(entry.document, content, known)
            except InputError as error:
                self._refused.append(error)
                continue
            if number is None:
                number, self._next = self._next, self._next + 1
                known[entry.document.id] = _Known(number, content)
                new.append((number, entry.document))
                placings.append(Placing(entry.document, number, _identified(entry.claims)))
            else:
                self._there += 1
            if entry.fingerprint is not None:
                read.setdefault(entry.fingerprint, number)
        self._documents += len(new)
        self._claims += sum(len(placing.claims) for placing in placings)
        put(
            self._connection,
            documents,
            [{**rows.document_row(document), "number": number} for number, document in new],
        )
        put(
            self._connection, sections, [row for number, document in new for row in rows.section_rows(document, number)]
        )
        insert_placed(self._connection, placings)
        self._urls.update(document.url for _, document in new if document.url)
        self._new.update(number for number, _ in new)
        self._remember(read)

    def _known(self, ids: Sequence[str]) -> dict[str, _Known]:
        usable = [name for name in ids if _is_storable(name)]
        found = self._connection.execute(
            select(documents.c.id, documents.c.number, documents.c.content).where(documents.c.id.in_(usable))
        )
        return {row.id: _Known(row.number, row.content) for row in found}

    def _remember(self, read: dict[str, int]) -> None:
        there = set(
            self._connection.scalars(select(records.c.fingerprint).where(records.c.fingerprint.in_(list(read))))
        )
        put(
            self._connection,
            records,
            [{"fingerprint": mark, "document": number} for mark, number in read.items() if mark not in there],
        )


def _content(document: Document) -> str:
    """Return the hash of a document. Raises InputError where it holds what no database can."""
    for text in rows.texts(document):
        if not _is_storable(text or ""):
            problem = (
                "holds NUL, which a database can't keep"
                if "\0" in (text or "")
                else "holds letters that are no Unicode"
            )
            raise InputError(problem, source=document.origin or repr(document.id))
    return rows.content(document)


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _number_of(document: Document, content: str, known: dict[str, _Known]) -> int | None:
    """Return the number of a document that is there. Raises InputError where another one has its id."""
    there = known.get(document.id)
    if there is None:
        return None
    if there.content != content:
        raise InputError(
            f"another document of the id {document.id} is in the ledger",
            source=document.origin or document.id,
            remedy="give it a `doc` of its own",
        )
    return there.number


def _identified(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims with their ids, the same claim once."""
    named = (claim if claim.id else identify(claim) for claim in claims)
    return list({claim.id: claim for claim in named}.values())
