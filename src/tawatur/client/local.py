"""A ledger in a file or a PostgreSQL database, asked by this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, Unpack

import msgspec

from tawatur.client.actors import with_parts
from tawatur.client.interface import ClaimFilters, Closing, ReadReport
from tawatur.client.ledgers import open_ledger
from tawatur.client.own_pack import with_own_pack
from tawatur.ledger import (
    ClaimOrder,
    ClaimQuery,
    Counts,
    DocumentOrder,
    DocumentQuery,
    DocumentSummary,
    Entry,
    FindingQuery,
    Page,
)
from tawatur.ledger.review import ClaimReview, FindingReview
from tawatur.model import (
    Claim,
    Decision,
    DecisionKind,
    Document,
    Finding,
    InputError,
    Judgement,
    Spans,
    StatementTable,
    SubjectKind,
)
from tawatur.packs import Knowledge, load
from tawatur.registers import Register
from tawatur.standing import Standing

T = TypeVar("T")

#: Items asked for at a time; between two pages no transaction is open.
_PAGE = 500
#: The filters that name actors.
_ACTORS = ("of", "by", "sources", "origins")


class LocalLedger(Closing):
    """A ledger in a file or a database; `packs` are the packs to read with, `reviewer` who signs decisions."""

    def __init__(self, path: str, *, packs: tuple[str, ...], reviewer: str, read_only: bool = False) -> None:
        self._ledger = open_ledger(path, read_only=read_only)
        self._packs = packs
        self._reviewer = reviewer
        self._read_only = read_only

    def close(self) -> None:
        """Close the ledger."""
        self._ledger.close()

    def claims(self, *, order: ClaimOrder = "reading", **filters: Unpack[ClaimFilters]) -> Iterator[Claim]:
        """Yield the claims that meet all filters, as they stand after review."""
        query = self._query(filters)
        return _every(lambda after: self._ledger.claims_page(query, after=after, limit=_PAGE, order=order))

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim as it stands after review or, where it was corrected or rejected, as it was read."""
        read = ClaimQuery(ids=(claim_id,), as_extracted=True)
        return self._ledger.claim(claim_id) or next(self._ledger.claims(read), None)

    def documents(
        self,
        *,
        text: str | None = None,
        publisher: str | None = None,
        date_start: str | None = None,
        date_end: str | None = None,
        order: DocumentOrder = "reading",
    ) -> Iterator[DocumentSummary]:
        """Yield the documents that meet all filters; `text` is a search in titles and texts."""
        query = DocumentQuery(text=text, publisher=publisher, date_start=date_start, date_end=date_end)
        return _every(lambda after: self._ledger.documents_page(query, after=after, limit=_PAGE, order=order))

    def document(self, document_id: str) -> Document | None:
        """Return a document with its text, None where there is none."""
        return next(self._ledger.documents([document_id]), None)

    def findings(
        self, kinds: Sequence[str] = (), *, docs: Sequence[str] = (), min_weight: float = 0.0
    ) -> Iterator[Finding]:
        """Yield the findings, the weightiest first, brought up to date before."""
        query = FindingQuery(kinds=tuple(kinds), docs=tuple(docs), min_weight=min_weight)
        self._standing()
        return _every(lambda after: self._ledger.findings_page(query, after=after, limit=_PAGE))

    def finding(self, finding_id: str) -> Finding | None:
        """Return a finding, None where there is none."""
        self._standing()
        return next(iter(self._ledger.findings_page(FindingQuery(ids=(finding_id,))).items), None)

    def statements(self, *, docs: Sequence[str] = (), min_weight: float = 0.0) -> Iterator[Finding]:
        """Yield the findings that are statements, the weightiest first."""
        return self.findings(("statement",), docs=docs, min_weight=min_weight)

    def statement(self, statement_id: str) -> StatementTable | None:
        """Return a statement's collation, None where there is none."""
        tables = self._standing().collation([statement_id]).statements()
        return next((table for table in tables if table.id == statement_id), None)

    def registers(self) -> tuple[str, ...]:
        """Return the names of the registers."""
        return tuple(self._knowledge().registers)

    def register(self, name: str, /, **filters: Unpack[ClaimFilters]) -> Register:
        """Return a register of the claims that meet all filters. Raises InputError where there is no such register."""
        from tawatur.registers.standing import from_ledger  # noqa: PLC0415  seldom needed

        knowledge = self._knowledge()
        definition = knowledge.registers.get(name)
        if definition is None:
            raise InputError("no such register", source=name, remedy=f"one of {', '.join(knowledge.registers)}")
        return from_ledger(self._ledger, definition, knowledge, query=self._query(filters))

    def counts(self) -> Counts:
        """Return what the ledger holds, in numbers."""
        return self._ledger.counts()

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        date: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> ReadReport:
        """Read a report into the ledger. Raises InputError for a text that can't be used."""
        if not text.strip():
            raise InputError("an empty text", remedy="give the report's words")
        from tawatur.extract import extract  # noqa: PLC0415  slow to import, and not for asking
        from tawatur.intake import Record, to_document  # noqa: PLC0415

        knowledge = self._knowledge()
        record = Record(body=text, title=title, date=date, publisher=publisher, url=url, origin="python")
        document = to_document(record, knowledge)
        added = self._ledger.add_many([Entry(document, extract(document, knowledge))])
        for error in added.refused:
            raise error
        found = tuple(self._ledger.claims(ClaimQuery(docs=(document.id,))))
        return ReadReport(doc=document.id, new=added.documents == 1, claims=found)

    def export(self, form: str, **filters: Unpack[ClaimFilters]) -> Iterator[bytes]:
        """Yield the bytes of the claims that meet all filters, in a format of docs/exports.md."""
        from tawatur.export import export, from_ledger  # noqa: PLC0415  seldom needed

        return export(form, from_ledger(self._ledger, self._query(filters)), self._knowledge())

    def decide(
        self,
        kind: DecisionKind,
        target: str,
        *,
        subject: SubjectKind = "claim",
        reason: str | None = None,
        changes: Mapping[str, Any] | None = None,
        spans: Spans | None = None,
        members: Sequence[str] = (),
        apart: Sequence[str] = (),
        key: str | None = None,
    ) -> Decision:
        """Keep a decision; twice under one `key` it is kept once."""
        return self._ledger.reviews.decide(
            Judgement(
                kind=kind,
                subject=subject,
                target=target,
                reviewer=self._reviewer,
                reason=reason,
                changes=dict(changes or {}),
                spans=spans or {},
                members=tuple(members),
                apart=tuple(apart),
                key=key,
            )
        )

    def undo(self, decision_id: str, *, reason: str | None = None, key: str | None = None) -> Decision:
        """Take a decision back, an undo as well."""
        return self._ledger.reviews.undo(decision_id, reviewer=self._reviewer, reason=reason, key=key)

    def review(self, claim_id: str) -> ClaimReview:
        """Return where a claim stands. Raises InputError where there is none."""
        return self._ledger.reviews.state(claim_id)

    def review_of_finding(self, finding_id: str) -> FindingReview:
        """Return what reviewers make of a finding. Raises InputError where there is none."""
        if not self._ledger.reviews.is_finding(finding_id):
            raise InputError("no such finding", source=finding_id)
        return self._ledger.reviews.finding_states([finding_id])[finding_id]

    def history(self, target: str, subject: SubjectKind = "claim") -> list[Decision]:
        """Return the decisions on a claim or a finding, undos among them, in the order in which they were made."""
        return self._ledger.reviews.history(target, subject)

    def _knowledge(self) -> Knowledge:
        return load(with_own_pack(self._packs, self._ledger))

    def _standing(self) -> Standing:
        """Return the findings, up to date unless the ledger was opened for reading only."""
        standing = Standing(self._ledger, self._knowledge())
        if not self._read_only:
            standing.bring_up_to_date()
        return standing

    def _query(self, filters: Mapping[str, Any]) -> ClaimQuery:
        query = ClaimQuery(**filters)
        named = {slot: getattr(query, slot) for slot in _ACTORS if getattr(query, slot)}
        if named:
            knowledge = self._knowledge()
            named = {slot: with_parts(names, knowledge) for slot, names in named.items()}
        return msgspec.structs.replace(query, **named)


def _every(page: Callable[[str | None], Page[T]]) -> Iterator[T]:
    found = page(None)
    yield from found.items
    while found.next is not None:
        found = page(found.next)
        yield from found.items
