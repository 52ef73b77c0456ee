"""The order in which claims wait for review: what matters first.

A waiting claim's priority is how unsure the program is of it (0 to 1), and the weight of the weightiest finding that
tells of it and says that something is amiss (0 to 1). One on which reviewers part comes before all others. It stands in
the claim's row, so that the queue is read from an index however many wait; it is made again where a claim, a decision
or a finding changes. Of equals the one that was read last comes first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, case, exists, func, null, or_, select, true, tuple_, update

from tawatur.ledger.batches import batches
from tawatur.ledger.paging import Page, cursor, read_cursor
from tawatur.ledger.tables import claims, finding_claims, findings, reviews
from tawatur.model import Claim, FindingKind

_CLAIM = msgspec.json.Decoder(Claim)
#: Findings that say nothing against a claim.
_HARMLESS: tuple[FindingKind, ...] = ("copy", "statement", "agreement")
#: What reviewers' parting adds: more than all else together.
_DISPUTED = 2.0
_ORDER = "queue"


def rank(connection: Connection, numbers: Collection[int]) -> None:
    """Set the priority of some claims, by their numbers; none for those that don't wait."""
    for page in batches(numbers):
        chosen = claims.c.number.in_(page)
        connection.execute(update(claims).where(chosen).values(priority=_priority()))


def queue(connection: Connection, after: str | None, limit: int) -> Page[Claim]:
    """Return the claims that wait, from behind a place on. Raises InputError where `after` is no place in the queue."""
    selection = select(claims.c.claim, claims.c.priority, claims.c.number).where(claims.c.priority.is_not(None))
    if after is not None:
        here = read_cursor(after, _ORDER, (float, int))
        selection = selection.where(tuple_(claims.c.priority, claims.c.number) < tuple_(*here))
    ordered = selection.order_by(claims.c.priority.desc(), claims.c.number.desc())
    rows: Sequence[Any] = connection.execute(ordered.limit(limit + 1)).all()
    last = rows[limit - 1] if len(rows) > limit else None
    following = cursor(_ORDER, (last.priority, last.number)) if last is not None else None
    return Page(tuple(_CLAIM.decode(row.claim) for row in rows[:limit]), following)


def place_of(connection: Connection, claim_id: str) -> str | None:
    """Return the place of a claim in the queue, None where it doesn't wait."""
    row = connection.execute(select(claims.c.priority, claims.c.number).where(claims.c.id == claim_id)).one_or_none()
    return None if row is None or row.priority is None else cursor(_ORDER, (row.priority, row.number))


def waiting(connection: Connection) -> int:
    """Return how many claims wait."""
    return connection.scalar(select(func.count()).where(claims.c.priority.is_not(None))) or 0


def _priority() -> ColumnElement[Any]:
    weight = (
        select(func.max(findings.c.weight))
        .join(finding_claims, finding_claims.c.finding == findings.c.number)
        .where(finding_claims.c.claim == claims.c.number, findings.c.kind.not_in(_HARMLESS))
        .correlate(claims)
        .scalar_subquery()
    )
    own = 1.0 - func.coalesce(claims.c.confidence, 1.0) + func.coalesce(weight, 0.0)
    judged = or_(
        exists().where(reviews.c.claim == claims.c.number, reviews.c.verdict != "open").correlate(claims),
        exists().where(reviews.c.outcome == claims.c.number).correlate(claims),
    )
    # what holds of a disputed claim waits; where it is rejected, the claim as it is read
    disputed = or_(
        exists().where(reviews.c.outcome == claims.c.number, reviews.c.disputed.is_(true())).correlate(claims),
        exists()
        .where(reviews.c.claim == claims.c.number, reviews.c.outcome.is_(None), reviews.c.disputed.is_(true()))
        .correlate(claims),
    )
    return case(
        (disputed, _DISPUTED + own),
        (judged, null()),
        (claims.c.reviewed.is_(true()), own),
        else_=null(),
    )
