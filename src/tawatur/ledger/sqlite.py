"""Ledgers in SQLite: a file, made on first use.

The journal is a write-ahead log with full synchronisation: what was committed outlives the process, and the machine's
power. A writer takes its lock when it begins.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from tawatur.ledger.engines import FULL, IN_USE, Engines, Trouble
from tawatur.model import InputError

_PROBLEMS: dict[int, Trouble] = {
    sqlite3.SQLITE_BUSY: IN_USE,
    sqlite3.SQLITE_LOCKED: IN_USE,
    sqlite3.SQLITE_READONLY: ("can't be written to", "make it writable, or name another --ledger"),
    sqlite3.SQLITE_PERM: ("can't be opened", "check its permissions"),
    sqlite3.SQLITE_AUTH: ("can't be opened", "check its permissions"),
    sqlite3.SQLITE_CANTOPEN: ("can't be opened", "check that its folder is there and writable"),
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: ("the disk failed to read or write", "check the disk and the room left on it"),
    sqlite3.SQLITE_NOTADB: ("no tawatur ledger", "name another --ledger"),
    sqlite3.SQLITE_CORRUPT: ("damaged", "restore it from a copy, or read the reports into a new one"),
}
_PRIMARY_CODE = 0xFF


def engines(path: Path | str | None, *, read_only: bool, patience: float) -> Engines:
    """Return the engines of a file; of a ledger in memory, where there is no path."""
    if not path:
        engine = create_engine("sqlite://", poolclass=StaticPool)
    else:
        path = Path(path)
        _check(path, read_only=read_only)
        engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(
                _location(path, read_only=read_only), uri=True, timeout=patience, check_same_thread=False
            ),
            poolclass=QueuePool,
            max_overflow=-1,  # as many readers as there are threads
        )
    event.listen(engine, "connect", _prepare_reader if read_only else _prepare_writer)
    event.listen(engine, "begin", _begin)
    return Engines(str(path or "memory"), engine, engine.execution_options(writes=True), explain)


def explain(error: DBAPIError) -> Trouble | None:
    """Return what SQLite's result code means to a user."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return _PROBLEMS.get(code & _PRIMARY_CODE) if isinstance(code, int) else None


def _check(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        raise InputError("a folder, no ledger", source=str(path), remedy="name a file")
    if read_only and not path.exists():
        raise InputError("no such ledger", source=str(path), remedy="make one: tawatur read PATH...")


def _location(path: Path, *, read_only: bool) -> str:
    """Return the URI of an SQLite file.

    A ledger in a folder that can't be written to has no room for a log beside it; where there is none, the file
    can't change while it is read.
    """
    location = path.absolute().as_uri()
    if not read_only:
        return f"{location}?mode=rwc"
    log = path.with_name(f"{path.name}-wal")
    return f"{location}?mode=ro" if log.exists() or _can_write(path.parent) else f"{location}?immutable=1"


def _can_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _prepare_reader(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves


def _prepare_writer(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    if cursor.execute("PRAGMA page_count").fetchone() == (0,):  # a new file, and not some other program's
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
