"""Errors as problem details (RFC 9457): the same form for everything that goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from tawatur.model import InputError
from tawatur.web import logs

MEDIA_TYPE = "application/problem+json"


class Flaw(msgspec.Struct, frozen=True):
    """What is wrong with one part of a request; `where` is its place: `query`, `limit`."""

    where: tuple[str | int, ...]
    problem: str


class ProblemDetails(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong (RFC 9457). `title` is the status's name, `detail` says what it was here, `remedy` what helps."""

    type: str = msgspec.field(default="about:blank")
    title: str
    status: int
    detail: str
    remedy: str | None = None
    errors: tuple[Flaw, ...] = ()


class Problem(HTTPException):
    """An answer that is no success: raised anywhere below the guard, sent as problem details.

    It is the framework's own kind, which passes through what reads a body.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        remedy: str | None = None,
        errors: tuple[Flaw, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, detail, dict(headers or {}))
        self.remedy = remedy
        self.errors = errors


def answer(problem: Problem) -> Response:
    """Return a problem as it is sent."""
    details = ProblemDetails(
        title=HTTPStatus(problem.status_code).phrase,
        status=problem.status_code,
        detail=problem.detail,
        remedy=problem.remedy,
        errors=problem.errors,
    )
    headers = {"Cache-Control": "no-store", **(problem.headers or {})}
    return Response(msgspec.json.encode(details), problem.status_code, headers, media_type=MEDIA_TYPE)


def handle_problems(app: FastAPI) -> None:
    """Make every error of `app` an answer of this form."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(InputError, _input)


def _http(_request: Request, error: Exception) -> Response:
    """Answer for what the framework itself refuses: no such address, no such method, no body that can be read."""
    assert isinstance(error, HTTPException)
    if isinstance(error, Problem):
        return answer(error)
    return answer(Problem(error.status_code, str(error.detail), headers=error.headers))


def _invalid(_request: Request, error: Exception) -> Response:
    """Answer for parameters of the wrong form; what was sent is not sent back."""
    assert isinstance(error, RequestValidationError)
    flaws = tuple(Flaw(tuple(flaw["loc"]), _told(flaw)) for flaw in error.errors())
    return answer(Problem(422, "the request has parts of the wrong form", errors=flaws))


def _told(flaw: Mapping[str, Any]) -> str:
    """Return what is wrong with a parameter, in words that tell it to who writes an address."""
    return "no such parameter: see /api/v1/openapi.json" if flaw["type"] == "extra_forbidden" else str(flaw["msg"])


def _input(request: Request, error: Exception) -> Response:
    """Answer for an input that can't be used; a ledger that fails is no fault of the request's.

    The ledger's name stays here: it is nobody's business. So do the words of its database, which may quote a text.
    """
    assert isinstance(error, InputError)
    if error.source == request.app.state.ledger.name:
        why, _, words = error.problem.partition(": ")
        logs.ledger_failed(why, error.__cause__.__class__.__name__ if words else "")
        return answer(Problem(503, f"the ledger: {why}", remedy="try again", headers={"Retry-After": "5"}))
    return answer(Problem(422, error.problem, remedy=error.remedy))
