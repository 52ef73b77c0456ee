"""Plant a slip in one report of a statement after another, and print what share of the slips collation tells.

usage: python tools/plant_slips.py FOLDER... [--slot value|where|when|measure] [--coded] [--show]

Each FOLDER holds docs.jsonl, claims.jsonl and findings.jsonl (a set of specimens). Of each expected statement, every
figure that another of its reports has as well is misprinted in one report at a time: one of its digits is changed
wherever the report has it. With --slot the report has another place (wherever it names the one of some figures), time
(in all words that tell the one of some figures) or measure (the word of one figure): see slot_slips.py. The report is
read anew and collated with the others of its cluster; the slip is told where a new finding of a kind that tells of
such slips cites a figure that was changed. Counted apart are slips that at least two other reports speak against, so
that a majority stands against the slip, and the findings that it makes beside, of other kinds or of other figures.
--coded changes the claims coded by hand instead of reading; --show prints each slip that was not told, and what it
made beside. What is changed, and to what, is drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace
from record_evaluation import documents, rows
from slot_slips import Edit, applied, measure_edit, other_place, place_edits, shifted, time_edits, told_by

from tawatur.collate import collate
from tawatur.evaluate import CodedFinding
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.model import Claim, Document, Finding, Reference, reports
from tawatur.packs import Knowledge, load, names

#: Kinds that tell of a slip whatever it is, and a variant where it is of the slot.
_SLIPS = frozenset({"conflict", "sum", "part", "tally", "same_number", "date", "change"})
#: What a slip may make beside: who carries or copies what is no slip's.
_BESIDE = _SLIPS | {"variant", "agreement"}


class Cluster(NamedTuple):
    """The reports of some statements that hang together, their coded claims, and which reports carry one statement."""

    documents: dict[str, Document]
    claims: list[Claim]
    statements: list[frozenset[str]]

    def of(self, doc: str) -> list[Claim]:
        """Return a report's coded claims."""
        return [one for one in self.claims if one.doc == doc]

    def others(self, claim: Claim, told: Callable[[Claim], object]) -> set[str]:
        """Return the other reports of a claim's statement that tell something of a figure as the claim does."""
        return {
            one.doc
            for one in self.claims
            if told(one) == told(claim) and one.doc != claim.doc
            if any(docs.issuperset((claim.doc, one.doc)) for docs in self.statements)
        }

    def by_slot(self, slot: str) -> dict[tuple[str, Any], list[Claim]]:
        """Return the coded figures of each report by what fills a slot."""
        found: dict[tuple[str, Any], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if getattr(claim, slot) and claim.low is not None and not isinstance(claim.low, str):
                found[claim.doc, getattr(claim, slot)].append(claim)
        return found


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
    """A report with something changed: its text and its coded claims then, and which figures tell of it.

    `others` is how many reports speak against it, `said` the words before and after.
    """

    doc: str
    text: str
    coded: list[Claim]
    figures: frozenset[float]
    others: int
    said: str


Read = dict[str, list[Claim]]
Signature = tuple[str, str | None, frozenset[tuple[str, str, str]], frozenset[tuple[str, str, str]]]


def values(cluster: Cluster, _read: Read, _knowledge: Knowledge, draw: random.Random) -> Iterator[Slip]:
    """Yield each figure in digits that another report of a statement has as well, misprinted, once a report."""
    seen = set()
    for claim in cluster.claims:
        digits = re.fullmatch(r"[0-9]{2,}", claim.number)
        others = cluster.others(claim, lambda one: (one.measure, one.low, one.high))
        if digits is None or not others or (claim.doc, claim.low) in seen:
            continue
        seen.add((claim.doc, claim.low))
        at = draw.randrange(len(claim.number))
        changed = (int(claim.number[at]) + draw.choice((3, 4, 5))) % 10 or 7
        misprint = f"{claim.number[:at]}{changed}{claim.number[at + 1 :]}"
        if misprint == claim.number:
            continue
        text = re.sub(rf"(?<![\d.,]){claim.number}(?!\d)", misprint, cluster.documents[claim.doc].text)
        value = int(misprint)
        coded = [
            replace(one, low=value, high=value) if (one.low, one.high) == (claim.low, claim.high) else one
            for one in cluster.of(claim.doc)
        ]
        yield Slip(claim.doc, text, coded, frozenset({value}), len(others), f"«{claim.quote}» as {misprint}")


def places(cluster: Cluster, _read: Read, knowledge: Knowledge, draw: random.Random) -> Iterator[Slip]:
    """Yield each place of figures that another report of a statement has as well, changed, once a report."""
    texts = [one.text for one in cluster.documents.values()]
    for (doc, where), mine in cluster.by_slot("where").items():
        others = set().union(*(cluster.others(one, lambda one: (one.measure, one.low, one.where)) for one in mine))
        own = knowledge.place_of(where[0])
        other = other_place(where[0], texts, knowledge, draw) if others and len(where) == 1 else None
        edits = [] if own is None or other is None else place_edits(cluster.documents[doc].text, own, other)
        if edits and other is not None:
            coded = [replace(one, where=(other.label,)) if one.where == where else one for one in cluster.of(doc)]
            yield _slip(cluster, doc, edits, coded, mine, others)


def times(cluster: Cluster, read: Read, knowledge: Knowledge, draw: random.Random) -> Iterator[Slip]:
    """Yield each time of figures that another report of a statement has as well, changed, once a report.

    The claims coded by hand have the time that is read of the changed words.
    """
    for (doc, when), mine in cluster.by_slot("when").items():
        others = set().union(*(cluster.others(one, lambda one: (one.measure, one.low, one.when)) for one in mine))
        alike = [one for one in read[doc] if one.when == when]
        edits = time_edits(cluster.documents[doc].text, alike, draw) if others else []
        if not edits:
            continue
        slip = _slip(cluster, doc, edits, cluster.of(doc), mine, others)
        anew = extract(with_text(cluster.documents[doc], slip.text, knowledge), knowledge)
        there = {shifted(one, edits).start for one in alike}
        now = Counter(one.when for one in anew if one.start in there and one.when != when).most_common(1)
        coded = [replace(one, when=now[0][0]) if one.when == when else one for one in slip.coded] if now else []
        yield slip._replace(coded=coded)


def measures(cluster: Cluster, read: Read, _knowledge: Knowledge, _draw: random.Random) -> Iterator[Slip]:
    """Yield each word for what befell a figure that another report of a statement has as well, changed.

    It is changed wherever the report gives the figure; those of other figures that have the word change with it.
    """
    seen: set[Edit] = set()
    for claim in cluster.claims:
        others = cluster.others(claim, lambda one: (one.measure, one.low, one.high))
        text, own = cluster.documents[claim.doc].text, cluster.of(claim.doc)
        alike = [one for one in own if (one.measure, one.low) == (claim.measure, claim.low)] if others else []
        swaps = {swap for one in alike if (swap := measure_edit(text, one, read[one.doc])) is not None}
        edits = [edit for edit, _ in swaps]
        if not edits or seen.issuperset(edits):
            continue
        seen.update(edits)
        (other, *_) = (measure for _, measure in swaps)
        told = [
            one
            for one in own
            if one in alike
            or (one.measure == claim.measure and any(told_by(edit, one, read[one.doc]) for edit in edits))
        ]
        coded = [replace(one, measure=other) if one in told else one for one in own]
        yield _slip(cluster, claim.doc, edits, coded, told, others)


def _slip(
    cluster: Cluster, doc: str, edits: list[Edit], coded: list[Claim], mine: list[Claim], others: set[str]
) -> Slip:
    text = cluster.documents[doc].text
    said = ", ".join(sorted({f"«{text[one.start : one.end]}» as «{one.put}»" for one in edits}))
    figures = frozenset(float(one.low) for one in mine if one.low is not None)
    return Slip(doc, applied(text, edits), [shifted(one, edits) for one in coded], figures, len(others), said)


_PLANTERS: dict[str, Callable[[Cluster, Read, Knowledge, random.Random], Iterator[Slip]]] = {
    "value": values,
    "where": places,
    "when": times,
    "measure": measures,
}


def with_text(document: Document, text: str, knowledge: Knowledge) -> Document:
    """Return a document with another text, divided anew."""
    record = Record(doc=document.id, body=text, date=document.date, publisher=document.publisher, url=document.url)
    return to_document(record, knowledge)


def found(cluster: Cluster, documents: Mapping[str, Document], read: Read, knowledge: Knowledge) -> list[Finding]:
    """Return the findings of a cluster."""
    claims = [one for doc in cluster.documents for one in read[doc]]
    return collate(claims, [report for one in documents.values() for report in reports(one)], knowledge)


def is_told(slip: Slip, slot: str, finding: Finding) -> bool:
    """Tell whether a finding tells of a slip: it is of such a kind and cites a figure that was changed."""
    kind = finding.kind in _SLIPS or (finding.kind == "variant" and finding.slot == slot)
    return kind and any(one.doc == slip.doc and one.low in slip.figures for one in finding.claims)


def signature(finding: Finding) -> Signature:
    """Return what a finding says, whatever its claims' ids are: its kind and slot, what is odd, and all it cites."""
    return finding.kind, finding.slot, _cited(finding.odd or ()), _cited(finding.claims)


def _cited(references: Iterable[Reference]) -> frozenset[tuple[str, str, str]]:
    return frozenset((one.doc, one.measure, str(one.low)) for one in references)


def is_new(finding: Finding, before: Collection[Signature]) -> bool:
    """Tell whether a finding says what none of those before says, with more claims or with as many."""
    *says, cited = signature(finding)
    return not any(says == was and cited <= claims for *was, claims in before)


def main() -> None:
    """Plant, read, collate and count."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--slot", choices=[*_PLANTERS], default="value")
    parser.add_argument("--coded", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    knowledge, draw = load(names()), random.Random(7)
    planted: Counter[str] = Counter()
    told: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for cluster in (one for folder in options.folders for one in clusters(folder)):
        read = {doc: extract(document, knowledge) for doc, document in cluster.documents.items()}
        given = {doc: cluster.of(doc) for doc in cluster.documents} if options.coded else read
        before = {signature(one) for one in found(cluster, cluster.documents, given, knowledge)}
        for slip in _PLANTERS[options.slot](cluster, read, knowledge, draw):
            if options.coded and not slip.coded:
                continue
            altered = with_text(cluster.documents[slip.doc], slip.text, knowledge)
            own = slip.coded if options.coded else extract(altered, knowledge)
            after = found(cluster, cluster.documents | {slip.doc: altered}, given | {slip.doc: own}, knowledge)
            new = [one for one in after if is_new(one, before)]
            kind = "against several" if slip.others > 1 else "against one"
            planted[kind] += 1
            telling = [one for one in new if is_told(slip, options.slot, one)]
            told[kind] += bool(telling)
            rest = [one for one in new if one not in telling and one.kind in _BESIDE]
            beside.update(f"{one.kind} {one.slot or ''}".strip() for one in rest)
            if options.show and not telling:
                print(f"not told ({kind}): {slip.doc}: {slip.said}, {sorted(slip.figures)}")
            for one in rest if options.show else ():
                print(f"beside {slip.doc}: {slip.said}: {one.kind} {one.slot or ''}: {one.explanation.en}")
    for kind in sorted(planted):
        print(f"{kind}: {told[kind]} of {planted[kind]} told")
    print("findings beside: " + (", ".join(f"{kind} {count}" for kind, count in sorted(beside.items())) or "none"))


if __name__ == "__main__":
    main()
