"""What may be asked of a ledger's claims."""

from __future__ import annotations

import re

import msgspec
from sqlalchemy import ColumnElement, Select, Table, and_, or_, select, true
from sqlalchemy.sql import operators

from tawatur.ledger.tables import claims, documents, parties, places, sections, sources
from tawatur.model import Value

_NUMBER = (int, float)


class ClaimQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A question to the ledger; a claim answers it where it meets every field that is filled.

    `measures`, `of`, `by`, `sources`, `docs` list alternatives: `of=("daesh", "nusra")` is either. `sources` looks
    at every hop of the chain. `where` is a country's ISO code, or part of a place's English name. `value` is a
    figure or a date as far as stated, met where it is either end of a claim's interval. `when_start`, `when_end`
    (ISO 8601 days, inclusive) are met where the claim's period has a day in them. `publisher` and `text` are parts
    of the section's publisher and of the claim's quote. Claims answer as they stand after review, corrected and
    without those rejected; `as_extracted`, as the program read them.
    """

    ids: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    where: str | None = None
    value: Value = None
    when_start: str | None = None
    when_end: str | None = None
    publisher: str | None = None
    text: str | None = None
    optional: bool = True
    min_confidence: float = 0.0
    as_extracted: bool = False


def statement(query: ClaimQuery) -> Select[str]:
    """Return the selection of the JSON of the claims that answer `query`, in the order of reading and of the text."""
    selection = (
        select(claims.c.claim)
        .join(documents, documents.c.number == claims.c.document)
        .order_by(claims.c.document, claims.c.section, claims.c.start, claims.c.number)
    )
    return selection.where(and_(*_conditions(query)))


def _conditions(query: ClaimQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [(claims.c.extracted if query.as_extracted else claims.c.reviewed).is_(true())]
    for column, values in (
        (claims.c.id, query.ids),
        (claims.c.measure, query.measures),
        (documents.c.id, query.docs),
    ):
        if values:
            found.append(column.in_(values))
    for role, actors in (("of", query.of), ("by", query.by)):
        if actors:
            found.append(_has(parties, and_(parties.c.role == role, parties.c.actor.in_(actors))))
    if query.sources:
        found.append(_has(sources, sources.c.actor.in_(query.sources)))
    if query.where is not None:
        found.append(_has(places, _place(query.where)))
    if query.value is not None:
        found.append(_value(query.value))
    found += _period(query.when_start, query.when_end)
    if query.publisher is not None:
        found.append(_publisher(query.publisher))
    if query.text is not None:
        found.append(_contains(claims.c.quote, query.text))
    if query.min_confidence > 0:
        found.append(or_(claims.c.confidence.is_(None), claims.c.confidence >= query.min_confidence))
    if not query.optional:
        found.append(claims.c.optional.is_(False))
    return found


def _has(table: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(table.c.claim).where(table.c.claim == claims.c.number, condition).exists()


def _place(where: str) -> ColumnElement[bool]:
    if re.fullmatch("[A-Z]{2}", where):
        return places.c.country == where
    return _contains(places.c.name, where)


def _value(value: Value) -> ColumnElement[bool]:
    if isinstance(value, _NUMBER):
        return or_(claims.c.low == value, claims.c.high == value)
    return or_(claims.c.low_date == value, claims.c.high_date == value)


def _period(start: str | None, end: str | None) -> list[ColumnElement[bool]]:
    """Two periods meet where neither ends before the other begins; a claim without a period meets none."""
    if start is None and end is None:
        return []
    found: list[ColumnElement[bool]] = [or_(claims.c.when_start.is_not(None), claims.c.when_end.is_not(None))]
    if start is not None:
        found.append(or_(claims.c.when_end.is_(None), claims.c.when_end >= start))
    if end is not None:
        found.append(or_(claims.c.when_start.is_(None), claims.c.when_start <= end))
    return found


def _publisher(publisher: str) -> ColumnElement[bool]:
    return (
        select(sections.c.number)
        .where(
            sections.c.document == claims.c.document,
            sections.c.number == claims.c.section,
            _contains(sections.c.publisher, publisher),
        )
        .exists()
    )


def _contains(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    return operators.icontains_op(column, part, autoescape=True)
