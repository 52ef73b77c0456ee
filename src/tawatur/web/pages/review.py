"""The queue: one claim after another, what matters most first."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tawatur.web.pages import shelf
from tawatur.web.pages.claim import sheet
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)


@router.get("/review")
def review(request: Request, after: str = "", done: str = "") -> HTMLResponse:
    """Show the next claim that nobody has judged, from behind the place `after` of the queue on."""
    view = View(request)
    waiting = shelf.next_to_review(view.ledger, after or None)
    last = view.ledger.reviews.decision(done) if done else None
    if waiting is None:
        return view.page("review.html", claim=None, done=last, behind="")
    return view.page("review.html", **sheet(waiting.claim, view), done=last, behind=waiting.behind)
