"""The first page: what is in the ledger."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tawatur.web.pages import shelf
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)


@router.get("/")
def home(request: Request) -> HTMLResponse:
    """Show what the ledger holds."""
    view = View(request)
    return view.page("home.html", counts=view.ledger.counts(), reports=shelf.newest(view.ledger))
