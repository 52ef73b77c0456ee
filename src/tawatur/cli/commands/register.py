"""`tawatur register`: standing views over the ledger's claims."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tawatur.cli import files, options
from tawatur.cli.material import from_files
from tawatur.cli.register_output import FORMS, print_register
from tawatur.cli.wording import counted
from tawatur.client import open_ledger
from tawatur.client.actors import with_parts
from tawatur.ledger import ClaimQuery, Entry, Ledger
from tawatur.model import Claim, InputError
from tawatur.packs import Knowledge, RegisterDefinition, load, settled
from tawatur.registers.standing import from_ledger

_DAY = click.DateTime(["%Y-%m-%d"])


def _day(_context: click.Context, _parameter: click.Parameter, value: object) -> str | None:
    return None if value is None else str(value)[:10]


@click.command()
@click.argument("name", required=False)
@options.paths
@click.option("--claims", "coded", metavar="FILE", help="Claims coded elsewhere, for the documents of PATH.")
@click.option("--of", multiple=True, metavar="ACTOR", help="Whom or what it counts, with all parts of that actor.")
@click.option("--by", multiple=True, metavar="ACTOR", help="Who did it, with all parts of that actor.")
@click.option("--source", "sources", multiple=True, metavar="ACTOR", help="Who is said to have said it, at any hop.")
@click.option("--where", metavar="PLACE", help="A country (SY), or part of a place's name.")
@click.option("--from", "when_start", type=_DAY, callback=_day, metavar="DAY", help="The period reaches this day.")
@click.option("--to", "when_end", type=_DAY, callback=_day, metavar="DAY", help="The period begins by this day.")
@click.option("--publisher", metavar="NAME", help="Part of the publisher's name.")
@click.option("--doc", "docs", multiple=True, metavar="ID", help="The document; may be given again.")
@click.option("--required", is_flag=True, help="Leave out what the codebook calls optional.")
@click.option("--cite", "cited", is_flag=True, help="In the table, name the claims of every cell.")
@options.min_confidence
@options.form(*FORMS)
@options.ledger
@options.packs
@options.jobs
def register(
    *,
    name: str | None,
    paths: tuple[str, ...],
    coded: str | None,
    of: tuple[str, ...],
    by: tuple[str, ...],
    sources: tuple[str, ...],
    where: str | None,
    when_start: str | None,
    when_end: str | None,
    publisher: str | None,
    docs: tuple[str, ...],
    required: bool,
    cited: bool,
    least: float,
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
    chosen = options.chosen(packs)
    knowledge = load(chosen)
    if name is None:
        _list(knowledge)
        return 0
    definition = _definition(knowledge, name)
    query = ClaimQuery(
        of=with_parts(of, knowledge),
        by=with_parts(by, knowledge),
        sources=with_parts(sources, knowledge),
        docs=docs,
        where=where,
        when_start=when_start,
        when_end=when_end,
        publisher=publisher,
        optional=not required,
        min_confidence=least,
    )
    if not paths:
        with open_ledger(ledger, read_only=True) as store:
            print_register(from_ledger(store, definition, knowledge, query=query), form, cited=cited)
        return 0
    with _passing(paths, coded, chosen, jobs) as (store, refused):
        print_register(from_ledger(store, definition, knowledge, query=query), form, cited=cited)
    return 1 if refused else 0


def _list(knowledge: Knowledge) -> None:
    for key, definition in knowledge.registers.items():
        views = counted(len(settled(definition)), "view")
        click.echo(f"{key:<12}{definition.about} ({views})")


def _definition(knowledge: Knowledge, name: str) -> RegisterDefinition:
    if name not in knowledge.registers:
        raise InputError("no such register", source=name, remedy=f"one of {', '.join(knowledge.registers)}")
    return knowledge.registers[name]


@contextmanager
def _passing(
    paths: tuple[str, ...], coded: str | None, packs: tuple[str, ...], jobs: int
) -> Iterator[tuple[Ledger, int]]:
    """Give a ledger of reports that lasts as long as the block, and how many inputs could not be used."""
    material = from_files(paths, packs=packs, jobs=jobs, extracting=coded is None)
    claims = material.claims if coded is None else files.load(Claim, coded)
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.doc, []).append(claim)
    with tempfile.TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "passing.db")) as store:
        store.add_many(Entry(document, by_document.get(document.id, ())) for document in material.documents.values())
        yield store, material.refused
