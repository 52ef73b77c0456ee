"""Many rows put in a table at once, in the transaction that is under way: by COPY on PostgreSQL, INSERT on SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from tawatur.ledger.rows import Row


def put(connection: Connection, table: Table, values: Sequence[Row]) -> None:
    """Put rows in a table; all fill the same columns."""
    if not values:
        return
    preparer = connection.dialect.identifier_preparer
    names = [preparer.format_column(table.c[name]) for name in values[0]]
    put_tuples(connection, preparer.format_table(table), names, (tuple(row.values()) for row in values))


def put_tuples(connection: Connection, table: str, columns: Sequence[str], values: Iterable[tuple[Any, ...]]) -> None:
    """Put rows in a table, each the values of `columns` in their order; names are given as SQL writes them."""
    place = f"{table} ({', '.join(columns)})"
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {place} FROM STDIN", values)
    elif given := list(values):
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {place} VALUES ({marks})", given)  # noqa: S608  our own names


def _copy(connection: Connection, statement: str, values: Iterable[tuple[Any, ...]]) -> None:
    """Copy rows in by the driver, whose errors come out as those of any other statement."""
    driver: Any = connection.connection.driver_connection
    assert connection.dialect.dbapi is not None
    base = connection.dialect.dbapi.Error
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in values:
                copy.write_row(row)
    except base as error:
        gone = connection.dialect.is_disconnect(error, driver, None)
        if gone:
            connection.invalidate(error)
        raise DBAPIError.instance(
            statement, None, error, base, connection_invalidated=gone, dialect=connection.dialect
        ) from error
