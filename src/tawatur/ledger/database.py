"""A ledger's database: transactions on it, and its troubles told in one line.

What one database does otherwise than another stands in `sqlite` and `postgresql` alone. On both, one writer is at work
at a time, from the beginning of its transaction: two wait for one another, never fail half-way, and rows are numbered
in the order in which they appear to readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from tawatur.ledger import postgresql, sqlite
from tawatur.ledger.engines import Engines
from tawatur.model import InputError

#: How long to wait for another program's lock, in seconds.
PATIENCE = 30.0


class Database:
    """A database by its path (an SQLite file) or URL; `reading` and `writing` give transactions on it.

    `name` is what messages call it, without a password; `kind` which database it is. `before_commit` is done at the end
    of every transaction that writes, in it.
    """

    def __init__(self, path: str, *, read_only: bool, patience: float = PATIENCE) -> None:
        self._engines = _engines(path, read_only=read_only, patience=patience)
        self.name = self._engines.name
        self.before_commit: Callable[[Connection], None] = _nothing

    @property
    def kind(self) -> Literal["sqlite", "postgresql"]:
        """Return which database it is."""
        return "postgresql" if self._engines.reader.dialect.name == "postgresql" else "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the ledger. Raises InputError where the database fails."""
        with self._explained(), self._engines.reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, finishing: bool = True) -> Iterator[Connection]:
        """Give a transaction that is kept whole or not at all, `before_commit` done in it where `finishing`.

        Raises InputError where the database fails.
        """
        with self._explained(), self._engines.writer.begin() as connection:
            yield connection
            if finishing:
                self.before_commit(connection)

    def settle(self) -> None:
        """Let the database look at what it holds, and tidy up behind many additions."""
        if self.kind == "sqlite":
            with self.writing(finishing=False) as connection:
                connection.exec_driver_sql("ANALYZE")
            return
        outside = self._engines.writer.execution_options(isolation_level="AUTOCOMMIT")
        with self._explained(), outside.connect() as connection:
            connection.exec_driver_sql("VACUUM (ANALYZE)")

    def close(self) -> None:
        """Close all connections."""
        self._engines.reader.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            told = str(error.orig).strip().partition("\n")[0]
            problem, remedy = self._engines.explain(error) or (f"the ledger's database failed: {told}", None)
            raise InputError(problem, source=self.name, remedy=remedy) from error


def _nothing(_connection: Connection) -> None:
    """Do nothing: a database that no ledger has opened has nothing to keep in step."""


def _engines(path: str, *, read_only: bool, patience: float) -> Engines:
    if "://" not in path:
        return sqlite.engines(Path(path), read_only=read_only, patience=patience)
    try:
        url = make_url(path)
        if url.drivername.partition("+")[0] in postgresql.SCHEMES:
            return postgresql.engines(url, read_only=read_only, patience=patience)
        if url.get_backend_name() == "sqlite":
            return sqlite.engines(url.database and Path(url.database), read_only=read_only, patience=patience)
    except (ArgumentError, NoSuchModuleError) as error:
        raise InputError("no such kind of ledger", source=path, remedy="name a file, or a database's URL") from error
    raise InputError("no such kind of ledger", source=path, remedy="name a file, or a database's URL")
