"""`tawatur demo`: the bundled specimen reports, read into a ledger of their own and collated."""

from __future__ import annotations

import itertools
import tempfile
from importlib import resources
from pathlib import Path

import click

from tawatur.cli import options
from tawatur.cli.claim_output import print_claims
from tawatur.cli.finding_output import by_weight, print_findings
from tawatur.cli.material import from_ledger
from tawatur.cli.reading import read_all
from tawatur.cli.style import styled
from tawatur.cli.workers import Reading
from tawatur.client import open_ledger
from tawatur.collate import collate
from tawatur.ledger import Counts, Entry
from tawatur.model import Claim, InputError
from tawatur.packs import load

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
@options.packs
@options.jobs
def demo(*, everything: bool, language: str, packs: tuple[str, ...], jobs: int) -> None:
    """Read and collate the bundled specimen reports, in a ledger that is thrown away afterwards.

    The reports were written for this program: invented outlets, real figures, and the slips that real reports make.

    \b
    Example:
      tawatur demo
      tawatur demo --all --language en
    """  # noqa: D301
    chosen = options.chosen(packs)
    bundled = resources.files("tawatur.demo").joinpath("reports.jsonl")
    with tempfile.TemporaryDirectory() as folder, resources.as_file(bundled) as path:
        ledger = str(Path(folder) / "demo.db")
        with open_ledger(ledger) as store:
            store.add_many(_entries(str(path), chosen, jobs))
            counts = store.counts()
        material = from_ledger(ledger)
    click.echo(styled(_summary(counts), "strong"))
    click.echo()
    shown = material.claims if everything else _some(material.claims)
    print_claims(shown, "table")
    _more(len(material.claims) - len(shown), "claims")
    click.echo()
    findings = by_weight(collate(material.claims, material.reports(), load(chosen)))
    weightiest = findings if everything else findings[:_FINDINGS]
    print_findings(weightiest, material, form="text", language=language)
    _more(len(findings) - len(weightiest), "findings")


def _entries(path: str, packs: tuple[str, ...], jobs: int) -> list[Entry]:
    entries: list[Entry] = []
    for result in read_all([path], packs=packs, jobs=jobs):
        if isinstance(result, InputError):
            raise result
        if isinstance(result, Reading):
            entries.append(Entry(result.document, result.claims, result.fingerprint))
    return entries


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
