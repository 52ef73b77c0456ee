"""Search over claims, reports, statements and findings, with facets; the address holds the whole question."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from tawatur.client.actors import with_parts
from tawatur.client.figures import figure
from tawatur.ledger import ClaimQuery, DocumentQuery, Facet, Facets, FindingQuery
from tawatur.model import Measure, Modality
from tawatur.web.pages import shelf
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.view import View

router = APIRouter(route_class=PageRoute)

Kind = Literal["claims", "reports", "statements", "findings"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Order = Literal["newest", "date", "value", "confidence"]
ORDERS: tuple[Order, ...] = get_args(Order)

#: What a page of answers holds, and what a facet shows.
_PAGE, _VALUES = 25, 8
#: The facets shown, each with the part of the question that it fills.
_FACETS: dict[Facet, str] = {
    "measure": "measure", "of": "of", "by": "by", "source": "source", "country": "where", "publisher": "outlet",
    "modality": "modality",
}  # fmt: skip


class Question(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was asked, field by field as the address has it; an empty one asks nothing."""

    q: str = ""
    number: str = ""
    measure: str = ""
    of: str = ""
    by: str = ""
    source: str = ""
    where: str = ""
    start: str = ""
    end: str = ""
    outlet: str = ""
    modality: str = ""

    def fields(self) -> dict[str, str]:
        """Return the fields that ask something."""
        return {name: value for name in self.__struct_fields__ if (value := getattr(self, name).strip())}


def question(
    q: str = "",
    number: str = "",
    measure: str = "",
    of: str = "",
    by: str = "",
    source: str = "",
    where: str = "",
    start: str = "",
    end: str = "",
    outlet: str = "",
    modality: str = "",
) -> Question:
    """Return the question that an address asks."""
    return Question(
        q=q, number=number, measure=measure, of=of, by=by, source=source, where=where, start=start, end=end,
        outlet=outlet, modality=modality,
    )  # fmt: skip


@router.get("/search")
def search(
    request: Request,
    asked: Annotated[Question, Depends(question)],
    kind: Kind = "claims",
    order: Order = "newest",
    after: str = "",
) -> HTMLResponse:
    """Show what answers a question."""
    view = View(request)
    fields = asked.fields()
    query = claim_query(asked, view)
    found = _found(kind, query, asked, view, after=after or None, order=order)
    counted = view.ledger.facets(query, wanted=tuple(_FACETS), most=_VALUES) if kind == "claims" else None
    return view.page(
        "search.html",
        asked=fields,
        kind=kind,
        kinds=KINDS,
        order=order,
        orders=ORDERS,
        measures=get_args(Measure),
        modalities=get_args(Modality),
        facets=_facets(counted, fields, kind, view) if counted is not None else [],
        counted_first=counted.total if counted is not None and not counted.complete else None,
        **found,
        later=view.link("search", query={**fields, "kind": kind, "order": order, "after": found["page"].next})
        if found["page"].next
        else None,
        with_kind=lambda name: view.link("search", query={**fields, "kind": name}),
        exports=[(form, _export(form, query)) for form in ("csv", "jsonl")] if kind == "claims" else [],
        without=lambda name: view.link(
            "search", query={**{key: value for key, value in fields.items() if key != name}, "kind": kind}
        ),
    )


def claim_query(asked: Question, view: View) -> ClaimQuery:
    """Return the question to the ledger; a party stands for its parts, a place may be named in Arabic."""
    known = view.knowledge
    # a figure in the words' own field is sought as one: printed in whatever digits, or in words
    stated = asked.number.strip() or (asked.q.strip() if figure(asked.q) is not None else "")
    value = figure(stated) if stated else None
    return ClaimQuery(
        text=(asked.q.strip() if asked.q.strip() != stated else "") or None,
        value=value,
        ids=() if value is not None or not asked.number.strip() else ("no such figure",),
        measures=(asked.measure,) if asked.measure else (),
        of=with_parts((asked.of.strip(),), known) if asked.of.strip() else (),
        by=with_parts((asked.by.strip(),), known) if asked.by.strip() else (),
        sources=with_parts((asked.source.strip(),), known) if asked.source.strip() else (),
        where=_place(asked.where.strip(), view),
        when_start=asked.start.strip() or None,
        when_end=asked.end.strip() or None,
        publisher=asked.outlet.strip() or None,
        modalities=(asked.modality,) if asked.modality else (),
    )


def _export(form: str, query: ClaimQuery) -> str:
    """Return the API's address of the whole answer as a file."""
    asked = {
        "format": form, "text": query.text, "measure": query.measures, "of": query.of, "by": query.by,
        "source": query.sources, "where": query.where, "value": query.value, "from": query.when_start,
        "to": query.when_end, "publisher": query.publisher, "modality": query.modalities,
    }  # fmt: skip
    return f"/api/v1/claims?{urlencode({name: value for name, value in asked.items() if value}, doseq=True)}"


def _place(named: str, view: View) -> str | None:
    """Return a place as the ledger names it: a country's code, or a name; an Arabic one is looked up in the packs."""
    if not named:
        return None
    folded = named.casefold()
    for place in view.knowledge.places.values():
        if named in place.ar or folded == place.name.casefold():
            return place.country if place.kind == "country" else place.name
    return named


def _found(
    kind: Kind, query: ClaimQuery, asked: Question, view: View, *, after: str | None, order: Order
) -> dict[str, Any]:
    """Return a page of answers, and what it takes to show them."""
    ledger = view.ledger
    plain = msgspec.structs.replace(query, text=None, publisher=None)
    narrowed = plain if plain != ClaimQuery() else None
    if kind == "reports":
        documents = ledger.documents_page(
            DocumentQuery(text=query.text, publisher=query.publisher, claims=narrowed),
            after=after,
            limit=_PAGE,
            order="date" if order == "date" else "newest",
        )
        there = [one.id for one in documents.items]
        return {
            "page": documents,
            "printed": shelf.provenance(ledger, there),
            "snippets": shelf.snippets(ledger, there, asked.q),
        }
    if kind in {"statements", "findings"}:
        kinds = ("statement",) if kind == "statements" else ()
        whole = query if query != ClaimQuery() else None
        findings = ledger.findings_page(FindingQuery(kinds=kinds, claims=whole), after=after, limit=_PAGE)
        return {"page": findings}
    claims = ledger.claims_page(query, after=after, limit=_PAGE, order=order)
    return {"page": claims, "reports": shelf.provenance(ledger, {claim.doc for claim in claims.items})}


def _facets(counted: Facets, fields: dict[str, str], kind: Kind, view: View) -> list[dict[str, Any]]:
    """Return the facets with their values, each with the address of the question that it narrows."""
    return [
        {
            "name": name,
            "values": [
                (view.told(name, value), count, view.link("search", query={**fields, name: value, "kind": kind}))
                for value, count in values.items()
            ],
        }
        for facet, name in _FACETS.items()
        if name not in fields and len(values := counted.counts[facet]) > 1
    ]
