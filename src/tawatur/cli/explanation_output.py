"""A claim explained in a terminal: its sentence, and a row for each slot with its words and the rule that read them."""

from __future__ import annotations

import click

from tawatur.cli.bidi import clean, has_arabic, isolate, line, right_to_left, terminal_width
from tawatur.cli.context import sentence, shown
from tawatur.cli.style import styled
from tawatur.cli.tables import Column, Table
from tawatur.cli.wording import actor, amount, chain, period
from tawatur.extract.explanation import Explanation, Reason
from tawatur.model import Claim, Document, reports

_COLUMNS = (Column("slot", 8), Column("value", 24), Column("words", 24), Column("because", 30))
_INDENT = "  "


def print_explanation(explanation: Explanation, document: Document) -> None:
    """Print one claim of `document`, explained."""
    claim = explanation.claim
    room = terminal_width()
    sure = "" if claim.confidence is None else f"  {claim.confidence:.2f}"
    click.echo(line(styled(f"{claim.measure} {amount(claim)}", "strong") + styled(f"  {claim.id}{sure}", "faint")))
    report = next(report for report in reports(document) if report.section == claim.section)
    words = shown(sentence(report, claim), room - len(_INDENT))
    click.echo(f"{_INDENT}{right_to_left(words) if has_arabic(words) else words}")
    table = Table(_COLUMNS, room - len(_INDENT))
    click.echo(f"{_INDENT}{table.heading()}")
    for reason in explanation.reasons:
        click.echo(f"{_INDENT}{table.row(_row(reason, claim, document))}")
    click.echo()


def _row(reason: Reason, claim: Claim, document: Document) -> tuple[str, ...]:
    words = " … ".join(isolate(clean(document.text[start:end])) for start, end in reason.spans)
    return reason.slot, _value(reason.slot, claim), words or "–", reason.reason


def _value(slot: str, claim: Claim) -> str:
    if slot == "where":
        return "; ".join(claim.where)
    if slot == "when":
        return period(claim.when)
    if slot == "source":
        return chain(claim.source)
    return actor(getattr(claim, slot))
