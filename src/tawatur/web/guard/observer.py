"""Every request in the log and in the measures, and what failed inside, without anybody's words."""

from __future__ import annotations

import os
import time
import traceback
import uuid

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.web import logs
from tawatur.web.measures import Measures
from tawatur.web.problems import Problem, answer

#: What needs to ask nobody: files that are the same for all.
_OPEN = "/static/"


class Observer:
    """Counts, logs, and turns what nothing else caught into a problem: an error, an endpoint that asked nobody."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self._app = app
        self._measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and write down what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        request_id = uuid.uuid4().hex[:16]
        status = 0

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                if message["status"] < 400 and not _asked(scope):
                    raise LookupError("an endpoint that asks nothing of who calls it")
                status = message["status"]
                message["headers"].append((b"x-request-id", request_id.encode()))
            await send(message)

        try:
            with self._measures.under_way():
                await self._app(scope, receive, seen)
        except Exception as error:
            logs.failed(request_id, error.__class__.__name__, _frames(error))
            if status:  # half of the answer has gone out: the connection must tell that the rest is missing
                raise
            status = 500
            await answer(
                Problem(
                    500,
                    f"the server failed; its log says where, under {request_id}",
                    headers={"X-Request-Id": request_id},
                )
            )(scope, receive, send)
        finally:
            seconds = time.monotonic() - began
            route = route_of(scope)
            self._measures.count(scope["method"], route, status, seconds)
            logs.answered(request_id, scope["method"], route, status, seconds)


def _asked(scope: Scope) -> bool:
    return scope.get("state", {}).get("asked", False) or str(scope["path"]).startswith(_OPEN)


def _frames(error: BaseException) -> list[str]:
    """Return where in our own code an error came about, and where at last; not its message, which may quote a text."""
    frames = traceback.extract_tb(error.__traceback__)
    kept = [frame for frame in frames if f"{os.sep}tawatur{os.sep}" in frame.filename and frame.name != "__call__"]
    if frames[-1:] != kept[-1:]:
        kept += frames[-1:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in kept]


def route_of(scope: Scope) -> str:
    """Return the form of the address, `/api/v1/claims/{claim_id}`, not the address: it may hold what was sought.

    A route may know its own end alone, without what stands before it in all addresses of its router.
    """
    form = getattr(scope.get("route"), "path_format", None)
    if not form:
        return "unknown"
    end = str(form).format(**scope.get("path_params", {}))
    path = str(scope["path"])
    return path[: -len(end)] + str(form) if path.endswith(end) else str(form)
