"""The findings by kind and weight, with what reviewers made of them."""

from __future__ import annotations

from typing import Literal, get_args

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tawatur.ledger import FindingQuery
from tawatur.model import FindingKind
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)
_PAGE = 25
KINDS: tuple[FindingKind, ...] = get_args(FindingKind)


@router.get("/findings")
def findings(
    request: Request,
    kind: FindingKind | Literal[""] = "",
    show: Literal["open", "unseen", "all"] = "open",
    after: str = "",
    done: str = "",
) -> HTMLResponse:
    """List findings, the weightiest first: `open` leaves out those dismissed, `unseen` those seen as well."""
    view = View(request)
    page = view.ledger.findings_page(FindingQuery(kinds=(kind,) if kind else ()), after=after or None, limit=_PAGE)
    states = view.ledger.reviews.finding_states(finding.id for finding in page.items)
    left_out = {"open": {"dismissed"}, "unseen": {"dismissed", "seen"}, "all": set[str]()}[show]
    return view.page(
        "findings.html",
        findings=[finding for finding in page.items if states[finding.id].status not in left_out],
        states=states,
        kind=kind,
        kinds=KINDS,
        show=show,
        done=view.ledger.reviews.decision(done) if done else None,
        address=lambda **changes: view.link("findings", query={"kind": kind, "show": show, **changes}),
        later=page.next,
    )
