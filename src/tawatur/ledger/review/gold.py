"""Gold from review: the claims as reviewers have them, in the form in which hand-coded claims are scored against.

Every document in which somebody judged a claim is one of the gold's. What nobody judged in it is marked optional, which
counts neither way; what was rejected is left out, so that it counts against a program that reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import RowMapping

from tawatur.ledger.review.finding_again import Thread
from tawatur.model import Claim

NOT_REVIEWED = "not reviewed"


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as the gold's `docs.jsonl` has it."""

    doc: str
    publisher: str | None
    date: str | None
    url: str | None
    text: str


class Gold(NamedTuple):
    """A document and its claims as they are to be read."""

    document: GoldDocument
    claims: Sequence[Claim]


def gold(document: RowMapping, holding: Iterable[Claim], threads: Iterable[Thread]) -> Gold:
    """Return a document of the gold by its row, the claims that hold in it after review, and those judged."""
    judged = {one.review.claim.id for one in threads if one.review.claim is not None}
    return Gold(
        GoldDocument(
            doc=document["id"],
            publisher=document["publisher"],
            date=document["date"],
            url=document["url"],
            text=document["text"],
        ),
        [claim if claim.id in judged else _set_aside(claim) for claim in holding],
    )


def _set_aside(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, optional=True, note=NOT_REVIEWED)
