"""`tawatur restore`: a ledger from its backup."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tawatur.cli import options
from tawatur.cli.messages import progress
from tawatur.cli.wording import counted
from tawatur.client import check_backup, restore_backup


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=str))
@click.option("--check", "checking", is_flag=True, help="Only look whether FILE is whole; restore nothing.")
@options.ledger
def restore(*, file: str, checking: bool, ledger: str) -> None:
    """Restore a backup from FILE, or from standard input (-), into a new ledger.

    The ledger is a file that is not there yet, or an empty database; a backup of SQLite can be restored into
    PostgreSQL, and the reverse. Every row is held against the backup's counts and hashes; where they differ, nothing
    is restored. A backup of an older version is brought up to date.

    \b
    Example:
      tawatur restore monday.zip --ledger restored.db
      tawatur restore monday.zip --ledger postgresql://localhost/reports
      tawatur restore --check monday.zip
    """  # noqa: D301
    source = sys.stdin.buffer if file == "-" else Path(file)
    with progress("checking" if checking else "restoring"):
        manifest = check_backup(source) if checking else restore_backup(source, ledger)
    where = f"{file}: whole" if checking else f"{ledger}"
    click.echo(f"{where}: {counted(manifest.tables['documents'].rows, 'document')}, {counted(manifest.rows, 'row')}")
