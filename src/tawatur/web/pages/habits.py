"""How a reader wants figures and colours shown: kept in two cookies, for a year."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from tawatur.web.context import locale_of
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.view import ours

router = APIRouter(route_class=PageRoute)
_YEAR = 365 * 24 * 3600


@router.get("/habits")
def habits(
    request: Request,
    digits: Literal["european", "arabic"] = "european",
    theme: Literal["auto", "light", "dark"] = "auto",
    back: str = "",
) -> RedirectResponse:
    """Keep a reader's habits, and go back to where she was."""
    answer = RedirectResponse(ours(back, f"/{locale_of(request)}/"), 303)
    for name, value in (("digits", digits), ("theme", theme)):
        secure = request.url.scheme == "https"
        answer.set_cookie(name, value, max_age=_YEAR, samesite="lax", httponly=True, secure=secure)
    return answer
