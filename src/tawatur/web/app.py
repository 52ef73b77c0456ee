"""The application: the ledger, the API, the pages, and what stands in front of them."""

from __future__ import annotations

import getpass
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.types import Lifespan

from tawatur import __version__
from tawatur.client import open_ledger
from tawatur.client.own_pack import with_own_pack
from tawatur.ledger import Ledger
from tawatur.model import InputError
from tawatur.packs import load, names
from tawatur.web import api, health, pages
from tawatur.web.accounts.authentication import Authentication, User
from tawatur.web.accounts.openid import Provider
from tawatur.web.describing import describe
from tawatur.web.guard import guard
from tawatur.web.measures import Measures
from tawatur.web.problems import handle_problems
from tawatur.web.reading import Reader
from tawatur.web.settings import Settings
from tawatur.web.upkeep import Upkeep

_DESCRIPTION = "The claims that Arabic reports make about an armed conflict, and what the reports do with each other's."


def create_app(settings: Settings) -> FastAPI:
    """Return the application that serves a ledger.

    Raises InputError where there is no ledger to be had, or no accounts for a server that others can reach.
    """
    ledger = open_ledger(settings.ledger, read_only=settings.read_only)
    try:
        authentication = _authentication(ledger, settings)
        provider = _provider(settings)
    except InputError:
        ledger.close()
        raise

    upkeep = Upkeep(ledger, lambda: load(with_own_pack(settings.packs or names(), ledger)))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        if not settings.read_only:
            upkeep.begin()
        yield
        upkeep.end()
        ledger.close()
        authentication.ledger.close()

    app = _assembled(lifespan)
    app.state.settings = settings
    app.state.ledger = ledger
    app.state.authentication = authentication
    app.state.provider = provider
    app.state.reader = Reader()
    app.state.upkeep = upkeep
    app.state.measures = Measures()
    handle_problems(app)
    guard(app)
    return app


def description() -> dict[str, Any]:
    """Return the API's description (OpenAPI 3.1), which is the same for every ledger."""
    return _assembled(None).openapi()


def _assembled(lifespan: Lifespan[FastAPI] | None) -> FastAPI:
    app = FastAPI(
        title="tawatur",
        version=__version__,
        description=_DESCRIPTION,
        # The description is an endpoint of its own; the framework's pages would load scripts from elsewhere.
        openapi_url=None,
        lifespan=lifespan,
    )
    for part in (health, api, pages):
        app.include_router(part.router)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # FastAPI's own way to another description
    return app


def _authentication(ledger: Ledger, settings: Settings) -> Authentication:
    """Return what tells who asks: users that sign in, where there are some, else the one user of this machine."""
    with ledger.accounts() as accounts:
        if settings.exposed and not accounts.exist("admin"):
            raise InputError(
                "others could reach it, and it has no accounts",
                source=settings.public_url or settings.host,
                remedy="make one: tawatur user add NAME --role admin",
            )
        if not accounts.exist():
            return Authentication(ledger, User(name=_own_name(), role="admin", by="machine"))
    return Authentication(_keeper(settings, ledger) if settings.read_only else ledger, None)


def _provider(settings: Settings) -> Provider | None:
    """Return the OpenID provider. Raises InputError where it would not know whereto to send users back."""
    if settings.openid is None:
        return None
    if settings.public_url is None and settings.exposed:
        raise InputError(
            "users could not be sent back from there", source=settings.openid.issuer, remedy="give the public URL"
        )
    return Provider(settings.openid)


def _keeper(settings: Settings, ledger: Ledger) -> Ledger:
    """Return a ledger that sessions can be written to; where the file allows none, tokens are the only way in."""
    try:
        return open_ledger(settings.ledger)
    except InputError:
        return ledger


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account of the machine without a name
        return "local"
