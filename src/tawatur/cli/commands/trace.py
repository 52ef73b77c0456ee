"""`tawatur trace`: one figure through all reports, who said it, through whom, printed where and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

import click

from tawatur.cli import options
from tawatur.cli.bidi import clean, has_arabic, isolate, line, right_to_left, terminal_width
from tawatur.cli.context import sentence, shown
from tawatur.cli.finding_output import outlet
from tawatur.cli.material import Material, cited_by, from_files, from_ledger
from tawatur.cli.messages import progress
from tawatur.cli.standing import findings_of
from tawatur.cli.style import styled
from tawatur.cli.wording import actor, amount, counted, number, period
from tawatur.client.figures import figure
from tawatur.client.own_pack import packs_of
from tawatur.collate import Collation
from tawatur.ledger import ClaimQuery
from tawatur.model import Claim, InputError, Value
from tawatur.model.statement import Mark, StatementTable
from tawatur.packs import load
from tawatur.page.labels import Names, label

T = TypeVar("T")


class Voice(NamedTuple):
    """Who speaks: the renditions of one statement, or the copies of one text that name one origin."""

    statement: str
    text: int
    origin: str


@click.command()
@click.argument("figure_or_claim", metavar="NUMBER|CLAIM")
@options.paths
@options.superseded
@options.ledger
@options.packs
@options.jobs
def trace(
    *, figure_or_claim: str, paths: tuple[str, ...], superseded: bool, ledger: str, packs: tuple[str, ...], jobs: int
) -> int:
    """Show every claim of a figure: who said it, through whom, printed where and how.

    NUMBER may be written in digits of any kind or in Arabic words, or be a date; CLAIM is a claim's id, and its
    figure is traced. Claims stand together by what they count, then by voice: the reports that carry one statement,
    or copies of one text; what departs from a statement's other reports is marked. Without PATH, the ledger is
    searched.

    \b
    Example:
      tawatur trace 153
      tawatur trace "مئة وثلاثة وخمسون" reports.jsonl
    """  # noqa: D301
    value = figure(figure_or_claim)
    chosen = options.chosen(packs) if paths else packs_of(ledger, options.chosen(packs))
    knowledge = load(chosen)
    names = Names(knowledge)
    if not paths:
        with findings_of(ledger, knowledge) as (store, standing):
            if value is None:
                value = _figure_of(store.claim(figure_or_claim), figure_or_claim)
            if standing is not None:
                claims = list(store.claims(ClaimQuery(value=value, superseded=superseded)))
                docs = {claim.doc for claim in claims}
                _print(cited_by(store, docs, claims), standing.collation_of(docs), value, figure_or_claim, names)
                return 0
    material = from_files(paths, packs=chosen, jobs=jobs) if paths else from_ledger(ledger)
    if value is None:
        value = _figure_of(_one(material.claims, figure_or_claim), figure_or_claim)
    with progress("collating"):
        collation = Collation(material.claims, material.reports(), knowledge)
    material.claims = [claim for claim in material.claims if value in {claim.low, claim.high}]
    _print(material, collation, value, figure_or_claim, names)
    return 1 if material.refused else 0


def _one(claims: Iterable[Claim], claim_id: str) -> Claim | None:
    return next((claim for claim in claims if claim.id == claim_id), None)


def _figure_of(claim: Claim | None, given: str) -> Value:
    if claim is None:
        raise InputError("no number, and no claim of that id", source=given, remedy="see tawatur claims --format jsonl")
    if claim.low is None and claim.high is None:
        raise InputError("a claim without a figure", source=given, remedy="name one with a number or a date")
    return claim.low if claim.low is not None else claim.high


def _print(material: Material, collation: Collation, value: Value, asked: str, names: Names) -> None:
    claims = material.claims
    voice_of, tables, marks = _voices(collation)
    printed = {(claim.doc, claim.section) for claim in claims}
    voices = {voice_of(claim) for claim in claims}
    told = f"{counted(len(claims), 'claim')} in {counted(len(printed), 'report')}, {counted(len(voices), 'voice')}"
    click.echo(styled(f"{number(value)}: {told}", "strong"))
    for (measure, unit), group in _grouped(claims, lambda claim: (claim.measure, claim.unit)):
        click.echo()
        click.echo(styled(f"{measure} ({unit})" if unit not in {"person", "event", "date"} else measure, "notice"))
        for quantity, same in _grouped(group, _quantity):
            click.echo(line(f"  {quantity}"))
            for voice, said in _grouped(same, voice_of):
                table = tables.get(voice.statement)
                if table is not None:
                    origin = isolate(clean(names.actor(table.origin, "en")))
                    told = styled(f"one statement of {origin}", "strong")
                    click.echo(line(f"    {told}  {styled(table.id, 'faint')}"))
                elif len({(claim.doc, claim.section) for claim in said}) > 1:
                    click.echo(f"    {styled('one text', 'strong')}")
                for claim in said:
                    _print_claim(claim, material, marks.get(claim.id, ()), asked)


def _voices(
    collation: Collation,
) -> tuple[Callable[[Claim], Voice], dict[str, StatementTable], dict[str, tuple[Mark, ...]]]:
    """Return what tells the voice of a claim; the statements by their ids; and what is odd in claims, by theirs."""
    tables = {table.id: table for table in collation.statements()}
    home: dict[str, str] = {}
    marks: dict[str, tuple[Mark, ...]] = {}
    for table in tables.values():
        for row in table.figures:
            for cell in row.cells:
                for reference in cell.claims:
                    home[reference.id] = table.id
                    marks[reference.id] = cell.marks
    texts = collation.grounds.texts_of_reports()

    def voice_of(claim: Claim) -> Voice:
        if claim.id in home:
            return Voice(home[claim.id], 0, "")
        return Voice("", texts.get((claim.doc, claim.section), 0), "→".join(claim.source[:1]))

    return voice_of, tables, marks


def _grouped(claims: Iterable[Claim], by: Callable[[Claim], T]) -> list[tuple[T, list[Claim]]]:
    """Return claims by a property, the greatest group first; equal ones in the order of the claims."""
    groups: dict[T, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(by(claim), []).append(claim)
    return sorted(groups.items(), key=lambda item: -len(item[1]))


def _print_claim(claim: Claim, material: Material, marks: Sequence[Mark], asked: str) -> None:
    room = terminal_width()
    mark = "▸" if claim.id == asked else " "
    report = material.report(claim.doc, claim.section)
    where = f"{outlet(claim.doc, claim.section, material)}  {claim.start}–{claim.end}"
    hops = [*(isolate(actor(hop)) for hop in claim.source), f"printed by {where}"]
    click.echo(line(f"    {mark} {' → '.join(hops)}"))
    for found in marks:
        told = f"{'odd' if found.odd else 'parting'} {label('slot', found.slot, 'en')}: {isolate(clean(found.reading))}"
        against = "most have" if found.odd else "others have"
        usual = f"; {against} {isolate(clean(found.usual))}" if found.usual else ""
        click.echo(line(styled(f"        {told}{usual}", "alarm" if found.odd else "notice")))
    if report is not None:
        words = shown(sentence(report, claim), room - 8)
        click.echo(f"        {right_to_left(words) if has_arabic(words) else words}")


def _quantity(claim: Claim) -> str:
    parts = [amount(claim)]
    if claim.of:
        parts.append(f"of {isolate(actor(claim.of))}")
    if claim.by:
        parts.append(f"by {isolate(actor(claim.by))}")
    if claim.where:
        parts.append("in " + "; ".join(sorted(claim.where)))
    if claim.when is not None:
        parts.append(period(claim.when))
    if claim.modality != "asserted":
        parts.append(claim.modality)
    return "  ".join(parts)
