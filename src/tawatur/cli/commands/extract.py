"""`tawatur extract`: claims to standard output, no ledger."""

from __future__ import annotations

import sys

import click

from tawatur.cli import options
from tawatur.cli.claim_output import FORMS, writer
from tawatur.cli.messages import complain, progress
from tawatur.cli.reading import read_all
from tawatur.cli.workers import Reading
from tawatur.model import InputError


@click.command()
@options.some_paths
@options.form(*FORMS)
@options.packs
@options.jobs
def extract(*, paths: tuple[str, ...], form: str, packs: tuple[str, ...], jobs: int) -> int:
    """Print the claims that reports make, in the order of the input.

    PATH is a text, JSON Lines, a JSON array, a zip of these, a folder, or - for standard input. What can't be
    read is named on standard error, and the rest goes on.

    \b
    Example:
      tawatur extract report.txt
      tawatur extract --format jsonl reports.zip > claims.jsonl
    """  # noqa: D301
    write = writer(form)
    read = skipped = 0
    with progress("reading", quiet=sys.stdout.isatty()) as show:
        for result in read_all(paths, packs=options.chosen(packs), jobs=jobs):
            if isinstance(result, InputError):
                skipped += 1
                complain(str(result))
            elif isinstance(result, Reading):
                read += 1
                for claim in result.claims:
                    write(claim)
                show(f"{read:,} documents")
    return 1 if skipped else 0
