"""Decisions of reviewers: what they may say, and how one is taken back."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response

from tawatur.model import Decision, InputError, Judgement, SubjectKind
from tawatur.model.decision import DecisionKind, Spans
from tawatur.web.answers import Page, json_answer
from tawatur.web.bodies import body_of
from tawatur.web.context import ledger_of, signed
from tawatur.web.describing import endpoint
from tawatur.web.problems import Problem

router = APIRouter(prefix="/decisions", tags=["review"])

Id = Annotated[str, Path(description="The decision's id.", max_length=100)]
IdempotencyKey = Annotated[
    str | None,
    Header(
        description="Of the client's making: the same decision under the same key is kept once.",
        min_length=1,
        max_length=100,
        pattern="^[!-~]+$",
    ),
]


class ClaimJudgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a reviewer says of a claim.

    `changes` are the corrected slots by the codebook's names, `spans` the words selected for them (code points of the
    document's raw text). A note needs its `reason`.
    """

    kind: Literal["accept", "correct", "reject", "note"]
    reason: str | None = None
    changes: dict[str, Any] = {}
    spans: Spans = {}


class FindingJudgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a reviewer says of a finding; a dismissal and a note need their `reason`."""

    kind: Literal["seen", "dismiss", "note"]
    reason: str | None = None


class NewDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a reviewer says of anything: the form of the ledger's own judgement, signed by who asks."""

    kind: DecisionKind
    subject: SubjectKind
    target: str
    reason: str | None = None
    changes: dict[str, Any] = {}
    spans: Spans = {}
    members: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


class Undo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a decision is taken back."""

    reason: str | None = None


def decided(request: Request, **judgement: Any) -> Response:
    """Keep a judgement in the name of who asks, and answer with the decision. Raises InputError where it can't be."""
    decision = ledger_of(request).reviews.decide(Judgement(reviewer=signed(request).name, **judgement))
    request.app.state.upkeep.soon()
    return json_answer(request, decision, status=201)


@router.get("", summary="Decisions", **endpoint("reader", Page[Decision], "A page of decisions."))
def list_decisions(
    request: Request,
    reviewer: Annotated[str | None, Query(max_length=100, description="Whose.")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    after: Annotated[str | None, Query(max_length=100, description="The `next` of the page before.")] = None,
) -> Response:
    """List decisions, undos among them, in the order in which they were made."""
    found = ledger_of(request).reviews.decisions(reviewer=reviewer, after=after, limit=limit + 1)
    following = found[limit - 1].id if len(found) > limit else None
    return json_answer(request, Page(tuple(found[:limit]), following))


@router.post(
    "",
    summary="Decide",
    **endpoint(
        "reviewer", Decision, "Kept.", status=201, takes=NewDecision,
        example={"kind": "merge", "subject": "quantity", "target": "a-1", "members": ["a-1", "b-1"]},
    ),
)  # fmt: skip
def decide(
    request: Request,
    given: Annotated[NewDecision, Depends(body_of(NewDecision))],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Decide of anything: add a claim that was missed, merge or split statements and quantities, add an actor."""
    return decided(request, key=idempotency_key, **msgspec.structs.asdict(given))


@router.get("/{decision_id}", summary="One decision", **endpoint("reader", Decision, "It.", problems=(404,)))
def show_decision(request: Request, decision_id: Id) -> Response:
    """Show a decision."""
    return json_answer(request, _known(request, decision_id))


@router.post(
    "/{decision_id}/undo",
    summary="Take a decision back",
    **endpoint("reviewer", Decision, "Taken back.", status=201, problems=(404, 409), takes=Undo, example={}),
)
def undo(
    request: Request,
    decision_id: Id,
    given: Annotated[Undo, Depends(body_of(Undo))],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Take a decision back, an undo as well; its row stays, and the answer is the row that says so."""
    _known(request, decision_id)
    reviews, name = ledger_of(request).reviews, signed(request).name
    try:
        decision = reviews.undo(decision_id, reviewer=name, reason=given.reason, key=idempotency_key)
    except InputError as error:
        if error.source != decision_id:
            raise
        raise Problem(409, error.problem) from error
    request.app.state.upkeep.soon()
    return json_answer(request, decision, status=201)


def _known(request: Request, decision_id: str) -> Decision:
    decision = ledger_of(request).reviews.decision(decision_id)
    if decision is None:
        raise Problem(404, "no such decision")
    return decision
