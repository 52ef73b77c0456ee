"""HEAD, answered as GET is, without the body (RFC 9110, 9.3.2)."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class _EnoughError(Exception):
    """The headers are out, and nobody waits for a body: what makes it may stop."""


class Heads:
    """Passes HEAD on as GET, and keeps back what comes behind the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def headers_alone(message: Message) -> None:
            if message["type"] == "http.response.body":
                await send({"type": "http.response.body", "body": b""})
                raise _EnoughError
            await send(message)

        scope.setdefault("state", {})
        asked = {**scope, "method": "GET"}
        try:
            await self._app(asked, receive, headers_alone)
        except _EnoughError:
            pass
        finally:
            scope.update({name: asked[name] for name in ("route", "path_params") if name in asked})
