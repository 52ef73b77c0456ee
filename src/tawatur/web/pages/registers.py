"""Registers, each of their views in the form that suits it: table, matrix, series, timeline."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from tawatur.page.series_drawing import COLOURS, Interval, draw
from tawatur.registers import Heading, Reading, Row
from tawatur.registers import View as RegisterView
from tawatur.registers.standing import from_ledger
from tawatur.web.pages.routing import PageRoute, missing
from tawatur.web.pages.search import Question, claim_query, question
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)
#: Rows of a view, and readings of a cell, that a page shows.
_ROWS, _READINGS = 50, 4


@router.get("/registers")
def registers(request: Request) -> HTMLResponse:
    """List the registers."""
    view = View(request)
    return view.page("registers.html", registers=view.knowledge.registers.values())


@router.get("/registers/{name}")
def register(
    request: Request, name: str, asked: Annotated[Question, Depends(question)], part: str = "", after: str = ""
) -> HTMLResponse:
    """Show a register, or the view `part` from behind the place `after`; the question's place and time narrow it."""
    view = View(request)
    definition = view.knowledge.registers.get(name)
    if definition is None:
        raise missing()
    query = claim_query(asked, view)
    found = from_ledger(
        view.ledger, definition, view.knowledge, query=query, view=part or None, after=after or None, limit=_ROWS
    )
    return view.page(
        "register.html",
        register=found,
        asked=asked.fields(),
        later=lambda one: view.link("registers", name, query={**asked.fields(), "part": one.key, "after": one.next}),
        readings=_READINGS,
        chart=lambda one: chart(one, view),
        origins=origins,
        columns=columns,
        key_in_words=lambda slot, value: key_in_words(slot, value, view),
        cell_value=lambda reading: cell_value(reading, view),
        said_by_row=said_by_row,
    )


def columns(found: RegisterView) -> list[Heading]:
    """Return the columns of a view that hold anything in the rows shown."""
    filled = {cell.column for row in found.rows for cell in row.cells if cell.readings}
    return [heading for heading in found.columns if heading.key in filled]


def key_in_words(slot: str, value: str | None, view: View) -> str:
    """Return a row's value of a slot in words."""
    if not value:
        return ""
    if slot in {"by", "of", "statement"}:
        return view.actor(value.partition(" @ ")[0].replace(" + ", "+"))
    if slot == "where":
        return view.places(place.strip() for place in value.split(";"))
    if slot == "measure":
        return view.label("measure", value)
    if slot == "date":
        return view.convention.date(value)
    return view.convention.sentence(value)


def said_by_row(found: RegisterView, row: Row, reading: Reading) -> bool:
    """Tell whether a row of statements is that of the one who said what a cell of it reads."""
    if "statement" not in found.slots or len(reading.origins) > 1:
        return False
    told = row.key[found.slots.index("statement")] or ""
    return told.partition(" @ ")[0] == reading.origins[0]


def cell_value(reading: Reading, view: View) -> str:
    """Return what a reading of a cell says: its value, or the name of a role."""
    if reading.low is None and reading.high is None:
        name = reading.slots.get("name")
        return view.role(name) if name else view.label("measure", "role")
    return view.plain_value(reading)


def origins(found: RegisterView) -> dict[str, int]:
    """Return the colours of the origins of a view, as its chart has them."""
    names = dict.fromkeys(reading.origins[0] for row in found.rows for cell in row.cells for reading in cell.readings)
    return {name: min(at, COLOURS - 1) for at, name in enumerate(names)}


def chart(found: RegisterView, view: View) -> Markup:
    """Return a series' chart: of its rows that have a time, in the unit that most of them have."""
    colours = origins(found)
    intervals: dict[str, list[Interval]] = {}
    for row in found.rows:
        for cell in row.cells:
            for reading in cell.readings:
                if (one := _interval(row, reading, colours, view)) is not None:
                    intervals.setdefault(reading.unit, []).append(one)
    most = max(intervals.values(), key=len, default=[])
    title = found.ar if view.language == "ar" else found.en
    return Markup(draw(most, title, view.convention)) if len(most) > 1 else Markup("")  # noqa: S704  escaped there


def _interval(row: Row, reading: Reading, colours: dict[str, int], view: View) -> Interval | None:
    ends = [end for end in (reading.low, reading.high) if end is not None]
    if row.when is None or not ends or any(isinstance(end, str) for end in ends) or reading.change:
        return None
    start, end = row.when.start or row.when.end, row.when.end or row.when.start
    if start is None or end is None:
        return None
    return Interval(
        start=start,
        end=max(start, end),
        low=reading.low if not isinstance(reading.low, str) else None,
        high=reading.high if not isinstance(reading.high, str) else None,
        colour=colours.get(reading.origins[0], 0),
        copy=False,
        hedged=reading.bound not in {"exact", "between"} or reading.modality != "asserted",
        told=f"{view.actor(reading.origins[0])}: {view.plain_value(reading)}",
        address=view.link("claims", reading.claims[0]),
    )
