"""Registers from claims: the pure function that puts every claim of a register in its row and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawatur.ledger import SectionFacts
from tawatur.model import Claim, Document, Rulings
from tawatur.packs import Knowledge, PublicNames, RegisterDefinition, ViewDefinition, settled
from tawatur.registers.checks import Checks
from tawatur.registers.facts import NO_RULINGS, Fact, facts, readings
from tawatur.registers.register import Cell, Heading, Provenance, Register, Row, View
from tawatur.registers.rows import Key, Placed, each, keys, order, reports_of
from tawatur.registers.selection import Selector
from tawatur.registers.voices import told_apart

Reports = Mapping[tuple[str, int], Provenance]


def provenance(documents: Iterable[Document]) -> dict[tuple[str, int], Provenance]:
    """Return the documents' sections as reports, by document and section; no copies are known of."""
    return told_apart(
        SectionFacts(document.id, section.number, section.publisher, section.date, section.title)
        for document in documents
        for section in document.sections
    )


def register(
    definition: RegisterDefinition,
    claims: Iterable[Claim],
    documents: Iterable[Document],
    knowledge: Knowledge,
    rulings: Rulings = NO_RULINGS,
) -> Register:
    """Return a register of some claims and the documents that they stand in, with what reviewers have merged and split.

    Raises ValueError at a bad definition.
    """
    found, reports, builder = list(claims), provenance(documents), Builder(knowledge, rulings)
    return titled(
        definition,
        [builder.view(view, found, reports, named=definition.names) for view in settled(definition)],
    )


def titled(definition: RegisterDefinition, views: Iterable[View]) -> Register:
    """Return a register with its views."""
    return Register(
        name=definition.key,
        en=definition.en,
        ar=definition.ar,
        about=definition.about,
        about_ar=definition.about_ar,
        views=tuple(views),
    )


class Builder:
    """Builds views from claims, with what the packs know and what reviewers have ruled."""

    def __init__(self, knowledge: Knowledge, rulings: Rulings = NO_RULINGS) -> None:
        self.rulings = rulings
        self.selector = Selector(knowledge)
        self._names = PublicNames(knowledge)
        self._checks = Checks(knowledge)

    def view(self, view: ViewDefinition, claims: Iterable[Claim], reports: Reports, *, named: bool) -> View:
        """Return a view of claims; `reports` are theirs by document and section, `named` lets public persons be named.

        What a view does not select is passed over.
        """
        shown = (self._names.shown(self.rulings.read(claim), named=named) for claim in claims)
        placed = [
            Placed(fact, key, column.key)
            for fact in facts((one for one in shown if self.selector.column(view, one)), reports, self.rulings)
            if (column := self.selector.column(view, fact.claim)) is not None
            for key in keys(view, fact)
        ]
        headings = [Heading(key=column.key, en=column.en, ar=column.ar) for column in view.columns]
        if view.across is not None:
            placed = _across(view, placed)
            headings = [Heading(key=name, en=name, ar=name) for name in sorted({one.column for one in placed})]
        return View(
            key=view.key,
            en=view.en,
            ar=view.ar,
            form=view.form or "table",
            cell=view.cell or "value",
            slots=view.rows,
            columns=tuple(headings),
            rows=self._rows(view, placed, [heading.key for heading in headings]),
        )

    def _rows(self, view: ViewDefinition, placed: Sequence[Placed], columns: Sequence[str]) -> tuple[Row, ...]:
        checked = self._checks.of(view, placed)
        grouped: dict[Key, dict[str, list[Fact]]] = {}
        for one in placed:
            grouped.setdefault(one.key, {}).setdefault(one.column, []).append(one.fact)
        fixed = (*view.rows, view.across) if view.across is not None else view.rows
        carrying: dict[str | None, list[Fact]] = {}
        for one in placed if "statement" in view.rows else ():
            carrying.setdefault(one.key.values[view.rows.index("statement")], []).append(one.fact)
        reports_by_statement = {told: reports_of(found) for told, found in carrying.items()}
        made: list[tuple[tuple[object, ...], Row]] = []
        for key, cells in grouped.items():
            reports = reports_by_statement.get(key.values[view.rows.index("statement")], ()) if carrying else ()
            row = Row(
                key=key.values,
                when=key.when,
                reported=key.reported,
                reports=reports,
                cells=tuple(
                    Cell(column=name, readings=readings(cells[name], fixed)) for name in columns if name in cells
                ),
                checks=tuple(checked.get(key, ())),
            )
            made.append((order(view, key, reports), row))
        return tuple(row for _, row in sorted(made, key=lambda one: one[0]))


def _across(view: ViewDefinition, placed: Iterable[Placed]) -> list[Placed]:
    """Return facts with the values of the slot that runs across as their columns; `` where it is unstated."""
    assert view.across is not None
    return [one._replace(column=value or "") for one in placed for value in each(one.fact, view.across)]
