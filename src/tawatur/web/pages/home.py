"""The first page: what is in the ledger, what is new, the weightiest findings, the registers, and where to begin."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tawatur.model import Finding, Reference
from tawatur.page.text import Context, context
from tawatur.web.pages import shelf
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)

#: Findings shown, and findings among which one is sought that shows well what collation is.
_SHOWN, _SOUGHT = 5, 40
#: Slots whose garbling a newcomer sees at once, the plainest first.
_PLAIN = ("measure", "value", "when", "where", "of")


class Path(NamedTuple):
    """Three steps to a garbled figure: the statement, the finding, the words in their report."""

    statement: str
    finding: Finding
    odd: Reference
    context: Context


@router.get("/")
def home(request: Request) -> HTMLResponse:
    """Show what the ledger holds, and where to begin."""
    view = View(request)
    findings = view.ledger.findings_page(limit=_SOUGHT).items
    newest = shelf.newest(view.ledger)
    return view.page(
        "home.html",
        counts=view.ledger.counts(),
        newest=newest,
        printed=shelf.provenance(view.ledger, [one.id for one in newest]),
        findings=findings[:_SHOWN],
        path=_path(findings, view),
        registers=view.knowledge.registers.values(),
    )


def _path(findings: tuple[Finding, ...], view: View) -> Path | None:
    """Return the way to the plainest garbled figure among the weightiest findings; None where there is none."""
    garbled = [
        finding
        for finding in findings
        if finding.kind == "variant" and finding.slot in _PLAIN and finding.odd is not msgspec.UNSET and finding.odd
    ]
    for finding in sorted(garbled, key=lambda one: _PLAIN.index(one.slot or "")):
        statement = shelf.statement_holding(view.ledger, finding)
        if statement is not None and finding.odd is not msgspec.UNSET:
            odd = finding.odd[-1]
            report = shelf.reports_of(view.ledger, {odd.doc}).get((odd.doc, odd.section))
            return Path(statement, finding, odd, context(odd, report))
    return None
