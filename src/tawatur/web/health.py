"""Whether the server lives and its ledger answers; what it did since it started."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request, Response

from tawatur.web.answers import json_answer
from tawatur.web.context import current_user, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.problems import Problem
from tawatur.web.settings import is_loopback

router = APIRouter(tags=["service"])

#: What a proxy adds to a request that it passes on.
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "via")


class Health(msgspec.Struct, frozen=True):
    """The server lives, and its ledger answers."""

    status: str = "ok"


@router.get("/health", summary="Health", **endpoint(None, Health, "All is well."))
def health(request: Request) -> Response:
    """Tell whether the server lives and its ledger answers; 503 where it does not."""
    ledger_of(request).has("")
    return json_answer(request, Health())


@router.get(
    "/metrics", summary="Measures", **endpoint(None, str, "In the text form of Prometheus.", media_type="text/plain")
)
def metrics(request: Request) -> Response:
    """Tell what the server did since it started: to this machine itself, and to admins."""
    user = current_user(request)
    if not _from_here(request) and (user is None or not user.may("admin")):
        raise Problem(403, "measures are for this machine itself, and for admins")
    authentication = request.app.state.authentication
    text = request.app.state.measures.text({"tawatur_sign_in_failures_total": authentication.failures})
    return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")


def _from_here(request: Request) -> bool:
    """Return whether a request comes from this machine itself, not from its proxy."""
    if any(name in request.headers for name in _PASSED_ON):
        return False
    return request.client is not None and is_loopback(request.client.host) and is_loopback(request.url.hostname or "")
