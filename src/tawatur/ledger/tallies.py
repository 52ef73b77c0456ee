"""How many claims there are of each kind, kept with every change: a ledger of millions is counted at no cost.

A tally is the number of claims of one measure that have one value of a facet, as they stand after review; a claim with
two places in one country counts once for it. Whoever adds claims adds theirs; whoever changes those of a document takes
its tallies away before and adds them after.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, Select, func, literal, select, true
from sqlalchemy.dialects import postgresql, sqlite

from tawatur.ledger.query import ClaimQuery
from tawatur.ledger.tables import claims, parties, places, sources, tallies
from tawatur.ledger.unindexed import unindexed

#: What claims may be counted by. `month` is that of their report, `country` that of their places, `place` a place as
#: the claims name it, `source` any hop.
Facet = Literal["measure", "unit", "modality", "publisher", "month", "country", "place", "of", "by", "source"]

#: The facets that stand in the claim's own row.
OF_THE_CLAIM: dict[Facet, ColumnElement[Any]] = {
    "measure": claims.c.measure,
    "unit": claims.c.unit,
    "modality": claims.c.modality,
    "publisher": claims.c.publisher,
    "month": func.substr(claims.c.date, 1, 7),
}
#: The others: the value, the claim that it belongs to, and what else is asked of its row.
OF_ITS_SLOTS: dict[Facet, tuple[Column[Any], Column[int], tuple[ColumnElement[bool], ...]]] = {
    "country": (places.c.country, places.c.claim, ()),
    "place": (places.c.name, places.c.claim, ()),
    "of": (parties.c.actor, parties.c.claim, (parties.c.role == "of",)),
    "by": (parties.c.actor, parties.c.claim, (parties.c.role == "by",)),
    "source": (sources.c.actor, sources.c.claim, ()),
}


def add(connection: Connection, chosen: ColumnElement[bool], *, sign: Literal[1, -1] = 1) -> None:
    """Add the claims that meet a condition to the tallies; with the sign -1, take them away."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for facet in (*OF_THE_CLAIM, *OF_ITS_SLOTS):
        columns = ["facet", "measure", "value", "claims"]
        added = insert(tallies).from_select(columns, _counted(facet, chosen, sign))
        together = {"claims": tallies.c.claims + added.excluded.claims}
        connection.execute(added.on_conflict_do_update(index_elements=tallies.primary_key.columns, set_=together))


@contextmanager
def kept(connection: Connection, document: int) -> Iterator[None]:
    """Keep the tallies right while the claims of a document are changed."""
    chosen = claims.c.document == document
    add(connection, chosen, sign=-1)
    yield
    add(connection, chosen)


def known(query: ClaimQuery) -> bool:
    """Tell whether tallies answer a question: one for everything, or for measures alone."""
    return query == ClaimQuery(measures=query.measures)


def counts(
    connection: Connection, facet: Facet, measures: Sequence[str] = (), most: int | None = None
) -> dict[str, int]:
    """Return the values of a facet with their claims, `most` of them at most, the most frequent first."""
    total = func.sum(tallies.c.claims)
    selection = select(tallies.c.value, total).where(tallies.c.facet == facet)
    if measures:
        selection = selection.where(tallies.c.measure.in_(measures))
    ordered = selection.group_by(tallies.c.value).having(total > 0).order_by(total.desc(), tallies.c.value)
    return {str(value): int(count) for value, count in connection.execute(ordered.limit(most))}


def total(connection: Connection, facet: Facet, values: Collection[str]) -> int:
    """Return how many claims have one of some values of a facet; one that has two of them counts twice."""
    selection = select(func.sum(tallies.c.claims)).where(tallies.c.facet == facet, tallies.c.value.in_(values))
    return connection.scalar(selection) or 0


def pairs(
    connection: Connection, measures: Sequence[str], modalities: Sequence[str] = ()
) -> dict[tuple[str, str], int]:
    """Return how many claims there are of some measures and modalities (all, where none are named), pair by pair."""
    selection = select(tallies.c.measure, tallies.c.value, tallies.c.claims).where(
        tallies.c.facet == "modality", tallies.c.measure.in_(measures), tallies.c.claims > 0
    )
    if modalities:
        selection = selection.where(tallies.c.value.in_(modalities))
    return {(row[0], row[1]): int(row[2]) for row in connection.execute(selection)}


def _counted(facet: Facet, chosen: ColumnElement[bool], sign: int) -> Select[Any]:
    """Return the tallies of a facet of the claims that meet a condition.

    These are few, and an index that has all claims by their measure is no help, though SQLite would take it.
    """
    conditions = [chosen, claims.c.reviewed.is_(true())]
    measure: ColumnElement[Any] = unindexed(claims.c.measure)
    if facet in OF_THE_CLAIM:
        value: ColumnElement[Any] = unindexed(OF_THE_CLAIM[facet])
        counted = select(literal(facet), measure, value, sign * func.count()).select_from(claims)
    else:
        column, owner, more = OF_ITS_SLOTS[facet]
        value = unindexed(column)
        conditions += more
        counted = select(literal(facet), measure, value, sign * func.count(owner.distinct()))
        counted = counted.join_from(claims, owner.table, owner == claims.c.number)
    return counted.where(value.is_not(None), *conditions).group_by(measure, value)
