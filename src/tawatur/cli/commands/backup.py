"""`tawatur backup`: a copy of a ledger, also of one in use."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tawatur.cli import options
from tawatur.cli.messages import progress
from tawatur.cli.wording import counted
from tawatur.client import back_up


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=str))
@options.ledger
def backup(*, file: str, ledger: str) -> None:
    """Write a backup of the ledger to FILE, or to standard output (-).

    The ledger may be in use: the backup is of one state of it, and nobody waits. It is one zip file of JSON Lines with
    the counts and hashes of what it holds, and restores into SQLite and PostgreSQL alike. It holds all texts and all
    accounts: keep it as safe as the ledger.

    \b
    Example:
      tawatur backup monday.zip
      tawatur backup - --ledger postgresql://localhost/reports | ssh safe 'cat > reports.zip'
    """  # noqa: D301
    if file == "-":
        back_up(ledger, sys.stdout.buffer)
        return
    with progress("backing up"):
        manifest = back_up(ledger, Path(file))
    click.echo(f"{file}: {counted(manifest.tables['documents'].rows, 'document')}, {counted(manifest.rows, 'row')}")
