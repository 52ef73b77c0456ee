"""`tawatur collate`: what reports do with each other's figures, from the ledger or straight from files."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import click

from tawatur.cli import options
from tawatur.cli.files import load
from tawatur.cli.finding_output import FORMS, print_findings
from tawatur.cli.material import Material, cited, from_files, from_ledger
from tawatur.cli.messages import complain, progress
from tawatur.cli.standing import findings_of
from tawatur.cli.wording import counted
from tawatur.client.own_pack import packs_of
from tawatur.collate import Collation
from tawatur.model import Claim, Finding, FindingKind
from tawatur.packs import Knowledge
from tawatur.packs import load as load_packs
from tawatur.page.roles import weightiest


@click.command()
@options.paths
@options.mapping
@click.option(
    "--claims",
    "claims_file",
    type=click.Path(path_type=str),
    metavar="FILE",
    help="Claims of these documents that were coded elsewhere, as JSON Lines in the codebook's form.",
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(get_args(FindingKind)),
    multiple=True,
    help="Only this kind; may be given again.",
)
@click.option(
    "--language",
    type=click.Choice(("en", "ar", "both")),
    default="both",
    show_default=True,
    help="Of the explanations.",
)
@options.min_confidence
@click.option("--anew", is_flag=True, help="Make the ledger's findings from the beginning, and not only what is new.")
@options.form(*FORMS)
@options.ledger
@options.packs
@options.jobs
def collate(
    *,
    paths: tuple[str, ...],
    mapping: dict[str, str],
    claims_file: str | None,
    kinds: tuple[str, ...],
    language: str,
    least: float,
    anew: bool,
    form: str,
    ledger: str,
    packs: tuple[str, ...],
    jobs: int,
) -> int:
    """Print what reports do with each other's figures: who copies, garbles, confirms and contradicts whom.

    Without PATH, the ledger's findings are brought up to date and printed: reports that are new are collated with
    those that they touch. No finding says which figure is true; each shows where to look, and why. The page of
    `--format html` is one file, without script and without anything from elsewhere.

    \b
    Example:
      tawatur collate
      tawatur collate --format html monday.jsonl tuesday/ > to-a-colleague.html
      tawatur collate --format jsonl monday.jsonl tuesday/ > findings.jsonl
      tawatur collate --claims coded.jsonl docs.jsonl
    """  # noqa: D301
    chosen = options.chosen(packs) if paths else packs_of(ledger, options.chosen(packs))
    knowledge = load_packs(chosen)
    if not paths and claims_file is None and not least:
        with findings_of(ledger, knowledge, anew=anew) as (store, standing):
            if standing is not None:
                findings = standing.findings(kinds)
                shown = weightiest(findings) if form == "html" else findings
                collation = standing.collation(finding.id for finding in shown) if form == "html" else None
                _print(findings, collation, cited(store, shown), knowledge, form=form, language=language)
                return 0
    if paths:
        material = from_files(paths, packs=chosen, jobs=jobs, extracting=claims_file is None, mapping=mapping)
    else:
        material = from_ledger(ledger)
    if claims_file is not None:
        material.claims = _coded(claims_file, material)
    material.claims = [claim for claim in material.claims if claim.is_as_sure_as(least)]
    with progress("collating"):
        collation = Collation(material.claims, material.reports(), knowledge)
    wanted = [finding for finding in collation.findings if not kinds or finding.kind in kinds]
    _print(wanted, collation, material, knowledge, form=form, language=language)
    return 1 if material.refused else 0


def _print(
    findings: list[Finding],
    collation: Collation | None,
    material: Material,
    knowledge: Knowledge,
    *,
    form: str,
    language: str,
) -> None:
    if form != "html" or collation is None:
        print_findings(findings, material, form=form, language=language)
        return
    from tawatur.page.collation_page import Page, languages  # noqa: PLC0415  templates are slow to load

    tables = {table.id: table for table in collation.statements()}
    click.echo(Page(material.reports(), knowledge, languages(language)).findings(findings, tables))


def _coded(path: str, material: Material) -> list[Claim]:
    """Return the claims of a file whose documents are there; the others are named, once a document."""
    claims = load(Claim, path)
    unknown = dict.fromkeys(claim.doc for claim in claims if claim.doc not in material.documents)
    for doc in unknown:
        material.refused += 1
        complain(f"{path}: claims of the document {doc}, which is not among the reports (name its file as well)")
    outside = Counter(claim.doc for claim in claims if claim.doc not in unknown and not _is_inside(claim, material))
    for doc, count in outside.items():
        material.refused += 1
        complain(
            f"{path}: {counted(count, 'claim')} of the document {doc} with offsets outside its text (left out; were "
            "they coded on another text?)"
        )
    return [claim for claim in claims if claim.doc not in unknown and _is_inside(claim, material)]


def _is_inside(claim: Claim, material: Material) -> bool:
    """Tell whether a claim's number and quote lie inside its document's text."""
    size = len(material.documents[claim.doc].text)
    return 0 <= claim.start <= claim.end <= size and 0 <= claim.quote_start <= claim.quote_end <= size
