"""How the application is run by its HTTP server."""

from __future__ import annotations

from collections.abc import Sequence

import uvicorn
from fastapi import FastAPI

from tawatur.web import logs

#: How long requests that are under way may take to end, in seconds, when the server is stopped.
_GRACE = 10

#: Connections at once; one more is told to come back later.
_MOST = 1_000


def configuration(app: FastAPI, *, host: str, port: int, proxies: Sequence[str] = ()) -> uvicorn.Config:
    """Return the server's configuration; `proxies` are the addresses whose X-Forwarded-For and -Proto are believed."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        http="h11",
        ws="none",
        log_config=logs.configuration(),
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        limit_concurrency=_MOST,
        timeout_graceful_shutdown=_GRACE,
    )
