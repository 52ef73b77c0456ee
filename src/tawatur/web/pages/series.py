"""A quantity over time: what each source says of it, as a chart and as a table."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, NamedTuple

import msgspec
from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from tawatur.ledger import SectionFacts
from tawatur.model import Claim, Period
from tawatur.page.series_drawing import COLOURS, Interval, draw
from tawatur.web.pages import shelf
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.search import Question, claim_query, question
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)
#: Claims that a series shows at most, those of the latest reports.
_MOST = 300


class Entry(NamedTuple):
    """A claim of a series: its time, who says it, where it was printed, whether the same voice had said it before.

    `when` is the day of its report where the claim states no time, and `by_report` tells so.
    """

    claim: Claim
    when: Period
    by_report: bool
    origin: str
    colour: int
    printed: SectionFacts | None
    copy: bool


@router.get("/series")
def series(request: Request, asked: Annotated[Question, Depends(question)], unit: str = "") -> HTMLResponse:
    """Show what the sources say of a quantity over time; without a measure, which of them there are."""
    view = View(request)
    query = msgspec.structs.replace(claim_query(asked, view), repeated=False)
    if not asked.fields():
        counts = view.ledger.facets(query, wanted=("measure",), most=40).counts["measure"]
        return view.page("series.html", asked={}, measures=counts, entries=[], drawing="", units={}, unit="")
    claims = view.ledger.claims_page(query, limit=_MOST, order="date").items
    numbers = [claim for claim in claims if _has_number(claim) and not claim.change and claim.modality != "denied"]
    units = Counter(claim.unit for claim in numbers)
    chosen = unit if unit in units else units.most_common(1)[0][0] if units else ""
    entries = _entries([claim for claim in numbers if claim.unit == chosen], view)
    return view.page(
        "series.html",
        asked=asked.fields(),
        measures={},
        entries=entries,
        drawing=Markup(draw([_interval(one, view) for one in entries], _title(asked, view), view.convention)),  # noqa: S704  escaped where it is drawn
        origins=list(dict.fromkeys((one.origin, min(one.colour, COLOURS - 1)) for one in entries)),
        units=dict(units),
        unit=chosen,
    )


def _has_number(claim: Claim) -> bool:
    ends = [end for end in (claim.low, claim.high) if end is not None]
    return bool(ends) and not any(isinstance(end, str) for end in ends)


def _entries(claims: list[Claim], view: View) -> list[Entry]:
    """Return claims in the order of their time; of one voice the first printed is no copy."""
    printed = shelf.provenance(view.ledger, {claim.doc for claim in claims})
    voice = shelf.voices(view.ledger, {claim.doc for claim in claims})
    said: set[tuple[object, ...]] = set()
    colours: dict[str, int] = {}
    found = []
    for claim in sorted(claims, key=lambda one: _printed(one, printed)):
        where = printed.get((claim.doc, claim.section))
        publisher = (where.publisher if where else None) or view.t("no_publisher")
        origin = claim.source[0] if claim.source else f"publisher:{publisher}"
        key = (voice.get(claim.doc, claim.doc), origin, claim.measure, claim.of, claim.by, claim.where, claim.when)
        when = _when(claim, where)
        if when is not None:
            named = view.actor(origin)
            colour = colours.setdefault(named, len(colours))
            found.append(Entry(claim, when, _stated(claim) is None, named, colour, where, copy=key in said))
        said.add(key)
    return sorted(found, key=lambda one: (one.when.start or "", one.origin))


def _printed(claim: Claim, printed: dict[tuple[str, int], SectionFacts]) -> tuple[str, str]:
    where = printed.get((claim.doc, claim.section))
    return (where.date if where is not None else None) or "9999", claim.id


def _when(claim: Claim, printed: SectionFacts | None) -> Period | None:
    """Return the time of a claim, both of its ends known, or the day of its report; None where neither is known."""
    stated = _stated(claim)
    if stated is not None:
        return stated
    day = printed.date if printed is not None else None
    return Period(day, day) if day else None


def _stated(claim: Claim) -> Period | None:
    if claim.when is None:
        return None
    start, end = claim.when.start or claim.when.end, claim.when.end or claim.when.start
    return Period(start, max(start or "", end or "")) if start else None


def _interval(one: Entry, view: View) -> Interval:
    claim = one.claim
    return Interval(
        start=one.when.start or "",
        end=one.when.end or "",
        low=claim.low if not isinstance(claim.low, str) else None,
        high=claim.high if not isinstance(claim.high, str) else None,
        colour=one.colour,
        copy=one.copy,
        hedged=claim.bound not in {"exact", "between"} or claim.modality != "asserted",
        told=f"{one.origin}: {view.plain_value(claim)} – {view.convention.period(one.when)}",
        address=view.link("claims", claim.id),
    )


def _title(asked: Question, view: View) -> str:
    return f"{view.t('series')}: {view.label('measure', asked.measure)}" if asked.measure else view.t("series")
