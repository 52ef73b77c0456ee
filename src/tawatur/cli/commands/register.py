"""`tawatur register`: standing views over the ledger's claims."""

from __future__ import annotations

import click

from tawatur.cli import options
from tawatur.cli.filters import Filters, filters
from tawatur.cli.passing import over_claims
from tawatur.cli.register_output import FORMS, print_register, print_rows
from tawatur.cli.wording import counted
from tawatur.client.own_pack import packs_of
from tawatur.ledger import Ledger
from tawatur.model import InputError
from tawatur.packs import Knowledge, RegisterDefinition, load, settled
from tawatur.registers import MOST_ROWS, ROWS, every_row, from_ledger


@click.command()
@click.argument("name", required=False)
@options.paths
@click.option("--claims", "coded", metavar="FILE", help="Claims coded elsewhere, for the documents of PATH.")
@filters
@click.option("--view", metavar="KEY", help="One view of the register alone: outcomes, forecasts …")
@click.option(
    "--limit", type=click.IntRange(1, MOST_ROWS), default=ROWS, show_default=True, metavar="N",
    help="No more than N rows of each view in the table; jsonl and csv have all.",
)  # fmt: skip
@click.option("--after", metavar="PLACE", help="Go on from where a table ended; with --view.")
@click.option("--cite", "cited", is_flag=True, help="In the table, name the claims of every cell.")
@options.form(*FORMS)
@options.ledger
@options.packs
@options.jobs
def register(
    *,
    name: str | None,
    paths: tuple[str, ...],
    coded: str | None,
    filters: Filters,
    view: str | None,
    limit: int,
    after: str | None,
    cited: bool,
    form: str,
    ledger: str,
    packs: tuple[str, ...],
    jobs: int,
) -> int:
    """Print a register of the ledger, or of the reports in PATH; without a NAME, list the registers.

    A register is defined in a pack's registers.toml. A fact that a report states twice counts once, and copies of one
    text are one voice.

    \b
    Example:
      tawatur register operations --where SY --from 2024-01-01
      tawatur register attacks reports/ --format csv > attacks.csv
    """  # noqa: D301
    chosen = options.chosen(packs) if paths else packs_of(ledger, options.chosen(packs))
    knowledge = load(chosen)
    if name is None:
        _list(knowledge)
        return 0
    definition = _definition(knowledge, name)

    def show(store: Ledger) -> None:
        query = filters.query(knowledge)
        if form == "table":
            found = from_ledger(store, definition, knowledge, query=query, view=view, after=after, limit=limit)
            print_register(found, cited=cited)
        else:
            print_rows(definition.key, every_row(store, definition, knowledge, query=query, view=view), form)

    return over_claims(show, ledger, paths, coded, chosen, jobs)


def _list(knowledge: Knowledge) -> None:
    for key, definition in knowledge.registers.items():
        views = counted(len(settled(definition)), "view")
        click.echo(f"{key:<12}{definition.about} ({views})")


def _definition(knowledge: Knowledge, name: str) -> RegisterDefinition:
    if name not in knowledge.registers:
        raise InputError("no such register", source=name, remedy=f"one of {', '.join(knowledge.registers)}")
    return knowledge.registers[name]
