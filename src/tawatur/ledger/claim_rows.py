"""Claims put into the ledger's tables: the claim's own row, and those of its slots.

No claim's row is ever taken out: a finding, a decision or an index of words may know it by its number. One that is
neither extracted nor reviewed any more answers no question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert, update

from tawatur.ledger import rows
from tawatur.ledger.tables import claims, parties, places, sources
from tawatur.model import Claim

_SLOTS = (parties, sources, places)


def insert_claims(
    connection: Connection, found: Sequence[Claim], document: int, *, extracted: bool = True
) -> list[int]:
    """Insert claims that have ids, none twice; return their numbers. Not `extracted`: a reviewer made them."""
    if not found:
        return []
    numbers = connection.scalars(
        insert(claims).returning(claims.c.number, sort_by_parameter_order=True),
        [{**rows.claim_row(claim, document), "extracted": extracted, "reviewed": True} for claim in found],
    ).all()
    _insert_slots(connection, list(zip(numbers, found, strict=True)))
    return list(numbers)


def rewrite_claims(connection: Connection, changed: Mapping[int, Claim], document: int) -> None:
    """Put other claims into rows, by their numbers; each has the id of the one before it."""
    if not changed:
        return
    for table in _SLOTS:
        connection.execute(delete(table).where(table.c.claim.in_(list(changed))))
    for number, claim in changed.items():
        connection.execute(update(claims).where(claims.c.number == number).values(**rows.claim_row(claim, document)))
    _insert_slots(connection, list(changed.items()))


def _insert_slots(connection: Connection, numbered: Sequence[tuple[int, Claim]]) -> None:
    _insert(connection, parties, [row for number, claim in numbered for row in rows.party_rows(claim, number)])
    _insert(connection, sources, [row for number, claim in numbered for row in rows.source_rows(claim, number)])
    _insert(connection, places, [row for number, claim in numbered for row in rows.place_rows(claim, number)])


def _insert(connection: Connection, table: Table, values: list[rows.Row]) -> None:
    if values:
        connection.execute(insert(table), values)
