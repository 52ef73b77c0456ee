"""Registers: standing views over the claims."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from tawatur.client.register_files import register_csv, register_parquet
from tawatur.registers import MOST_ROWS, ROWS, Register, Row, every_row, from_ledger
from tawatur.web.answers import JSON_LINES, Page, json_answer, lines, stream
from tawatur.web.context import knowledge_of, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.parameters import ClaimFilters
from tawatur.web.problems import Problem

_MEDIA = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}
_FORMS = (JSON_LINES, "text/csv", _MEDIA["parquet"])

router = APIRouter(prefix="/registers", tags=["registers"])


class RegisterAsked(ClaimFilters):
    """Which claims, which view of the register, and which page of it."""

    view: str | None = Field(default=None, max_length=100, description="One view of the register alone.")
    limit: int = Field(default=ROWS, ge=1, le=MOST_ROWS, description="How many rows of each view at most.")
    after: str | None = Field(
        default=None, max_length=1000, description="A view's `next`; it takes the `view` as well."
    )
    format: Literal["json", "jsonl", "csv", "parquet"] = Field(
        default="json", description="A page, or all rows as a stream: in CSV and Parquet a record for each reading."
    )


class ViewRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a stream, with the view that it stands in."""

    view: str
    row: Row


class RegisterRow(msgspec.Struct, frozen=True, kw_only=True):
    """A register's name and purpose in both languages."""

    name: str
    en: str
    ar: str
    about: str
    about_ar: str


@router.get("", summary="Registers", **endpoint("reader", Page[RegisterRow], "All registers."))
def list_registers(request: Request) -> Response:
    """List the registers that the packs define."""
    rows = (
        RegisterRow(name=one.key, en=one.en, ar=one.ar, about=one.about, about_ar=one.about_ar)
        for one in knowledge_of(request).registers.values()
    )
    return json_answer(request, Page(tuple(rows)))


@router.get(
    "/{name}",
    summary="One register",
    **endpoint("reader", Register, "Its views.", problems=(404,), forms=_FORMS),
)
def show_register(
    request: Request,
    name: Annotated[str, Path(description="The register's name.", max_length=100, examples=["operations"])],
    asked: Annotated[RegisterAsked, Query()],
) -> Response:
    """Show a register of the claims that meet all filters; each cell names its claims.

    Each view is a page of rows with the `next` of its own; `format` other than `json` sends all rows.
    """
    knowledge = knowledge_of(request)
    definition = knowledge.registers.get(name)
    if definition is None:
        raise Problem(404, f"no such register: one of {', '.join(knowledge.registers)}")
    ledger, query = ledger_of(request), asked.query(lambda: knowledge)
    if asked.format == "jsonl":
        rows = every_row(ledger, definition, knowledge, query=query, view=asked.view)
        found = (ViewRow(view=view.key, row=row) for view, row in rows)
        return stream(lines(found), JSON_LINES, "register.jsonl")
    if asked.format != "json":
        write = register_csv if asked.format == "csv" else register_parquet
        rows = every_row(ledger, definition, knowledge, query=query, view=asked.view)
        return stream(write(name, rows), _MEDIA[asked.format], f"register.{asked.format}")
    page = from_ledger(
        ledger, definition, knowledge, query=query, view=asked.view, after=asked.after, limit=asked.limit
    )
    return json_answer(request, page)
