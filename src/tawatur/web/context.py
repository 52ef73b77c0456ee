"""What a request carries: the ledger, the settings, who asks, and in which language.

Pages and API ask here and nowhere else.
"""

from __future__ import annotations

from typing import cast

from fastapi import Request

from tawatur.client.own_pack import with_own_pack
from tawatur.ledger import Ledger
from tawatur.packs import Knowledge, load, names
from tawatur.web.accounts.authentication import User
from tawatur.web.accounts.cookies import csrf_token
from tawatur.web.problems import Problem
from tawatur.web.settings import Settings

__all__ = [
    "LOCALES",
    "User",
    "csrf_token",
    "current_user",
    "knowledge_of",
    "ledger_of",
    "locale_of",
    "packs_of",
    "settings_of",
    "signed",
]

#: The languages of the pages, the first where a browser wants neither.
LOCALES = ("ar", "en")


def ledger_of(request: Request) -> Ledger:
    """Return the ledger that is served."""
    return cast("Ledger", request.app.state.ledger)


def settings_of(request: Request) -> Settings:
    """Return the server's settings."""
    return cast("Settings", request.app.state.settings)


def knowledge_of(request: Request) -> Knowledge:
    """Return what the server's packs and the ledger's own know, loaded when it is first asked for."""
    return load(packs_of(request))


def packs_of(request: Request) -> tuple[str, ...]:
    """Return the packs of an answer: the server's, all bundled ones where none is named, then the ledger's own."""
    return with_own_pack(settings_of(request).packs or names(), ledger_of(request))


def current_user(request: Request) -> User | None:
    """Return who asks, None where nobody has signed in, or where the address is nobody's."""
    return cast("User | None", getattr(request.state, "user", None))


def signed(request: Request) -> User:
    """Return who asks, where the endpoint lets nobody else in."""
    user = current_user(request)
    if user is None:
        raise Problem(401, "sign in first, or bring a token", headers={"WWW-Authenticate": "Bearer"})
    return user


def locale_of(request: Request) -> str:
    """Return the language of a page: the one that its address begins with, else the one that the browser likes best."""
    first = request.url.path.split("/", 2)[1]
    if first in LOCALES:
        return first
    for wish in request.headers.get("accept-language", "").split(","):
        language = wish.split(";")[0].strip().lower().split("-")[0]
        if language in LOCALES:
            return language
    return LOCALES[0]
