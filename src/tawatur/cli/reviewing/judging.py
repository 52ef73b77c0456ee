"""`tawatur review`: what reviewers decide, each a row that is appended."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from tawatur.cli import options
from tawatur.cli.review_output import print_decision
from tawatur.client import open_ledger
from tawatur.client.corrections import changes_of, spans_of
from tawatur.ledger import Ledger
from tawatur.model import Decision, DecisionKind, InputError, Judgement, Spans, SubjectKind

F = TypeVar("F", bound=Callable[..., object])

_CLAIMS = click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
_REASON = click.option("--reason", metavar="TEXT", help="Why.")
_WORDS = click.option(
    "--words",
    multiple=True,
    metavar="SLOT=WORDS",
    help="The words for a slot, as they stand in the report or by their offsets (of=8:13); may be given again.",
)
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


@click.command("accept")
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


@click.command("reject")
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


@click.command("correct")
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


@click.command("add")
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


@click.command("note")
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


@click.command("seen")
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


@click.command("dismiss")
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


@click.command("merge")
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


@click.command("split")
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


@click.command("actor")
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


@click.command("place")
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


@click.command("undo")
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


#: The subcommands that decide.
JUDGING = (accept, reject, correct, add, note, seen, dismiss, merge, split, actor, place, undo)
