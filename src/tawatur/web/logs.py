"""The log: a JSON object a line on standard error, with no text of a report, no query and no secret."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

from tawatur.web.accounts.clock import now

_LOG = logging.getLogger("tawatur.web")

#: What a record of ours may say beside its event; whatever else a record holds is left out.
_FIELDS = ("request", "method", "route", "status", "ms", "error", "frames", "address", "ledger")


class _Lines(logging.Formatter):
    """A record as a line of JSON. Of other programs' records the message is kept, never an error's own words."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {"time": now(), "level": record.levelname.lower(), "event": record.getMessage()}
        line.update({name: getattr(record, name) for name in _FIELDS if hasattr(record, name)})
        return json.dumps(line, ensure_ascii=False)


class _StandardError(logging.Handler):
    """Writes to what is standard error at the moment."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record's line."""
        sys.stderr.write(f"{self.format(record)}\n")
        sys.stderr.flush()


def configuration() -> dict[str, Any]:
    """Return the logging configuration of a server: our lines and uvicorn's warnings, all in one form."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": _Lines}},
        "handlers": {"lines": {"class": f"{__name__}.{_StandardError.__name__}", "formatter": "lines"}},
        "loggers": {
            "tawatur.web": {"handlers": ["lines"], "level": "INFO", "propagate": False},
            "asyncio": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
            "uvicorn": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
        },
    }


def answered(request: str, method: str, route: str, status: int, seconds: float) -> None:
    """Log an answer."""
    fields = {"request": request, "method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
    _LOG.info("answered", extra=fields)


def failed(request: str, error: str, frames: list[str]) -> None:
    """Log an error by its kind and place."""
    _LOG.error("failed", extra={"request": request, "error": error, "frames": frames})


def put_off(why: str) -> None:
    """Log that the findings could not be brought up to date this time."""
    _LOG.warning("findings put off", extra={"error": why})


def ledger_failed(why: str, error: str) -> None:
    """Log that the ledger could not be used."""
    _LOG.error("the ledger failed", extra={"error": f"{why} ({error})" if error else why})
