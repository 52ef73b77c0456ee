"""A report: its raw text with furniture greyed and claims lit, the claims beside their lines, what intake decided."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import NamedTuple

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from tawatur.model import Claim, Document, Finding, Section
from tawatur.page.lighting import Block, blocks, windows
from tawatur.web.pages import shelf
from tawatur.web.pages.assets import LIGHTS, lights_for
from tawatur.web.pages.routing import PageRoute, missing
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)

#: A long text is shown in parts of about so many characters, with so many claims at most.
_WINDOW = 24_000
_LEAST = 200


class Stretch(NamedTuple):
    """Blocks of one article in a row; `section` is the article that begins here, None where none does."""

    section: Section | None
    blocks: tuple[Block, ...]


@router.get("/reports/{doc:path}")
def report(request: Request, doc: str, part: int = 1, claim: str = "") -> Response:
    """Show a report; `part` counts the parts of a long one from 1. `claim` leads to the words of that claim."""
    view = View(request)
    document = shelf.document(view.ledger, doc)
    if document is None:
        raise missing()
    every = shelf.claims_of(view.ledger, doc)
    parts = _parts(document, every)
    if claim:
        return RedirectResponse(_place_of(claim, every, parts, view.link("reports", doc)), 303)
    at = min(max(part, 1), len(parts)) - 1
    start, end = parts[at]
    claims = _within(every, start, end)
    laid = blocks(document, claims, start=start, end=end)
    findings = shelf.findings_about(view.ledger, doc)
    return view.page(
        "report.html",
        document=document,
        versions=shelf.versions(view.ledger, doc),
        claims=claims,
        total=len(every),
        stretches=_stretches(document, laid),
        parts_count=len(parts),
        at=at,
        lights=lights_for(len(claims)),
        sections={section.number: section for section in document.sections},
        findings=findings,
        flags=_flags(findings),
        furniture=Counter(piece.kind for piece in document.furniture).most_common(),
        numbers={claim.id: position for position, claim in enumerate(claims)},
    )


def _within(claims: list[Claim], start: int, end: int) -> list[Claim]:
    return [claim for claim in claims if claim.start < end and claim.end > start]


def _place_of(claim_id: str, claims: list[Claim], parts: list[tuple[int, int]], address: str) -> str:
    """Return the address of a claim's note beside the text; the report's own where it has no such claim."""
    for at, (start, end) in enumerate(parts, 1):
        for position, claim in enumerate(_within(claims, start, end)):
            if claim.id == claim_id:
                return f"{address}?part={at}#n{position}" if len(parts) > 1 else f"{address}#n{position}"
    return address


def _parts(document: Document, claims: list[Claim]) -> list[tuple[int, int]]:
    """Return the windows in which a text is shown: none of more claims than a sheet lights, as far as lines allow."""
    begins = sorted(claim.start for claim in claims)
    found: list[tuple[int, int]] = []
    waiting = windows(document.text, _WINDOW)[::-1]
    while waiting:
        start, end = waiting.pop()
        if bisect_left(begins, end) - bisect_left(begins, start) > LIGHTS[-1] and end - start > _LEAST:
            halves = windows(document.text[start:end], (end - start + 1) // 2)
            waiting += [(start + first, start + past) for first, past in reversed(halves)]
        else:
            found.append((start, end))
    return found


def _stretches(document: Document, laid: list[Block]) -> list[Stretch]:
    sections = {section.number: section for section in document.sections}
    found: list[Stretch] = []
    current: int | None = None
    for block in laid:
        begins = block.section is not None and block.section != current
        if begins or not found:
            current = block.section if block.section is not None else current
            found.append(Stretch(sections.get(block.section) if block.section is not None else None, (block,)))
        else:
            found[-1] = found[-1]._replace(blocks=(*found[-1].blocks, block))
    return found


def _flags(findings: list[Finding]) -> dict[str, list[Finding]]:
    """Return the findings in which a claim stands out, by the claim's id."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for name in ("odd", "shared", "total", "part", "later", "pct"):
            cited = getattr(finding, name)
            if cited is not msgspec.UNSET and finding.holds is not True:
                for reference in cited:
                    found[reference.id].append(finding)
        if finding.kind == "date":
            for reference in finding.claims:
                found[reference.id].append(finding)
    return found
