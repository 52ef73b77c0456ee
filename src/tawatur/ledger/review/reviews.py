"""Review: reviewers' decisions on what a ledger holds, each an appended row, and what they come to.

A decision is kept in one transaction with what it changes in the claim's document. The ledger has one writer at a time,
so that two reviewers may decide at the same moment and neither is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from tawatur.ledger.database import Database
from tawatur.ledger.marking import marks_of
from tawatur.ledger.paging import Page
from tawatur.ledger.review import rows
from tawatur.ledger.review.agreement import Agreement, agreement
from tawatur.ledger.review.deciding import check, decide
from tawatur.ledger.review.differences import Difference, differences
from tawatur.ledger.review.finding_again import Thread
from tawatur.ledger.review.folding import ClaimReview, FindingReview, in_force, review_of_finding
from tawatur.ledger.review.gold import Gold, gold
from tawatur.ledger.review.own_pack import OwnPack, own_pack
from tawatur.ledger.review.reading import current, made_on, states, threads_of
from tawatur.ledger.tables import decisions, documents, findings, reviews
from tawatur.ledger.waiting import place_of, queue, waiting
from tawatur.model import Claim, Decision, InputError, Judgement, SubjectKind

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
        checked = check(judgement)
        with self._database.writing() as connection:
            return decide(connection, checked)

    def undo(self, decision_id: str, *, reviewer: str, reason: str | None = None, key: str | None = None) -> Decision:
        """Take a decision back, an `undo` as well; return the row that says so. The decision's own row stays.

        Raises InputError where there is no such decision, or where it is undone already.
        """
        judgement = Judgement(
            kind="undo", subject="decision", target=decision_id, reviewer=reviewer, reason=reason, key=key
        )
        return self.decide(judgement)

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
        was judged, a finding to those of the findings whose place it takes.
        """
        with self._database.reading() as connection:
            if subject == "finding":
                return [made for _, made in made_on(connection, subject, marks_of(connection, [target])[target])]
            if subject == "claim":
                target = threads_of(connection, [target]).get(target, target)
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
                found |= states(connection, asked[at : at + _PAGE])
        return found

    def finding_states(self, finding_ids: Iterable[str]) -> dict[str, FindingReview]:
        """Return what reviewers make of some findings, by the ids asked for; `open` where nobody has said anything."""
        asked = list(dict.fromkeys(finding_ids))
        found: dict[str, FindingReview] = {}
        with self._database.reading() as connection:
            for at in range(0, len(asked), _PAGE):
                marks = marks_of(connection, asked[at : at + _PAGE])
                targets = sorted({target for named in marks.values() for target in named})
                made = list(made_on(connection, "finding", targets))
                for one, named in marks.items():
                    found[one] = review_of_finding(one, [decision for target, decision in made if target in named])
        return found

    def queue(self, *, after: str | None = None, limit: int = 100) -> Page[Claim]:
        """Return claims that wait for review, what matters most first, from behind the place `after` on.

        Those on which reviewers part come first, then those that nobody has judged: the unsure, and those that weighty
        findings tell of. Raises InputError where `after` is no place in the queue.
        """
        with self._database.reading() as connection:
            return queue(connection, after, limit)

    def place(self, claim_id: str) -> str | None:
        """Return the place of a claim in the queue, from behind which it goes on; None where it doesn't wait."""
        with self._database.reading() as connection:
            return place_of(connection, claim_id)

    def waiting(self) -> int:
        """Return how many claims wait for review."""
        with self._database.reading() as connection:
            return waiting(connection)

    def is_finding(self, finding_id: str) -> bool:
        """Tell whether a finding of this id stands."""
        with self._database.reading() as connection:
            return connection.scalar(select(findings.c.number).where(findings.c.id == finding_id)) is not None

    def in_force(self, subject: SubjectKind) -> list[Decision]:
        """Return the decisions on one kind of thing that are not undone, in the order in which they were made."""
        selection = select(decisions.c.decision).where(decisions.c.subject == subject).order_by(decisions.c.number)
        with self._database.reading() as connection:
            return in_force(rows.decode(connection.scalars(selection)))

    def own_pack(self) -> OwnPack:
        """Return the actors and places that reviewers have added."""
        return own_pack([*self.in_force("actor"), *self.in_force("place")])

    def agreement(self) -> Agreement:
        """Return how far reviewers agree over the claims that two or more have judged.

        Raises InputError where the package that computes it is not installed.
        """
        return agreement(one for one, _ in self._threads())

    def differences(self) -> Iterator[Difference]:
        """Yield where the program now reads otherwise than review has it, or has learned to read, by document."""
        yield from differences(self._threads())

    def gold(self) -> Iterator[Gold]:
        """Yield every document in which a claim was judged, with its claims as they are to be read."""
        with self._database.reading() as connection:
            for number in self._judged(connection):
                row = connection.execute(select(documents).where(documents.c.number == number)).mappings().one()
                holding = [placed.claim for placed in rows.placed(connection, number) if placed.reviewed]
                yield gold(row, holding, rows.threads(connection, number))

    def _threads(self) -> Iterator[tuple[Thread, Claim | None]]:
        """Yield every claim that somebody judged with its decisions, and as the program reads it now (None: not)."""
        with self._database.reading() as connection:
            for document in self._judged(connection):
                read = current(connection, document)
                for one in rows.threads(connection, document):
                    yield one, read.get(one.target)

    def _judged(self, connection: Connection) -> Sequence[int]:
        selection = select(reviews.c.document).where(reviews.c.verdict != "open").distinct()
        return connection.scalars(selection.order_by(reviews.c.document)).all()
