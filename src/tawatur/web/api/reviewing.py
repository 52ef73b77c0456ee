"""What reviewers' decisions come to: agreement, where the program parts from them, gold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from tawatur.ledger.review import Agreement, Difference
from tawatur.web.answers import JSON_LINES, json_answer, lines, stream
from tawatur.web.context import ledger_of
from tawatur.web.describing import endpoint

router = APIRouter(tags=["review"])


@router.get("/agreement", summary="Agreement", **endpoint("reader", Agreement, "Krippendorff's alpha, slot by slot."))
def agreement(request: Request) -> Response:
    """Tell how far reviewers agree on the claims that two or more of them have judged."""
    return json_answer(request, ledger_of(request).reviews.agreement())


@router.get(
    "/differences",
    summary="Differences",
    **endpoint("reader", None, "The differences, one a line.", forms=(JSON_LINES,)),
)
def differences(
    request: Request,
    all: Annotated[bool, Query(description="Also what is read as wrongly as before, and what was learned.")] = False,  # noqa: A002  the name in the address
) -> Response:
    """List where the program, run again, reads otherwise than reviewers decided (`reviewed`, `extracted`, `then`)."""
    return stream(lines(iter([*_differences(request, everything=all)])), JSON_LINES, "differences.jsonl")


@router.get(
    "/gold",
    summary="Gold",
    **endpoint("reader", None, "A document and its claims, one a line.", forms=(JSON_LINES,)),
)
def gold(request: Request) -> Response:
    """Export the documents with a judged claim and all claims that hold in them, as gold to score a program against.

    Claims that nobody judged are marked optional.
    """
    found = ({"document": document, "claims": claims} for document, claims in ledger_of(request).reviews.gold())
    return stream(lines(found), JSON_LINES, "gold.jsonl")


def _differences(request: Request, *, everything: bool) -> Iterator[Difference]:
    for one in ledger_of(request).reviews.differences():
        if everything or one.kind not in {"still", "learned"}:
            yield one
