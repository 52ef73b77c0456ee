"""`tawatur trace`: one figure through all reports, who said it, through whom, printed where and how."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import click

from tawatur.cli import options
from tawatur.cli.bidi import has_arabic, isolate, line, right_to_left, terminal_width
from tawatur.cli.context import sentence, shown
from tawatur.cli.figures import figure
from tawatur.cli.finding_output import outlet
from tawatur.cli.material import Material, from_files, from_ledger
from tawatur.cli.style import styled
from tawatur.cli.wording import actor, amount, counted, number, period
from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import Claim, InputError, Value


@click.command()
@click.argument("figure_or_claim", metavar="NUMBER|CLAIM")
@options.paths
@options.ledger
@options.packs
@options.jobs
def trace(*, figure_or_claim: str, paths: tuple[str, ...], ledger: str, packs: tuple[str, ...], jobs: int) -> int:
    """Show every claim of a figure: who said it, through whom, printed where and how.

    NUMBER may be written in digits of any kind or in Arabic words, or be a date; CLAIM is a claim's id, and its
    figure is traced. Without PATH, the ledger is searched.

    \b
    Example:
      tawatur trace 153
      tawatur trace "مئة وثلاثة وخمسون" reports.jsonl
    """  # noqa: D301
    value = figure(figure_or_claim)
    if paths:
        material = from_files(paths, packs=options.chosen(packs), jobs=jobs)
        if value is None:
            value = _figure_of(_one(material.claims, figure_or_claim), figure_or_claim)
        material.claims = [claim for claim in material.claims if value in {claim.low, claim.high}]
    else:
        if value is None:
            with Ledger.open(ledger, read_only=True) as store:
                value = _figure_of(store.claim(figure_or_claim), figure_or_claim)
        material = from_ledger(ledger, ClaimQuery(value=value))
    _print(material, value, figure_or_claim)
    return 1 if material.refused else 0


def _one(claims: Iterable[Claim], claim_id: str) -> Claim | None:
    return next((claim for claim in claims if claim.id == claim_id), None)


def _figure_of(claim: Claim | None, given: str) -> Value:
    if claim is None:
        raise InputError("no number, and no claim of that id", source=given, remedy="see tawatur claims --format jsonl")
    if claim.low is None and claim.high is None:
        raise InputError("a claim without a figure", source=given, remedy="name one with a number or a date")
    return claim.low if claim.low is not None else claim.high


def _print(material: Material, value: Value, asked: str) -> None:
    claims = material.claims
    printed = {(claim.doc, claim.section) for claim in claims}
    heading = f"{number(value)}: {counted(len(claims), 'claim')} in {counted(len(printed), 'report')}"
    click.echo(styled(heading, "strong"))
    quantities: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        quantities.setdefault((claim.measure, claim.unit), []).append(claim)
    for (measure, unit), group in sorted(quantities.items(), key=lambda item: (-len(item[1]), item[0])):
        click.echo()
        click.echo(styled(f"{measure} ({unit})" if unit not in {"person", "event", "date"} else measure, "notice"))
        for quantity, same in itertools.groupby(sorted(group, key=_quantity), key=_quantity):
            click.echo(line(f"  {quantity}"))
            for claim in same:
                _print_claim(claim, material, asked)


def _print_claim(claim: Claim, material: Material, asked: str) -> None:
    room = terminal_width()
    mark = "▸" if claim.id == asked else " "
    report = material.report(claim.doc, claim.section)
    where = f"{outlet(claim.doc, claim.section, material)}  {claim.start}–{claim.end}"
    hops = [*(isolate(actor(hop)) for hop in claim.source), f"printed by {where}"]
    click.echo(line(f"  {mark} {' → '.join(hops)}"))
    if report is not None:
        words = shown(sentence(report, claim), room - 6)
        click.echo(f"      {right_to_left(words) if has_arabic(words) else words}")


def _quantity(claim: Claim) -> str:
    parts = [amount(claim)]
    if claim.of:
        parts.append(f"of {isolate(actor(claim.of))}")
    if claim.by:
        parts.append(f"by {isolate(actor(claim.by))}")
    if claim.where:
        parts.append("in " + "; ".join(claim.where))
    if claim.when is not None:
        parts.append(period(claim.when))
    if claim.modality != "asserted":
        parts.append(claim.modality)
    return "  ".join(parts)
