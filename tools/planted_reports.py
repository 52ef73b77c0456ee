"""What the tools that plant changes in reports share: a cluster that is collated anew with one report changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace
from plant_slips import Cluster

from tawatur.collate import collate
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.model import Claim, Document, Finding, reports
from tawatur.packs import Knowledge

Edits = list[tuple[int, int, str]]


class Planting(NamedTuple):
    """A changed report: its document, the coded claims changed alike, what to look for, and how to show it."""

    kind: str
    document: Document
    claims: list[Claim]
    told: Callable[[Finding], bool]
    shown: str


class Bench:
    """One cluster with what was read of it, which collates it with a report changed or added."""

    def __init__(self, cluster: Cluster, knowledge: Knowledge, *, coded: bool) -> None:
        self.cluster = cluster
        self.knowledge = knowledge
        self.coded = coded
        self.hand = _by_doc(cluster.claims)
        self.read = {doc: extract(one, knowledge) for doc, one in cluster.documents.items()}

    def collated(self, planting: Planting | None = None) -> list[Finding]:
        """Return the findings of the cluster with a planting in it."""
        claims = dict(self.hand if self.coded else self.read)
        documents = dict(self.cluster.documents)
        if planting is not None:
            one = planting.document
            documents[one.id] = one
            claims[one.id] = planting.claims if self.coded else extract(one, self.knowledge)
        given = [report for one in documents.values() for report in reports(one)]
        return collate([claim for found in claims.values() for claim in found], given, self.knowledge)

    def edited(self, doc: str, edits: Edits) -> Document:
        """Return a report with words of its text replaced, divided anew."""
        one = self.cluster.documents[doc]
        text = one.text
        for start, end, words in sorted(edits, reverse=True):
            text = text[:start] + words + text[end:]
        return as_document(one.id, text, one.date, one.publisher, one.url, self.knowledge)


def as_document(
    doc: str, text: str, day: str | None, publisher: str | None, url: str | None, knowledge: Knowledge
) -> Document:
    """Return a document whose text is divided anew."""
    return to_document(Record(doc=doc, body=text, date=day, publisher=publisher, url=url), knowledge)


def _by_doc(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        found[one.doc].append(one)
    return found


def shifted(at: int, edits: Edits) -> int:
    """Return where an offset lies once the edits are made."""
    return at + sum(len(words) - (end - start) for start, end, words in edits if start < at)


def moved(claims: Iterable[Claim], edits: Edits) -> list[Claim]:
    """Return coded claims with their offsets where the edits have moved them."""
    return [
        replace(
            one,
            start=shifted(one.start, edits),
            end=shifted(one.end, edits),
            quote_start=shifted(one.quote_start, edits),
            quote_end=shifted(one.quote_end, edits),
        )
        for one in claims
    ]
