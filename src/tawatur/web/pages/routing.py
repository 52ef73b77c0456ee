"""Routes whose errors are pages: what goes wrong below one is said in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from tawatur.model import InputError
from tawatur.web.pages.view import View
from tawatur.web.problems import Problem

_TITLES = {400: "bad_request", 401: "not_allowed", 403: "not_allowed", 404: "not_found", 422: "bad_request"}


class PageRoute(APIRoute):
    """A route that answers an error with a page."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the route's handler, its errors caught."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except Problem as problem:
                if problem.status_code == 401:
                    view = View(request)
                    return RedirectResponse(view.link("sign-in", query={"back": view.here}), 303)
                return failure(request, problem.status_code, problem.detail)
            except HTTPException as error:
                return failure(request, error.status_code, "")
            except RequestValidationError:
                return failure(request, 422, "")
            except InputError as error:
                busy = error.source == request.app.state.ledger.name
                told = error.problem if error.remedy is None else f"{error.problem} ({error.remedy})"
                return failure(request, 503 if busy else 422, told)

        return handled


def missing() -> Problem:
    """Return the problem of an address that names nothing."""
    return Problem(404, "")


def failure(request: Request, status: int, detail: str) -> Response:
    """Return the page that tells of an error."""
    view = View(request)
    title = "bad_form" if status == 422 and request.method == "POST" else _TITLES.get(status, "failed")
    return view.page("failure.html", status=status, failed=title, detail=detail)
