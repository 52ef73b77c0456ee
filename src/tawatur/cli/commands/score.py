"""`tawatur score`: precision, recall and slots against hand-coded claims, or against expected findings."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from tawatur.cli import options
from tawatur.cli.files import load
from tawatur.cli.messages import complain
from tawatur.evaluate import (
    ClaimScore,
    CodedClaim,
    CodedFinding,
    Comparison,
    FindingComparison,
    FindingScore,
    Trap,
    score_claims,
    score_findings,
)
from tawatur.model import Claim, Finding, InputError, to_json
from tawatur.packs import load as load_packs


@click.command()
@click.argument("gold", type=click.Path(path_type=str))
@click.argument("predicted", type=click.Path(path_type=str), required=False)
@click.option("--traps", type=click.Path(path_type=str), help="Pairs that no finding may join (for findings).")
@click.option("--misses", is_flag=True, help="List what was missed, what is extra, and the slots that are wrong.")
@options.form("text", "json")
@options.packs
@options.jobs
def score(
    *, gold: str, predicted: str | None, traps: str | None, misses: bool, form: str, packs: tuple[str, ...], jobs: int
) -> int:
    """Score claims or findings against hand-coded ones, as the codebook defines a hit.

    GOLD is JSON Lines of claims in the codebook's form, or of expected findings; which of them, its first line
    tells. Without PREDICTED, the claims are extracted from the docs.jsonl beside GOLD.

    \b
    Example:
      tawatur score gold/claims.jsonl
      tawatur score gold/claims.jsonl mine.jsonl --misses
      tawatur score gold/findings.jsonl found.jsonl --traps gold/traps.jsonl
    """  # noqa: D301
    chosen = options.chosen(packs)
    result: Comparison | FindingComparison
    if _holds_findings(gold):
        if predicted is None:
            raise InputError(
                "findings need the PREDICTED ones", source=gold, remedy="see tawatur collate --format jsonl"
            )
        result = score_findings(load(CodedFinding, gold), load(Finding, predicted), load(Trap, traps) if traps else ())
        lines, details = _finding_lines(result.score), _finding_misses(result)
    else:
        claims = _extracted(gold, chosen, jobs) if predicted is None else load(Claim, predicted)
        parents = {key: actor.parent for key, actor in load_packs(chosen).actors.items()}
        result = score_claims(load(CodedClaim, gold), claims, parents=parents)
        lines, details = _claim_lines(result.score), _claim_misses(result)
    for detail in details if misses else ():
        click.echo(detail)
    click.echo(to_json(result.score) if form == "json" else "\n".join(lines))
    return 0


def _holds_findings(path: str) -> bool:
    rows = load(msgspec.Raw, path)
    if not rows:
        raise InputError("no claim and no finding in it", source=path, remedy="name a file of hand-coded claims")
    first = msgspec.json.decode(rows[0])
    return isinstance(first, dict) and "kind" in first


def _extracted(gold: str, packs: tuple[str, ...], jobs: int) -> list[Claim]:
    from tawatur.cli.reading import read_all  # noqa: PLC0415  not needed where PREDICTED is given
    from tawatur.cli.workers import Reading  # noqa: PLC0415

    documents = Path(gold).parent / "docs.jsonl"
    if not documents.is_file():
        raise InputError("not there", source=str(documents), remedy="give the documents beside GOLD, or PREDICTED")
    claims: list[Claim] = []
    for result in read_all([str(documents)], packs=packs, jobs=jobs):
        if isinstance(result, Reading):
            claims += result.claims
        elif isinstance(result, InputError):
            complain(str(result))
    return claims


def _claim_lines(score: ClaimScore) -> list[str]:
    return [
        f"gold {score.gold}  predicted {score.predicted}  hits {score.hits}",
        f"precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}  full {score.full:.3f}",
        "slots  " + "  ".join(f"{name} {share:.2f}" for name, share in score.slots.items()),
    ]


def _claim_misses(result: Comparison) -> list[str]:
    lines = [f"missed  {_brief(claim)}" for claim in result.missed]
    lines += [f"extra   {_brief(claim)}" for claim in result.extra]
    for pair in result.pairs:
        wrong = (name for name, right in pair.right.items() if not right)
        lines += [
            f"slot    {pair.coded.doc} {name}: {getattr(pair.coded, name)} was read as {getattr(pair.predicted, name)}"
            f"  | {pair.coded.quote}"
            for name in wrong
        ]
    return lines


def _brief(claim: Claim) -> str:
    return f"{claim.doc} {claim.measure} {claim.low}..{claim.high} of={claim.of}  | {claim.quote}"


def _finding_lines(score: FindingScore) -> list[str]:
    lines = [
        f"expected {score.expected}  predicted {score.predicted}",
        f"recall {score.recall:.3f}  precision {score.precision:.3f}  traps sprung {score.traps}/{score.of_traps}",
        "found  " + "  ".join(f"{kind} {found}/{wanted}" for kind, (found, wanted) in score.kinds.items()),
    ]
    if score.wrong_kinds:
        lines.append("wrong  " + "  ".join(f"{kind} {count}" for kind, count in score.wrong_kinds.items()))
    return lines


def _finding_misses(result: FindingComparison) -> list[str]:
    lines = [f"missed  {one.id} {one.kind} {one.slot or ''} | {one.explanation}" for one in result.missed]
    lines += [f"wrong   {one.id} {one.slot or ''} | {one.explanation.en}" for one in result.wrong]
    return lines + [f"trap    {trap.id} {trap.type} | {trap.reason}" for trap in result.sprung]
