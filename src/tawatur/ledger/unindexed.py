"""A column that SQLite is not to look up in an index.

Its planner knows how many rows an index has, not how many have a value; so the ledger, which counts, tells it.
"""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

T = TypeVar("T")


class _Unindexed(GenericFunction[Any]):
    name = "unindexed"
    inherit_cache = True


def unindexed(expression: ColumnElement[T]) -> ColumnElement[T]:
    """Return the column or expression, kept from SQLite's indexes."""
    return _Unindexed(expression, type_=expression.type)


@compiles(_Unindexed)
def _plain(element: _Unindexed, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))


@compiles(_Unindexed, "sqlite")
def _signed(element: _Unindexed, compiler: Any, **options: Any) -> str:
    return f"+{compiler.process(element.clauses, **options)}"
