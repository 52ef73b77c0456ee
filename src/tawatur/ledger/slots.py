"""The parts of a question that an index knows, under each value the numbers of its claims in order.

Of such parts the rarest is walked in the order of reading, and each number is looked up under the others, by indexes
alone; only claims that meet them all are read. So the first page of a question costs at most the walk of its rarest
part, also where its parts are all frequent and seldom meet.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, select, true
from sqlalchemy.sql.selectable import FromClause

from tawatur.ledger.tables import claims, parties, places, sources
from tawatur.ledger.tallies import Facet, total
from tawatur.ledger.unindexed import same

#: Values of one slot that are walked side by side, at most.
_MOST_VALUES = 8


class Slot(NamedTuple):
    """One of `values` in a column; `owner` is the claim's number, `besides` what its row must have in other columns.

    An index has the column first and the number behind; `facet` counts the column's values.
    """

    column: Column[str]
    owner: Column[int]
    values: tuple[str, ...]
    facet: Facet
    besides: tuple[tuple[str, Any], ...] = ()

    @property
    def can_lead(self) -> bool:
        """Whether it can be walked in order."""
        return len(self.values) <= _MOST_VALUES

    def numbers(self) -> Select[int]:
        """Return the numbers of the claims that have one of the values."""
        table = self.owner.table.alias()
        return select(table.c[self.owner.name]).where(*self._rows(table, self.values))

    def holds(self, number: ColumnElement[int]) -> ColumnElement[bool]:
        """Return the condition that the claim of a number has one of the values, looked up in the index."""
        table = self.owner.table.alias()
        return exists().where(*self._rows(table, self.values), same(table.c[self.owner.name], number))

    def walk(
        self, value: str, conditions: Callable[[ColumnElement[int]], Iterable[ColumnElement[bool]]]
    ) -> Select[int]:
        """Return the numbers of the claims of one value that meet conditions on a number and on the claim's row."""
        table = self.owner.table.alias()
        number: Column[int] = table.c[self.owner.name]
        met = and_(*self._rows(table, (value,)), *conditions(number))
        walked = select(number.label("number")).distinct().join_from(table, claims, claims.c.number == number)
        return walked.where(met)

    def count(self, connection: Connection) -> int:
        """Return how many claims have the values, as the tallies have it: those with two of them count twice."""
        return total(connection, self.facet, self.values)

    def _rows(self, table: FromClause, values: Sequence[str]) -> Iterator[ColumnElement[bool]]:
        column = table.c[self.column.name]
        yield column == values[0] if len(values) == 1 else column.in_(values)
        for name, value in self.besides:
            yield table.c[name] == value


def first_of(
    connection: Connection, walks: Sequence[Select[int]], after: int | None, limit: int, *, descending: bool
) -> list[int]:
    """Return the first numbers of some walks taken together, at most `limit`, each once."""
    streams = []
    for walk in walks:
        number = walk.selected_columns[0]
        behind = true() if after is None else number < after if descending else number > after
        ordered = walk.where(behind).order_by(number.desc() if descending else number).limit(limit)
        streams.append(connection.scalars(ordered).all())
    return list(islice(dict.fromkeys(heapq.merge(*streams, reverse=descending)), limit))


def of_the_claim(column: Column[str], facet: Facet, values: Sequence[str]) -> Slot:
    """Return a slot in the claim's own row."""
    return Slot(column, claims.c.number, tuple(values), facet)


def party(role: Facet, actors: Sequence[str]) -> Slot:
    """Return the slot of the parties of a role."""
    return Slot(parties.c.actor, parties.c.claim, tuple(actors), role, (("role", role),))


def source(actors: Sequence[str], *, origin: bool) -> Slot:
    """Return the slot of the sources: of any hop, or of the first."""
    besides = (("position", 0),) if origin else ()
    return Slot(sources.c.actor, sources.c.claim, tuple(actors), "source", besides)


def place(column: Column[str], facet: Facet, values: Sequence[str]) -> Slot:
    """Return a slot of the places: their countries or their names."""
    return Slot(column, places.c.claim, tuple(values), facet)
