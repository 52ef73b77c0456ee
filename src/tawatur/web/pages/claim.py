"""A claim: its words in their place, what fills its slots, its chain, its statement, its history, and a review form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, get_args

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tawatur.model import UNITS, Bound, Claim, Document, InputError, Measure, Modality
from tawatur.model.statement import Cell, Figure, StatementTable, Witness
from tawatur.page.lighting import Block, blocks
from tawatur.page.text import clean
from tawatur.web.pages import shelf
from tawatur.web.pages.assets import lights_for
from tawatur.web.pages.correction import fields_of
from tawatur.web.pages.routing import PageRoute, missing
from tawatur.web.pages.selection import words_of
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)

#: How much of the text stands around a claim, in code points on either side.
_AROUND = 420


class Rendition(NamedTuple):
    """How another witness of the claim's statement has its figure."""

    table: StatementTable
    figure: Figure
    cells: tuple[tuple[Witness, Cell], ...]


@router.get("/claims/{claim_id:path}")
def claim(request: Request, claim_id: str, done: str = "") -> HTMLResponse:
    """Show a claim, as reviewers have it."""
    view = View(request)
    try:
        review = view.ledger.reviews.state(claim_id)
    except InputError as error:
        raise missing() from error
    shown = review.claim or review.extracted
    if shown is None:
        raise missing()
    findings = shelf.findings_about(view.ledger, shown.doc)
    return view.page(
        "claim.html",
        **sheet(shown, view),
        review=review,
        history=view.ledger.reviews.history(claim_id),
        findings=[one for one in findings if any(cited.id == shown.id for cited in one.claims)],
        rendition=_rendition(shown, view),
        extracted=review.extracted,
        done=view.ledger.reviews.decision(done) if done else None,
    )


def sheet(shown: Claim, view: View) -> dict[str, Any]:
    """Return what a claim's own part of a page is made of: its words in the text, its slots with theirs, the form."""
    document = shelf.document(view.ledger, shown.doc)
    if document is None:
        raise missing()
    section = next((one for one in document.sections if one.number == shown.section), None)
    return {
        "claim": shown,
        "document": document,
        "publisher": (section.publisher if section else None) or document.publisher,
        "date": section.date if section else document.date,
        "around": around(document, shown),
        "lights": lights_for(1),
        "words": {key: _words(document, spans) for key, spans in shown.spans.items()},
        "hops": [_words(document, shown.spans.get(f"source.{hop}", ())) for hop in range(len(shown.source))],
        "fields": fields_of(shown),
        "filled": words_of(shown, document.text),
        "measures": get_args(Measure),
        "bounds": get_args(Bound),
        "modalities": get_args(Modality),
        "units": sorted(UNITS),
    }


def around(document: Document, shown: Claim) -> list[Block]:
    """Return the lines around a claim, its number and the words of its slots marked."""
    start, end = shown.quote_start, shown.quote_end
    lines_start = document.text.rfind("\n", 0, start) + 1
    lines_end = document.text.find("\n", end)
    lines_end = len(document.text) if lines_end < 0 else lines_end
    first = max(lines_start, start - _AROUND)
    last = min(lines_end, end + _AROUND)
    if first > lines_start:
        first = document.text.find(" ", first, start) + 1 or first
    if last < lines_end:
        cut = document.text.rfind(" ", end, last)
        last = cut if cut > end else last
    return blocks(document, [shown], start=first, end=last)


def _words(document: Document, spans: Iterable[tuple[int, int]]) -> str:
    return " … ".join(clean(document.text[first:past]) for first, past in spans)


def _rendition(shown: Claim, view: View) -> Rendition | None:
    """Return the row of a statement that a claim stands in; None where its report carries none."""
    table = shelf.statement_of(view.ledger, view.knowledge, shown)
    if table is None:
        return None
    by_siglum = {witness.siglum: witness for witness in table.witnesses}
    for figure in table.figures:
        if any(one.id == shown.id for cell in figure.cells for one in cell.claims):
            return Rendition(table, figure, tuple((by_siglum[cell.witness], cell) for cell in figure.cells))
    return None
