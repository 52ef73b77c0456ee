"""What collation keeps in a ledger, on one transaction: where documents meet, what is widespread, and the findings.

All that stands here is made of the documents and claims, and can be made again. Rows are asked for by the thousand and
not one by one, as a new report asks for some hundred keys.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from tawatur.ledger import rows
from tawatur.ledger.asking import ordered
from tawatur.ledger.batches import batches
from tawatur.ledger.marking import carry_over
from tawatur.ledger.tables import claims as claim_table
from tawatur.ledger.tables import (
    collation,
    documents,
    finding_claims,
    finding_documents,
    findings,
    meetings,
    prevalence,
    sections,
)
from tawatur.ledger.waiting import rank
from tawatur.model import Claim, Document, Finding, Rulings, to_json

_CLAIM = msgspec.json.Decoder(Claim)
_FINDING = msgspec.json.Decoder(Finding)


class Meeting(NamedTuple):
    """A row of `meetings`: a document under a key, in a week where the key is a week's."""

    key: int
    week: int
    rank: int
    document: int


class Collating:
    """A ledger's collation on one connection; documents are known by their numbers.

    `rulings` are what reviewers have merged and split.
    """

    def __init__(self, connection: Connection, rulings: Rulings | None = None) -> None:
        self._connection = connection
        self.rulings = rulings or Rulings()

    def signature(self) -> str | None:
        """Return what the findings were made with; None where none were made."""
        return self._connection.scalar(select(collation.c.signature))

    def begin_anew(self, signature: str) -> None:
        """Take away all findings and all that they rest on; `signature` is what they will be made with."""
        cited = self._connection.scalars(select(finding_claims.c.claim).distinct()).all()
        for table in (finding_claims, finding_documents, findings, prevalence, meetings, collation):
            self._connection.execute(delete(table))
        rank(self._connection, cited)
        self._connection.execute(update(documents).values(cluster=None))
        self._connection.execute(insert(collation), {"signature": signature})

    def count(self) -> int:
        """Return how many documents there are, older versions of pages apart."""
        return self._connection.scalar(select(func.count()).where(documents.c.superseded.is_(None))) or 0

    def reconsider(self, numbers: Collection[int]) -> None:
        """Take documents whose claims are others now out of the collation, and those that they bear on with them.

        These are the ones with which they make a cluster, and those whose facts meet theirs in a finding. What was
        found of any of them in that way goes; it is found again when the findings are next brought up to date.
        """
        buckets: set[int] = set()
        for page in batches(numbers):
            selection = (
                select(findings.c.bucket)
                .join(finding_documents, finding_documents.c.finding == findings.c.number)
                .where(finding_documents.c.document.in_(page), findings.c.bucket.is_not(None))
                .distinct()
            )
            buckets.update(bucket for bucket in self._connection.scalars(selection) if bucket is not None)
        near = self.together(numbers) | {row.document for row in self.sharing(buckets)}
        self.withdraw(near, buckets)
        for page in batches(numbers):
            self._connection.execute(delete(meetings).where(meetings.c.document.in_(page)))
        for page in batches(near):
            self._connection.execute(update(documents).where(documents.c.number.in_(page)).values(cluster=None))

    def pending(self) -> list[int]:
        """Return the documents that are in no collation yet; an older version of a page is in none."""
        selection = select(documents.c.number).where(documents.c.cluster.is_(None), documents.c.superseded.is_(None))
        return list(self._connection.scalars(selection))

    def numbers_of(self, docs: Collection[str]) -> set[int]:
        """Return the numbers of documents of some ids."""
        found: set[int] = set()
        for page in batches(docs):
            found.update(self._connection.scalars(select(documents.c.number).where(documents.c.id.in_(page))))
        return found

    def together(self, numbers: Collection[int]) -> set[int]:
        """Return the documents of the clusters that some documents are in, these among them."""
        found = set(numbers)
        clusters: set[int] = set()
        for page in batches(numbers):
            selection = select(documents.c.cluster).where(documents.c.number.in_(page)).distinct()
            clusters.update(cluster for cluster in self._connection.scalars(selection) if cluster is not None)
        for page in batches(clusters):
            found.update(self._connection.scalars(select(documents.c.number).where(documents.c.cluster.in_(page))))
        return found

    def clusters(self, numbers: Collection[int]) -> dict[int, int | None]:
        """Return the cluster of each document; None where it is in no collation yet."""
        found: dict[int, int | None] = {}
        for page in batches(numbers):
            selection = select(documents.c.number, documents.c.cluster).where(documents.c.number.in_(page))
            found.update((int(row[0]), row[1]) for row in self._connection.execute(selection))
        return found

    def read(self, numbers: Collection[int] | None = None) -> tuple[list[Document], list[Claim], dict[str, int]]:
        """Return documents with their claims, and their numbers by their ids.

        Where `numbers` is None it is all, older versions of pages apart.
        """
        found: list[Document] = []
        claims: list[Claim] = []
        known: dict[str, int] = {}
        for page in [None] if numbers is None else batches(numbers):
            chosen, parts = select(documents), select(sections)
            if page is None:
                chosen = chosen.where(documents.c.superseded.is_(None))
            else:
                chosen, parts = chosen.where(documents.c.number.in_(page)), parts.where(sections.c.document.in_(page))
            by_document: dict[int, list[Any]] = {}
            for part in self._connection.execute(parts.order_by(sections.c.number)).mappings():
                by_document.setdefault(part["document"], []).append(part)
            for row in self._connection.execute(chosen).mappings():
                found.append(rows.to_document(row, by_document.get(row["number"], ())))
                known[row["id"]] = row["number"]
            selection = ordered([claim_table.c.reviewed.is_(True)])
            if page is not None:
                selection = selection.where(claim_table.c.document.in_(page))
            claims += [_CLAIM.decode(text) for text in self._connection.scalars(selection)]
        return found, claims, known

    def meet(self, new: Sequence[Meeting]) -> None:
        """Add meetings; one that is there already is left as it is."""
        known = {(row.key, row.week, row.rank) for row in self.sharing({row.key for row in new})} if new else set()
        unique = {(row.key, row.week, row.rank): row for row in new}
        added = [row._asdict() for place, row in unique.items() if place not in known]
        if added:
            self._connection.execute(insert(meetings), added)

    def fill(self, new: Iterable[Meeting]) -> None:
        """Add meetings to a ledger that has none."""
        unique = {(row.key, row.week, row.rank): row for row in new}
        if unique:
            self._connection.execute(insert(meetings), [row._asdict() for row in unique.values()])

    def sharing(self, keys: Collection[int], weeks: Collection[int] | None = None) -> Iterator[Meeting]:
        """Yield the meetings under some keys, in some weeks where these are given."""
        for page in batches(keys):
            selection = select(meetings).where(meetings.c.key.in_(page))
            if weeks is not None:
                selection = selection.where(meetings.c.week.in_(weeks))
            for row in self._connection.execute(selection):
                yield Meeting(*row)

    def prevalence(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield what is widespread: (kind, key, week, value)."""
        columns = (prevalence.c.kind, prevalence.c.key, prevalence.c.week, prevalence.c.value)
        for row in self._connection.execute(select(*columns)):
            yield row[0], row[1], row[2], row[3]

    def prevail(self, changed: Mapping[tuple[str, int, int], int]) -> None:
        """Set what is widespread, by kind, key and week."""
        for (kind, key, week), value in changed.items():
            place = and_(prevalence.c.kind == kind, prevalence.c.key == key, prevalence.c.week == week)
            done = self._connection.execute(update(prevalence).where(place).values(value=value))
            if not done.rowcount:
                self._connection.execute(insert(prevalence), {"kind": kind, "key": key, "week": week, "value": value})

    def set_clusters(self, clusters: Iterable[Collection[int]]) -> None:
        """Put documents into clusters, each known by its least member."""
        placed = [{"at": number, "least": min(members)} for members in clusters for number in members]
        if placed:
            change = update(documents).where(documents.c.number == bindparam("at")).values(cluster=bindparam("least"))
            self._connection.execute(change, placed)

    def withdraw(self, numbers: Collection[int], buckets: Collection[int]) -> None:
        """Take away the findings of some buckets, and those that come from some documents alone."""
        gone: set[int] = set()
        for page in batches(buckets):
            gone.update(self._connection.scalars(select(findings.c.number).where(findings.c.bucket.in_(page))))
        for page in batches(numbers):
            selection = (
                select(findings.c.number)
                .join(finding_documents, finding_documents.c.finding == findings.c.number)
                .where(finding_documents.c.document.in_(page), findings.c.bucket.is_(None))
            )
            gone.update(self._connection.scalars(selection))
        cited: set[int] = set()
        for page in batches(gone):
            told = select(finding_claims.c.claim).where(finding_claims.c.finding.in_(page))
            cited.update(self._connection.scalars(told))
            for table in (finding_claims, finding_documents):
                self._connection.execute(delete(table).where(table.c.finding.in_(page)))
            self._connection.execute(delete(findings).where(findings.c.number.in_(page)))
        rank(self._connection, cited)

    def publish(self, found: Sequence[tuple[Finding, int | None]], known: Mapping[str, int]) -> None:
        """Add findings with their buckets; `known` are the numbers of the documents that they tell of.

        Marks of findings that these take the place of are carried over.
        """
        if found:
            self._insert(found, known)
        carry_over(self._connection)

    def _insert(self, found: Sequence[tuple[Finding, int | None]], known: Mapping[str, int]) -> None:
        numbers = self._connection.scalars(
            insert(findings).returning(findings.c.number, sort_by_parameter_order=True),
            [
                {
                    "id": one.id,
                    "kind": one.kind,
                    "weight": one.weight,
                    "bucket": bucket,
                    "origin": one.origin,
                    "finding": to_json(one),
                }
                for one, bucket in found
            ],
        ).all()
        told = [
            {"finding": number, "document": known[doc]}
            for (one, _), number in zip(found, numbers, strict=True)
            for doc in one.docs
        ]
        if told:
            self._connection.execute(insert(finding_documents), told)
        claims = self._numbers_of_claims({claim.id for one, _ in found for claim in one.claims})
        cited = [
            {"finding": number, "claim": claims[claim]}
            for (one, _), number in zip(found, numbers, strict=True)
            for claim in dict.fromkeys(claim.id for claim in one.claims)
            if claim in claims
        ]
        if cited:
            self._connection.execute(insert(finding_claims), cited)
            rank(self._connection, {row["claim"] for row in cited})

    def _numbers_of_claims(self, ids: Collection[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for page in batches(ids):
            selection = select(claim_table.c.id, claim_table.c.number).where(claim_table.c.id.in_(page))
            found.update((str(row[0]), int(row[1])) for row in self._connection.execute(selection))
        return found

    def findings(self, kinds: Collection[str] = ()) -> Iterator[Finding]:
        """Yield the findings, or those of some kinds, the weightiest first."""
        selection = select(findings.c.finding).order_by(findings.c.weight.desc(), findings.c.id)
        if kinds:
            selection = selection.where(findings.c.kind.in_(kinds))
        for text in self._connection.scalars(selection):
            yield _FINDING.decode(text)

    def documents_of(self, finding_ids: Collection[str]) -> set[int]:
        """Return the documents that findings tell of."""
        found: set[int] = set()
        for page in batches(finding_ids):
            selection = (
                select(finding_documents.c.document)
                .join(findings, findings.c.number == finding_documents.c.finding)
                .where(findings.c.id.in_(page))
            )
            found.update(self._connection.scalars(selection))
        return found
