"""One interface to a ledger, wherever it is: in a file, in a PostgreSQL database, behind a server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self, TypedDict, Unpack

import msgspec

from tawatur.ledger import ClaimOrder, Counts, DocumentOrder, DocumentSummary
from tawatur.ledger.review import ClaimReview, FindingReview
from tawatur.model import (
    Claim,
    Decision,
    DecisionKind,
    Document,
    Finding,
    Spans,
    StatementTable,
    SubjectKind,
    Value,
)
from tawatur.registers import Register


class ClaimFilters(TypedDict, total=False):
    """What may be asked of claims; the fields are those of `tawatur.ledger.ClaimQuery`, which describes them.

    An actor (`of`, `by`, `sources`, `origins`) may be a key, or a name in English or Arabic, and stands for its parts.
    """

    measures: tuple[str, ...]
    of: tuple[str, ...]
    by: tuple[str, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    docs: tuple[str, ...]
    where: str | None
    places: tuple[str, ...]
    value: Value
    value_from: float | None
    value_to: float | None
    units: tuple[str, ...]
    bounds: tuple[str, ...]
    modalities: tuple[str, ...]
    change: bool | None
    name: str | None
    when_start: str | None
    when_end: str | None
    dated: bool | None
    placed: bool | None
    publisher: str | None
    date_start: str | None
    date_end: str | None
    text: str | None
    optional: bool
    repeated: bool
    min_confidence: float
    max_confidence: float
    extractors: tuple[str, ...]
    as_extracted: bool
    superseded: bool


class ReadReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of a report: its document's id, whether it is new, and its claims."""

    doc: str
    new: bool
    claims: tuple[Claim, ...]


class Client(Protocol):
    """A ledger, wherever it is. `tawatur.open` gives one; it is closed by `close`, or at the end of a `with` block.

    Lists are iterators that ask for page after page. Every call raises `tawatur.model.InputError`, one line that says
    what is wrong and what to do about it.
    """

    def claims(self, *, order: ClaimOrder = "reading", **filters: Unpack[ClaimFilters]) -> Iterator[Claim]:
        """Yield the claims that meet all filters, as they stand after review."""

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim as it stands after review or, where it was corrected or rejected, as it was read."""

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

    def document(self, document_id: str) -> Document | None:
        """Return a document with its text, None where there is none."""

    def findings(
        self, kinds: Sequence[str] = (), *, docs: Sequence[str] = (), min_weight: float = 0.0
    ) -> Iterator[Finding]:
        """Yield the findings, the weightiest first: of some kinds, that tell of some documents, of some weight."""

    def finding(self, finding_id: str) -> Finding | None:
        """Return a finding, None where there is none."""

    def statements(self, *, docs: Sequence[str] = (), min_weight: float = 0.0) -> Iterator[Finding]:
        """Yield the findings that are statements, the weightiest first."""

    def statement(self, statement_id: str) -> StatementTable | None:
        """Return a statement's collation: figures down, witnesses across, and the stemma; None where there is none."""

    def registers(self) -> tuple[str, ...]:
        """Return the names of the registers."""

    def register(self, name: str, /, **filters: Unpack[ClaimFilters]) -> Register:
        """Return a register of the claims that meet all filters."""

    def counts(self) -> Counts:
        """Return what the ledger holds, in numbers."""

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        date: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> ReadReport:
        """Read a report into the ledger; one that is there already changes nothing."""

    def export(self, form: str, **filters: Unpack[ClaimFilters]) -> Iterator[bytes]:
        """Yield the bytes of the claims that meet all filters, in a format of docs/exports.md."""

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
        """Keep a decision (docs/review.md), in the name of the user who asks; twice under one `key` it is kept once."""

    def undo(self, decision_id: str, *, reason: str | None = None, key: str | None = None) -> Decision:
        """Take a decision back, an undo as well."""

    def review(self, claim_id: str) -> ClaimReview:
        """Return where a claim stands."""

    def review_of_finding(self, finding_id: str) -> FindingReview:
        """Return what reviewers make of a finding."""

    def history(self, target: str, subject: SubjectKind = "claim") -> list[Decision]:
        """Return the decisions on a claim or a finding, undos among them, in the order in which they were made."""

    def close(self) -> None:
        """Close it."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Closing:
    """What makes a client a context."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it."""
        raise NotImplementedError
