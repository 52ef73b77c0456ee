"""The API's endpoints, a module for each kind of thing; all are below `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter

from tawatur.web.api import (
    accounts,
    claims,
    decisions,
    description,
    documents,
    exports,
    findings,
    openid,
    overviews,
    registers,
    reviewing,
)

router = APIRouter(prefix="/api/v1")
for part in (
    claims, documents, findings, registers, exports, overviews, decisions, reviewing, accounts, openid, description,
):  # fmt: skip
    router.include_router(part.router)
