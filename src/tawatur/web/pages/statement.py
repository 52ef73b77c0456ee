"""A statement: its figures down, its witnesses across, copies folded into one voice; its stemma; its reports."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from tawatur.model import Period, Value
from tawatur.model.statement import Cell, Figure, Mark, StatementTable
from tawatur.page.cells import mark_of
from tawatur.page.descent import evidence
from tawatur.page.drawing import draw
from tawatur.page.text import Context, context
from tawatur.web.pages import shelf
from tawatur.web.pages.routing import PageRoute, missing
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)


class Note(NamedTuple):
    """A departure, explained below the matrix: the witness, what it has, its words."""

    number: int
    witness: str
    figure: Figure
    cell: Cell
    context: Context


class Row(NamedTuple):
    """A figure with the cell of each witness in turn; `notes` are the numbers of the notes of its cells."""

    figure: Figure
    cells: tuple[Cell | None, ...]
    notes: dict[str, int]


#: Witnesses beside one another that a reader can take in; of more, those that depart nowhere are counted.
_MOST = 20


@router.get("/statements/{statement_id}")
def statement(request: Request, statement_id: str) -> HTMLResponse:
    """Show a statement by the id of its finding."""
    view = View(request)
    whole = shelf.statement(view.ledger, view.knowledge, statement_id)
    if whole is None:
        raise missing()
    table = narrowed(whole)
    cited_in = {cell.claims[0].doc for figure in table.figures for cell in figure.cells if cell.marks}
    reports = shelf.reports_of(view.ledger, cited_in)
    notes: list[Note] = []
    rows: list[Row] = []
    for figure in table.figures:
        cells = {cell.witness: cell for cell in figure.cells}
        numbers: dict[str, int] = {}
        for cell in figure.cells:
            if cell.marks:
                numbers[cell.witness] = len(notes) + 1
                cited = cell.claims[0]
                words = context(cited, reports.get((cited.doc, cited.section)))
                notes.append(Note(len(notes) + 1, cell.witness, figure, cell, words))
        rows.append(Row(figure, tuple(cells.get(one.siglum) for one in table.witnesses), numbers))
    return view.page(
        "statement.html",
        table=table,
        witnesses=whole.witnesses,
        left_out=len(whole.witnesses) - len(table.witnesses),
        most=_MOST,
        rows=rows,
        notes=notes,
        mark_of=mark_of,
        spoken=lambda mark: spoken(mark, view),
        reports=reports,
        report_count=sum(len(one.reports) for one in whole.witnesses),
        stemma=stemma(table, view),
        told=[sentence for _, sentence in evidence(table, view.language)],
    )


def narrowed(table: StatementTable) -> StatementTable:
    """Return a table of no more witnesses than a reader takes in: those that depart first, then the earliest others.

    All that depart, or that the stemma tells something of, are there; a table of few witnesses is returned as it is.
    """
    if len(table.witnesses) <= _MOST:
        return table
    telling = {cell.witness for figure in table.figures for cell in figure.cells if cell.marks}
    telling |= {name for edge in table.stemma.edges if edge.shared for name in (edge.parent, edge.child)}
    telling |= {name for crossing in table.stemma.crossings for name in crossing.witnesses}
    ordered = sorted(table.witnesses, key=lambda one: one.siglum not in telling)
    shown = tuple(ordered[: max(_MOST, sum(one.siglum in telling for one in ordered))])
    names = {one.siglum for one in shown}
    parents = {edge.child: edge.parent for edge in table.stemma.edges}
    rising = set(names)
    while rising := {parents[name] for name in rising if name in parents} - names:
        names |= rising
    return msgspec.structs.replace(
        table,
        witnesses=shown,
        stemma=msgspec.structs.replace(
            table.stemma,
            nodes=tuple(node for node in table.stemma.nodes if node.name in names or node.kind == "statement"),
            edges=tuple(edge for edge in table.stemma.edges if edge.child in names),
        ),
    )


def stemma(table: StatementTable, view: View) -> Markup:
    """Return a statement's stemma as SVG."""
    return Markup(draw(table, view.naming, language=view.language))  # noqa: S704  escaped where it is drawn


def spoken(mark: Mark, view: View) -> tuple[str, str]:
    """Return (what a witness has in a slot, what is usual there) in the page's words."""
    return _reading(mark.reading, mark.slot, view), _reading(mark.usual, mark.slot, view)


def _reading(reading: str, slot: str, view: View) -> str:
    """Return a reading, which the codebook's form writes, in words."""
    if not reading:
        return ""
    if slot in {"of", "by", "source"}:
        return view.actor(reading)
    if slot == "measure":
        return view.label("measure", reading.partition(" ")[0])
    if slot == "where":
        return view.places(place.strip() for place in reading.split(";"))
    if slot == "when":
        start, _, end = reading.partition("/")
        return view.convention.period(Period(start or None, end or None))
    if slot == "value":
        low, dash, high = reading.partition("–")
        return view.convention.value(_number(low), _number(high if dash else low))
    return view.t(f"{slot}_{reading}" if slot == "bound" else reading)


def _number(text: str) -> Value:
    """Return a number, or a date as it is; None where an interval is open."""
    if not text:
        return None
    try:
        value = float(text) if "-" not in text[1:] else None
    except ValueError:
        value = None
    return text if value is None else int(value) if value.is_integer() else value
