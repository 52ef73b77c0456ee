"""The API's own description."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from tawatur.web.answers import json_answer
from tawatur.web.describing import endpoint

router = APIRouter(tags=["service"])


@router.get("/openapi.json", summary="This description", **endpoint(None, dict, "The description, OpenAPI 3.1."))
def openapi(request: Request) -> Response:
    """Describe the API."""
    return json_answer(request, request.app.openapi())
