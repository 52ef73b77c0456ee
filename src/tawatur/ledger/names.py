"""The names that stand in a column: few, however many rows there are, so that parts of them are sought in memory."""

from __future__ import annotations

from sqlalchemy import Column, Connection, func, select


def names_in(connection: Connection, column: Column[str]) -> list[str]:
    """Return the different values of a column that has an index, by a step of the index for each."""
    first = select(func.min(column).label("name")).cte("name", recursive=True)
    following = select(func.min(column)).where(column > first.c.name).scalar_subquery()
    every = first.union_all(select(following).where(first.c.name.is_not(None)))
    selection = select(every.c.name).where(every.c.name.is_not(None))
    return [str(name) for name in connection.scalars(selection)]


def names_with(connection: Connection, column: Column[str], part: str) -> list[str]:
    """Return the values of a column that have a part in them, capital or small letters alike."""
    sought = part.casefold()
    return [name for name in names_in(connection, column) if sought in name.casefold()]
