"""`tawatur review`: what was decided, what waits, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tawatur.cli import options
from tawatur.cli.bidi import line
from tawatur.cli.review_output import (
    claim_line,
    print_agreement,
    print_difference,
    print_finding_review,
    print_history,
    print_review,
    summary,
)
from tawatur.cli.wording import counted
from tawatur.client import open_ledger
from tawatur.ledger import Ledger
from tawatur.ledger.review import taken_back
from tawatur.model import Decision, InputError, to_json

_JSON = options.form("text", "jsonl")


@click.command("show")
@click.argument("target", metavar="CLAIM|FINDING")
@options.ledger
def show(*, target: str, ledger: str) -> None:
    """Show where a claim or a finding stands, and every decision on it.

    \b
    Example:
      tawatur review show n1-1a2b3c4d5e6f
    """  # noqa: D301
    with open_ledger(ledger, read_only=True) as store:
        state = store.reviews.states([target]).get(target)
        if state is not None:
            history = store.reviews.history(target)
            print_review(state, history, taken_back(history))
            return
        history = store.reviews.history(target, "finding")
        if not history and not store.reviews.is_finding(target):
            raise InputError("no such claim or finding", source=target, remedy="see tawatur claims --format jsonl")
        print_finding_review(store.reviews.finding_states([target])[target], history, taken_back(history))


@click.command("list")
@click.option("--reviewer", metavar="NAME", help="This reviewer's alone.")
@_JSON
@options.ledger
def list_decisions(*, reviewer: str | None, form: str, ledger: str) -> None:
    """List all decisions, in the order in which they were made.

    \b
    Example:
      tawatur review list --reviewer huda --format jsonl
    """  # noqa: D301
    with open_ledger(ledger, read_only=True) as store:
        for page in _pages(store, reviewer):
            if form == "jsonl":
                for decision in page:
                    click.echo(to_json(decision))
            else:
                print_history(page, ())


@click.command("queue")
@click.option(
    "--limit", type=click.IntRange(min=1, max=500), default=20, show_default=True, metavar="N", help="How many."
)
@click.option("--after", metavar="PLACE", help="Go on behind the place that the last page named.")
@_JSON
@options.ledger
def queue(*, limit: int, after: str | None, form: str, ledger: str) -> None:
    """List claims that wait for review: what reviewers part on, then the unsure and those in weighty findings.

    \b
    Example:
      tawatur review queue --limit 50
    """  # noqa: D301
    with open_ledger(ledger, read_only=True) as store:
        page = store.reviews.queue(after=after, limit=limit)
        waiting = store.reviews.waiting()
    for claim in page.items:
        click.echo(to_json(claim) if form == "jsonl" else line(claim_line(claim)))
    if form == "text":
        going_on = f"; go on with --after {page.next}" if page.next is not None else ""
        click.echo(f"{counted(waiting, 'claim')} waiting{going_on}")


@click.command("agreement")
@options.form("text", "json")
@options.ledger
def agreement(*, form: str, ledger: str) -> None:
    """Print how far reviewers agree on the claims that two or more judged: Krippendorff's alpha, slot by slot.

    \b
    Example:
      tawatur review agreement
    """  # noqa: D301
    with open_ledger(ledger, read_only=True) as store:
        found = store.reviews.agreement()
    if form == "json":
        click.echo(to_json(found))
    else:
        print_agreement(found)


@click.command("differences")
@click.option("--all", "everything", is_flag=True, help="Also what is read as wrongly as before, and what was learned.")
@_JSON
@options.ledger
def differences(*, everything: bool, form: str, ledger: str) -> None:
    """Print where the program, run again (tawatur reread), reads otherwise than reviewers decided.

    \b
    Example:
      tawatur review differences
    """  # noqa: D301
    kinds: list[str] = []
    with open_ledger(ledger, read_only=True) as store:
        for one in store.reviews.differences():
            kinds.append(one.kind)
            if not everything and one.kind in {"still", "learned"}:
                continue
            if form == "jsonl":
                click.echo(to_json(one))
            else:
                print_difference(one)
    if form == "text":
        hidden = not everything and {"still", "learned"} & {*kinds}
        click.echo(f"{summary(kinds)}{' (--all shows what is still so, and what was learned)' if hidden else ''}")


@click.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@options.ledger
def export(*, folder: Path, ledger: str) -> None:
    """Write the reviewed claims as gold: claims.jsonl and docs.jsonl in FOLDER, for tawatur score.

    Every document with a judged claim is in it. Claims that nobody judged are marked optional: they count neither way.

    \b
    Example:
      tawatur review export gold/
      tawatur extract gold/docs.jsonl --format jsonl > read.jsonl && tawatur score gold/claims.jsonl read.jsonl
    """  # noqa: D301
    folder.mkdir(parents=True, exist_ok=True)
    documents = claims = 0
    with (
        open_ledger(ledger, read_only=True) as store,
        (folder / "claims.jsonl").open("w", encoding="utf-8") as coded,
        (folder / "docs.jsonl").open("w", encoding="utf-8") as texts,
    ):
        for document, found in store.reviews.gold():
            texts.write(f"{to_json(document)}\n")
            coded.writelines(f"{to_json(claim)}\n" for claim in found)
            documents, claims = documents + 1, claims + len(found)
    click.echo(f"{folder}: {counted(documents, 'document')}, {counted(claims, 'claim')}")


def _pages(store: Ledger, reviewer: str | None) -> Iterator[list[Decision]]:
    after: str | None = None
    while page := store.reviews.decisions(reviewer=reviewer, after=after):
        yield page
        after = page[-1].id


#: The subcommands that decide nothing.
LOOKING = (show, list_decisions, queue, agreement, differences, export)
