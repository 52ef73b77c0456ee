"""Decisions, where claims stand by them, and what is made of them, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from tawatur.cli.bidi import clean, isolate, line
from tawatur.cli.style import styled
from tawatur.cli.wording import actor, amount, chain, counted, period
from tawatur.ledger.review import REVIEWED_SLOTS, Agreement, ClaimReview, Difference, FindingReview
from tawatur.model import Claim, Decision


def print_decision(decision: Decision, *, undone: bool = False) -> None:
    """Print a decision: when, who, what, and why, its id last."""
    what = decision.kind if decision.subject == "claim" else f"{decision.kind} {decision.subject}"
    on = "" if decision.subject == "claim" else f" {isolate(clean(decision.target))}"
    told = f"{decision.at[:16].replace('T', ' ')}  {isolate(clean(decision.reviewer))}  {styled(what, 'strong')}{on}"
    if undone:
        told += "  (undone)"
    click.echo(line(f"{told}  {styled(decision.id, 'faint')}"))
    for text in _details(decision):
        click.echo(line(f"    {text}"))


def _details(decision: Decision) -> Iterable[str]:
    if decision.subject == "claim" and decision.claim is not None:
        for slot in decision.changes:
            before, after = (_shown(one, slot) for one in (decision.claim, decision.outcome))
            yield f"{slot}: {before} → {after}"
    elif decision.changes:
        yield "; ".join(f"{slot}: {isolate(clean(_plain(value)))}" for slot, value in decision.changes.items())
    if decision.members:
        yield ", ".join(isolate(clean(one)) for one in decision.members)
    if decision.apart:
        yield f"apart from {', '.join(isolate(clean(one)) for one in decision.apart)}"
    if decision.reason:
        yield f"“{isolate(clean(decision.reason))}”"


def _plain(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _shown(claim: Claim | None, slot: str) -> str:
    if claim is None:
        return "–"
    if slot in {"value", "low", "high"}:
        return amount(claim)
    value = getattr(claim, slot)
    if slot == "when":
        return period(claim.when) or "–"
    if slot == "source":
        return isolate(clean(chain(claim.source))) if claim.source else "–"
    if slot in {"of", "by"}:
        return isolate(clean(actor(value))) if value else "–"
    return isolate(clean(_plain(value))) if value not in {None, ()} else "–"


def claim_line(claim: Claim) -> str:
    """Return a claim in a line: its id, measure and value, and its words."""
    told = f"{claim.measure} {amount(claim)}"
    return f"{styled(isolate(claim.id), 'faint')}  {told}  {isolate(clean(claim.quote))}"


def print_review(review: ClaimReview, history: Sequence[Decision], undone: Iterable[str]) -> None:
    """Print where a claim stands, what the reviewers part on, and every decision."""
    shown = review.claim or review.extracted
    if shown is not None:
        click.echo(line(claim_line(shown)))
        for slot in REVIEWED_SLOTS:
            if slot not in {"value", "measure", "number", "quote"}:
                click.echo(line(f"    {slot}: {_shown(shown, slot)}"))
    parted = f"; reviewers part on {', '.join(review.parted)}" if review.disputed else ""
    read = "" if review.extracted is not None or review.verdict == "added" else "; not read any more"
    click.echo(styled(f"{review.verdict}{parted}{read}", "notice"))
    print_history(history, undone)


def print_finding_review(review: FindingReview, history: Sequence[Decision], undone: Iterable[str]) -> None:
    """Print what reviewers make of a finding, and every decision."""
    changed = "; has changed since" if review.changed else ""
    click.echo(styled(f"{review.status}{changed}", "notice"))
    print_history(history, undone)


def print_history(history: Sequence[Decision], undone: Iterable[str]) -> None:
    """Print decisions, those that are taken back marked."""
    taken_back = set(undone)
    for decision in history:
        print_decision(decision, undone=decision.id in taken_back)


def print_agreement(agreement: Agreement) -> None:
    """Print the agreement of reviewers, a line for each slot."""
    if not agreement.reviewers:
        click.echo("no claim was judged by two reviewers")
        return
    click.echo(line(f"reviewers: {', '.join(isolate(clean(name)) for name in agreement.reviewers)}"))
    click.echo(styled(f"{'slot':<10}{'claims':>8}{'the same':>10}{'alpha':>8}", "strong"))
    for one in agreement.slots:
        alpha = "–" if one.alpha is None else f"{one.alpha:.2f}"
        click.echo(f"{one.slot:<10}{one.claims:>8}{one.agreeing:>10}{alpha:>8}")


def print_difference(one: Difference) -> None:
    """Print a claim that is read otherwise than review has it."""
    shown = one.reviewed or one.extracted or one.then
    assert shown is not None, "a difference is about some claim"
    slots = f" in {', '.join(one.slots)}" if one.slots else ""
    click.echo(line(f"{styled(one.kind, 'strong')}{slots} ({one.verdict})  {claim_line(shown)}"))
    for slot in one.slots:
        click.echo(line(f"    {slot}: reviewed {_shown(one.reviewed, slot)}, now read {_shown(one.extracted, slot)}"))


def summary(kinds: Sequence[str]) -> str:
    """Return how many differences there are of each kind, in a line."""
    told = ", ".join(f"{kinds.count(kind):,} {kind}" for kind in dict.fromkeys(kinds))
    return f"{counted(len(kinds), 'difference')}: {told}" if kinds else "none"
