"""Train the model behind a claim's confidence, and print how far it can be relied on.

usage: python tools/train_confidence.py [--write] [FOLDER...]

Each FOLDER holds docs.jsonl and claims.jsonl, hand-coded; without any, the gold sets beside the checkout (or at
$TAWATUR_SHARED) are taken. The table is made by cross-validation: a document's claims are judged by a model that has
not seen that document. --write puts the coefficients of a model of all documents into the program's table. Nothing
here is random, and the table holds no text.
"""

from __future__ import annotations

import argparse
import math
import os
from pathlib import Path
from typing import NamedTuple

from record_evaluation import ROOT, SETS, documents, parents_of, rows

from tawatur.evaluate import CodedClaim, score_claims
from tawatur.extract.extraction import extract_drafts
from tawatur.extract.report.confidence import features, probability
from tawatur.packs import load, names

TABLE = ROOT / "src" / "tawatur" / "extract" / "data" / "confidence.tsv"
HEADING = "# Coefficients of the confidence model, made by tools/train_confidence.py; not to be edited by hand.\n"
FOLDS = 10
#: Weight of the penalty on squared coefficients: they stay near 0 where few claims speak for them.
PENALTY = 8.0
STEPS = 25
BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))


class Example(NamedTuple):
    """A claim that the program read: its document, its features, whether a coder wrote it too."""

    doc: str
    features: dict[str, float]
    right: bool


def examples(folder: Path, parents: dict[str, str | None]) -> list[Example]:
    """Return the claims read in a folder's documents; those that only an optional coded claim excuses are left out."""
    knowledge = load(names())
    built = [one for document in documents(folder / "docs.jsonl") for one in extract_drafts(document, knowledge)]
    coded = rows(CodedClaim, folder / "claims.jsonl")
    compared = score_claims(coded, [one.claim for one in built], parents=parents)
    right = {pair.predicted.id for pair in compared.pairs}
    judged = right | {claim.id for claim in compared.extra}
    return [
        Example(one.claim.doc, features(one.draft), one.claim.id in right) for one in built if one.claim.id in judged
    ]


def fitted(learned: list[Example]) -> dict[str, float]:
    """Return the coefficients that maximise the penalised likelihood, by Newton's method."""
    known = sorted({name for example in learned for name in example.features})
    at = {name: number for number, name in enumerate(known)}
    weights = [0.0] * len(known)
    for _ in range(STEPS):
        gradient = [-PENALTY * weight for weight in weights]
        curvature = [[PENALTY if i == j else 0.0 for j in range(len(known))] for i in range(len(known))]
        for example in learned:
            values = [(at[name], value) for name, value in example.features.items()]
            chance = 1 / (1 + math.exp(-sum(value * weights[i] for i, value in values)))
            for i, value in values:
                gradient[i] += value * (example.right - chance)
                for j, other in values:
                    curvature[i][j] += value * other * chance * (1 - chance)
        weights = [weight + step for weight, step in zip(weights, solved(curvature, gradient), strict=True)]
    return {name: round(weights[number], 3) for name, number in at.items()}


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Return x where `matrix` x = `vector`, by Gaussian elimination; the matrix is positive definite."""
    size = len(vector)
    lines = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    for i in range(size):
        for j in range(i + 1, size):
            factor = lines[j][i] / lines[i][i]
            lines[j] = [one - factor * other for one, other in zip(lines[j], lines[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(lines[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (lines[i][size] - rest) / lines[i][i]
    return found


def judged(all_examples: list[Example]) -> list[tuple[float, bool]]:
    """Return (probability, right) of each claim, by a model that has not seen its document."""
    docs = sorted({example.doc for example in all_examples})
    fold = {doc: number % FOLDS for number, doc in enumerate(docs)}
    found: list[tuple[float, bool]] = []
    for left_out in range(FOLDS):
        weights = fitted([example for example in all_examples if fold[example.doc] != left_out])
        found += [
            (probability(example.features, weights), example.right)
            for example in all_examples
            if fold[example.doc] == left_out
        ]
    return found


def print_table(chances: list[tuple[float, bool]]) -> None:
    """Print the reliability table, and the Brier score beside that of one figure for all."""
    print("| confidence | claims | mean confidence | share right |\n| --- | --- | --- | --- |")
    for low, high in BINS:
        inside = [(chance, right) for chance, right in chances if low <= chance < high]
        if inside:
            mean = sum(chance for chance, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            print(f"| {low:.2f} to {min(high, 1.0):.2f} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    base = sum(right for _, right in chances) / len(chances)
    brier = sum((chance - right) ** 2 for chance, right in chances) / len(chances)
    print(f"\nBrier score {brier:.4f}; of one figure for all, {base:.3f}: {base * (1 - base):.4f}")


def main() -> None:
    """Print the table; with `--write`, write the coefficients."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    gold = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared") / "gold"
    folders = options.folders or [gold / name for name in SETS]
    parents = parents_of(gold)
    learned = [example for folder in folders for example in examples(folder, parents)]
    print_table(judged(learned))
    if options.write:
        weights = "".join(f"{name}\t{weight}\n" for name, weight in fitted(learned).items())
        TABLE.write_text(f"{HEADING}feature\tweight\n{weights}", encoding="utf-8")


if __name__ == "__main__":
    main()
