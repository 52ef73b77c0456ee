"""The queue: one claim after another, the least sure first."""

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
    """Show the next claim that nobody has judged: after the claim `after`, where one was passed over."""
    view = View(request)
    shown = shelf.next_to_review(view.ledger, after)
    last = view.ledger.reviews.decision(done) if done else None
    if shown is None:
        return view.page("review.html", claim=None, done=last)
    return view.page("review.html", **sheet(shown, view), done=last, left=shelf.left_to_review(view.ledger))
