"""Connections to the ledger's database: the one place that knows one database from another.

On SQLite the journal is a write-ahead log with full synchronisation: what was committed outlives the process, and
the machine's power. A writer takes its lock when it begins, so that two writers wait for one another and never fail
half-way.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from tawatur.model import InputError

#: How long to wait for another program's lock, in seconds.
PATIENCE = 30.0

#: What SQLite's result codes mean to a user: (problem, remedy).
_PROBLEMS = {
    sqlite3.SQLITE_BUSY: ("in use by another program", "wait until that is done, or name another --ledger"),
    sqlite3.SQLITE_LOCKED: ("in use by another program", "wait until that is done, or name another --ledger"),
    sqlite3.SQLITE_READONLY: ("can't be written to", "make it writable, or name another --ledger"),
    sqlite3.SQLITE_PERM: ("can't be opened", "check its permissions"),
    sqlite3.SQLITE_AUTH: ("can't be opened", "check its permissions"),
    sqlite3.SQLITE_CANTOPEN: ("can't be opened", "check that its folder is there and writable"),
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and run the same command again: it goes on from here"),
    sqlite3.SQLITE_IOERR: ("the disk failed to read or write", "check the disk and the room left on it"),
    sqlite3.SQLITE_NOTADB: ("no tawatur ledger", "name another --ledger"),
    sqlite3.SQLITE_CORRUPT: ("damaged", "restore it from a copy, or read the reports into a new one"),
}
_PRIMARY_CODE = 0xFF


class Database:
    """A database by its path (an SQLite file) or URL; `reading` and `writing` give transactions on it."""

    def __init__(self, path: str, *, read_only: bool, patience: float = PATIENCE) -> None:
        self.name = path
        self._engine = _engine(path, read_only=read_only, patience=patience)
        self._writer = self._engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for reading. Raises InputError where the database fails."""
        with self._explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction that is kept whole or not at all. Raises InputError where the database fails."""
        with self._explained(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._explain(error) from error

    def _explain(self, error: DBAPIError) -> InputError:
        code = getattr(error.orig, "sqlite_errorcode", None)
        known = _PROBLEMS.get(code & _PRIMARY_CODE) if isinstance(code, int) else None
        if known is None:
            return InputError(f"the ledger's database failed: {error.orig}", source=self.name)
        problem, remedy = known
        return InputError(problem, source=self.name, remedy=remedy)


def _engine(path: str, *, read_only: bool, patience: float) -> Engine:
    if "://" not in path:
        return _sqlite(Path(path), read_only=read_only, patience=patience)
    try:
        url = make_url(path)
        if url.get_backend_name() == "sqlite" and url.database:
            return _sqlite(Path(url.database), read_only=read_only, patience=patience)
        return create_engine(url)
    except (ArgumentError, NoSuchModuleError) as error:
        raise InputError("no such kind of ledger", source=path, remedy="name a file, or a database's URL") from error
    except ModuleNotFoundError as error:
        raise InputError(f"needs the Python package {error.name}", source=path, remedy="install it") from error


def _sqlite(path: Path, *, read_only: bool, patience: float) -> Engine:
    if path.is_dir():
        raise InputError("a folder, no ledger", source=str(path), remedy="name a file")
    if read_only and not path.exists():
        raise InputError("no such ledger", source=str(path), remedy="make one: tawatur read PATH...")
    engine = create_engine(
        "sqlite://",
        # The pool hands a connection from thread to thread, never to two at once.
        creator=lambda: sqlite3.connect(
            _location(path, read_only=read_only), uri=True, timeout=patience, check_same_thread=False
        ),
        poolclass=QueuePool,
    )
    event.listen(engine, "connect", _prepare_reader if read_only else _prepare_writer)
    event.listen(engine, "begin", _begin)
    return engine


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
