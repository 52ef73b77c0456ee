"""Which claim is meant, under whichever of its ids, and where claims stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection, false, select

from tawatur.ledger.review import rows
from tawatur.ledger.review.folding import ClaimReview, review
from tawatur.ledger.tables import claims, decisions, reviews
from tawatur.model import Claim, Decision, InputError

_CLAIM = msgspec.json.Decoder(Claim)


def threads_of(connection: Connection, claim_ids: Sequence[str]) -> dict[str, str]:
    """Return the targets that claims' decisions hang on, by the ids asked for; none for claims that nobody judged.

    A claim is known by its id as it is read, by the one that it has after review, and by those that it had before.
    """
    asked = select(reviews.c.target).where(reviews.c.target.in_(claim_ids))
    found = {target: target for target in connection.scalars(asked)}
    for column in (reviews.c.claim, reviews.c.outcome):
        selection = (
            select(claims.c.id, reviews.c.target)
            .join(claims, claims.c.number == column)
            .where(claims.c.id.in_(claim_ids))
            .order_by(reviews.c.target)
        )
        for claim_id, target in connection.execute(selection):
            found.setdefault(claim_id, target)
    rest = set(claim_ids) - found.keys()
    if rest:
        once = select(claims.c.document).where(claims.c.id.in_(rest), claims.c.reviewed.is_(false()))
        for document in set(connection.scalars(once)):
            for one in rows.threads(connection, document):
                for claim in one.forms():
                    if claim.id in rest:
                        found.setdefault(claim.id, one.target)
    return found


def document_of(connection: Connection, claim_id: str, target: str | None) -> int:
    """Return the number of a claim's document; `target` is its thread's. Raises InputError where there is no claim."""
    if target is not None:
        found = connection.scalar(select(reviews.c.document).where(reviews.c.target == target))
    else:
        found = connection.scalar(select(claims.c.document).where(claims.c.id == claim_id))
    if found is None:
        raise InputError("no such claim", source=claim_id, remedy="see tawatur claims --format jsonl")
    return int(found)


def as_known(connection: Connection, claim_id: str, target: str | None) -> Claim:
    """Return a claim by an id that it has, or had when it was judged."""
    text = connection.scalar(select(claims.c.claim).where(claims.c.id == claim_id))
    if text is not None:
        return _CLAIM.decode(text)
    for decision in rows.thread(connection, "claim", target or claim_id):
        for claim in (decision.claim, decision.outcome):
            if claim is not None and claim.id == claim_id:
                return claim
    raise InputError("no such claim", source=claim_id, remedy="see tawatur claims --format jsonl")


def current(connection: Connection, document: int) -> dict[str, Claim]:
    """Return the claims as they are read now, by the targets of their threads."""
    selection = select(reviews.c.target, claims.c.claim).join(claims, claims.c.number == reviews.c.claim)
    found = connection.execute(selection.where(reviews.c.document == document))
    return {target: _CLAIM.decode(text) for target, text in found}


def states(connection: Connection, asked: Sequence[str]) -> dict[str, ClaimReview]:
    """Return where claims stand, by the ids asked for; none for those that the ledger doesn't know."""
    targets = threads_of(connection, asked)
    made: dict[str, list[Decision]] = {}
    for target, decision in made_on(connection, "claim", list(set(targets.values()))):
        made.setdefault(target, []).append(decision)
    selection = select(reviews.c.target, claims.c.claim).join(claims, claims.c.number == reviews.c.claim)
    current = {
        target: _CLAIM.decode(text) for target, text in connection.execute(selection.where(reviews.c.target.in_(made)))
    }
    found = {
        claim_id: msgspec.structs.replace(review(target, made[target]), extracted=current.get(target))
        for claim_id, target in targets.items()
    }
    rest = [claim_id for claim_id in asked if claim_id not in found]
    for text in connection.scalars(select(claims.c.claim).where(claims.c.id.in_(rest))):
        claim = _CLAIM.decode(text)
        found[claim.id] = ClaimReview(target=claim.id, extracted=claim)
    return found


def made_on(connection: Connection, subject: str, targets: Sequence[str]) -> Iterator[tuple[str, Decision]]:
    """Yield the decisions on some things, each with what it is on, in the order in which they were made."""
    selection = (
        select(decisions.c.target, decisions.c.decision)
        .where(decisions.c.subject == subject, decisions.c.target.in_(targets))
        .order_by(decisions.c.number)
    )
    for target, text in connection.execute(selection):
        yield target, rows.decode([text])[0]
