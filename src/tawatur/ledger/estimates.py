"""How many rows PostgreSQL expects: from its statistics, at no more than the cost of a plan."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Executable, Select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ClauseElement


class _Explained(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, selection: Select[Any]) -> None:
        self.selection = selection


@compiles(_Explained)
def _explain(element: _Explained, compiler: Any, **options: Any) -> str:
    return f"EXPLAIN (FORMAT JSON) {compiler.process(element.selection, **options)}"


def expected(connection: Connection, selection: Select[Any]) -> int:
    """Return how many rows PostgreSQL expects of a selection."""
    plan: Any = connection.execute(_Explained(selection)).scalar_one()
    return int(plan[0]["Plan"]["Plan Rows"])
