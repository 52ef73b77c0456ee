"""Measure extraction and collation on the gold, and record the figures that the evaluation gate holds.

usage: python tools/record_evaluation.py [--write]

Prints each figure beside the recorded one; --write records what was measured. The gold is looked for beside the
checkout, or at $TAWATUR_SHARED.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TypeVar

import msgspec
import real_cases
from coded_articles import put_together

from tawatur.collate import collate
from tawatur.evaluate import ClaimScore, CodedClaim, CodedFinding, FindingScore, Trap, score_claims, score_findings
from tawatur.extract import extract
from tawatur.intake import read
from tawatur.model import Claim, Document, Finding, InputError, read_lines, reports
from tawatur.packs import load, names

ROOT = Path(__file__).resolve().parent.parent
RECORDED = ROOT / "tests" / "evaluation" / "recorded.json"
SETS = ("seeds", "dev", "collation/dev")
#: Hand-coded articles of the corpora, which tools/coded_articles.py puts together.
ARTICLES = ("developed_on", "held_out")

#: Hand-written reports whose claims are coded, by the names that their figures have.
REPORTS = {
    "other hands": "tests/evaluation/other_hands",
    "further specimens' claims": "tests/collate/further_specimens/developed_on",
    "held-out specimens' claims": "tests/collate/further_specimens/held_out",
}

#: What is collated: its folder (in the gold, or in the repository), and whether from hand-coded claims.
COLLATIONS = {
    "collation": ("collation/dev", True),
    "collation from texts": ("collation/dev", False),
    "specimens": ("tests/collate/specimens", True),
    "specimens from texts": ("tests/collate/specimens", False),
    "further specimens": ("tests/collate/further_specimens/developed_on", True),
    "further specimens from texts": ("tests/collate/further_specimens/developed_on", False),
    "held-out specimens": ("tests/collate/further_specimens/held_out", True),
    "held-out specimens from texts": ("tests/collate/further_specimens/held_out", False),
    "demo from texts": ("src/tawatur/demo", False),
}
#: Real reports, which tools/real_cases.py puts together.
CASES = {"real cases from texts": "cases", "held-out real cases from texts": "held_out_cases"}
PLANTED = ROOT / "tests" / "demo" / "planted.json"

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


def parents_of(gold: Path) -> dict[str, str | None]:
    """Return the parent of each of the gold's keys of actors."""
    keys = json.loads((gold / "keys.json").read_text(encoding="utf-8"))
    return {row["key"]: row["parent"] for row in keys}


def extraction(gold: Path, folder: Path) -> tuple[list[Claim], ClaimScore]:
    """Return the claims extracted from the documents of a hand-coded set, and their score."""
    knowledge = load(names())
    claims = [claim for one in documents(folder / "docs.jsonl") for claim in extract(one, knowledge)]
    coded = rows(CodedClaim, folder / "claims.jsonl")
    return claims, score_claims(coded, claims, parents=parents_of(gold)).score


def collation(gold: Path, name: str) -> tuple[list[Finding], list[CodedFinding], list[Trap], FindingScore]:
    """Return the findings in one of `COLLATIONS` or `CASES`, what was expected, the traps, and the score."""
    if name in CASES:
        with tempfile.TemporaryDirectory() as folder:
            real_cases.put_together(gold.parent, Path(folder))
            return _collated(Path(folder) / CASES[name], coded=False)
    found_in, coded = COLLATIONS[name]
    return _collated(gold / found_in if found_in.startswith("collation") else ROOT / found_in, coded=coded)


def _collated(folder: Path, *, coded: bool) -> tuple[list[Finding], list[CodedFinding], list[Trap], FindingScore]:
    knowledge = load(names())
    read_documents = documents(folder / "docs.jsonl" if (folder / "docs.jsonl").exists() else folder / "reports.jsonl")
    if coded:
        claims = rows(Claim, folder / "claims.jsonl")
    else:
        claims = [claim for one in read_documents for claim in extract(one, knowledge)]
    findings = collate(claims, [report for one in read_documents for report in reports(one)], knowledge)
    if (folder / "findings.jsonl").exists():
        expected, traps = rows(CodedFinding, folder / "findings.jsonl"), rows(Trap, folder / "traps.jsonl")
    else:
        planted = json.loads(PLANTED.read_bytes())
        expected = msgspec.convert(planted["findings"], list[CodedFinding])
        traps = msgspec.convert(planted["traps"], list[Trap])
    return findings, expected, traps, score_findings(expected, findings, traps).score


def scores(score: ClaimScore) -> dict[str, float]:
    """Return the figures of extraction that the gate holds: F1, full, and the share right of each slot."""
    return {"f1": score.f1, "full": score.full, **score.slots}


def figures(gold: Path) -> Figures:
    """Return the figures that the gate holds."""
    measured: Figures = {}
    for name in SETS:
        _, score = extraction(gold, gold / name)
        measured[name] = scores(score)
    with tempfile.TemporaryDirectory() as folder:
        put_together(gold.parent, Path(folder))
        for name in ARTICLES:
            _, score = extraction(gold, Path(folder) / name)
            measured[name] = scores(score)
    for name, folder_of in REPORTS.items():
        _, score = extraction(gold, ROOT / folder_of)
        measured[name] = scores(score)
    for name in (*COLLATIONS, *CASES):
        found = collation(gold, name)[-1]
        measured[name] = {"recall": found.recall, "precision": found.precision, "traps": found.traps}
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
