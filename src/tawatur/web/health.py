"""Whether the server lives and its ledger answers."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request, Response

from tawatur.web.answers import json_answer
from tawatur.web.context import ledger_of
from tawatur.web.schemas import answers

router = APIRouter(tags=["service"])


class Health(msgspec.Struct, frozen=True):
    """The server lives, and its ledger answers."""

    status: str = "ok"


@router.get("/health", summary="Health", responses=answers(Health, "All is well.", problems=(503,)))
def health(request: Request) -> Response:
    """Tell whether the server lives and its ledger answers; 503 where it does not."""
    ledger_of(request).has("")
    return json_answer(request, Health())
