"""Searching a ledger: its indexes of words kept in step with its tables, and asked.

Whoever writes brings the indexes up to date before the transaction ends. What was written by a program that knew no
language, or before there were indexes, is indexed when the ledger is next opened for writing; until then it is searched
letter by letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import Column, Connection, Select, and_, func, insert, select, true, update

from tawatur.ledger.batches import batches
from tawatur.ledger.language import Language
from tawatur.ledger.search.index import Forms, Indexed, Kind, WordIndex
from tawatur.ledger.search.marks import Snippet, marks, snippet
from tawatur.ledger.search.request import Request, parse
from tawatur.ledger.tables import claims, documents, indexing, passages, reworded, sections
from tawatur.model import Part

_PARTS = msgspec.json.Decoder(tuple[Part, ...])
#: The rows that each index is of.
_NUMBERS: dict[Indexed, Column[int]] = {"claim_words": claims.c.number, "passage_words": documents.c.number}
#: Rows that are indexed at a time.
_CLAIMS = 5_000
_DOCUMENTS = 100
#: Words of a passage; a report that is longer is indexed, and found, in several, each with the next one's beginning.
#: PostgreSQL knows 256 places of a word in a text, and a text of a megabyte; the most frequent words of a passage of
#: this length stay within the first.
_PASSAGE = 4_000
_OVERLAP = 20


class Found(NamedTuple):
    """The answer of an index: the numbers that have what was asked for, and those that have what was not wanted.

    Rows up to `covered` are in the index; `complete` tells that these are all.
    """

    numbers: Select[int] | None
    without: Select[int] | None
    covered: int
    complete: bool


class Searching:
    """The search of one ledger, by the forms of one language; without one there is no index."""

    def __init__(self, language: Language | None, kind: Kind) -> None:
        self._language = language
        self._claims = WordIndex("claim_words", kind)
        self._passages = WordIndex("passage_words", kind)

    def request(self, asked: str) -> Request:
        """Return what a search asks for; nothing, where no language tells."""
        return Request() if self._language is None else parse(asked, self._language)

    def marks(self, raw: str, asked: str) -> tuple[tuple[int, int], ...]:
        """Return the stretches of a text that answer a search."""
        return () if self._language is None else marks(raw, self.request(asked), self._language)

    def snippet(self, raw: str, asked: str) -> Snippet:
        """Return the stretch of a text that shows best why a search found it."""
        if self._language is None:
            return Snippet(start=0, end=len(raw), text=raw)
        return snippet(raw, self.request(asked), self._language)

    def claims(self, connection: Connection, asked: str) -> Found | None:
        """Return the claims whose quotes answer a search; None where no index can tell."""
        request = self.request(asked)
        if not request:
            return None
        covered = self._state(connection, "claim_words") or 0
        newest = connection.scalar(select(func.max(claims.c.number))) or 0
        return Found(
            self._claims.numbers(request) if request.groups else None,
            self._claims.numbers_without(request) if request.without else None,
            covered,
            newest <= covered,
        )

    def documents(self, connection: Connection, asked: str) -> Found | None:
        """Return the documents of which one report answers a search; None where no index can tell."""
        request = self.request(asked)
        if not request:
            return None
        conditions = []
        if request.groups:
            conditions.append(passages.c.number.in_(self._passages.numbers(request)))
        if request.without:
            conditions.append(passages.c.number.not_in(self._passages.numbers_without(request)))
        covered = self._state(connection, "passage_words") or 0
        newest = connection.scalar(select(func.max(documents.c.number))) or 0
        return Found(
            select(passages.c.document).where(and_(true(), *conditions)).distinct(), None, covered, newest <= covered
        )

    def bring_up_to_date(self, connection: Connection) -> None:
        """Index what this transaction has added; not in an index of another language's forms."""
        if self._language is None:
            return
        for name, step in self._steps():
            covered = self._state(connection, name)
            if covered is not None:
                if name == "claim_words":
                    self._reword(connection, covered)
                for reached in step(connection, covered):
                    covered = reached
                self._reach(connection, name, covered)

    def is_complete(self, connection: Connection) -> bool:
        """Tell whether everything is indexed, by the forms of this language."""
        if self._language is None:
            return True
        if connection.scalar(select(func.count()).select_from(reworded)):
            return False
        states = {name: self._state(connection, name) for name in _NUMBERS}
        newest = {name: connection.scalar(select(func.max(number))) or 0 for name, number in _NUMBERS.items()}
        return all(covered is not None and newest[name] <= covered for name, covered in states.items())

    def catch_up(self, connection: Connection) -> bool:
        """Index some of what is not indexed; return whether there is more. An index of other forms begins anew."""
        if self._language is None:
            return False
        for name, step in self._steps():
            covered = self._state(connection, name)
            if covered is None:
                self._begin_anew(connection, name)
                return True
            if name == "claim_words":
                self._reword(connection, covered)
            reached = next(step(connection, covered), None)
            if reached is not None:
                self._reach(connection, name, reached)
                return True
        return False

    def _steps(self) -> tuple[tuple[Indexed, Callable[[Connection, int], Iterator[int]]], ...]:
        return (("claim_words", self._index_claims), ("passage_words", self._index_documents))

    def _state(self, connection: Connection, name: Indexed) -> int | None:
        """Return how far an index reaches; None where it is of other forms."""
        assert self._language is not None
        state = connection.execute(
            select(indexing.c.covered).where(indexing.c.name == name, indexing.c.version == self._language.version)
        ).one_or_none()
        return None if state is None else int(state.covered)

    def _reach(self, connection: Connection, name: Indexed, covered: int) -> None:
        behind = and_(indexing.c.name == name, indexing.c.covered < covered)
        connection.execute(update(indexing).where(behind).values(covered=covered))

    def _begin_anew(self, connection: Connection, name: Indexed) -> None:
        assert self._language is not None
        (self._claims if name == "claim_words" else self._passages).clear(connection)
        connection.execute((passages if name == "passage_words" else reworded).delete())
        connection.execute(indexing.delete().where(indexing.c.name == name))
        connection.execute(insert(indexing), {"name": name, "version": self._language.version, "covered": 0})

    def _reword(self, connection: Connection, covered: int) -> None:
        """Index the claims that were given other words anew."""
        assert self._language is not None
        forms = self._language.forms
        known = select(reworded.c.claim, reworded.c.quote).where(reworded.c.claim <= covered)
        before = {row.claim: row.quote for row in connection.execute(known)}
        for page in batches(before):
            now = connection.execute(select(claims.c.number, claims.c.quote).where(claims.c.number.in_(page))).all()
            self._claims.take_out(connection, [(row.number, Forms.of(forms(before[row.number]))) for row in now])
            self._claims.add(connection, [(row.number, Forms.of(forms(row.quote))) for row in now])
        connection.execute(reworded.delete())

    def _index_claims(self, connection: Connection, covered: int) -> Iterator[int]:
        """Index quotes page by page; yield how far each page reaches."""
        assert self._language is not None
        while True:
            selection = select(claims.c.number, claims.c.quote).where(claims.c.number > covered)
            page = connection.execute(selection.order_by(claims.c.number).limit(_CLAIMS)).all()
            if not page:
                return
            forms = self._language.forms
            self._claims.add(connection, ((number, Forms.of(forms(quote))) for number, quote in page))
            covered = page[-1].number
            yield covered

    def _index_documents(self, connection: Connection, covered: int) -> Iterator[int]:
        assert self._language is not None
        while True:
            selection = (select(documents.c.number, documents.c.text).where(documents.c.number > covered)).order_by(
                documents.c.number
            )
            page = {row.number: row.text for row in connection.execute(selection.limit(_DOCUMENTS))}
            if not page:
                return
            parts = connection.execute(
                select(sections.c.document, sections.c.number, sections.c.title, sections.c.parts)
                .where(sections.c.document.in_(list(page)))
                .order_by(sections.c.document, sections.c.number)
            ).all()
            placed = [
                ({"document": row.document, "section": row.number}, forms)
                for row in parts
                for forms in self._passages_of(page[row.document], row.title, _PARTS.decode(row.parts))
            ]
            if placed:
                numbers = connection.scalars(
                    insert(passages).returning(passages.c.number, sort_by_parameter_order=True),
                    [place for place, _ in placed],
                ).all()
                found = ((number, forms) for number, (_, forms) in zip(numbers, placed, strict=True))
                self._passages.add(connection, found)
            covered = max(page)
            yield covered

    def _passages_of(self, text: str, title: str | None, parts: tuple[Part, ...]) -> Iterator[Forms]:
        """Yield the words of a report, in as many stretches as it needs, its furniture left out."""
        assert self._language is not None
        told = [text[part.start : part.end] for part in parts] or [text]
        if title and not any(part.kind == "title" for part in parts):
            told.insert(0, title)
        words = [word for passage in told for word in self._language.forms(passage)]
        for at in range(0, len(words), _PASSAGE):
            yield Forms.of(words[at : at + _PASSAGE + _OVERLAP])
