"""A finding: what it says, and the words that it rests on, each in its place."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tawatur.model import Finding, Reference, Report
from tawatur.page.roles import in_order, roles
from tawatur.page.text import Context, context
from tawatur.web.pages import shelf
from tawatur.web.pages.routing import PageRoute, missing
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)
#: Claims that a page cites at most.
_MOST = 60


class Cited(NamedTuple):
    """A claim as a finding cites it: what it is to the finding, its report, its words in their place."""

    reference: Reference
    role: str
    report: Report | None
    context: Context


@router.get("/findings/{finding_id}")
def finding(request: Request, finding_id: str, done: str = "") -> HTMLResponse:
    """Show a finding."""
    view = View(request)
    found = shelf.finding(view.ledger, finding_id)
    if found is None:
        raise missing()
    told = roles(found)
    shown = in_order(found, told)[:_MOST]
    reports = shelf.reports_of(view.ledger, {*(one.doc for one in shown), *found.docs[:_MOST]})
    cited = [
        Cited(one, told.get(one.id, ""), report, context(one, report))
        for one in shown
        for report in [reports.get((one.doc, one.section))]
    ]
    return view.page(
        "finding.html",
        finding=found,
        cited=cited,
        more=len(found.claims) - len(shown),
        reports=reports,
        voices=() if found.voices is msgspec.UNSET else found.voices,
        home=_home(found, view),
        review=view.ledger.reviews.finding_states([finding_id])[finding_id],
        history=view.ledger.reviews.history(finding_id, "finding"),
        done=view.ledger.reviews.decision(done) if done else None,
    )


def _home(found: Finding, view: View) -> str | None:
    """Return the statement that a finding is about: the one of which all its claims are."""
    if found.kind == "statement":
        return found.id
    return shelf.statement_holding(view.ledger, found)
