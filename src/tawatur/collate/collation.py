"""Collation: from claims, and the reports that hold them, to findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.collate.alignment import Alignment
from tawatur.collate.beginnings import agreeing_beginnings
from tawatur.collate.changes import find_changes
from tawatur.collate.confirmation import confirm
from tawatur.collate.copies import find_copies
from tawatur.collate.dates import find_dates
from tawatur.collate.findings import FindingMaker
from tawatur.collate.lineage import find_lineages
from tawatur.collate.material import Material
from tawatur.collate.matrix import Matrix
from tawatur.collate.parts import find_parts
from tawatur.collate.quantities import find_quantities
from tawatur.collate.same_numbers import find_same_numbers
from tawatur.collate.statements import Statement, StatementFinder
from tawatur.collate.sums import find_sums
from tawatur.collate.tallies import find_tallies
from tawatur.collate.variants import Variant, find_variants
from tawatur.collate.voices import Voices
from tawatur.model import Claim, Finding, Report
from tawatur.model.statement import StatementTable
from tawatur.packs import Knowledge


class Collation:
    """One collation: its `findings`, the weightiest first, and the table of each statement that it found.

    Pure: the result depends neither on the order of the input nor on anything given twice. Cost grows near-linearly
    with reports and claims; every comparison comes from an index. Claims of a section without a report are collated
    as of a report without text and date. The kinds and their fields are those of `docs/collation.md`.
    """

    def __init__(self, claims: Sequence[Claim], reports: Sequence[Report], knowledge: Knowledge) -> None:
        self._material = material = Material(claims, reports, knowledge)
        self._copies = copies = find_copies(material.reports)
        statements = StatementFinder(material, copies).find()
        voices = Voices(material, copies, statements)
        maker = FindingMaker(material, knowledge)
        findings = [maker.copy(members, share) for members, share in copies.families]
        self._statements: dict[str, tuple[Statement, list[Variant]]] = {}
        odd: set[int] = set()
        for statement in statements:
            found = maker.statement(statement)
            variants = find_variants(Alignment(statement, material, copies))
            self._statements[found.id] = (statement, variants)
            findings.append(found)
            findings += [maker.variant(variant, statement) for variant in variants]
            findings += [maker.lineage(lineage) for lineage in find_lineages(variants, material.publishers)]
            odd |= {id(fact) for variant in variants for fact in variant.odd if variant.slot not in {"bound", "by"}}
        quantities = find_quantities(material)
        confirmed = [*confirm(quantities, material, voices, odd), *agreeing_beginnings(material, voices)]
        findings += [maker.confirmation(found) for found in confirmed]
        findings += [maker.same_number(found) for found in find_same_numbers(material, voices, copies)]
        findings += [maker.sum(found) for found in find_sums(material, voices)]
        findings += [maker.part(found) for found in find_parts(material, voices)]
        findings += [maker.tally(found, voices) for found in find_tallies(material, voices, odd)]
        findings += [maker.change(found) for found in find_changes(material, voices)]
        findings += [maker.date(found) for found in find_dates(material, copies)]
        unique = {finding.id: finding for finding in findings}
        self.findings: tuple[Finding, ...] = tuple(
            sorted(unique.values(), key=lambda finding: (-finding.weight, finding.id))
        )

    def statement(self, finding_id: str) -> StatementTable:
        """Return the table of the statement that a finding of kind `statement` tells of. Raises KeyError for others."""
        statement, variants = self._statements[finding_id]
        return Matrix(statement, variants, self._material, self._copies).table(finding_id)

    def statements(self) -> Iterator[StatementTable]:
        """Yield the tables of all statements, in the order of their findings."""
        return (self.statement(finding.id) for finding in self.findings if finding.kind == "statement")


def collate(claims: Sequence[Claim], reports: Sequence[Report], knowledge: Knowledge) -> list[Finding]:
    """Return the findings that the claims and reports show, the weightiest first: those of a `Collation`."""
    return list(Collation(claims, reports, knowledge).findings)
