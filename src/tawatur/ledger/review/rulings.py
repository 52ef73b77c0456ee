"""What reviewers have merged and split, for collation to act on: the decisions in force, the later over the earlier."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations, product

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger.review.folding import ClaimReview, in_force
from tawatur.ledger.review.reading import states
from tawatur.ledger.review.rows import decode
from tawatur.ledger.tables import claims, decisions, documents
from tawatur.model import Claim, Decision, Rulings

#: The slots that say which quantity a claim measures, and that one which leads may lack.
_FILLED = ("of", "by", "where", "when")


def rulings(connection: Connection) -> Rulings:
    """Return the merges and splits in force, on the claims as they hold after review."""
    joined, parted = _statements(_in_force(connection, "statement"))
    groups, lots = _quantities(_in_force(connection, "quantity"))
    named = [*lots, *(member for members in groups.values() for member in members)]
    holding = {claim_id: _holding(state) for claim_id, state in states(connection, sorted(set(named))).items()}
    readings: dict[str, Claim] = {}
    for members in groups.values():
        held = [claim for claim in map(holding.get, members) if claim is not None]
        if len(held) > 1:
            reading = _filled(held)
            readings |= {claim.id: reading for claim in held}
    kept = {claim.id: lot for claim_id, lot in lots.items() if (claim := holding.get(claim_id)) is not None}
    return Rulings(tuple(sorted(joined)), tuple(sorted(parted)), readings, kept)


def documents_of(connection: Connection, decision: Decision) -> set[int]:
    """Return the numbers of the documents that a merge or a split is about."""
    named = {*decision.members, *decision.apart}
    if decision.subject == "quantity":
        return set(connection.scalars(select(claims.c.document).where(claims.c.id.in_(named))))
    docs = {name.rpartition("#")[0] for name in named}
    return set(connection.scalars(select(documents.c.number).where(documents.c.id.in_(docs))))


def ruled_with(connection: Connection, changed: Collection[int]) -> set[int]:
    """Return the documents whose claims are ruled to measure one thing with claims of some documents."""
    found: set[int] = set()
    for decision in _in_force(connection, "quantity"):
        about = documents_of(connection, decision)
        if not about.isdisjoint(changed):
            found |= about
    return found


def _in_force(connection: Connection, subject: str) -> list[Decision]:
    selection = select(decisions.c.decision).where(decisions.c.subject == subject).order_by(decisions.c.number)
    made = in_force(decode(connection.scalars(selection)))
    return [decision for decision in made if decision.kind in {"merge", "split"}]


def _statements(made: Iterable[Decision]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    joined: set[tuple[str, str]] = set()
    parted: set[tuple[str, str]] = set()
    for decision in made:
        if decision.kind == "merge":
            first, *others = decision.members
            joined |= {_pair(first, other) for other in others}
            parted -= {_pair(one, other) for one, other in combinations(decision.members, 2)}
        else:
            apart = {_pair(one, other) for one, other in product(decision.members, decision.apart)}
            joined -= apart
            parted |= apart
    return joined, parted


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _quantities(made: Iterable[Decision]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the merged claims, each group under the one that leads it, and the lots of those that were set apart."""
    groups: dict[str, list[str]] = {}
    lead_of: dict[str, str] = {}
    lots: dict[str, str] = {}
    for decision in made:
        if decision.kind == "merge":
            lead = lead_of.get(decision.members[0], decision.members[0])
            group = groups.setdefault(lead, [lead])
            for member in decision.members:
                other = lead_of.get(member, member)
                coming = [member] if other == lead else groups.pop(other, [member])
                group += [claim_id for claim_id in coming if claim_id not in group]
            for member in group:
                lead_of[member] = lead
                lots.pop(member, None)
                if lead in lots:
                    lots[member] = lots[lead]
        else:
            for member in decision.apart:
                lead = lead_of.pop(member, member)
                group = [claim_id for claim_id in groups.pop(lead, []) if claim_id != member]
                if len(group) > 1:
                    groups[group[0]] = group
                    lead_of |= dict.fromkeys(group, group[0])
                else:
                    for claim_id in group:
                        lead_of.pop(claim_id, None)
                lots[member] = decision.id
    return groups, lots


def _holding(state: ClaimReview) -> Claim | None:
    return state.extracted if state.verdict == "open" else state.claim


def _filled(held: list[Claim]) -> Claim:
    """Return the claim that leads, its empty slots filled from the others'."""
    lead = held[0]
    filled = {
        name: next((getattr(claim, name) for claim in held if getattr(claim, name)), getattr(lead, name))
        for name in _FILLED
    }
    places = next((claim.places for claim in held if claim.where), lead.places)
    return msgspec.structs.replace(lead, **filled, places=places)
