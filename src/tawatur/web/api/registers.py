"""Registers: standing views over the claims."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response

from tawatur.registers import Register
from tawatur.registers.standing import from_ledger
from tawatur.web.answers import Page, json_answer
from tawatur.web.context import knowledge_of, ledger_of
from tawatur.web.describing import endpoint
from tawatur.web.parameters import ClaimFilters
from tawatur.web.problems import Problem

router = APIRouter(prefix="/registers", tags=["registers"])


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


@router.get("/{name}", summary="One register", **endpoint("reader", Register, "Its views.", problems=(404,)))
def show_register(
    request: Request,
    name: Annotated[str, Path(description="The register's name.", max_length=100, examples=["operations"])],
    asked: Annotated[ClaimFilters, Query()],
) -> Response:
    """Show a register of the claims that meet all filters; each cell names its claims."""
    knowledge = knowledge_of(request)
    definition = knowledge.registers.get(name)
    if definition is None:
        raise Problem(404, f"no such register: one of {', '.join(knowledge.registers)}")
    return json_answer(request, from_ledger(ledger_of(request), definition, knowledge, query=asked.query(knowledge)))
