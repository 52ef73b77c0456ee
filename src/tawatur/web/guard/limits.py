"""How large a request's body may be, and how slow; and the one letter that no address may hold."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.web.problems import Problem, answer
from tawatur.web.settings import Settings


class Limits:
    """Refuses a body that is too large before it is read (413), or comes too slowly (408)."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._most = settings.largest_body
        self._patience = settings.patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its body counted."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if b"%00" in scope.get("raw_path", b"") or b"%00" in scope["query_string"]:  # no database has it in a text
            await answer(Problem(422, "an address with the letter U+0000"))(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if int(declared) > self._most:  # the server lets digits through alone
            await answer(self._too_large())(scope, receive, send)
            return
        read = 0
        whole = False

        async def counted() -> Message:
            nonlocal read, whole
            if whole:  # what is waited for now is the client's going away
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), self._patience)
            except TimeoutError:
                raise Problem(408, "the request's body comes too slowly", headers={"Connection": "close"}) from None
            read += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if read > self._most:
                raise self._too_large()
            return message

        await self._app(scope, counted, send)

    def _too_large(self) -> Problem:
        return Problem(413, f"a body has at most {self._most:,} bytes", headers={"Connection": "close"})
