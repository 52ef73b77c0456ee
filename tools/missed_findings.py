"""Print what a collation misses of the expected findings, and what it reports beside them, and why that may be.

usage: python tools/missed_findings.py FOLDER... [--claims FILE | --coded] [--kind KIND]...

Each FOLDER holds docs.jsonl, findings.jsonl and traps.jsonl (a set of specimens, or one that tools/real_cases.py puts
together). For each missed finding the claims that it rests on are printed, each with what was read in its place, so
that one sees whether extraction or collation lost it; then the findings that nobody expected, and the traps sprung.
--claims keeps what was read in FILE (a pickle) and takes it from there the next time: right while only collation is
changed. --coded takes the claims coded by hand in the folder's claims.jsonl instead, so that collation alone is looked
at. --kind prints these kinds of findings alone.
"""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path

from record_evaluation import documents, rows

from tawatur.collate import collate
from tawatur.evaluate import CodedFinding, FindingComparison, Trap, score_findings
from tawatur.evaluate.coding import CodedReference
from tawatur.extract import extract
from tawatur.model import Claim, Document, Finding, refer, reports
from tawatur.packs import load, names

Read = dict[str, tuple[list[Document], list[Claim]]]


def read(folders: list[Path], kept: Path | None) -> Read:
    """Return the documents and claims of each folder, from `kept` where they stand there."""
    found: Read = pickle.loads(kept.read_bytes()) if kept is not None and kept.exists() else {}
    knowledge = load(names())
    for folder in folders:
        if str(folder) not in found:
            of_folder = documents(folder / "docs.jsonl")
            found[str(folder)] = of_folder, [claim for one in of_folder for claim in extract(one, knowledge)]
    if kept is not None:
        kept.write_bytes(pickle.dumps(found))
    return found


def coded(folders: list[Path]) -> Read:
    """Return the documents and hand-coded claims of each folder."""
    return {str(one): (documents(one / "docs.jsonl"), rows(Claim, one / "claims.jsonl")) for one in folders}


def compared(folder: Path, found: Read) -> FindingComparison:
    """Return the folder's findings beside the expected ones."""
    of_folder, claims = found[str(folder)]
    findings = collate(claims, [report for one in of_folder for report in reports(one)], load(names()))
    expected, traps = rows(CodedFinding, folder / "findings.jsonl"), rows(Trap, folder / "traps.jsonl")
    return score_findings(expected, findings, traps)


def in_its_place(one: CodedReference, claims: list[Claim]) -> str:
    """Return what was read where a coded claim stands."""
    there = [claim for claim in claims if one.meets(refer(claim))]
    told = [
        f"{claim.measure} {claim.low}..{claim.high} of={claim.of} by={claim.by} where={claim.where}"
        f" when={_days(claim)} source={claim.source}"
        for claim in there
    ]
    return "; ".join(told) or "NOT READ"


def _days(claim: Claim) -> str:
    return "none" if claim.when is None else f"{claim.when.start}..{claim.when.end}"


def show(comparison: FindingComparison, claims: list[Claim], kinds: list[str]) -> None:
    """Print what was missed, what nobody expected and which traps were sprung."""
    for missed in comparison.missed:
        if not kinds or missed.kind in kinds:
            print(f"\nMISSED {missed.kind} {missed.slot or ''} {missed.id}: {missed.explanation}")
            print(f"  reports: {' '.join(missed.docs)}")
            for one in dict.fromkeys(missed.cited()):
                print(f"  {one.doc}@{one.start} «{one.quote}»\n      read: {in_its_place(one, claims)}")
    for wrong in comparison.wrong:
        if not kinds or wrong.kind in kinds:
            _show_reported(wrong)
    for trap in comparison.sprung:
        print(f"\nSPRUNG {trap.id}: {trap.reason}")


def _show_reported(wrong: Finding) -> None:
    print(f"\nNOT EXPECTED {wrong.kind} weight {wrong.weight:.2f}: {wrong.explanation.en}")
    for one in wrong.claims:
        print(f"  {one.doc}@{one.start} {one.measure} {one.low}..{one.high} «{one.quote}»")


def main() -> None:
    """Read, collate, compare and print."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--coded", action="store_true")
    parser.add_argument("--kind", action="append", default=[])
    options = parser.parse_args()
    found = coded(options.folders) if options.coded else read(options.folders, options.claims)
    for folder in options.folders:
        comparison = compared(folder, found)
        show(comparison, found[str(folder)][1], options.kind)
        score = comparison.score
        print(f"\n{folder}: recall {score.recall:.3f} precision {score.precision:.3f} traps {score.traps}")
        print(f"  by kind (found, expected): {score.kinds}; not expected: {score.wrong_kinds}", flush=True)


if __name__ == "__main__":
    main()
