"""What the ledger holds, in numbers."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from tawatur.ledger import Counts
from tawatur.web.answers import json_answer
from tawatur.web.context import ledger_of
from tawatur.web.describing import endpoint

router = APIRouter(tags=["service"])


@router.get("/counts", summary="What the ledger holds", **endpoint("reader", Counts, "Counts."))
def counts(request: Request) -> Response:
    """Count documents, reports, claims and publishers, and the claims of each measure."""
    return json_answer(request, ledger_of(request).counts())
