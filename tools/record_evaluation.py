"""Measure extraction and collation on the gold, and record the figures that the evaluation gate holds.

usage: python tools/record_evaluation.py [--write]

Prints each figure beside the recorded one; --write records what was measured. The gold is looked for beside the
checkout, or at $TAWATUR_SHARED.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TypeVar

from tawatur.collate import collate
from tawatur.evaluate import ClaimScore, CodedClaim, CodedFinding, FindingScore, Trap, score_claims, score_findings
from tawatur.extract import extract
from tawatur.intake import read
from tawatur.model import Claim, Document, Finding, InputError, read_lines, reports
from tawatur.packs import load, names

ROOT = Path(__file__).resolve().parent.parent
RECORDED = ROOT / "tests" / "evaluation" / "recorded.json"
SETS = ("seeds", "dev", "collation/dev")

Figures = dict[str, dict[str, float]]
T = TypeVar("T")


def rows(kind: type[T], path: Path) -> list[T]:
    """Return the rows of JSON Lines."""
    with path.open("rb") as lines:
        return list(read_lines(kind, lines, str(path)))


def documents(path: Path) -> list[Document]:
    """Return the documents of a file, all of which must be readable."""
    found: list[Document] = []
    for one in read([str(path)], knowledge=load(names())):
        if isinstance(one, InputError):
            raise one
        found.append(one)
    return found


def extraction(gold: Path, name: str) -> tuple[list[Claim], ClaimScore]:
    """Return the claims extracted from a gold set's documents, and their score."""
    knowledge = load(names())
    claims = [claim for one in documents(gold / name / "docs.jsonl") for claim in extract(one, knowledge)]
    keys = json.loads((gold / "keys.json").read_text(encoding="utf-8"))
    coded = rows(CodedClaim, gold / name / "claims.jsonl")
    return claims, score_claims(coded, claims, parents={row["key"]: row["parent"] for row in keys}).score


def collation(gold: Path) -> tuple[list[Finding], FindingScore]:
    """Return the findings in the collation gold's hand-coded claims, and their score."""
    folder = gold / "collation" / "dev"
    read_reports = [report for one in documents(folder / "docs.jsonl") for report in reports(one)]
    findings = collate(rows(Claim, folder / "claims.jsonl"), read_reports, load(names()))
    expected, traps = rows(CodedFinding, folder / "findings.jsonl"), rows(Trap, folder / "traps.jsonl")
    return findings, score_findings(expected, findings, traps).score


def scores(score: ClaimScore) -> dict[str, float]:
    """Return the figures of extraction that the gate holds: F1, full, and the share right of each slot."""
    return {"f1": score.f1, "full": score.full, **score.slots}


def figures(gold: Path) -> Figures:
    """Return the figures that the gate holds."""
    measured: Figures = {}
    for name in SETS:
        _, score = extraction(gold, name)
        measured[name] = scores(score)
    _, found = collation(gold)
    measured["collation"] = {"recall": found.recall, "precision": found.precision, "traps": found.traps}
    return measured


def main() -> None:
    """Print what is measured beside what is recorded; with `--write`, record it."""
    gold = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared") / "gold"
    recorded: Figures = json.loads(RECORDED.read_text(encoding="utf-8"))
    measured = figures(gold)
    for name, values in measured.items():
        for figure, value in values.items():
            print(f"{name} {figure}: {value:.4f} (recorded {recorded.get(name, {}).get(figure, 0):.4f})")
    if "--write" in sys.argv[1:]:
        rounded = {
            name: {figure: round(value, 4) for figure, value in values.items()} for name, values in measured.items()
        }
        RECORDED.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
