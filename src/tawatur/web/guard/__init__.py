"""What stands in front of the application: limits, origins, headers, logs and measures. Plain ASGI, no ledger."""

from __future__ import annotations

from fastapi import FastAPI

from tawatur.web.guard.headers import Headers
from tawatur.web.guard.heads import Heads
from tawatur.web.guard.limits import Limits
from tawatur.web.guard.observer import Observer
from tawatur.web.guard.origins import Origins

__all__ = ["guard"]


def guard(app: FastAPI) -> None:
    """Put the guard in front of `app`, whose state holds settings and measures; the last added stands foremost."""
    app.add_middleware(Heads)
    app.add_middleware(Limits, settings=app.state.settings)
    app.add_middleware(Origins, settings=app.state.settings, accounts=app.state.authentication.local is None)
    app.add_middleware(Observer, measures=app.state.measures)
    app.add_middleware(Headers)
