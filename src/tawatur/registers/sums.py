"""A total held against its parts."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.registers.facts import Fact
from tawatur.registers.intervals import interval, meet, middle, plain, together
from tawatur.registers.register import Checked


def total_of(column: str, total: Fact, parts: Sequence[Fact]) -> Checked:
    """Return the check of a total: it holds where the two intervals meet; None where one has no number."""
    stated, ranges = interval(total.claim), [interval(part.claim) for part in parts]
    known = [one for one in ranges if one is not None]
    holds = meet(stated, together(known)) if stated is not None and len(known) == len(parts) else None
    return Checked(
        kind="sum",
        column=column,
        stated=plain(middle(total.claim)),
        expected=plain(sum(middle(part.claim) for part in parts)),
        holds=holds,
        claims=cited([total, *parts]),
    )


def cited(found: Sequence[Fact]) -> tuple[str, ...]:
    """Return the ids of the claims of facts, each once."""
    return tuple(dict.fromkeys(claim.id for fact in found for claim in fact.claims))
