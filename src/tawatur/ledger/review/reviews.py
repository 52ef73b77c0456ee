"""Review: reviewers' decisions on what a ledger holds, each an appended row, and what they come to.

A decision is kept in one transaction with what it changes in the claim's document. The ledger has one writer at a time,
so that two reviewers may decide at the same moment and neither is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

import msgspec
from sqlalchemy import Connection, delete, select

from tawatur.ledger.database import Database
from tawatur.ledger.review import rows
from tawatur.ledger.review.correction import LONGEST_REASON, check_line, check_words, corrected
from tawatur.ledger.review.finding_again import Thread
from tawatur.ledger.review.folding import ClaimReview, FindingReview, in_force, review, review_of_finding
from tawatur.ledger.review.members import members_of
from tawatur.ledger.tables import claims, collation, decisions, documents, findings, reviews
from tawatur.model import Claim, Decision, DecisionKind, InputError, Judgement, SubjectKind, to_json

_CLAIM = msgspec.json.Decoder(Claim)

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
#: Ids asked for at a time.
_PAGE = 500


class Reviews:
    """The review of a ledger.

    Every method raises InputError where the database fails. `decide` and `undo` return when the row is on the disk.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def decide(self, judgement: Judgement) -> Decision:
        """Keep a judgement; return the decision. One given before under the same key is returned as it was kept.

        Raises InputError where there is no such target, where the kind doesn't suit it, or a value can't be.
        """
        checked = _check(judgement)
        with self._database.writing() as connection:
            return _once(connection, checked, lambda: _decided(connection, checked))

    def undo(self, decision_id: str, *, reviewer: str, reason: str | None = None, key: str | None = None) -> Decision:
        """Take a decision back, an `undo` as well; return the row that says so. The decision's own row stays.

        Raises InputError where there is no such decision, or where it is undone already.
        """
        judgement = Judgement(
            kind="undo", subject="decision", target=decision_id, reviewer=reviewer, reason=reason, key=key
        )
        _check(judgement)
        with self._database.writing() as connection:
            return _once(connection, judgement, lambda: _undone(connection, judgement))

    def decision(self, decision_id: str) -> Decision | None:
        """Return the decision of this id, None where there is none."""
        with self._database.reading() as connection:
            selection = select(decisions.c.decision).where(decisions.c.id == decision_id)
            return next(iter(rows.decode(connection.scalars(selection))), None)

    def decisions(self, *, reviewer: str | None = None, after: str | None = None, limit: int = 500) -> list[Decision]:
        """Return decisions, or one reviewer's, in the order in which they were made: `limit` of them after `after`."""
        selection = select(decisions.c.decision).order_by(decisions.c.number).limit(limit)
        if reviewer is not None:
            selection = selection.where(decisions.c.reviewer == reviewer)
        with self._database.reading() as connection:
            if after is not None:
                number = connection.scalar(select(decisions.c.number).where(decisions.c.id == after))
                if number is None:
                    raise InputError("no such decision", source=after)
                selection = selection.where(decisions.c.number > number)
            return rows.decode(connection.scalars(selection))

    def history(self, target: str, subject: SubjectKind = "claim") -> list[Decision]:
        """Return the decisions on one thing with their undos, in the order in which they were made.

        A claim answers to its id as extracted, to the one that it has as corrected, and to those that it had when it
        was judged.
        """
        with self._database.reading() as connection:
            if subject == "claim":
                target = _thread_of(connection, [target]).get(target, target)
            return rows.thread(connection, subject, target)

    def state(self, claim_id: str) -> ClaimReview:
        """Return where a claim stands; `open` where nobody has judged it. Raises InputError where there is none."""
        found = self.states([claim_id]).get(claim_id)
        if found is None:
            raise InputError("no such claim", source=claim_id, remedy="see tawatur claims --format jsonl")
        return found

    def states(self, claim_ids: Iterable[str]) -> dict[str, ClaimReview]:
        """Return where some claims stand, by the ids asked for; those that the ledger doesn't know are left out."""
        asked = list(dict.fromkeys(claim_ids))
        found: dict[str, ClaimReview] = {}
        with self._database.reading() as connection:
            for at in range(0, len(asked), _PAGE):
                found |= _states(connection, asked[at : at + _PAGE])
        return found

    def finding_states(self, finding_ids: Iterable[str]) -> dict[str, FindingReview]:
        """Return what reviewers make of some findings, by the ids asked for; `open` where nobody has said anything."""
        asked = list(dict.fromkeys(finding_ids))
        made: dict[str, list[Decision]] = {target: [] for target in asked}
        with self._database.reading() as connection:
            for at in range(0, len(asked), _PAGE):
                for target, decision in _made_on(connection, "finding", asked[at : at + _PAGE]):
                    made[target].append(decision)
        return {target: review_of_finding(target, on_it) for target, on_it in made.items()}

    def in_force(self, subject: SubjectKind) -> list[Decision]:
        """Return the decisions on one kind of thing that are not undone, in the order in which they were made."""
        selection = select(decisions.c.decision).where(decisions.c.subject == subject).order_by(decisions.c.number)
        with self._database.reading() as connection:
            return in_force(rows.decode(connection.scalars(selection)))

    def threads(self) -> Iterator[tuple[Thread, Claim | None]]:
        """Yield every claim that somebody judged with its decisions, and as the program reads it now (None: not)."""
        with self._database.reading() as connection:
            judged = select(reviews.c.document).distinct().order_by(reviews.c.document)
            for document in connection.scalars(judged).all():
                current = _current(connection, document)
                for one in rows.threads(connection, document):
                    yield one, current.get(one.target)


class _Kept(NamedTuple):
    """A decision that is about to be kept: the thread that it belongs to, and the document whose claims it changes."""

    decision: Decision
    subject: str
    target: str
    document: int | None


def _check(judgement: Judgement) -> Judgement:
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
    return msgspec.structs.replace(judgement, changes=msgspec.json.decode(changes))


def _once(connection: Connection, judgement: Judgement, make: Callable[[], _Kept]) -> Decision:
    """Keep what `make` makes, unless something was kept under its key."""
    known = _kept_before(connection, judgement)
    if known is not None:
        return known
    kept = make()
    rows.append(connection, kept.decision, subject=kept.subject, target=kept.target, document=kept.document)
    if kept.document is not None and rows.bring_into_line(connection, kept.document):
        connection.execute(delete(collation))  # the findings rest on what held before
    return kept.decision


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
    targets = {known.target}
    for claim in (known.claim, known.outcome):
        if claim is not None:
            targets |= {claim.id, claim.doc if known.kind == "add" else claim.id}
    return judgement.target in targets and all(
        getattr(known, name) == getattr(judgement, name) for name in ("kind", "subject", "reason", "changes", "spans")
    )


def _decided(connection: Connection, judgement: Judgement) -> _Kept:
    if judgement.subject == "claim":
        return _added(connection, judgement) if judgement.kind == "add" else _judged(connection, judgement)
    if judgement.subject == "finding":
        known = connection.scalar(select(findings.c.number).where(findings.c.id == judgement.target))
        if known is None:
            raise InputError("no such finding", source=judgement.target, remedy="see tawatur collate --format jsonl")
        return _kept(judgement, judgement.target)
    if judgement.kind in {"merge", "split"}:
        members, apart = members_of(connection, judgement)
        judgement = msgspec.structs.replace(judgement, members=members, apart=apart)
    return _kept(judgement, judgement.target)


def _judged(connection: Connection, judgement: Judgement) -> _Kept:
    target = _thread_of(connection, [judgement.target]).get(judgement.target)
    document = _document_of(connection, judgement.target, target)
    before = _as_known(connection, judgement.target, target)
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
    undone = {decision.target for decision in _undos_in_force(made)}
    if judgement.target in undone:
        raise InputError("undone already", source=judgement.target, remedy="undo the undo to have it back")
    decision = _decision(judgement, judgement.target)
    return _Kept(decision, row["subject"], row["target"], row["document"])


def _undos_in_force(made: Sequence[Decision]) -> list[Decision]:
    undone: set[str] = set()
    found: list[Decision] = []
    for decision in reversed(made):
        if decision.kind == "undo" and decision.id not in undone:
            undone.add(decision.target)
            found.append(decision)
    return found


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


def _thread_of(connection: Connection, claim_ids: Sequence[str]) -> dict[str, str]:
    """Return the targets that claims' decisions hang on, by the ids asked for; none for claims that nobody judged."""
    found = {target: target for target in connection.scalars(
        select(reviews.c.target).where(reviews.c.target.in_(claim_ids))
    )}  # fmt: skip
    for column in (reviews.c.claim, reviews.c.outcome):
        selection = (
            select(claims.c.id, reviews.c.target).join(claims, claims.c.number == column)
            .where(claims.c.id.in_(claim_ids)).order_by(reviews.c.target)
        )  # fmt: skip
        for claim_id, target in connection.execute(selection):
            found.setdefault(claim_id, target)
    return found


def _document_of(connection: Connection, claim_id: str, target: str | None) -> int:
    if target is not None:
        found = connection.scalar(select(reviews.c.document).where(reviews.c.target == target))
    else:
        found = connection.scalar(select(claims.c.document).where(claims.c.id == claim_id))
    if found is None:
        raise InputError("no such claim", source=claim_id, remedy="see tawatur claims --format jsonl")
    return int(found)


def _as_known(connection: Connection, claim_id: str, target: str | None) -> Claim:
    """Return a claim by an id that it has, or had when it was judged."""
    text = connection.scalar(select(claims.c.claim).where(claims.c.id == claim_id))
    if text is not None:
        return _CLAIM.decode(text)
    for decision in rows.thread(connection, "claim", target or claim_id):
        for claim in (decision.claim, decision.outcome):
            if claim is not None and claim.id == claim_id:
                return claim
    raise InputError("no such claim", source=claim_id, remedy="see tawatur claims --format jsonl")


def _current(connection: Connection, document: int) -> dict[str, Claim]:
    """Return the claims as they are read now, by the targets of their threads."""
    selection = select(reviews.c.target, claims.c.claim).join(claims, claims.c.number == reviews.c.claim)
    found = connection.execute(selection.where(reviews.c.document == document))
    return {target: _CLAIM.decode(text) for target, text in found}


def _states(connection: Connection, asked: Sequence[str]) -> dict[str, ClaimReview]:
    targets = _thread_of(connection, asked)
    made: dict[str, list[Decision]] = {}
    for target, decision in _made_on(connection, "claim", list(set(targets.values()))):
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


def _made_on(connection: Connection, subject: str, targets: Sequence[str]) -> Iterator[tuple[str, Decision]]:
    selection = (
        select(decisions.c.target, decisions.c.decision)
        .where(decisions.c.subject == subject, decisions.c.target.in_(targets))
        .order_by(decisions.c.number)
    )
    for target, text in connection.execute(selection):
        yield target, rows.decode([text])[0]
