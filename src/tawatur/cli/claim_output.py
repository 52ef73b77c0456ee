"""Claims as they are printed: a table, JSON Lines in the codebook's form, CSV. All three stream."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

import click

from tawatur.cli.bidi import isolate, line, terminal_width
from tawatur.cli.style import styled
from tawatur.cli.tables import Column, Table
from tawatur.cli.wording import actor, amount, chain, period
from tawatur.export.cells import guarded
from tawatur.model import Claim, to_json

FORMS = ("table", "jsonl", "csv")

_COLUMNS = (
    Column("measure", 11),
    Column("value", 11),
    Column("of", 12),
    Column("by", 10, dispensable=4),
    Column("where", 14, dispensable=1),
    Column("when", 21, dispensable=3),
    Column("source", 12, dispensable=2),
    Column("words", 24),
)

#: The columns of CSV: the codebook's fields, a period in two columns, lists joined by `; `, chains by ` > `.
CSV_FIELDS = (
    "id", "doc", "section", "start", "end", "quote_start", "quote_end", "quote", "number", "measure", "low", "high",
    "bound", "unit", "change", "of", "by", "name", "where", "when_start", "when_end", "source", "modality",
    "optional", "same_as", "note", "confidence", "extractor",
)  # fmt: skip


def print_claims(claims: Iterable[Claim], form: str) -> None:
    """Print claims on standard output in one of `FORMS`, each as it comes."""
    write = writer(form)
    for claim in claims:
        write(claim)


def writer(form: str) -> Callable[[Claim], None]:
    """Return what prints one claim in `form`."""
    if form == "jsonl":
        return _write_json
    return _TableWriter() if form == "table" else _CsvWriter()


def _write_json(claim: Claim) -> None:
    click.echo(to_json(claim))


class _TableWriter:
    """Prints claims under a heading for each document; the table's own heading comes with the first claim."""

    def __init__(self) -> None:
        self._table = Table(_COLUMNS, terminal_width())
        self._doc: str | None = None

    def __call__(self, claim: Claim) -> None:
        if self._doc is None:
            click.echo(self._table.heading())
        if claim.doc != self._doc:
            self._doc = claim.doc
            click.echo(line(styled(f"── {isolate(claim.doc)}", "faint")))
        click.echo(self._table.row(row(claim)))


def row(claim: Claim) -> tuple[str, ...]:
    """Return a claim's cells, in the order of the table's columns; the value of a role is whose it is."""
    return (
        claim.measure + ("" if claim.modality == "asserted" else "?"),
        actor(claim.by) if claim.measure == "role" else amount(claim),
        actor(claim.of),
        actor(claim.by),
        "; ".join(claim.where),
        period(claim.when),
        chain(claim.source),
        claim.quote,
    )


class _CsvWriter:
    """Prints claims as rows of CSV, the heading first even where there is no claim."""

    def __init__(self) -> None:
        self._print(CSV_FIELDS)

    def __call__(self, claim: Claim) -> None:
        joined = {
            "where": "; ".join(claim.where),
            "source": " > ".join(claim.source),
            "when_start": claim.when and claim.when.start,
            "when_end": claim.when and claim.when.end,
        }
        self._print([joined[name] if name in joined else getattr(claim, name) for name in CSV_FIELDS])

    def _print(self, values: Iterable[object]) -> None:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow([_plain(value) for value in values])
        click.echo(text.getvalue(), nl=False)


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else value
