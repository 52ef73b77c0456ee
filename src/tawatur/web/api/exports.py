"""Exports: claims in the forms that other programs load."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response

from tawatur.export import FORMATS, LOST_EVERYWHERE, Item, export, items
from tawatur.ledger import ClaimOrder, ClaimQuery, Ledger
from tawatur.web.answers import Page, json_answer, stream
from tawatur.web.context import knowledge_of, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.parameters import ClaimFilters
from tawatur.web.problems import Problem

router = APIRouter(prefix="/export", tags=["exports"])

#: Claims whose reports are asked for at a time.
_PAGE = 500


class FormatRow(msgspec.Struct, frozen=True, kw_only=True):
    """A format that claims can be exported in, and what of a claim does not come through."""

    name: str
    media_type: str
    about: str
    lost: tuple[str, ...]


@router.get("", summary="Formats", **endpoint("reader", Page[FormatRow], "All formats."))
def list_formats(request: Request) -> Response:
    """List the formats, each with what it loses."""
    rows = (
        FormatRow(name=one.name, media_type=one.media_type, about=one.about, lost=(LOST_EVERYWHERE, one.lost))
        for one in FORMATS.values()
    )
    return json_answer(request, Page(tuple(rows)))


@router.get(
    "/{name}",
    summary="Export",
    **endpoint(
        "reader", None, "The file, sent as it is made.", problems=(404,),
        forms=tuple(sorted({one.media_type for one in FORMATS.values()})),
    ),
)  # fmt: skip
def download(
    request: Request,
    name: Annotated[str, Path(description="The format's name.", max_length=40, examples=["csv"])],
    asked: Annotated[ClaimFilters, Query()],
) -> Response:
    """Export the claims that meet all filters."""
    if name not in FORMATS:
        raise Problem(404, f"no such format: one of {', '.join(FORMATS)}")
    return exported(request, name, asked.query(lambda: knowledge_of(request)))


def exported(request: Request, name: str, query: ClaimQuery, order: ClaimOrder = "reading") -> Response:
    """Return the claims that answer a query in a format, as a stream. Raises InputError where none can be made."""
    told = FORMATS[name]
    parts = export(name, _items(ledger_of(request), query, order), knowledge_of(request))
    return stream(parts, told.media_type, told.file_name("claims"))


def _items(ledger: Ledger, query: ClaimQuery, order: ClaimOrder) -> Iterator[Item]:
    """Yield the claims with their reports; between two pages no connection is held, however slow the client."""
    after: str | None = None
    while True:
        page = ledger.claims_page(query, after=after, limit=_PAGE, order=order)
        yield from items(page.items, ledger.documents(tuple({claim.doc for claim in page.items})))
        if page.next is None:
            return
        after = page.next
