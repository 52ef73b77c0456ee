"""`tawatur extract`: claims to standard output, no ledger."""

from __future__ import annotations

import sys

import click

from tawatur.cli import options
from tawatur.cli.claim_output import FORMS, writer
from tawatur.cli.messages import complain, progress
from tawatur.cli.reading import read_all
from tawatur.cli.web import fetching
from tawatur.cli.workers import Reading
from tawatur.intake.web.following import Web
from tawatur.model import InputError


@click.command()
@options.some_paths
@options.mapping
@options.fetching
@click.option(
    "--explain",
    "asked",
    metavar="CLAIM|all",
    help="Show which words filled which slot, and by which rule: of one claim, by its id, or of all.",
)
@options.min_confidence
@options.form(*FORMS)
@options.packs
@options.jobs
def extract(
    *,
    paths: tuple[str, ...],
    mapping: dict[str, str],
    fetch: bool,
    allow_loopback: bool,
    asked: str | None,
    least: float,
    form: str,
    packs: tuple[str, ...],
    jobs: int,
) -> int:
    """Print the claims that reports make, in the order of the input.

    PATH is a file, a folder or an archive of whatever reports come in (text, web pages, JSON, tables, PDF, Word, feeds,
    web archives), - for standard input, or with --fetch an address. What can't be read is named on standard error, and
    the rest goes on.

    \b
    Example:
      tawatur extract report.txt
      tawatur extract --format jsonl reports.zip > claims.jsonl
      tawatur extract --explain all report.txt
    """  # noqa: D301
    if asked is not None:
        with fetching(None, lambda _: None, asked=fetch, loopback=allow_loopback) as web:
            return _explain(paths, mapping, web, asked, least, options.chosen(packs))
    write = writer(form)
    read = skipped = 0
    with (
        progress("reading", quiet=sys.stdout.isatty()) as show,
        fetching(None, lambda _: None, asked=fetch, loopback=allow_loopback) as web,
    ):
        for result in read_all(paths, packs=options.chosen(packs), jobs=jobs, mapping=mapping, web=web):
            if isinstance(result, InputError):
                skipped += 1
                complain(str(result))
            elif isinstance(result, Reading):
                read += 1
                for claim in result.claims:
                    if claim.is_as_sure_as(least):
                        write(claim)
                show(f"{read:,} documents")
    return 1 if skipped else 0


def _explain(
    paths: tuple[str, ...], mapping: dict[str, str], web: Web | None, asked: str, least: float, packs: tuple[str, ...]
) -> int:
    """Print the explanation of one claim, or of all, of the documents of `paths`."""
    from tawatur.cli.explanation_output import print_explanation  # noqa: PLC0415  not needed without --explain
    from tawatur.extract.explanation import explain  # noqa: PLC0415
    from tawatur.intake import read  # noqa: PLC0415
    from tawatur.packs import load  # noqa: PLC0415

    knowledge = load(packs)
    skipped = found = 0
    for document in read(paths, knowledge=knowledge, mapping=mapping, web=web):
        if isinstance(document, InputError):
            skipped += 1
            complain(str(document))
            continue
        for explanation in explain(document, knowledge):
            if asked in ("all", explanation.claim.id) and explanation.claim.is_as_sure_as(least):
                found += 1
                print_explanation(explanation, document)
    if not found and asked != "all":
        raise InputError("no claim of that id", source=asked, remedy="see tawatur extract --format jsonl")
    return 1 if skipped else 0
