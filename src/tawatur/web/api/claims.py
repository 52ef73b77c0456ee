"""Claims: a list with filters, one by its id, what reviewers make of it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request, Response

from tawatur.ledger import ClaimQuery
from tawatur.ledger.review import ClaimReview
from tawatur.model import Claim, Decision
from tawatur.web.answers import JSON_LINES, Page, every, json_answer, lines, stream
from tawatur.web.api.decisions import ClaimJudgement, IdempotencyKey, decided
from tawatur.web.api.exports import exported
from tawatur.web.bodies import body_of
from tawatur.web.context import knowledge_of, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.parameters import ClaimList, Paged
from tawatur.web.problems import Problem

router = APIRouter(tags=["claims"])

Id = Annotated[str, Path(description="The claim's id.", max_length=500)]

_FORMS = ("application/x-ndjson", "text/csv", "application/vnd.apache.parquet")


@router.get("/claims", summary="Claims", **endpoint("reader", Page[Claim], "A page of claims.", forms=_FORMS))
def list_claims(request: Request, asked: Annotated[ClaimList, Query()]) -> Response:
    """List the claims that meet all filters, as they stand after review.

    `format` other than `json` sends all of them, whatever the `limit`, as they are read.
    """
    ledger, query = ledger_of(request), asked.query(lambda: knowledge_of(request))
    if asked.format == "jsonl":
        every_claim = every(lambda after, limit: ledger.claims_page(query, after=after, limit=limit, order=asked.order))
        return stream(lines(every_claim), JSON_LINES, "claims.jsonl")
    if asked.format != "json":
        return exported(request, asked.format, query, order=asked.order)
    return json_answer(request, ledger.claims_page(query, after=asked.after, limit=asked.limit, order=asked.order))


class ClaimHistory(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim stands, and every decision on it with its undos, in the order in which they were made."""

    state: ClaimReview
    decisions: tuple[Decision, ...]


@router.get("/queue", summary="The review queue", **endpoint("reader", Page[Claim], "A page of claims."))
def queue(request: Request, asked: Annotated[Paged, Query()]) -> Response:
    """List the claims that wait for review: first those on which reviewers part, then the unsure and weighty ones."""
    return json_answer(request, ledger_of(request).reviews.queue(after=asked.after, limit=asked.limit))


@router.get(
    "/claims/{claim_id:path}/history",
    summary="A claim's decisions",
    **endpoint("reader", ClaimHistory, "Where it stands, and every decision.", problems=(404,)),
)
def history(request: Request, claim_id: Id) -> Response:
    """Tell where a claim stands, with every decision of a reviewer in the order in which they were made."""
    reviews = ledger_of(request).reviews
    state = reviews.states([claim_id]).get(claim_id)
    if state is None:
        raise Problem(404, "no such claim")
    return json_answer(request, ClaimHistory(state=state, decisions=tuple(reviews.history(claim_id))))


@router.post(
    "/claims/{claim_id:path}/decisions",
    summary="Judge a claim",
    **endpoint(
        "reviewer", Decision, "Kept.", status=201, problems=(404,), takes=ClaimJudgement,
        example={"kind": "correct", "changes": {"of": "daesh"}, "spans": {"of": [[8, 13]]}, "reason": "its own dead"},
    ),
)  # fmt: skip
def judge_claim(
    request: Request,
    claim_id: Id,
    given: Annotated[ClaimJudgement, Depends(body_of(ClaimJudgement))],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Accept, correct or reject a claim, or say something about it.

    With an `Idempotency-Key` a second try is no second decision.
    """
    if claim_id not in ledger_of(request).reviews.states([claim_id]):
        raise Problem(404, "no such claim")
    return decided(
        request,
        kind=given.kind,
        subject="claim",
        target=claim_id,
        reason=given.reason,
        changes=given.changes,
        spans=given.spans,
        key=idempotency_key,
    )


@router.get("/claims/{claim_id:path}", summary="One claim", **endpoint("reader", Claim, "The claim.", problems=(404,)))
def show_claim(request: Request, claim_id: Id) -> Response:
    """Show a claim as it stands after review, or, where it was rejected or corrected, as the program read it."""
    ledger = ledger_of(request)
    claim = ledger.claim(claim_id) or next(ledger.claims(ClaimQuery(ids=(claim_id,), as_extracted=True)), None)
    if claim is None:
        raise Problem(404, "no such claim")
    return json_answer(request, claim)
