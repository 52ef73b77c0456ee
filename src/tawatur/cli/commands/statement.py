"""`tawatur statement`: one statement's collation, its figures down and its witnesses across, with their stemma."""

from __future__ import annotations

from pathlib import Path

import click

from tawatur.cli import options
from tawatur.cli.material import Material, cited, from_files, from_ledger
from tawatur.cli.messages import progress
from tawatur.cli.standing import findings_of
from tawatur.cli.statement_output import print_statement, print_statements
from tawatur.client.own_pack import packs_of
from tawatur.collate import Collation
from tawatur.model import InputError, to_json
from tawatur.model.statement import StatementTable
from tawatur.packs import Knowledge, load
from tawatur.page.drawing import draw
from tawatur.page.labels import LANGUAGES, Names

FORMS = ("text", "jsonl", "html")
_KIND = "statement-"


@click.command()
@click.argument("arguments", metavar="[ID] [PATH]...", nargs=-1, type=click.Path(path_type=str))
@click.option("--svg", metavar="FILE", type=click.Path(path_type=str), help="Write the stemma as SVG; - for stdout.")
@options.form(*FORMS)
@options.ledger
@options.packs
@options.jobs
def statement(
    *, arguments: tuple[str, ...], svg: str | None, form: str, ledger: str, packs: tuple[str, ...], jobs: int
) -> int:
    """Print one statement's collation: figures down, outlets across, odd readings marked, and the stemma.

    ID is that of a finding of kind `statement` (see `tawatur collate`), or as much of its beginning as no other has.
    Without ID, all statements are listed. Without PATH, the ledger's reports are collated. Copies of one text are
    folded into one witness; the stemma shows who may have taken the statement from whom, and what that rests on.

    \b
    Example:
      tawatur statement
      tawatur statement 369a2 --svg stemma.svg
      tawatur statement 369a2 monday.jsonl tuesday/
    """  # noqa: D301
    wanted, paths = _arguments(arguments)
    if wanted is None and form == "html":
        raise click.UsageError("--format html is for one statement: name its ID, or use tawatur collate")
    chosen = options.chosen(packs) if paths else packs_of(ledger, options.chosen(packs))
    knowledge = load(chosen)
    if not paths:
        with findings_of(ledger, knowledge) as (store, standing):
            if standing is not None:
                there = [finding for finding in standing.findings(("statement",)) if _is(finding.id, wanted)]
                collation = standing.collation(finding.id for finding in there)
                _show(wanted, [finding.id for finding in there], collation, cited(store, there), knowledge, svg, form)
                return 0
    material = from_files(paths, packs=chosen, jobs=jobs) if paths else from_ledger(ledger)
    with progress("collating"):
        collation = Collation(material.claims, material.reports(), knowledge)
    there = [finding for finding in collation.findings if finding.kind == "statement" and _is(finding.id, wanted)]
    _show(wanted, [finding.id for finding in there], collation, material, knowledge, svg, form)
    return 1 if material.refused else 0


def _is(finding_id: str, wanted: str | None) -> bool:
    """Tell whether an id begins as the wanted one, which may leave the kind out."""
    return wanted is None or finding_id.startswith((wanted, _KIND + wanted))


def _show(
    wanted: str | None,
    there: list[str],
    collation: Collation,
    material: Material,
    knowledge: Knowledge,
    svg: str | None,
    form: str,
) -> None:
    names = Names(knowledge)
    if wanted is None:
        print_statements([collation.statement(finding_id) for finding_id in there], names, form=form)
        return
    if not there:
        raise InputError("no statement of that id", source=wanted, remedy="see tawatur statement for those there are")
    if len(there) > 1:
        raise InputError(f"the beginning of {len(there)} ids", source=wanted, remedy=f"say more of it: {there[0]}")
    table = collation.statement(there[0])
    if svg is not None:
        _write(svg, draw(table, names, alone=True))
    if svg != "-":
        _print(table, names, material, knowledge, form=form)


def _arguments(arguments: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Tell the id from the paths: the first argument is an id, unless it is there as a file or a folder, or `-`."""
    if not arguments or arguments[0] == "-" or Path(arguments[0]).exists():
        return None, arguments
    return arguments[0], arguments[1:]


def _print(table: StatementTable, names: Names, material: Material, knowledge: Knowledge, *, form: str) -> None:
    if form == "jsonl":
        click.echo(to_json(table))
    elif form == "html":
        from tawatur.page.collation_page import Page  # noqa: PLC0415  templates are slow to load

        click.echo(Page(material.reports(), knowledge, LANGUAGES).statement(table))
    else:
        print_statement(table, names)


def _write(path: str, svg: str) -> None:
    if path == "-":
        click.echo(svg)
    else:
        Path(path).write_text(svg + "\n", encoding="utf-8")
