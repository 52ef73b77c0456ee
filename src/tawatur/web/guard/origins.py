"""Whose pages a browser was on: names that point here by a trick, and forms of other sites, are refused."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from tawatur.web.access import SAFE
from tawatur.web.problems import Problem, answer
from tawatur.web.settings import Settings, is_loopback


class Origins:
    """Checks the Host header of all requests, and the origin of those that change something.

    Without accounts whoever reaches the server is let in, so that a page elsewhere whose name is made to point to this
    machine must not: it keeps that name in the Host header.
    """

    def __init__(self, app: ASGIApp, settings: Settings, *, accounts: bool) -> None:
        self._app = app
        self._public = settings.public_host
        self._accounts = accounts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        problem = self._problem(scope) if scope["type"] == "http" else None
        if problem is not None:
            await answer(problem)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _problem(self, scope: Scope) -> Problem | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if not self._known(host):
            return Problem(421, "this server has another name")
        if scope["method"] in SAFE:
            return None
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return Problem(403, "sent from another site's page")
        origin = headers.get("origin")
        if origin is not None and _host_of(origin) not in {host, self._public}:
            return Problem(403, "sent from another site's page")
        return None

    def _known(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if is_loopback(name):
            return True
        return self._accounts and self._public in {None, host}


def _host_of(origin: str) -> str:
    """Return the host of an origin; nothing for what is none (`null`, rubbish)."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
