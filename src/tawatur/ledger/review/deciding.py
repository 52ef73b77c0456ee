"""How a judgement becomes a decision: checked, put beside the claim as the reviewer had it, appended."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger.collating import Collating
from tawatur.ledger.marking import mark
from tawatur.ledger.review import own_pack, rows
from tawatur.ledger.review.correction import LONGEST_REASON, check_line, check_words, corrected
from tawatur.ledger.review.folding import taken_back
from tawatur.ledger.review.members import members_of
from tawatur.ledger.review.reading import as_known, document_of, threads_of
from tawatur.ledger.review.rulings import documents_of, ruled_with
from tawatur.ledger.tables import claims, decisions, documents, findings
from tawatur.model import Claim, Decision, DecisionKind, InputError, Judgement, SubjectKind, to_json

#: What may be decided of what.
ALLOWED: dict[SubjectKind, tuple[DecisionKind, ...]] = {
    "claim": ("accept", "correct", "reject", "add", "note"),
    "finding": ("seen", "dismiss", "note"),
    "statement": ("merge", "split", "note"),
    "quantity": ("merge", "split", "note"),
    "actor": ("add",),
    "place": ("add",),
}

#: Decisions that nobody can follow without their reason.
_EXPLAINED = frozenset(("dismiss", "note"))


class _Kept(NamedTuple):
    """A decision that is about to be kept: the thread that it belongs to, and the document whose claims it changes."""

    decision: Decision
    subject: str
    target: str
    document: int | None


def check(judgement: Judgement) -> Judgement:
    """Return the judgement as it will be read again from its row. Raises InputError where it can't be kept."""
    allowed: tuple[DecisionKind, ...] = ALLOWED.get(judgement.subject, ("undo",))
    if judgement.kind not in allowed:
        raise InputError(
            f"a {judgement.subject} can't be judged by {judgement.kind!r}", remedy=f"one of {', '.join(allowed)}"
        )
    check_line("the reviewer's name", judgement.reviewer, longest=100)
    if judgement.key is not None:
        check_line("the key", judgement.key, longest=100)
    if judgement.reason is not None:
        check_words(f"the {'note' if judgement.kind == 'note' else 'reason'}", judgement.reason)
    if judgement.kind in _EXPLAINED and not (judgement.reason or "").strip():
        raise InputError(f"{judgement.kind} without words", remedy="give a reason")
    if judgement.kind == "correct" and not (judgement.changes or judgement.spans):
        raise InputError("a correction that changes nothing", remedy="give the slots that are wrong, or accept it")
    if judgement.kind not in {"correct", "add"} and (judgement.changes or judgement.spans):
        raise InputError(f"{judgement.kind} changes nothing", remedy="correct the claim, or leave the changes out")
    if judgement.kind not in {"merge", "split"} and (judgement.members or judgement.apart):
        raise InputError(f"{judgement.kind} has no members", remedy="merge or split, or leave the members out")
    changes = to_json(judgement.changes)
    if len(changes) > LONGEST_REASON:
        raise InputError(f"changes of {len(changes):,} characters", remedy=f"{LONGEST_REASON:,} at most")
    judgement = msgspec.structs.replace(judgement, changes=msgspec.json.decode(changes))
    return own_pack.checked(judgement) if judgement.subject in {"actor", "place"} else judgement


def decide(connection: Connection, judgement: Judgement) -> Decision:
    """Keep a judgement that was checked; return its decision, or the one that was kept under its key before.

    Raises InputError where it judges what is not there, or what it wants can't be.
    """
    known = _kept_before(connection, judgement)
    if known is not None:
        return known
    kept = _undone(connection, judgement) if judgement.kind == "undo" else _decided(connection, judgement)
    rows.append(connection, kept.decision, subject=kept.subject, target=kept.target, document=kept.document)
    if kept.subject == "finding":
        mark(connection, kept.target)
    if kept.document is not None and rows.bring_into_line(connection, kept.document):
        Collating(connection).reconsider({kept.document, *ruled_with(connection, [kept.document])})
    ruling = _ruling(connection, kept.decision)
    if ruling is not None:
        Collating(connection).reconsider(documents_of(connection, ruling))
    return kept.decision


def _ruling(connection: Connection, decision: Decision) -> Decision | None:
    """Return the merge or split that a decision makes, takes back or restores; None where it does neither."""
    while decision.kind == "undo":
        selection = select(decisions.c.decision).where(decisions.c.id == decision.target)
        decision = rows.decode(connection.scalars(selection))[0]
    return decision if decision.kind in {"merge", "split"} else None


def _kept_before(connection: Connection, judgement: Judgement) -> Decision | None:
    if judgement.key is None:
        return None
    selection = select(decisions.c.decision).where(
        decisions.c.reviewer == judgement.reviewer, decisions.c.key == judgement.key
    )
    known = next(iter(rows.decode(connection.scalars(selection))), None)
    if known is not None and not _is_the_same(known, judgement):
        raise InputError("the key of another decision", source=judgement.key, remedy="give each decision its own key")
    return known


def _is_the_same(known: Decision, judgement: Judgement) -> bool:
    targets = {known.target} if known.kind not in {"merge", "split"} else {judgement.target}
    for claim in (known.claim, known.outcome):
        if claim is not None:
            targets |= {claim.id, claim.doc if known.kind == "add" else claim.id}
    return judgement.target in targets and all(
        getattr(known, name) == getattr(judgement, name) for name in ("kind", "subject", "reason", "changes", "spans")
    )


def _decided(connection: Connection, judgement: Judgement) -> _Kept:
    if judgement.subject == "claim":
        return _added(connection, judgement) if judgement.kind == "add" else _judged(connection, judgement)
    if judgement.kind in {"merge", "split"}:
        members, apart = members_of(connection, judgement)
        judgement = msgspec.structs.replace(judgement, members=members, apart=apart)
        return _kept(judgement, members[0])
    if judgement.subject in {"finding", "statement"}:
        known = connection.scalar(select(findings.c.number).where(findings.c.id == judgement.target))
        if known is None:
            raise InputError(
                f"no such {judgement.subject}", source=judgement.target, remedy="see tawatur collate --format jsonl"
            )
    if judgement.subject == "quantity":
        document_of(connection, judgement.target, None)
    return _kept(judgement, judgement.target)


def _judged(connection: Connection, judgement: Judgement) -> _Kept:
    target = threads_of(connection, [judgement.target]).get(judgement.target)
    document = document_of(connection, judgement.target, target)
    before = as_known(connection, judgement.target, target)
    outcome: Claim | None = before
    if judgement.kind in {"reject", "note"}:
        outcome = None
    elif judgement.kind == "correct":
        text = connection.scalar(select(documents.c.text).where(documents.c.number == document)) or ""
        outcome = corrected(before, judgement.changes, judgement.spans, text)
    return _kept(judgement, target or judgement.target, document, claim=before, outcome=outcome)


def _added(connection: Connection, judgement: Judgement) -> _Kept:
    """Make a claim that the program missed: its words by the spans of number and quote, its slots by the changes."""
    found = connection.execute(
        select(documents.c.number, documents.c.text).where(documents.c.id == judgement.target)
    ).one_or_none()
    if found is None:
        raise InputError("no such document", source=judgement.target, remedy="see tawatur claims")
    if "measure" not in judgement.changes or not judgement.spans.keys() & {"number", "quote"}:
        raise InputError("a claim without measure or words", remedy="give the measure, and select number or quote")
    words = judgement.spans.get("quote") or judgement.spans["number"]
    start, end = words[0] if words else (0, 0)
    number = "" if "number" not in judgement.spans else "0"
    blank = Claim(doc=judgement.target, start=start, end=end, quote_start=start, quote_end=end, quote="",
                  number=number, measure="other")  # fmt: skip
    spans = {"quote": ((start, end),), **judgement.spans}
    outcome = corrected(blank, judgement.changes, spans, found.text)
    if connection.scalar(select(claims.c.number).where(claims.c.id == outcome.id)) is not None:
        raise InputError("the claim is there already", source=outcome.id, remedy="accept that one")
    return _kept(judgement, outcome.id, found.number, outcome=outcome)


def _undone(connection: Connection, judgement: Judgement) -> _Kept:
    selection = select(decisions).where(decisions.c.id == judgement.target)
    row = connection.execute(selection).mappings().one_or_none()
    if row is None:
        raise InputError("no such decision", source=judgement.target, remedy="see tawatur review show")
    made = rows.thread(connection, row["subject"], row["target"])
    if judgement.target in taken_back(made):
        raise InputError("undone already", source=judgement.target, remedy="undo the undo to have it back")
    decision = _decision(judgement, judgement.target)
    return _Kept(decision, row["subject"], row["target"], row["document"])


def _kept(
    judgement: Judgement,
    target: str,
    document: int | None = None,
    *,
    claim: Claim | None = None,
    outcome: Claim | None = None,
) -> _Kept:
    decision = _decision(judgement, target, claim=claim, outcome=outcome)
    return _Kept(decision, judgement.subject, target, document)


def _decision(
    judgement: Judgement, target: str, *, claim: Claim | None = None, outcome: Claim | None = None
) -> Decision:
    fields = {name: getattr(judgement, name) for name in judgement.__struct_fields__} | {"target": target}
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    return Decision(id=uuid4().hex, at=at, claim=claim, outcome=outcome, **fields)
