"""The matrix of one statement: its figures down, its witnesses across, odd readings marked, and their stemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tawatur.collate.copies.copies import Copies
from tawatur.collate.copies.shingles import body_words, containment, shingles
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.groups import Groups
from tawatur.collate.facts.material import Material
from tawatur.collate.statements.statements import Statement
from tawatur.collate.variants.alignment import Alignment, Reading
from tawatur.collate.variants.lineage import STATEMENT, Descents, Text, Tree
from tawatur.collate.variants.partings import Variant
from tawatur.model import Claim, Reference, Slot, refer
from tawatur.model.statement import (
    Carrier,
    Cell,
    Crossing,
    Descent,
    Figure,
    Mark,
    Node,
    StatementTable,
    Stemma,
    Witness,
)

#: Slots in which two readings of one row may differ; the others' differences lie within one reading.
_ROW_SLOTS = frozenset({"value", "measure", "of", "where", "when"})
_LATEST = 10**7
_LETTERS = 26


class Matrix:
    """Sets the renditions of one statement side by side."""

    def __init__(self, statement: Statement, variants: Sequence[Variant], material: Material, copies: Copies) -> None:
        self._statement = statement
        self._variants = variants
        self._material = material
        self._copies = copies
        self._alignment = Alignment(statement, material, copies)
        self._siglum_of: dict[int, str] = {}
        self._reports_of: dict[str, tuple[int, ...]] = {}
        for at, reports in enumerate(self._witnesses()):
            for report in reports:
                self._siglum_of[report] = siglum(at)
            self._reports_of[siglum(at)] = reports
        self._rows = self._arrange()

    def table(self, finding_id: str) -> StatementTable:
        """Return the table of the statement that the finding of this id tells of."""
        return StatementTable(
            id=finding_id,
            origin=self._statement.origin,
            witnesses=tuple(self._witness(name, reports) for name, reports in self._reports_of.items()),
            figures=tuple(self._figure(row) for row in self._rows),
            stemma=self._stemma(),
        )

    def _witnesses(self) -> list[tuple[int, ...]]:
        """Return the reports by text, each text's earliest report first, the earliest text first."""
        texts: dict[int, list[int]] = defaultdict(list)
        for report in self._statement.reports:
            texts[self._copies.group_of[report]].append(report)
        return sorted(
            (tuple(sorted(reports, key=self._age)) for reports in texts.values()),
            key=lambda reports: self._age(reports[0]),
        )

    def _age(self, report: int) -> tuple[int, str, str, int]:
        date = self._material.dates[report]
        own = self._material.reports[report]
        return _LATEST if date is None else date, own.publisher or "", own.doc, own.section

    def _witness(self, name: str, reports: Sequence[int]) -> Witness:
        misnamed = [rendition.origin for rendition in self._statement.misnamed if rendition.report in reports]
        return Witness(
            siglum=name,
            reports=tuple(self._carrier(report, reports[0]) for report in reports),
            origin=misnamed[0] if misnamed else None,
        )

    def _carrier(self, report: int, first: int) -> Carrier:
        own = self._material.reports[report]
        near = None if report == first else round(self._nearness(report, first), 2)
        return Carrier(doc=own.doc, section=own.section, publisher=own.publisher, date=own.date, nearness=near)

    def _arrange(self) -> list[list[Reading]]:
        """Return the rows in the order of the fullest witness's text, what it lacks where others have it."""
        readings = self._alignment.readings
        of_fact = {id(fact): at for at, reading in enumerate(readings) for fact in reading.facts}
        groups = Groups(len(readings))
        for variant in self._variants:
            if variant.slot not in _ROW_SLOTS:
                continue
            facts = [fact for fact in (*variant.odd, *variant.norm) if id(fact) in of_fact]
            by_number: dict[object, list[Fact]] = defaultdict(list)
            for fact in facts:
                by_number[None if variant.slot == "value" else fact.number].append(fact)
            for joined in by_number.values():
                for one, other in pairwise(joined):
                    groups.join(of_fact[id(one)], of_fact[id(other)])
        rows = [[readings[at] for at in members] for members in groups.sets().values()]
        counts: dict[str, int] = defaultdict(int)
        for row in rows:
            for name in {self._siglum_of[fact.report] for fact in _facts(row)}:
                counts[name] += 1
        ranked = sorted(counts, key=lambda name: (-counts[name], len(name), name))

        def order(row: list[Reading]) -> tuple[object, ...]:
            firsts: dict[str, tuple[str, int, int, str]] = {}
            for fact in _facts(row):
                name = self._siglum_of[fact.report]
                firsts[name] = min(firsts.get(name, fact.position), fact.position)
            lead = min(firsts, key=ranked.index)
            return ranked.index(lead), firsts[lead]

        return sorted(rows, key=order)

    def _figure(self, row: list[Reading]) -> Figure:
        lead = min(row, key=lambda reading: (-len(reading.witnesses), reading.lead.position)).lead
        cells: dict[str, list[Fact]] = defaultdict(list)
        for fact in _facts(row):
            cells[self._siglum_of[fact.report]].append(fact)
        claim = lead.claim
        return Figure(
            measure=claim.measure,
            low=claim.low,
            high=claim.high,
            bound=claim.bound,
            unit=claim.unit,
            change=claim.change,
            of=claim.of or _slot(lead.of),
            by=claim.by or _slot(lead.by),
            where=lead.where,
            when=claim.when,
            cells=tuple(self._cell(name, cells[name]) for name in self._reports_of if name in cells),
        )

    def _cell(self, name: str, facts: list[Fact]) -> Cell:
        claims = {claim.id: claim for fact in facts for claim in (*fact.claims, *fact.echoes)}
        numbers = dict.fromkeys(fact.claim.number for fact in facts)
        lead = facts[0].claim
        return Cell(
            witness=name,
            low=lead.low,
            high=lead.high,
            bound=lead.bound,
            number=" / ".join(number for number in numbers if number),
            claims=tuple(refer(claim) for claim in sorted(claims.values(), key=_position)),
            marks=tuple(self._marks(facts)),
        )

    def _marks(self, facts: Sequence[Fact]) -> Iterator[Mark]:
        for variant in self._variants:
            if variant.slot == "source":
                continue  # the whole witness's, and told with it
            sides = (variant.odd, variant.norm) if variant.odd else (variant.norm, variant.norm)
            own = next((fact for fact in facts if any(fact is member for member in sides[0])), None)
            if own is None:
                continue
            reading = _reading(own, variant.slot)
            usual = next(
                (
                    told
                    for fact in sorted(sides[1], key=lambda fact: fact.number != own.number)
                    if (told := _reading(fact, variant.slot)) != reading
                ),
                "",
            )
            yield Mark(slot=variant.slot, odd=bool(variant.odd), reading=reading, usual=usual)

    def _stemma(self) -> Stemma:
        figures: dict[str, set[int]] = defaultdict(set)
        for at, row in enumerate(self._rows):
            for fact in _facts(row):
                figures[self._siglum_of[fact.report]].add(at)
        texts = [
            Text(name, self._material.dates[reports[0]], frozenset(figures[name]))
            for name, reports in self._reports_of.items()
        ]
        tree = Descents(texts, self._variants, lambda fact: self._siglum_of[fact.report], self._between).tree()
        return Stemma(
            nodes=(
                Node(name=STATEMENT, kind="statement"),
                *(Node(name=name, kind="exemplar") for name in tree.exemplars),
                *(Node(name=name, kind="witness") for name in self._reports_of),
            ),
            edges=self._edges(tree),
            crossings=tuple(Crossing(witnesses=names, shared=_references(facts)) for names, facts in tree.crossings),
        )

    def _edges(self, tree: Tree) -> tuple[Descent, ...]:
        found = []
        for edge in tree.edges:
            near = days = None
            if edge.parent in self._reports_of and edge.child in self._reports_of:
                one, other = (self._reports_of[name][0] for name in (edge.parent, edge.child))
                near = round(self._nearness(one, other), 2)
                first, second = self._material.dates[one], self._material.dates[other]
                days = None if first is None or second is None else second - first
            found.append(
                Descent(
                    parent=edge.parent,
                    child=edge.child,
                    shared=_references(edge.shared),
                    nearness=near,
                    days=days,
                    decided=edge.decided,
                )
            )
        return tuple(found)

    def _between(self, one: str, other: str) -> float:
        return self._nearness(self._reports_of[one][0], self._reports_of[other][0])

    def _nearness(self, one: int, other: int) -> float:
        inner, outer = sorted((self._shingles(one), self._shingles(other)), key=len)
        return containment(inner, outer)

    @lru_cache(maxsize=512)  # noqa: B019  (a matrix lives for one statement)
    def _shingles(self, report: int) -> frozenset[int]:
        return shingles(body_words(self._material.reports[report]))


def siglum(at: int) -> str:
    """Return the name of the witness that stands at `at`: A to Z, then AA, AB and so on."""
    letters = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def _facts(row: Iterable[Reading]) -> Iterable[Fact]:
    return (fact for reading in row for fact in reading.facts)


def _slot(parties: frozenset[str]) -> str | None:
    return "+".join(sorted(parties)) or None


def _position(claim: Claim) -> tuple[str, int, int, str]:
    return claim.doc, claim.section, claim.start, claim.id


def _references(facts: Iterable[Fact]) -> tuple[Reference, ...]:
    claims = {claim.id: claim for fact in facts for claim in fact.claims}
    return tuple(refer(claim) for claim in sorted(claims.values(), key=_position))


def _reading(fact: Fact, slot: Slot) -> str:
    """Return what a fact has in a slot, as the codebook writes it."""
    claim = fact.claim
    if slot == "value":
        low, high = ("" if end is None else str(end) for end in (claim.low, claim.high))
        return low if low == high else f"{low}–{high}"
    if slot == "measure":
        return claim.measure if claim.unit in {"person", "event"} else f"{claim.measure} ({claim.unit})"
    if slot == "where":
        return "; ".join(fact.where)
    if slot == "when":
        return "" if claim.when is None else f"{claim.when.start or ''}/{claim.when.end or ''}"
    return str({"of": claim.of, "by": claim.by, "bound": claim.bound, "modality": claim.modality}.get(slot) or "")
