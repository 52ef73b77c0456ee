"""Documents: a list, one by its id with its text, its claims; and a text to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request, Response

from tawatur.intake import Record
from tawatur.ledger import ClaimQuery, DocumentQuery, DocumentSummary, Ledger
from tawatur.model import Claim, Document
from tawatur.web.answers import JSON_LINES, Page, every, json_answer, lines, stream
from tawatur.web.bodies import body_of
from tawatur.web.context import knowledge_of, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.parameters import DocumentList, Paged
from tawatur.web.problems import Problem
from tawatur.web.reading import Reader

router = APIRouter(prefix="/documents", tags=["documents"])

Id = Annotated[str, Path(description="The document's id.", max_length=500)]

_LONGEST = 500_000
_Line = Annotated[str, msgspec.Meta(max_length=2_000)]


class NewDocument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report to be read: its text, and what is known of it; `date` in any writing that intake reads."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=_LONGEST)]
    title: _Line | None = None
    date: _Line | None = None
    publisher: _Line | None = None
    url: _Line | None = None


class ReadDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of a report; `new` is false where the ledger had it already."""

    doc: str
    new: bool
    claims: tuple[Claim, ...]


@router.get("", summary="Documents", **endpoint("reader", Page[DocumentSummary], "A page.", forms=(JSON_LINES,)))
def list_documents(request: Request, asked: Annotated[DocumentList, Query()]) -> Response:
    """List the documents that meet all filters; `format=jsonl` sends all of them, whole."""
    ledger, query = ledger_of(request), asked.query()
    if asked.format == "jsonl":
        found = every(lambda after, limit: ledger.documents_page(query, after=after, limit=limit, order=asked.order))
        return stream(lines(_whole(ledger, found)), JSON_LINES, "documents.jsonl")
    return json_answer(request, ledger.documents_page(query, after=asked.after, limit=asked.limit, order=asked.order))


@router.post(
    "",
    summary="Read a report",
    **endpoint(
        "reviewer", ReadDocument, "Read.", status=201, problems=(409,), takes=NewDocument,
        example={"title": "مقتل 12 مسلحا", "text": "قالت قيادة العمليات إن 12 مسلحا قتلوا.", "date": "2020-03-02"},
    ),
)  # fmt: skip
def read_document(request: Request, given: Annotated[NewDocument, Depends(body_of(NewDocument))]) -> Response:
    """Read a report into the ledger; one that is there already changes nothing."""
    record = Record(
        body=given.text, title=given.title, date=given.date, publisher=given.publisher, url=given.url, origin="http"
    )
    reader: Reader = request.app.state.reader
    document, new = reader.read(record, ledger_of(request), knowledge_of(request))
    request.app.state.upkeep.soon()
    claims = tuple(ledger_of(request).claims(ClaimQuery(docs=(document.id,))))
    return json_answer(request, ReadDocument(doc=document.id, new=new, claims=claims), status=201)


@router.get(
    "/{document_id:path}/claims",
    summary="A document's claims",
    **endpoint("reader", Page[Claim], "A page of claims.", problems=(404,)),
)
def list_claims(request: Request, document_id: Id, asked: Annotated[Paged, Query()]) -> Response:
    """List a document's claims, as they stand after review."""
    ledger = ledger_of(request)
    if not ledger.has(document_id):
        raise Problem(404, "no such document")
    query = ClaimQuery(docs=(document_id,))
    return json_answer(request, ledger.claims_page(query, after=asked.after, limit=asked.limit))


@router.get(
    "/{document_id:path}/versions",
    summary="A page's versions",
    **endpoint("reader", Page[DocumentSummary], "The versions of its page, the newest first.", problems=(404,)),
)
def list_versions(request: Request, document_id: Id) -> Response:
    """List the versions of a document's page that were read: the newest is the one that counts."""
    ledger = ledger_of(request)
    ids = ledger.versions(document_id)
    if not ids:
        raise Problem(404, "no such document")
    found = {one.id: one for one in ledger.documents_page(DocumentQuery(ids=ids), limit=len(ids)).items}
    return json_answer(request, Page(tuple(found[name] for name in ids)))


@router.get("/{document_id:path}", summary="One document", **endpoint("reader", Document, "It.", problems=(404,)))
def show_document(request: Request, document_id: Id) -> Response:
    """Show a document with its raw text, on which all offsets count, its sections and its furniture."""
    document = next(iter([*ledger_of(request).documents([document_id])]), None)
    if document is None:
        raise Problem(404, "no such document")
    return json_answer(request, document)


def _whole(ledger: Ledger, summaries: Iterator[DocumentSummary]) -> Iterator[Document]:
    for summary in summaries:
        yield from [*ledger.documents([summary.id])]
