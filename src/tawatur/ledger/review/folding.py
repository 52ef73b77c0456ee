"""What decisions come to: those that are in force, and where a claim stands by them.

Decisions are given in the order in which they were made. Nothing here knows a database: the same rows always come to
the same, which is what the tests hold the ledger to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from tawatur.model import Claim, Decision

#: How a claim stands: `open` where nobody's judgement is in force, `added` where the program never read it.
Verdict = Literal["open", "accepted", "corrected", "rejected", "added"]

_JUDGING = frozenset(("accept", "correct", "reject", "add"))

#: What two reviewers may part on, by the codebook's names; `value` is both ends of the interval.
REVIEWED_SLOTS = (
    "value", "measure", "bound", "unit", "change", "of", "by", "name", "where", "when", "source", "modality",
    "optional", "number", "quote",
)  # fmt: skip


class ClaimReview(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim stands.

    `target` is what its decisions hang on; `extracted` the claim as the program reads it now, None where it does not.
    `judgements` are those in force, one for each reviewer, the latest of his;
    `notes` what was said besides. `claim` is the claim that holds: as most reviewers have it, and of two readings with
    as many reviewers the one that was judged last; None where it is rejected, and where it is open. `parted` are the
    slots in which reviewers part, and `verdict` where some reject what others hold; `disputed` is whether they part.
    """

    target: str
    extracted: Claim | None = None
    verdict: Verdict = "open"
    disputed: bool = False
    parted: tuple[str, ...] = ()
    judgements: tuple[Decision, ...] = ()
    notes: tuple[Decision, ...] = ()
    claim: Claim | None = None


class FindingReview(msgspec.Struct, frozen=True, kw_only=True):
    """What reviewers make of a finding: the latest mark of each, and notes.

    `status` is `dismissed` where the last mark dismisses it, `seen` where it was only seen, else `open`. It is
    `changed` where it relates something else than when it was marked: a report has joined it, or a figure.
    """

    target: str
    status: Literal["open", "seen", "dismissed"] = "open"
    changed: bool = False
    marks: tuple[Decision, ...] = ()
    notes: tuple[Decision, ...] = ()


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that are not undone, without the undos.

    An undo takes back what it names unless it is undone itself; as it names an earlier one, the last comes first.
    """
    gone = taken_back(decisions)
    return [decision for decision in decisions if decision.id not in gone and decision.kind != "undo"]


def taken_back(decisions: Sequence[Decision]) -> frozenset[str]:
    """Return the ids of the decisions that are undone, undos among them."""
    undone: set[str] = set()
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.id not in undone:
            undone.add(decision.target)
    return frozenset(undone)


def review(target: str, decisions: Sequence[Decision]) -> ClaimReview:
    """Return where the claim that `decisions` are about stands."""
    standing = in_force(decisions)
    latest: dict[str, Decision] = {}
    for decision in standing:
        if decision.kind in _JUDGING:
            latest.pop(decision.reviewer, None)
            latest[decision.reviewer] = decision
    notes = tuple(decision for decision in standing if decision.kind == "note")
    if not latest:
        return ClaimReview(target=target, notes=notes)
    judgements = tuple(latest.values())
    holding = _reading(judgements)
    parted = _parted(judgements)
    return ClaimReview(
        target=target,
        verdict=_verdict(target, holding.outcome, decisions),
        disputed=bool(parted),
        parted=parted,
        judgements=judgements,
        notes=notes,
        claim=holding.outcome,
    )


def review_of_finding(target: str, decisions: Sequence[Decision]) -> FindingReview:
    """Return what the decisions on a finding come to."""
    latest: dict[str, Decision] = {}
    notes: list[Decision] = []
    for decision in in_force(decisions):
        if decision.kind == "note":
            notes.append(decision)
        else:
            latest.pop(decision.reviewer, None)
            latest[decision.reviewer] = decision
    marks = tuple(latest.values())
    if not marks:
        return FindingReview(target=target, notes=tuple(notes))
    status: Literal["seen", "dismissed"] = "dismissed" if marks[-1].kind == "dismiss" else "seen"
    changed = marks[-1].target != target
    return FindingReview(target=target, status=status, changed=changed, marks=marks, notes=tuple(notes))


def slot_value(claim: Claim, slot: str) -> object:
    """Return a slot's value in a form in which two claims' can be compared: parties and places in any order."""
    if slot == "value":
        return (claim.low, claim.high)
    if slot == "number":
        return (claim.start, claim.end)
    if slot == "quote":
        return (claim.quote_start, claim.quote_end)
    value = getattr(claim, slot)
    if slot in {"of", "by"} and value:
        return tuple(sorted(value.split("+")))
    if slot == "where":
        return tuple(sorted(value))
    if slot == "when" and value is not None:
        return (value.start, value.end)
    return value


def differing(one: Claim, other: Claim) -> tuple[str, ...]:
    """Return the slots in which two claims differ."""
    return tuple(slot for slot in REVIEWED_SLOTS if slot_value(one, slot) != slot_value(other, slot))


def _reading(judgements: Sequence[Decision]) -> Decision:
    """Return the latest judgement of the reading that most reviewers hold."""
    groups: dict[object, list[int]] = {}
    for at, decision in enumerate(judgements):
        groups.setdefault(_content(decision.outcome), []).append(at)
    return judgements[max(groups.values(), key=lambda places: (len(places), places[-1]))[-1]]


def _content(claim: Claim | None) -> object:
    return None if claim is None else tuple(slot_value(claim, slot) for slot in REVIEWED_SLOTS)


def _verdict(target: str, outcome: Claim | None, decisions: Iterable[Decision]) -> Verdict:
    if outcome is None:
        return "rejected"
    if any(decision.kind == "add" for decision in decisions):
        return "added"
    return "accepted" if outcome.id == target else "corrected"


def _parted(judgements: Iterable[Decision]) -> tuple[str, ...]:
    outcomes = [decision.outcome for decision in judgements]
    held = [claim for claim in outcomes if claim is not None]
    slots = {slot for claim in held[1:] for slot in differing(held[0], claim)}
    found = tuple(slot for slot in REVIEWED_SLOTS if slot in slots)
    return ("verdict", *found) if held and len(held) < len(outcomes) else found
