"""`tawatur review`: what reviewers decide of claims and findings, kept in the ledger as appended rows."""

from __future__ import annotations

import click

from tawatur.cli.reviewing.judging import JUDGING
from tawatur.cli.reviewing.looking import LOOKING


@click.group(no_args_is_help=False)
def review() -> None:
    """Accept, correct and reject claims; judge findings; add what no pack knows.

    Every decision is kept with who made it, when and why. Nothing is overwritten: a decision is taken back by another.

    \b
    Example:
      tawatur review queue
      tawatur review correct n1-1a2b3c4d5e6f of=daesh --words of=مسلحا --reason "its own dead"
    """  # noqa: D301


for command in (*JUDGING, *LOOKING):
    review.add_command(command)
