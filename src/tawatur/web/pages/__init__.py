"""The pages: HTML made on the server, from the same functions as the API's answers.

Every page works without script, in Arabic and in English (`/ar/…`, `/en/…`).
"""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from tawatur.web.access import Requires
from tawatur.web.context import LOCALES, locale_of
from tawatur.web.pages import (
    assets,
    claim,
    decisions,
    entrance,
    finding,
    findings,
    habits,
    home,
    places,
    registers,
    report,
    review,
    search,
    series,
    statement,
)
from tawatur.web.pages.routing import failure

router = APIRouter(include_in_schema=False)
_everybody, _readers, _reviewers = ([Depends(Requires(role))] for role in (None, "reader", "reviewer"))
_signing = [Depends(Requires(None, signs=True))]
router.include_router(assets.router, dependencies=_everybody)


@router.get("/", dependencies=_everybody)
def choose_language(request: Request) -> RedirectResponse:
    """Send a browser to the pages in the language that it likes best."""
    return RedirectResponse(f"/{locale_of(request)}/", 302, {"Vary": "Accept-Language"})


def nowhere(request: Request) -> Response:
    """Answer for an address that names no page."""
    return failure(request, 404, "")


for _language in LOCALES:
    router.include_router(habits.router, prefix=f"/{_language}", dependencies=_everybody)
    router.include_router(entrance.router, prefix=f"/{_language}", dependencies=_signing)
    for _part in (home, search, report, claim, statement, findings, finding, review, registers, series, places):
        router.include_router(_part.router, prefix=f"/{_language}", dependencies=_readers)
    router.include_router(decisions.router, prefix=f"/{_language}", dependencies=_reviewers)
    router.add_api_route(f"/{_language}/{{rest:path}}", nowhere, methods=["GET"], dependencies=_everybody)
