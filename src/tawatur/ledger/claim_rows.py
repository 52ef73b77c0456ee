"""Claims put into the ledger's tables and taken out of them: the claim's own row, and those of its slots."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert

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
    numbered = list(zip(found, numbers, strict=True))
    _insert(connection, parties, [row for claim, number in numbered for row in rows.party_rows(claim, number)])
    _insert(connection, sources, [row for claim, number in numbered for row in rows.source_rows(claim, number)])
    _insert(connection, places, [row for claim, number in numbered for row in rows.place_rows(claim, number)])
    return list(numbers)


def remove_claims(connection: Connection, numbers: Sequence[int]) -> None:
    """Remove claims with what stands of their slots."""
    if not numbers:
        return
    for table in _SLOTS:
        connection.execute(delete(table).where(table.c.claim.in_(numbers)))
    connection.execute(delete(claims).where(claims.c.number.in_(numbers)))


def _insert(connection: Connection, table: Table, values: list[rows.Row]) -> None:
    if values:
        connection.execute(insert(table), values)
