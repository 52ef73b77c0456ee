"""Collation: from claims, and the reports that hold them, to findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.collate.copies.copies import find_copies
from tawatur.collate.copies.prevalence import Prevalence
from tawatur.collate.copies.texts import Texts
from tawatur.collate.facts.groups import Groups
from tawatur.collate.facts.material import Material
from tawatur.collate.meetings import prevalence
from tawatur.collate.quantities.quantities import find_quantities
from tawatur.collate.statements.statements import Statement, StatementFinder
from tawatur.collate.sums.parts import find_parts
from tawatur.collate.sums.sums import find_sums, totals_of
from tawatur.collate.telling.findings import FindingMaker
from tawatur.collate.times.beginnings import agreeing_beginnings
from tawatur.collate.times.changes import find_changes
from tawatur.collate.times.dates import find_dates
from tawatur.collate.times.tallies import find_tallies, is_told_by_tally, is_told_by_variant
from tawatur.collate.variants.alignment import Alignment
from tawatur.collate.variants.lineage import find_lineages
from tawatur.collate.variants.matrix import Matrix
from tawatur.collate.variants.partings import Variant
from tawatur.collate.variants.variants import find_variants
from tawatur.collate.voices.confirmation import confirm
from tawatur.collate.voices.headlines import belied_headlines
from tawatur.collate.voices.same_numbers import find_same_numbers
from tawatur.collate.voices.voices import Voices
from tawatur.model import Claim, Finding, Report, Rulings
from tawatur.model.statement import StatementTable
from tawatur.packs import Knowledge

_NO_RULINGS = Rulings()


class Located(NamedTuple):
    """A finding with the bucket that it was found in; None where it lies within one cluster."""

    finding: Finding
    bucket: int | None


class Grounds:
    """What findings rest on: the material, its copies and its statements; and which documents hang together by them.

    `prevalent` tells what is widespread in the whole corpus, where the material is a part of it; `rulings` are what
    reviewers have merged and split.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        knowledge: Knowledge,
        prevalent: Prevalence | None = None,
        rulings: Rulings = _NO_RULINGS,
    ) -> None:
        self.material = Material(claims, reports, knowledge, rulings)
        self.texts = Texts(self.material.reports)
        self.prevalent = prevalence(self.material, self.texts) if prevalent is None else prevalent
        self.copies = find_copies(self.texts, self.prevalent.common)
        finder = StatementFinder(self.material, self.copies, self.prevalent)
        self.statements = finder.find()
        self._links = finder.links

    def texts_of_reports(self) -> dict[tuple[str, int], int]:
        """Return the number of each report's text, copies having one, by document and section."""
        return {
            (report.doc, report.section): self.copies.group_of[at] for at, report in enumerate(self.material.reports)
        }

    def clusters(self) -> list[frozenset[str]]:
        """Return the documents that copies and statements make one, step by step, each in one cluster."""
        reports = self.material.reports
        groups = Groups(len(reports))
        first: dict[object, int] = {}
        for at, report in enumerate(reports):
            groups.join(first.setdefault(report.doc, at), at)
            groups.join(first.setdefault(self.copies.group_of[at], at), at)
        for members, _ in self.copies.families:
            for member in members[1:]:
                groups.join(members[0], member)
        for one, other in self._links:
            groups.join(one, other)
        return [frozenset(reports[at].doc for at in members) for members in groups.sets().values()]


class Collation:
    """One collation: its `findings`, the weightiest first, and the table of each statement that it found.

    Pure: the result depends neither on the order of the input nor on anything given twice. Cost grows near-linearly
    with reports and claims; every comparison comes from an index. Claims of a section without a report are collated
    as of a report without text and date. The kinds and their fields are those of `docs/collation.md`.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        knowledge: Knowledge,
        prevalent: Prevalence | None = None,
        rulings: Rulings = _NO_RULINGS,
    ) -> None:
        self.grounds = grounds = Grounds(claims, reports, knowledge, prevalent, rulings)
        material, copies = grounds.material, grounds.copies
        voices = Voices(material, copies, grounds.statements)
        maker = FindingMaker(material, knowledge)
        located = [Located(maker.copy(members, share, grounds.texts), None) for members, share in copies.families]
        self._statements: dict[str, tuple[Statement, list[Variant]]] = {}
        odd: set[int] = set()
        renamed: set[int] = set()
        differing: list[Variant] = []
        sums = find_sums(material, voices)
        totals = totals_of(sums, voices)
        misprints = {tuple(map(id, one.misprint)) for one in sums if one.misprint is not None}
        for statement in grounds.statements:
            variants = find_variants(Alignment(statement, material, copies, misprints))
            findings = [maker.variant(variant, statement) for variant in variants]
            if variants or len({copies.text_of[report] for report in statement.reports}) > 1:
                told = maker.statement(statement)  # what stands alike in prints of one text, the copy tells
                self._statements[told.id] = (statement, variants)
                findings.insert(0, told)
            findings += [maker.lineage(lineage) for lineage in find_lineages(variants, material.publishers)]
            located += [Located(finding, None) for finding in findings]
            odd |= {id(fact) for variant in variants for fact in variant.odd if variant.slot not in {"bound", "by"}}
            differing += [one for one in variants if one.slot == "value"]
            renamed |= {id(f) for variant in variants for f in variant.odd or variant.norm if variant.slot == "measure"}
        quantities = find_quantities(material)
        confirmed = [
            *confirm(quantities, material, voices, odd, renamed, totals),
            *belied_headlines(material, odd),
            *agreeing_beginnings(material, voices),
        ]
        tallies = [one for one in find_tallies(material, voices, odd) if not is_told_by_variant(one, differing)]
        confirmed = [one for one in confirmed if not is_told_by_tally(one, tallies)]
        located += [Located(maker.confirmation(one, voices), one.bucket) for one in confirmed]
        same = find_same_numbers(material, voices, copies)
        located += [Located(maker.same_number(one), one.bucket) for one in same]
        located += [Located(maker.sum(one), None) for one in sums]
        located += [Located(maker.part(one), None) for one in find_parts(material, voices, totals, renamed)]
        located += [Located(maker.tally(one, voices), one.bucket) for one in tallies]
        located += [Located(maker.change(one), None) for one in find_changes(material, voices)]
        located += [Located(maker.date(one), one.bucket) for one in find_dates(material, copies)]
        unique = {one.finding.id: one for one in located}
        #: The findings with where they were found, the weightiest first.
        self.located: tuple[Located, ...] = tuple(
            sorted(unique.values(), key=lambda one: (-one.finding.weight, one.finding.id))
        )
        self.findings: tuple[Finding, ...] = tuple(one.finding for one in self.located)

    def statement(self, finding_id: str) -> StatementTable:
        """Return the table of the statement that a finding of kind `statement` tells of. Raises KeyError for others."""
        statement, variants = self._statements[finding_id]
        return Matrix(statement, variants, self.grounds.material, self.grounds.copies).table(finding_id)

    def statements(self) -> Iterator[StatementTable]:
        """Yield the tables of all statements, in the order of their findings."""
        return (self.statement(finding.id) for finding in self.findings if finding.kind == "statement")


def collate(
    claims: Sequence[Claim], reports: Sequence[Report], knowledge: Knowledge, rulings: Rulings = _NO_RULINGS
) -> list[Finding]:
    """Return the findings that the claims and reports show, the weightiest first: those of a `Collation`."""
    return list(Collation(claims, reports, knowledge, rulings=rulings).findings)
