"""Claims put into the ledger's tables: the claim's own row, and those of its slots.

No claim's row is ever taken out: a finding, a decision or an index of words may know it by its number. One that is
neither extracted nor reviewed any more answers no question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, select, update

from tawatur.ledger import rows
from tawatur.ledger.bulk import put
from tawatur.ledger.tables import claims, parties, places, reworded, sections, sources
from tawatur.model import Claim, Document, Section

_SLOTS = (parties, sources, places)
_NO_REPORT: rows.Row = {"publisher": None, "date": None}


class Placing(NamedTuple):
    """A new document, its number, and its claims."""

    document: Document
    number: int
    claims: Sequence[Claim]


def insert_claims(
    connection: Connection, found: Sequence[Claim], document: int, *, extracted: bool = True
) -> list[int]:
    """Insert claims that have ids, none twice; return their numbers. Not `extracted`: a reviewer made them."""
    if not found:
        return []
    reports = _reports(connection, document)
    return _insert_numbered(connection, [(claim, document, reports) for claim in found], extracted=extracted)


def insert_placed(connection: Connection, placings: Sequence[Placing]) -> None:
    """Insert the claims of new documents, which have ids, none twice."""
    _insert_numbered(
        connection,
        [
            (claim, placing.number, reports)
            for placing in placings
            for reports in [
                {one.number: {"publisher": one.publisher, "date": one.date} for one in placing.document.sections}
            ]
            for claim in placing.claims
        ],
        extracted=True,
    )


def _insert_numbered(
    connection: Connection, found: Sequence[tuple[Claim, int, Mapping[int, rows.Row]]], *, extracted: bool
) -> list[int]:
    """Insert claims with their documents' numbers and reports; return the claims' numbers.

    They are numbered here, and not by the database, which would tell the numbers of a thousand rows one by one.
    """
    newest = connection.scalar(select(func.max(claims.c.number))) or 0
    numbers = list(range(newest + 1, newest + 1 + len(found)))
    put(
        connection,
        claims,
        [
            {
                **_row(claim, document, reports),
                "number": number,
                "repeats": claim.same_as,
                "extracted": extracted,
                "reviewed": True,
            }
            for number, (claim, document, reports) in zip(numbers, found, strict=True)
        ],
    )
    _insert_slots(connection, [(number, claim) for number, (claim, _, _) in zip(numbers, found, strict=True)])
    return numbers


def rewrite_claims(connection: Connection, changed: Mapping[int, Claim], document: int) -> None:
    """Put other claims into rows, by their numbers; each has the id of the one before it."""
    if not changed:
        return
    for table in _SLOTS:
        connection.execute(delete(table).where(table.c.claim.in_(list(changed))))
    before = select(claims.c.number, claims.c.quote).where(claims.c.number.in_(list(changed)))
    known = set(connection.scalars(select(reworded.c.claim).where(reworded.c.claim.in_(list(changed)))))
    other = [
        {"claim": row.number, "quote": row.quote}
        for row in connection.execute(before)
        if row.quote != changed[row.number].quote and row.number not in known
    ]
    put(connection, reworded, other)
    reports = _reports(connection, document)
    for number, claim in changed.items():
        row = _row(claim, document, reports)
        connection.execute(update(claims).where(claims.c.number == number).values(**row))
    _insert_slots(connection, list(changed.items()))


def _row(claim: Claim, document: int, reports: Mapping[int, rows.Row]) -> rows.Row:
    report, when = reports.get(claim.section, _NO_REPORT), claim.when
    as_of = (when.start or when.end if when is not None else None) or report["date"] or ""
    return {**rows.claim_row(claim, document), **report, "as_of": as_of}


def _report(section: Section) -> rows.Row:
    return {"publisher": section.publisher, "date": section.date}


def _reports(connection: Connection, document: int) -> dict[int, rows.Row]:
    """Return publisher and date of a document's reports, by their numbers."""
    selection = select(sections.c.number, sections.c.publisher, sections.c.date).where(sections.c.document == document)
    return {row.number: {"publisher": row.publisher, "date": row.date} for row in connection.execute(selection)}


def _insert_slots(connection: Connection, numbered: Sequence[tuple[int, Claim]]) -> None:
    put(connection, parties, [row for number, claim in numbered for row in rows.party_rows(claim, number)])
    put(connection, sources, [row for number, claim in numbered for row in rows.source_rows(claim, number)])
    put(connection, places, [row for number, claim in numbered for row in rows.place_rows(claim, number)])
