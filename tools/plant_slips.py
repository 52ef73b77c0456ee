"""Plant a slip in one report of a statement after another, and print what share of the slips collation tells.

usage: python tools/plant_slips.py FOLDER... [--coded] [--show]

Each FOLDER holds docs.jsonl, claims.jsonl and findings.jsonl (a set of specimens). Of each expected statement, every
figure that another of its reports has as well is misprinted in one report at a time: one of its digits is changed
wherever the report has it. The report is read anew and collated with the others of its cluster; the slip is told where
a new finding of a kind that tells of slips cites the misprinted figure. Counted apart are figures that at least two
other reports have, so that a majority stands against the slip. --coded misprints the claims coded by hand instead of
reading; --show prints each slip that was not told. Which digit is changed is drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from record_evaluation import documents, rows

from tawatur.collate import collate
from tawatur.evaluate import CodedFinding
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.model import Claim, Document, reports
from tawatur.packs import Knowledge, load, names

_SLIPS = frozenset({"variant", "conflict", "sum", "part", "tally", "same_number"})


class Cluster(NamedTuple):
    """The reports of some statements that hang together, their coded claims, and which reports carry one statement."""

    documents: dict[str, Document]
    claims: list[Claim]
    statements: list[frozenset[str]]


def clusters(folder: Path) -> Iterator[Cluster]:
    """Yield the clusters of a set: documents that its expected findings join, step by step."""
    known = {one.id: one for one in documents(folder / "docs.jsonl")}
    claims = rows(Claim, folder / "claims.jsonl")
    findings = rows(CodedFinding, folder / "findings.jsonl")
    home = {doc: {doc} for doc in known}
    for finding in findings:
        together = set().union(*(home[doc] for doc in finding.docs))
        for doc in together:
            home[doc] = together
    for docs in {id(one): one for one in home.values()}.values():
        statements = [frozenset(one.docs) for one in findings if one.kind == "statement" and docs.issuperset(one.docs)]
        yield Cluster({doc: known[doc] for doc in sorted(docs)}, [c for c in claims if c.doc in docs], statements)


class Slip(NamedTuple):
    """A figure of a report to be misprinted: its digits, what is put for them, and how many others have it right."""

    claim: Claim
    digits: str
    misprint: str
    others: int


def slips(cluster: Cluster, draw: random.Random) -> Iterator[Slip]:
    """Yield each figure in digits that another report of a statement has as well, once a report."""
    seen = set()
    for claim in cluster.claims:
        digits = re.fullmatch(r"[0-9]{2,}", claim.number)
        others = {
            one.doc
            for one in cluster.claims
            if (one.measure, one.low, one.high) == (claim.measure, claim.low, claim.high) and one.doc != claim.doc
            if any(docs.issuperset((claim.doc, one.doc)) for docs in cluster.statements)
        }
        if digits is None or not others or (claim.doc, claim.low) in seen:
            continue
        seen.add((claim.doc, claim.low))
        at = draw.randrange(len(claim.number))
        changed = (int(claim.number[at]) + draw.choice((3, 4, 5))) % 10 or 7
        misprint = f"{claim.number[:at]}{changed}{claim.number[at + 1 :]}"
        if misprint != claim.number:
            yield Slip(claim, claim.number, misprint, len(others))


def misprinted(document: Document, slip: Slip, knowledge: Knowledge) -> Document:
    """Return a document with a figure misprinted wherever its text has it, divided anew."""
    text = re.sub(rf"(?<![\d.,]){slip.digits}(?!\d)", slip.misprint, document.text)
    record = Record(doc=document.id, body=text, date=document.date, publisher=document.publisher, url=document.url)
    return to_document(record, knowledge)


def is_told(cluster: Cluster, slip: Slip, read: dict[str, list[Claim]], knowledge: Knowledge, *, coded: bool) -> bool:
    """Tell whether a finding about the misprinted figure stands among those of the cluster with the slip in it."""
    doc, value = slip.claim.doc, int(slip.misprint)
    altered = misprinted(cluster.documents[doc], slip, knowledge)
    if coded:
        figure = (slip.claim.low, slip.claim.high)
        own = [replace(one, low=value, high=value) if (one.low, one.high) == figure else one for one in read[doc]]
    else:
        own = extract(altered, knowledge)
    claims = [one for other, found in read.items() if other != doc for one in found]
    given = [altered if one.id == doc else one for one in cluster.documents.values()]
    found = collate([*claims, *own], [report for one in given for report in reports(one)], knowledge)
    return any(
        finding.kind in _SLIPS and any(one.doc == doc and one.low == value for one in finding.claims)
        for finding in found
    )


def main() -> None:
    """Plant, read, collate and count."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--coded", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    knowledge, draw = load(names()), random.Random(7)
    planted: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for folder in options.folders:
        for cluster in clusters(folder):
            read: dict[str, list[Claim]] = defaultdict(list)
            for doc, document in cluster.documents.items():
                mine = [one for one in cluster.claims if one.doc == doc]
                read[doc] = mine if options.coded else extract(document, knowledge)
            for slip in slips(cluster, draw):
                kind = "against several" if slip.others > 1 else "against one"
                planted[kind] += 1
                if is_told(cluster, slip, read, knowledge, coded=options.coded):
                    told[kind] += 1
                elif options.show:
                    print(f"not told: {slip.claim.doc}@{slip.claim.start} «{slip.claim.quote}» as {slip.misprint}")
    for kind in sorted(planted):
        print(f"{kind}: {told[kind]} of {planted[kind]} told")


if __name__ == "__main__":
    main()
