"""What the ledger holds, seen from above: counts, places, quantities over time."""

from __future__ import annotations

import itertools
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from tawatur.ledger import FACETS, ClaimQuery, Counts, Facet, Facets, Places
from tawatur.registers import told_apart
from tawatur.web.answers import every, json_answer
from tawatur.web.context import knowledge_of, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.parameters import ClaimFilters
from tawatur.web.problems import Problem
from tawatur.web.quantities import Quantities, quantities

router = APIRouter(tags=["overviews"])

#: Claims that are put together to quantities at most.
_MANY = 2_000


class FacetsAsked(ClaimFilters):
    """Which kinds to count by, and of which claims."""

    facet: list[Facet] = Field(default=list(FACETS), max_length=len(FACETS), description="What to count by.")
    most: int = Field(default=50, ge=1, le=200, description="How many values of each at most, the most frequent first.")


class PlacesAsked(ClaimFilters):
    """How many places, and of which claims."""

    most: int = Field(default=500, ge=1, le=2_000, description="How many places at most, those of most claims first.")


class QuantitiesAsked(ClaimFilters):
    """Of which claims; `claim` asks for all that have the figure and the measure of one."""

    claim: str | None = Field(default=None, min_length=1, max_length=500, description="A claim's id.")


@router.get("/counts", summary="What the ledger holds", **endpoint("reader", Counts, "Counts."))
def counts(request: Request) -> Response:
    """Count documents, reports, claims and publishers, and the claims of each measure."""
    return json_answer(request, ledger_of(request).counts())


@router.get("/facets", summary="Counts by kind", **endpoint("reader", Facets, "Counts of the claims found."))
def facets(request: Request, asked: Annotated[FacetsAsked, Query()]) -> Response:
    """Count the claims that meet all filters by measure, publisher, month, country and so on; the first 5,000."""
    query = asked.query(lambda: knowledge_of(request))
    return json_answer(request, ledger_of(request).facets(query, wanted=asked.facet, most=asked.most))


@router.get("/places", summary="Places", **endpoint("reader", Places, "The places that the claims name."))
def places(request: Request, asked: Annotated[PlacesAsked, Query()]) -> Response:
    """Count the claims that meet all filters by the places that they name, with coordinates where a pack has them."""
    return json_answer(request, ledger_of(request).places(asked.query(lambda: knowledge_of(request)), most=asked.most))


@router.get(
    "/quantities",
    summary="Quantities over time",
    **endpoint("reader", Quantities, "Quantities, with every origin's figures.", problems=(404,)),
)
def show_quantities(request: Request, asked: Annotated[QuantitiesAsked, Query()]) -> Response:
    """Put the claims that meet all filters together by what they count of whom and where, in the order of time.

    The first 2,000 claims are taken.
    """
    ledger, query = ledger_of(request), asked.query(lambda: knowledge_of(request))
    if asked.claim is not None:
        claim = ledger.claim(asked.claim)
        if claim is None:
            raise Problem(404, "no such claim")
        value = claim.low if claim.low is not None else claim.high
        query = ClaimQuery(measures=(claim.measure,), value=value)
    claims = every(lambda after, limit: ledger.claims_page(query, after=after, limit=limit))
    found = list(itertools.islice(claims, _MANY + 1))
    shown, docs = found[:_MANY], {claim.doc for claim in found}
    with ledger.ordering() as ordering:
        rulings = ordering.rulings()
        reports = told_apart(ordering.reports(docs), ordering.joining(docs), shown, rulings)
    items = quantities(shown, reports, rulings)
    return json_answer(request, Quantities(items=items, complete=len(found) <= _MANY))
