"""Claims: a list with filters, and one by its id."""

from __future__ import annotations

import itertools
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from tawatur.ledger import ClaimQuery
from tawatur.model import Claim
from tawatur.web.answers import Page, json_answer
from tawatur.web.context import ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.problems import Problem

router = APIRouter(prefix="/claims", tags=["claims"])

Id = Annotated[str, Path(description="The claim's id.", max_length=200)]
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.")]


@router.get("", summary="Claims", **endpoint("reader", Page[Claim], "A page of claims."))
def list_claims(request: Request, limit: Limit = 100) -> Response:
    """List claims, in the order in which they were read and stand in their texts."""
    return json_answer(request, Page(tuple(itertools.islice(ledger_of(request).claims(ClaimQuery()), limit))))


@router.get("/{claim_id}", summary="One claim", **endpoint("reader", Claim, "The claim.", problems=(404,)))
def show_claim(request: Request, claim_id: Id) -> Response:
    """Show a claim."""
    claim = ledger_of(request).claim(claim_id)
    if claim is None:
        raise Problem(404, "no such claim")
    return json_answer(request, claim)
