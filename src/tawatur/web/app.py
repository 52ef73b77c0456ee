"""The application: the ledger, the API, the pages, and what stands in front of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from starlette.middleware.base import RequestResponseEndpoint
from starlette.responses import Response

from tawatur import __version__
from tawatur.ledger import Ledger
from tawatur.model import InputError
from tawatur.web import api, health, pages
from tawatur.web.context import User
from tawatur.web.problems import handle_problems
from tawatur.web.schemas import describe
from tawatur.web.settings import Settings

_DESCRIPTION = "The claims that Arabic reports make about an armed conflict, and what the reports do with each other's."


def create_app(settings: Settings) -> FastAPI:
    """Return the application that serves a ledger. Raises InputError where there is no ledger to be had, or no accounts
    for a server that others can reach.
    """
    if settings.exposed:
        raise InputError(
            "others could reach it, and it has no accounts",
            source=settings.host,
            remedy="serve it on a loopback address",
        )
    ledger = Ledger.open(settings.ledger, read_only=settings.read_only)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        ledger.close()

    app = FastAPI(
        title="tawatur",
        version=__version__,
        description=_DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        # These pages would load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.ledger = ledger
    handle_problems(app)
    for part in (health, api, pages):
        app.include_router(part.router)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # FastAPI's own way to another description

    @app.middleware("http")
    async def know(request: Request, call_next: RequestResponseEndpoint) -> Response:
        request.state.user = User(name="local", role="admin")
        return await call_next(request)

    return app
