"""The API's endpoints, a module for each kind of thing; all are below `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter

from tawatur.web.api import accounts, claims, description, documents, openid

router = APIRouter(prefix="/api/v1")
for part in (claims, documents, accounts, openid, description):
    router.include_router(part.router)
