"""What repeats a claim that was judged: it repeats the claim that holds now, or states the fact first itself.

A claim's `same_as` names the claim of its report that states its fact first, by the id that this had when it was read.
A corrected claim has another id; where it is rejected, the next that repeats it takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger.review.finding_again import Thread
from tawatur.ledger.tables import reviews
from tawatur.model import Claim


def followed(holding: Mapping[str, Claim], begun: Sequence[Thread], attached: Mapping[str, Claim]) -> dict[str, Claim]:
    """Return the claims that hold, each repeating what holds; `attached` are those read now, by their threads."""
    instead: dict[str, str | None] = {}
    before: dict[str, str | None] = {}
    for one in begun:
        read = attached.get(one.target)
        holds = one.review.claim or (read if one.review.verdict == "open" else None)
        for form in (*one.forms(), *([read] if read is not None else ())):
            before[form.id] = read.same_as if read is not None else form.same_as
            if form.id not in holding:
                instead[form.id] = holds.id if holds is not None else None
    firsts: dict[str, str] = {}
    found: dict[str, Claim] = {}
    for claim_id, claim in holding.items():
        told = _repeated(claim.same_as, claim_id, instead, before)
        if told is not None and told not in holding:
            first = firsts.setdefault(told, claim_id) if told in instead else told
            told = None if first == claim_id else first
        found[claim_id] = claim if told == claim.same_as else msgspec.structs.replace(claim, same_as=told)
    return found


def follow_all(connection: Connection) -> None:
    """Let the claims of all documents with a judged one follow it, in a ledger in which they did not."""
    from tawatur.ledger.review.rows import bring_into_line  # noqa: PLC0415  it knows this module

    for document in connection.scalars(select(reviews.c.document).distinct()).all():
        bring_into_line(connection, document)


def _repeated(
    named: str | None, by: str, instead: Mapping[str, str | None], before: Mapping[str, str | None]
) -> str | None:
    """Return what `named` is now; where it holds no more, what it repeated, or else itself."""
    seen = {by}
    while named is not None and named in instead and named not in seen:
        seen.add(named)
        following = instead[named] or before.get(named)
        if following is None:
            return named
        named = following
    return None if named in seen else named
