"""Ledgers in PostgreSQL, for several machines or many users at once.

A reader sees one state of the ledger for as long as its transaction lasts, as on SQLite. Writers take an advisory lock
when they begin. A connection that the server has closed meanwhile is made anew before it is used.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError

from tawatur.ledger.engines import FULL, IN_USE, Engines, Trouble
from tawatur.model import InputError

SCHEMES = frozenset({"postgresql", "postgres"})

#: The writers' lock: one a database; the number is ours alone (`tawatur` on a telephone's keys).
_LOCK = 8292887
_CONNECTING = 10
#: A page is planned for what is asked of it, as one actor is frequent and another rare, and is read before any of it
#: could be compiled.
_PLANNING = "-c plan_cache_mode=force_custom_plan -c jit=off"

_AWAY = ("the database's server can't be reached", "check that it runs and that the URL is right, then try again")
_DENIED = ("the database's server refuses the user", "check user and password in the URL")
#: What PostgreSQL's error codes mean to a user (its manual, appendix A); the first two letters are a class of them.
_PROBLEMS: dict[str, Trouble] = {
    "08": _AWAY,
    "28": _DENIED,
    "25006": ("can't be written to", "use an account that may write, or name another --ledger"),
    "3D000": ("no such database", "make one: createdb NAME"),
    "42501": ("its user may not do this", "grant it the right to make tables and to write"),
    "53100": FULL,
    "53300": ("the database's server has too many connections", "try again later, or allow it more"),
    "55P03": IN_USE,
    "57P01": ("the database's server went away", "try again when it is back"),
    "57P02": ("the database's server went away", "try again when it is back"),
    "57P03": ("the database's server is starting or stopping", "try again in a moment"),
    "58": ("the database's server failed to read or write", "check its disk"),
    "XX001": ("damaged", "restore it from a copy, or read the reports into a new one"),
    "XX002": ("an index is damaged", "run REINDEX DATABASE on it"),
}


def engines(url: URL, *, read_only: bool, patience: float) -> Engines:
    """Return the engines of a database by its URL. Raises InputError where the driver is not installed."""
    name = url.set(drivername="postgresql").render_as_string(hide_password=True)
    options = f"-c lock_timeout={max(1, round(patience * 1000))}ms {_PLANNING}"
    given = url.query.get("options")
    arguments: dict[str, Any] = {
        "connect_timeout": _CONNECTING,
        "options": f"{given} {options}" if isinstance(given, str) else options,
    }
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg").difference_update_query(["options"]),
            connect_args=arguments,
            pool_pre_ping=True,
            max_overflow=-1,  # as many readers as there are threads
        )
    except ModuleNotFoundError as error:
        raise InputError(
            f"needs the Python package {error.name}", source=name, remedy="pip install 'tawatur[postgresql]'"
        ) from error
    event.listen(engine, "begin", _begin)
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(name, reader, engine.execution_options(writes=True, postgresql_readonly=read_only), explain)


def explain(error: DBAPIError) -> Trouble | None:
    """Return what PostgreSQL's error code means to a user; without one, the server did not answer at all."""
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        gone = error.connection_invalidated or type(error.orig).__name__ == "OperationalError"
        return _unanswered(str(error.orig)) if gone else None
    return _PROBLEMS.get(state) or _PROBLEMS.get(state[:2])


def _unanswered(message: str) -> Trouble:
    """Return what a failure to connect means; libpq gives no code for it, only words."""
    for words, code in (("does not exist", "3D000"), ("authentication failed", "28"), ("no password supplied", "28")):
        if words in message:
            return _PROBLEMS[code]
    return _AWAY


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
