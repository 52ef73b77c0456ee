"""What SQLite is to look up in an index, and what not.

Its planner knows how many rows an index has, not how many have a value; so the ledger, which counts, tells it.
"""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import NullType

T = TypeVar("T")


class _Unindexed(GenericFunction[Any]):
    name = "unindexed"
    inherit_cache = True


def unindexed(expression: ColumnElement[T]) -> ColumnElement[T]:
    """Return the column or expression, kept from SQLite's indexes."""
    return _Unindexed(expression, type_=expression.type)


class _Same(GenericFunction[Any]):
    name = "same"
    type = NullType()  # of a truth value, SQLAlchemy would ask whether it is 1, which no index tells
    inherit_cache = True


def same(number: ColumnElement[int], other: ColumnElement[int]) -> ColumnElement[bool]:
    """Return whether two numbers are one, where the first is the last column of an index.

    Asked for a row of a number, SQLite reads the row, however long it is, though the index would tell.
    """
    return _Same(number, other)


@compiles(_Same)
def _equal(element: _Same, compiler: Any, **options: Any) -> str:
    number, other = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{number} = {other}"


@compiles(_Same, "sqlite")
def _between(element: _Same, compiler: Any, **options: Any) -> str:
    number, other = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{number} BETWEEN {other} AND {other}"


@compiles(_Unindexed)
def _plain(element: _Unindexed, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))


@compiles(_Unindexed, "sqlite")
def _signed(element: _Unindexed, compiler: Any, **options: Any) -> str:
    return f"+{compiler.process(element.clauses, **options)}"
