"""The numbers of rows, where rows were put in with numbers of their own."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, func, inspect, select, text

from tawatur.ledger.tables import metadata


def go_on_from_the_newest(connection: Connection) -> None:
    """Let new rows be numbered from the newest on; SQLite does so by itself, PostgreSQL counts apart."""
    if connection.dialect.name != "postgresql":
        return
    there = set(inspect(connection).get_table_names())
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if table.name in there and column is not None and isinstance(column.type, Integer) and not column.foreign_keys:
            sequence = connection.scalar(
                text("SELECT pg_get_serial_sequence(:name, :column)"), {"name": table.name, "column": column.name}
            )
            newest = connection.scalar(select(func.max(column)))
            if sequence is not None and newest is not None:
                connection.execute(text("SELECT setval(:sequence, :newest)"), {"sequence": sequence, "newest": newest})
