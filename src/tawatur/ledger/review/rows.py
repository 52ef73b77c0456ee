"""Decisions as rows, and the claims of a document brought into line with them.

What is in line: each claim is `extracted` where the program reads it, and `reviewed` where it holds after review. All
of it is made of the decisions and of what is extracted, and made again for a document whenever one of the two changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from tawatur.ledger import tallies
from tawatur.ledger.claim_rows import insert_claims, rewrite_claims
from tawatur.ledger.review.finding_again import Thread, find_again
from tawatur.ledger.review.folding import review
from tawatur.ledger.review.repeating import followed
from tawatur.ledger.tables import claims, decisions, documents, reviews
from tawatur.ledger.waiting import rank
from tawatur.model import Claim, Decision, to_json

_CLAIM = msgspec.json.Decoder(Claim)
_DECISION = msgspec.json.Decoder(Decision)


class Placed(NamedTuple):
    """A claim and its row: its number, and whether it is extracted, and holds after review.

    `repeats` is the claim's `same_as` as it was read, whatever is made of that by review.
    """

    number: int
    claim: Claim
    extracted: bool
    reviewed: bool
    repeats: str | None

    def as_read(self) -> Claim:
        """Return the claim as the program read it."""
        claim = self.claim
        return claim if claim.same_as == self.repeats else msgspec.structs.replace(claim, same_as=self.repeats)


def append(connection: Connection, decision: Decision, *, subject: str, target: str, document: int | None) -> None:
    """Add a decision's row; `subject` and `target` are those of the thread that it belongs to."""
    row = {
        "id": decision.id,
        "kind": decision.kind,
        "subject": subject,
        "target": target,
        "document": document,
        "reviewer": decision.reviewer,
        "at": decision.at,
        "key": decision.key,
        "decision": to_json(decision),
    }
    connection.execute(insert(decisions), row)


def thread(connection: Connection, subject: str, target: str) -> list[Decision]:
    """Return the decisions on one thing, with their undos, in the order in which they were made."""
    selection = (
        select(decisions.c.decision)
        .where(decisions.c.subject == subject, decisions.c.target == target)
        .order_by(decisions.c.number)
    )
    return [_DECISION.decode(text) for text in connection.scalars(selection)]


def threads(connection: Connection, document: int) -> list[Thread]:
    """Return the threads of a document's claims, the one that was begun first first."""
    selection = (
        select(decisions.c.target, decisions.c.decision)
        .where(decisions.c.document == document)
        .order_by(decisions.c.number)
    )
    found: dict[str, list[Decision]] = {}
    for target, text in connection.execute(selection):
        found.setdefault(target, []).append(_DECISION.decode(text))
    return [Thread(target, made, review(target, made)) for target, made in found.items()]


def placed(connection: Connection, document: int) -> list[Placed]:
    """Return a document's claims with their rows, in the order of the text.

    What holds in a version that a newer one supersedes is `reviewed` here too.
    """
    holds = or_(claims.c.reviewed, claims.c.superseded)
    selection = (
        select(claims.c.number, claims.c.claim, claims.c.extracted, holds, claims.c.repeats)
        .where(claims.c.document == document)
        .order_by(claims.c.section, claims.c.start, claims.c.number)
    )
    return [
        Placed(row[0], _CLAIM.decode(row[1]), bool(row[2]), bool(row[3]), row[4])
        for row in connection.execute(selection)
    ]


def bring_into_line(connection: Connection, document: int) -> bool:
    """Bring a document's claims into line with the decisions on them; return whether what holds has changed."""
    begun = threads(connection, document)
    known = {row.claim.id: row for row in placed(connection, document)}
    extracted = {claim_id: row.as_read() for claim_id, row in known.items() if row.extracted}
    attached = find_again(begun, extracted.values())
    decided = {attached[one.target].id for one in begun if one.target in attached and one.review.verdict != "open"}
    outcomes = {one.review.claim.id: one.review.claim for one in begun if one.review.claim is not None}
    holding = {claim_id: claim for claim_id, claim in extracted.items() if claim_id not in decided}
    holding |= {claim_id: extracted.get(claim_id, claim) for claim_id, claim in outcomes.items()}
    holding = followed(holding, begun, attached)
    before = {claim_id: row.claim for claim_id, row in known.items() if row.reviewed}
    newest = connection.scalar(select(documents.c.superseded).where(documents.c.number == document)) is None

    with tallies.kept(connection, document):
        new = {claim_id: claim for claim_id, claim in holding.items() if claim_id not in known}
        _write(connection, document, known, new)
        rewrite_claims(
            connection,
            {known[claim_id].number: claim for claim_id, claim in holding.items() if known[claim_id].claim != claim},
            document,
        )
        for claim_id, row in known.items():
            holds = claim_id in holding
            if row.reviewed != holds or (holds and not newest):
                changed = update(claims).where(claims.c.number == row.number)
                connection.execute(changed.values(reviewed=holds and newest, superseded=holds and not newest))
    _remember(connection, document, begun, attached, {claim_id: row.number for claim_id, row in known.items()})
    if newest:
        rank(connection, [row.number for row in known.values()])
    return before != holding


def replace(connection: Connection, document: int, read: Sequence[Claim]) -> bool:
    """Put what the program now reads in a document in place of what it read before; return whether that differs."""
    known = {row.claim.id: row for row in placed(connection, document)}
    now = {claim.id: claim for claim in read}
    if now == {claim_id: row.as_read() for claim_id, row in known.items() if row.extracted}:
        return False
    with tallies.kept(connection, document):
        _write(
            connection, document, known, {claim_id: claim for claim_id, claim in now.items() if claim_id not in known}
        )
        changed = {known[claim_id].number: claim for claim_id, claim in now.items() if known[claim_id].claim != claim}
        rewrite_claims(connection, changed, document)
        for number, claim in changed.items():
            connection.execute(update(claims).where(claims.c.number == number).values(repeats=claim.same_as))
        for claim_id, row in known.items():
            if row.extracted != (claim_id in now) or row.reviewed != (claim_id in now):
                connection.execute(
                    update(claims)
                    .where(claims.c.number == row.number)
                    .values(extracted=claim_id in now, reviewed=claim_id in now)
                )
    return True


def _write(connection: Connection, document: int, known: dict[str, Placed], new: Mapping[str, Claim]) -> None:
    """Insert claims that have no row yet, and make them known."""
    numbers = insert_claims(connection, list(new.values()), document, extracted=False)
    for number, claim in zip(numbers, new.values(), strict=True):
        known[claim.id] = Placed(number, claim, extracted=False, reviewed=True, repeats=claim.same_as)


def _remember(
    connection: Connection,
    document: int,
    begun: Sequence[Thread],
    attached: Mapping[str, Claim],
    numbers: Mapping[str, int],
) -> None:
    connection.execute(delete(reviews).where(reviews.c.document == document))
    rows = [
        {
            "target": one.target,
            "document": document,
            "claim": numbers[attached[one.target].id] if one.target in attached else None,
            "outcome": numbers[one.review.claim.id] if one.review.claim is not None else None,
            "verdict": one.review.verdict,
            "disputed": one.review.disputed,
            "reviewers": len(one.review.judgements),
        }
        for one in begun
    ]
    if rows:
        connection.execute(insert(reviews), rows)


def decode(texts: Iterable[str]) -> list[Decision]:
    """Return decisions of their rows' JSON."""
    return [_DECISION.decode(text) for text in texts]
