"""`tawatur demo`: the bundled specimen reports, read into a ledger of their own and collated."""

from __future__ import annotations

import itertools
import sys

import click

from tawatur.cli import options
from tawatur.cli.claim_output import print_claims
from tawatur.cli.finding_output import by_weight, print_findings
from tawatur.cli.material import Material, from_ledger
from tawatur.cli.specimens import specimen_ledger
from tawatur.cli.style import styled
from tawatur.client import open_ledger
from tawatur.collate import collate
from tawatur.ledger import Counts
from tawatur.model import Claim
from tawatur.packs import Knowledge, load

#: What a first look shows without --all: some claims of some reports, and the weightiest findings.
_REPORTS, _CLAIMS, _FINDINGS = 4, 3, 12


@click.command()
@click.option("--all", "everything", is_flag=True, help="Print every claim and every finding.")
@click.option(
    "--language",
    type=click.Choice(("en", "ar", "both")),
    default="both",
    show_default=True,
    help="Of the explanations.",
)
@click.option(
    "--serve/--no-serve",
    default=None,
    help="Open the pages on them afterwards.  [default: on a terminal]",
)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The pages' port.",
)
@options.packs
@options.jobs
def demo(*, everything: bool, language: str, serve: bool | None, port: int, packs: tuple[str, ...], jobs: int) -> None:
    """Read and collate the bundled specimen reports, in a ledger that is thrown away afterwards, and serve them.

    The reports were written for this program: invented outlets, real figures, and the slips that real reports make.
    The first page leads to a garbled figure in three steps. Ctrl-C ends it; in a pipe it ends by itself.

    \b
    Example:
      tawatur demo
      tawatur demo --all --language en
      tawatur demo --no-serve
    """  # noqa: D301
    chosen = options.chosen(packs)
    with specimen_ledger(chosen, jobs) as ledger:
        with open_ledger(ledger) as store:
            counts = store.counts()
        _print(from_ledger(ledger), counts, load(chosen), everything=everything, language=language)
        if serve if serve is not None else sys.stdout.isatty():
            from tawatur.cli.serving import run  # noqa: PLC0415  slow to import, as is what follows
            from tawatur.web.settings import Settings  # noqa: PLC0415

            click.echo()
            run(Settings(ledger=ledger, port=port, packs=chosen))


def _print(material: Material, counts: Counts, knowledge: Knowledge, *, everything: bool, language: str) -> None:
    click.echo(styled(_summary(counts), "strong"))
    click.echo()
    shown = material.claims if everything else _some(material.claims)
    print_claims(shown, "table")
    _more(len(material.claims) - len(shown), "claims")
    click.echo()
    findings = by_weight(collate(material.claims, material.reports(), knowledge))
    weightiest = findings if everything else findings[:_FINDINGS]
    print_findings(weightiest, material, form="text", language=language)
    _more(len(findings) - len(weightiest), "findings")


def _summary(counts: Counts) -> str:
    return (
        f"{counts.documents} specimen reports by {counts.publishers} outlets, {counts.first_date} to "
        f"{counts.last_date}: {counts.claims} claims"
    )


def _some(claims: list[Claim]) -> list[Claim]:
    """Return a few claims of each of a few reports."""
    by_report = (list(group) for _, group in itertools.groupby(claims, key=lambda claim: claim.doc))
    return [claim for group in itertools.islice(by_report, _REPORTS) for claim in group[:_CLAIMS]]


def _more(left: int, what: str) -> None:
    if left:
        click.echo(styled(f"… and {left} more {what} (tawatur demo --all)", "faint"))
