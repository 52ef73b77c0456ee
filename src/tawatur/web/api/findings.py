"""Findings: what the reports do with each other's figures, and what reviewers make of it; statements."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request, Response

from tawatur.ledger import FindingQuery
from tawatur.ledger.review import FindingReview
from tawatur.model import Decision, Finding, StatementTable
from tawatur.standing import Standing
from tawatur.web.answers import JSON_LINES, Page, every, json_answer, lines, stream
from tawatur.web.api.decisions import FindingJudgement, IdempotencyKey, decided
from tawatur.web.bodies import body_of
from tawatur.web.context import knowledge_of, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.parameters import FindingList, StatementList
from tawatur.web.problems import Problem

router = APIRouter(tags=["findings"])

Id = Annotated[str, Path(description="The finding's id.", max_length=200)]


class FindingHistory(msgspec.Struct, frozen=True, kw_only=True):
    """What reviewers make of a finding, and every decision on it."""

    state: FindingReview
    decisions: tuple[Decision, ...]


@router.get(
    "/findings", summary="Findings", **endpoint("reader", Page[Finding], "A page of findings.", forms=(JSON_LINES,))
)
def list_findings(request: Request, asked: Annotated[FindingList, Query()]) -> Response:
    """List the findings that meet all filters, the weightiest first; `format=jsonl` sends all of them."""
    return _listed(request, asked.query(), asked)


@router.get(
    "/statements",
    summary="Statements",
    **endpoint("reader", Page[Finding], "A page of the findings that are statements.", forms=(JSON_LINES,)),
)
def list_statements(request: Request, asked: Annotated[StatementList, Query()]) -> Response:
    """List the statements that more than one report carries, the weightiest first."""
    return _listed(request, asked.query(), asked)


@router.get(
    "/statements/{finding_id}",
    summary="One statement's collation",
    **endpoint("reader", StatementTable, "Figures down, witnesses across, and the stemma.", problems=(404,)),
)
def show_statement(request: Request, finding_id: Id) -> Response:
    """Show a statement: its figures, how each witness has them, and how the witnesses descend from one another."""
    if not _finding(request, finding_id).kind == "statement":
        raise Problem(404, "no such statement")
    tables = Standing(ledger_of(request), knowledge_of(request)).collation([finding_id]).statements()
    table = next((table for table in tables if table.id == finding_id), None)
    if table is None:
        raise Problem(404, "the statement's reports have changed since: it is collated anew")
    return json_answer(request, table)


@router.get(
    "/findings/{finding_id}/history",
    summary="A finding's decisions",
    **endpoint("reader", FindingHistory, "Where it stands, and every decision.", problems=(404,)),
)
def history(request: Request, finding_id: Id) -> Response:
    """Tell what reviewers make of a finding, with every decision in the order in which they were made."""
    _finding(request, finding_id)
    reviews = ledger_of(request).reviews
    state = reviews.finding_states([finding_id])[finding_id]
    return json_answer(request, FindingHistory(state=state, decisions=tuple(reviews.history(finding_id, "finding"))))


@router.post(
    "/findings/{finding_id}/decisions",
    summary="Judge a finding",
    **endpoint(
        "reviewer", Decision, "Kept.", status=201, problems=(404,), takes=FindingJudgement,
        example={"kind": "dismiss", "reason": "two places of one name"},
    ),
)  # fmt: skip
def judge_finding(
    request: Request,
    finding_id: Id,
    given: Annotated[FindingJudgement, Depends(body_of(FindingJudgement))],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Mark a finding as seen, dismiss it, or say something about it."""
    _finding(request, finding_id)
    return decided(
        request, kind=given.kind, subject="finding", target=finding_id, reason=given.reason, key=idempotency_key
    )


@router.get("/findings/{finding_id}", summary="One finding", **endpoint("reader", Finding, "It.", problems=(404,)))
def show_finding(request: Request, finding_id: Id) -> Response:
    """Show a finding."""
    return json_answer(request, _finding(request, finding_id))


def _finding(request: Request, finding_id: str) -> Finding:
    page = ledger_of(request).findings_page(FindingQuery(ids=(finding_id,)))
    if not page.items:
        raise Problem(404, "no such finding")
    return page.items[0]


def _listed(request: Request, query: FindingQuery, asked: FindingList | StatementList) -> Response:
    ledger = ledger_of(request)
    request.app.state.upkeep.catch_up()
    if asked.format == "jsonl":
        found = every(lambda after, limit: ledger.findings_page(query, after=after, limit=limit))
        return stream(lines(found), JSON_LINES, "findings.jsonl")
    return json_answer(request, ledger.findings_page(query, after=asked.after, limit=asked.limit))
