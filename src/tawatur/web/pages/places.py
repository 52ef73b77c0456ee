"""The map of claims by place: as precisely as the texts name them, and no more."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from tawatur.packs.rows import PlaceEntry
from tawatur.page.map_drawing import Placed, draw
from tawatur.page.outlines import provinces
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.search import Question, claim_query, question
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)
#: Places that a map shows at most, those with the most claims.
_MOST = 150


@router.get("/map")
def claims_by_place(request: Request, asked: Annotated[Question, Depends(question)]) -> HTMLResponse:
    """Show where the claims are that answer a question."""
    view = View(request)
    counted = view.ledger.facets(claim_query(asked, view), wanted=("place",), most=_MOST)
    shown, unknown = _placed(counted.counts["place"], asked, view)
    return view.page(
        "map.html",
        asked=asked.fields(),
        drawing=Markup(draw(shown, view.t("map_title"))),  # noqa: S704  escaped where it is drawn
        places=sorted(shown, key=lambda place: (-place.claims, place.name)),
        unknown=unknown,
        counted=counted,
    )


def _placed(counts: dict[str, int], asked: Question, view: View) -> tuple[list[Placed], dict[str, int]]:
    """Return the places that the packs know with their claims, those of one place together; and the other names."""
    found: dict[str, int] = defaultdict(int)
    entries: dict[str, PlaceEntry] = {}
    unknown: dict[str, int] = {}
    for name, count in counts.items():
        entry = view.knowledge.place_of(name)
        if entry is None or entry.latitude is None or entry.longitude is None:
            unknown[name] = count
            continue
        found[entry.id] += count
        entries[entry.id] = entry
    return [_place(entry, found[key], asked, view) for key, entry in entries.items()], unknown


def _place(entry: PlaceEntry, count: int, asked: Question, view: View) -> Placed:
    assert entry.latitude is not None
    assert entry.longitude is not None
    named = entry.ar[0] if view.language == "ar" and entry.ar else entry.name
    sought = entry.country if entry.kind == "country" else entry.name
    return Placed(
        name=named,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        radius=None if entry.kind == "country" else float((entry.precision or "5km").removesuffix("km")),
        claims=count,
        told=view.counted_plain("claim", count),
        address=view.link("search", query={**asked.fields(), "where": sought}),
        province=entry.id if (held := provinces().get(entry.country)) and entry.id in held.outlines else "",
    )
