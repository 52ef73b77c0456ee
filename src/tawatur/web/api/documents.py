"""Documents: a list, and one by its id with its text."""

from __future__ import annotations

import itertools
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from tawatur.model import Document
from tawatur.web.answers import Page, json_answer
from tawatur.web.context import ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.problems import Problem

router = APIRouter(prefix="/documents", tags=["documents"])

Id = Annotated[str, Path(description="The document's id.", max_length=200)]
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.")]


@router.get("", summary="Documents", **endpoint("reader", Page[Document], "A page of documents."))
def list_documents(request: Request, limit: Limit = 100) -> Response:
    """List documents, in the order in which they were read."""
    return json_answer(request, Page(tuple(itertools.islice(ledger_of(request).documents(), limit))))


@router.get("/{document_id}", summary="One document", **endpoint("reader", Document, "It.", problems=(404,)))
def show_document(request: Request, document_id: Id) -> Response:
    """Show a document with its raw text, on which all offsets count, its sections and its furniture."""
    document = next(ledger_of(request).documents([document_id]), None)
    if document is None:
        raise Problem(404, "no such document")
    return json_answer(request, document)
