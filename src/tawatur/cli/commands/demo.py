"""`tawatur demo`: the bundled specimen reports, read into a ledger of their own and collated."""

from __future__ import annotations

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
from tawatur.collate import collate
from tawatur.ledger import Counts, Entry, Ledger
from tawatur.model import InputError
from tawatur.packs import load

#: Claims and findings that a first look shows without --all.
_CLAIMS, _FINDINGS = 12, 12


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
        with Ledger.open(ledger) as store:
            store.add_many(_entries(str(path), chosen, jobs))
            counts = store.counts()
        material = from_ledger(ledger)
    click.echo(styled(_summary(counts), "strong"))
    click.echo()
    print_claims(material.claims if everything else material.claims[:_CLAIMS], "table")
    _more(len(material.claims), _CLAIMS, "claims", everything=everything)
    click.echo()
    findings = by_weight(collate(material.claims, material.reports(), load(chosen)))
    print_findings(findings if everything else findings[:_FINDINGS], material, form="text", language=language)
    _more(len(findings), _FINDINGS, "findings", everything=everything)


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


def _more(total: int, shown: int, what: str, *, everything: bool) -> None:
    if total > shown and not everything:
        click.echo(styled(f"… and {total - shown} more {what} (tawatur demo --all)", "faint"))
