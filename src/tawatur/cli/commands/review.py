"""`tawatur review`: what reviewers decide of claims and findings, kept in the ledger as appended rows."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from tawatur.cli import options
from tawatur.cli.bidi import line
from tawatur.cli.review_output import (
    claim_line,
    print_agreement,
    print_decision,
    print_difference,
    print_finding_review,
    print_history,
    print_review,
    summary,
)
from tawatur.cli.wording import counted
from tawatur.client import open_ledger
from tawatur.client.corrections import changes_of, spans_of
from tawatur.ledger import Ledger
from tawatur.ledger.review import taken_back
from tawatur.model import Decision, DecisionKind, InputError, Judgement, Spans, SubjectKind, to_json

F = TypeVar("F", bound=Callable[..., object])

_CLAIMS = click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
_REASON = click.option("--reason", metavar="TEXT", help="Why.")
_WORDS = click.option(
    "--words",
    multiple=True,
    metavar="SLOT=WORDS",
    help="The words for a slot, as they stand in the report or by their offsets (of=8:13); may be given again.",
)
_JSON = options.form("text", "jsonl")
_KIND = click.argument("kind", type=click.Choice(("quantity", "statement")))


def _reviewer(function: F) -> F:
    return click.option(
        "--reviewer",
        metavar="NAME",
        envvar="TAWATUR_REVIEWER",
        default=_login,
        show_default="$TAWATUR_REVIEWER, or your login",
        help="In whose name.",
    )(function)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        return "reviewer"


@click.group(no_args_is_help=False)
def review() -> None:
    """Accept, correct and reject claims; judge findings; add what no pack knows.

    Every decision is kept with who made it, when and why. Nothing is overwritten: a decision is taken back by another.

    \b
    Example:
      tawatur review queue
      tawatur review correct n1-1a2b3c4d5e6f of=daesh --words of=مسلحا --reason "its own dead"
    """  # noqa: D301


@review.command("accept")
@_CLAIMS
@_REASON
@_reviewer
@options.ledger
def accept(*, claims: tuple[str, ...], reason: str | None, reviewer: str, ledger: str) -> None:
    """Say that claims are right as they stand.

    \b
    Example:
      tawatur review accept n1-1a2b3c4d5e6f
    """  # noqa: D301
    _judge(ledger, "accept", claims, reviewer, reason)


@review.command("reject")
@_CLAIMS
@_REASON
@_reviewer
@options.ledger
def reject(*, claims: tuple[str, ...], reason: str | None, reviewer: str, ledger: str) -> None:
    """Say that the text makes no such claims.

    \b
    Example:
      tawatur review reject n1-1a2b3c4d5e6f --reason "a caption"
    """  # noqa: D301
    _judge(ledger, "reject", claims, reviewer, reason)


@review.command("correct")
@click.argument("claim")
@click.argument("corrections", metavar="[SLOT=VALUE]...", nargs=-1)
@_WORDS
@_REASON
@_reviewer
@options.ledger
def correct(
    *, claim: str, corrections: tuple[str, ...], words: tuple[str, ...], reason: str | None, reviewer: str, ledger: str
) -> None:
    """Put a claim's slots right.

    Slots are the codebook's; SLOT= empties one, value=12 sets both ends. Places are set apart by ';', hops of a chain
    by '>', a period's days by '..'.

    \b
    Example:
      tawatur review correct n1-1a2b3c4d5e6f of=daesh value=38
      tawatur review correct n1-1a2b3c4d5e6f "where=Mosul, IQ" when=2017-03-01..2017-03-02
    """  # noqa: D301
    with _open(ledger) as store:
        state = store.reviews.state(claim)
        shown = state.claim or state.extracted
        spans: Spans = {}
        if words and shown is not None:
            spans = spans_of(words, _text(store, shown.doc), near=shown.quote_start)
        _keep(store, "correct", claim, reviewer, reason, changes=changes_of(corrections), spans=spans)


@review.command("add")
@click.argument("document", metavar="DOC")
@click.argument("slots", metavar="SLOT=VALUE...", nargs=-1, required=True)
@_WORDS
@_REASON
@_reviewer
@options.ledger
def add(
    *, document: str, slots: tuple[str, ...], words: tuple[str, ...], reason: str | None, reviewer: str, ledger: str
) -> None:
    """Add a claim that a report makes and the program missed: its number's words, and its slots.

    \b
    Example:
      tawatur review add n1 measure=wounded value=12 unit=person --words "number=12" --words "quote=جرح 12"
    """  # noqa: D301
    with _open(ledger) as store:
        spans = spans_of(words, _text(store, document))
        _keep(store, "add", document, reviewer, reason, changes=changes_of(slots), spans=spans)


@review.command("note")
@click.argument("target", metavar="CLAIM|FINDING")
@click.argument("text")
@_reviewer
@options.ledger
def note(*, target: str, text: str, reviewer: str, ledger: str) -> None:
    """Say something about a claim or a finding, and judge nothing.

    \b
    Example:
      tawatur review note n1-1a2b3c4d5e6f "the outlet corrected this a day later"
    """  # noqa: D301
    with _open(ledger) as store:
        subject: SubjectKind = "claim" if store.reviews.states([target]) else "finding"
        _keep(store, "note", target, reviewer, text, subject=subject)


@review.command("seen")
@click.argument("finding")
@_reviewer
@options.ledger
def seen(*, finding: str, reviewer: str, ledger: str) -> None:
    """Mark a finding as seen.

    \b
    Example:
      tawatur review seen conflict-1a2b3c4d5e6f
    """  # noqa: D301
    with _open(ledger) as store:
        _keep(store, "seen", finding, reviewer, None, subject="finding")


@review.command("dismiss")
@click.argument("finding")
@click.option("--reason", metavar="TEXT", required=True, help="Why.")
@_reviewer
@options.ledger
def dismiss(*, finding: str, reason: str, reviewer: str, ledger: str) -> None:
    """Dismiss a finding, with the reason.

    \b
    Example:
      tawatur review dismiss conflict-1a2b3c4d5e6f --reason "two places of one name"
    """  # noqa: D301
    with _open(ledger) as store:
        _keep(store, "dismiss", finding, reviewer, reason, subject="finding")


@review.command("merge")
@_KIND
@click.argument("members", metavar="ID...", nargs=-1, required=True)
@_REASON
@_reviewer
@options.ledger
def merge(*, kind: SubjectKind, members: tuple[str, ...], reason: str | None, reviewer: str, ledger: str) -> None:
    """Say that claims measure one quantity, or that reports carry one statement.

    IDs are claims for a quantity; statements, or reports (DOC#SECTION), for a statement.

    \b
    Example:
      tawatur review merge statement n1#0 s1#0
    """  # noqa: D301
    with _open(ledger) as store:
        _keep(store, "merge", members[0], reviewer, reason, subject=kind, members=members)


@review.command("split")
@_KIND
@click.argument("members", metavar="ID...", nargs=-1, required=True)
@click.option("--from", "apart", metavar="ID", multiple=True, required=True, help="What they are apart from.")
@_REASON
@_reviewer
@options.ledger
def split(
    *,
    kind: SubjectKind,
    members: tuple[str, ...],
    apart: tuple[str, ...],
    reason: str | None,
    reviewer: str,
    ledger: str,
) -> None:
    """Say that claims measure another quantity than others, or that reports carry another statement.

    \b
    Example:
      tawatur review split statement n1#0 --from s1#0
    """  # noqa: D301
    with _open(ledger) as store:
        _keep(store, "split", members[0], reviewer, reason, subject=kind, members=members, apart=apart)


@review.command("actor")
@click.argument("key")
@click.argument("fields", metavar="FIELD=VALUE...", nargs=-1, required=True)
@_REASON
@_reviewer
@options.ledger
def actor(*, key: str, fields: tuple[str, ...], reason: str | None, reviewer: str, ledger: str) -> None:
    """Add an actor that no pack knows to the ledger's own pack.

    Fields: en, ar (names set apart by ';'), kind (actor, outlet, source, population), parent, country, source.

    \b
    Example:
      tawatur review actor village_council "en=Village Council" "ar=مجلس القرية; المجلس المحلي"
    """  # noqa: D301
    with _open(ledger) as store:
        _keep(store, "add", key, reviewer, reason, subject="actor", changes=changes_of(fields))


@review.command("place")
@click.argument("place", metavar="'NAME, CC'")
@click.argument("fields", metavar="FIELD=VALUE...", nargs=-1, required=True)
@_REASON
@_reviewer
@options.ledger
def place(*, place: str, fields: tuple[str, ...], reason: str | None, reviewer: str, ledger: str) -> None:
    """Add a place that no pack knows to the ledger's own pack.

    Fields: ar (names set apart by ';'), kind (region, admin1, admin2, city, town, village, camp, site, feature),
    parent (a place's id), latitude, longitude, source.

    \b
    Example:
      tawatur review place "Tell Nakhla, SY" "ar=تل النخلة" kind=village
    """  # noqa: D301
    with _open(ledger) as store:
        _keep(store, "add", place, reviewer, reason, subject="place", changes=changes_of(fields))


@review.command("undo")
@click.argument("decision")
@_REASON
@_reviewer
@options.ledger
def undo(*, decision: str, reason: str | None, reviewer: str, ledger: str) -> None:
    """Take a decision back; an undo as well.

    \b
    Example:
      tawatur review undo 0f1e2d3c4b5a69788796a5b4c3d2e1f0
    """  # noqa: D301
    with _open(ledger) as store:
        print_decision(store.reviews.undo(decision, reviewer=reviewer, reason=reason))


@review.command("show")
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


@review.command("list")
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


@review.command("queue")
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


@review.command("agreement")
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


@review.command("differences")
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
        click.echo(summary(kinds))


@review.command("export")
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


def _judge(ledger: str, kind: DecisionKind, claims: Sequence[str], reviewer: str, reason: str | None) -> None:
    with _open(ledger) as store:
        for claim in claims:
            _keep(store, kind, claim, reviewer, reason)


def _keep(
    store: Ledger,
    kind: DecisionKind,
    target: str,
    reviewer: str,
    reason: str | None,
    *,
    subject: SubjectKind = "claim",
    changes: dict[str, Any] | None = None,
    spans: Spans | None = None,
    members: tuple[str, ...] = (),
    apart: tuple[str, ...] = (),
) -> Decision:
    decision = store.reviews.decide(
        Judgement(
            kind=kind,
            subject=subject,
            target=target,
            reviewer=reviewer,
            reason=reason,
            changes=changes or {},
            spans=spans or {},
            members=members,
            apart=apart,
        )
    )
    print_decision(decision)
    return decision


@contextmanager
def _open(path: str) -> Iterator[Ledger]:
    """Give a ledger that is there already: none is made by judging what it would not hold."""
    if "://" not in path and not Path(path).exists():
        open_ledger(path, read_only=True).close()  # says so
    with open_ledger(path) as store:
        yield store


def _text(store: Ledger, document_id: str) -> str:
    document = next(store.documents([document_id]), None)
    if document is None:
        raise InputError("no such document", source=document_id, remedy="see tawatur claims")
    return document.text


def _pages(store: Ledger, reviewer: str | None) -> Iterator[list[Decision]]:
    after: str | None = None
    while page := store.reviews.decisions(reviewer=reviewer, after=after):
        yield page
        after = page[-1].id
