"""`tawatur export`: claims in the forms that other programs load."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, get_args

import click

from tawatur.cli import options
from tawatur.cli.bidi import wrap
from tawatur.cli.filters import Filters, filters
from tawatur.cli.messages import complain
from tawatur.cli.passing import over_claims
from tawatur.client.own_pack import packs_of
from tawatur.export import FORMATS, LOST_EVERYWHERE, Account, from_ledger, statement
from tawatur.export import export as exported
from tawatur.ledger import Ledger
from tawatur.model import InputError, Measure
from tawatur.packs import Knowledge, load

_WIDTH = 78
#: What a new file may be used for, as far as the user's mask allows.
_PERMISSIONS = 0o666
#: Binary forms; a terminal is spared them.
_BINARY = frozenset(("parquet", "xlsx"))


class _Formats(click.Command):
    """A command whose help says what each format is for, and what it loses."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _ = ctx
        with formatter.section("Formats, and what they lose"):
            formatter.write_dl([(one.name, f"{one.about}. Lost: {one.lost}.") for one in FORMATS.values()])
        formatter.write_paragraph()
        for line in wrap(f"Lost in every format: {LOST_EVERYWHERE}.", _WIDTH):
            formatter.write_text(line)


@click.command(cls=_Formats)
@click.argument("form", metavar="FORMAT", type=click.Choice(tuple(FORMATS)))
@options.paths
@click.option("--claims", "coded", metavar="FILE", help="Claims coded elsewhere, for the documents of PATH.")
@click.option(
    "--measure", "measures", type=click.Choice(get_args(Measure)), multiple=True, metavar="MEASURE",
    help="What is counted: killed, attacks, strength …; may be given again.",
)  # fmt: skip
@filters
@click.option(
    "-o", "--output", "path", metavar="FILE", type=click.Path(path_type=str, dir_okay=False), default="-",
    show_default="standard output", help="The file to write, whole or not at all.",
)  # fmt: skip
@click.option("--account", is_flag=True, help="Write what was lost, with counts, to FILE.account.json.")
@options.ledger
@options.packs
@options.jobs
def export(
    *,
    form: str,
    paths: tuple[str, ...],
    coded: str | None,
    measures: tuple[str, ...],
    filters: Filters,
    path: str,
    account: bool,
    ledger: str,
    packs: tuple[str, ...],
    jobs: int,
) -> int:
    """Export claims of the ledger, or of the reports in PATH, in a FORMAT that other programs load.

    \b
    Example:
      tawatur export geojson --where SY -o syria.geojson
      tawatur export ucdp --from 2024-01-01 --account -o deaths.csv
    """  # noqa: D301
    if path == "-" and account:
        raise click.UsageError("--account needs -o: it is written beside the file")
    if path == "-" and form in _BINARY and sys.stdout.isatty():
        raise click.UsageError(f"{form} is no text: give -o FILE")
    chosen = options.chosen(packs) if paths else packs_of(ledger, options.chosen(packs))
    knowledge = load(chosen)

    def write(store: Ledger) -> None:
        _write(store, form, filters, measures, knowledge, path, account=account)

    return over_claims(write, ledger, paths, coded, chosen, jobs)


def _write(
    store: Ledger,
    form: str,
    filters: Filters,
    measures: tuple[str, ...],
    knowledge: Knowledge,
    path: str,
    *,
    account: bool,
) -> None:
    counts = Account()
    found = from_ledger(store, filters.query(knowledge, measures))
    with _output(path) as file:
        for piece in exported(form, found, knowledge, counts):
            file.write(piece)
    if account:
        with _output(f"{path}.account.json") as file:
            file.write(f"{statement(form, counts)}\n".encode())
    left_out = sum(counts.left_out.values())
    if left_out:
        why = ", ".join(f"{count:,} {reason}" for reason, count in counts.left_out.items())
        complain(f"{left_out:,} of {counts.claims:,} claims have no place in {form}: {why}")


@contextlib.contextmanager
def _output(path: str) -> Iterator[BinaryIO]:
    """Give a file that takes its name when it is whole. Raises InputError where it can't be written."""
    if path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            Path(name).chmod(_PERMISSIONS & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(error.strerror or str(error), source=path, remedy="check the folder") from error


def _umask() -> int:
    found = os.umask(0)
    os.umask(found)
    return found
