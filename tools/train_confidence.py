"""Train the model behind a claim's confidence, by which claims are accepted, and print what it is worth.

usage: python tools/train_confidence.py [--write] FOLDER...

Each FOLDER holds docs.jsonl and claims.jsonl, hand-coded; the gold of ../shared (or $TAWATUR_SHARED) is always learned
from beside them. A claim is right when a coder wrote it too; what only an optional coded claim excuses is neither.
Printed are, for each set, precision, recall and F1 of all claims that the rules find and of those that are accepted,
then how far a confidence can be relied on: all by cross-validation, a document's claims are judged by a model that has
not seen that document. --write puts the weights of a model of all documents into the program's table. Nothing here is
random, and the table holds features only, no text.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from record_evaluation import ROOT, SETS, documents, parents_of, rows

from tawatur.evaluate import CodedClaim, score_claims
from tawatur.extract import extraction
from tawatur.extract.choosing.confidence import LEAST, probability, score, weighed
from tawatur.extract.choosing.surroundings import Surroundings
from tawatur.extract.choosing.weights import Features
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.draft import Draft
from tawatur.packs import load, names

TABLE = ROOT / "src" / "tawatur" / "extract" / "data" / "choice_of_claims.tsv"
HEADING = "# Weights of a claim's features, made by tools/train_confidence.py; not to be edited by hand.\n"
FOLDS = 10
#: Weight of the penalty on squared weights: they stay near 0 where few claims speak for them.
PENALTY = 20.0
STEPS = 12
#: How many claims must have a feature that is learned.
FEWEST = 8
BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Example(NamedTuple):
    """A claim that the program read: its document, its features, whether a coder wrote it too."""

    doc: str
    features: Features
    right: bool


class Part(NamedTuple):
    """A set of hand-coded documents: the claims read in it that count, and how many a coder wrote."""

    examples: list[Example]
    coded: int


def part_of(folder: Path, parents: dict[str, str | None]) -> Part:
    """Return the claims read in a folder's documents, accepted or not."""
    knowledge = load(names())
    features: dict[int, tuple[Draft, Features]] = {}  # each draft kept: its id is its own

    def kept(drafts: list[Draft], around: Surroundings, lexicon: Lexicon) -> list[Draft]:
        features.update((id(draft), (draft, around.features + own)) for draft, own in weighed(drafts, around, lexicon))
        return drafts

    with mock.patch.object(extraction, "accepted", kept):
        texts = documents(folder / "docs.jsonl")
        built = [one for document in texts for one in extraction.extract_drafts(document, knowledge)]
    coded = rows(CodedClaim, folder / "claims.jsonl")
    compared = score_claims(coded, [one.claim for one in built], parents=parents)
    right = {pair.predicted.id for pair in compared.pairs}
    judged = right | {claim.id for claim in compared.extra}
    found = [
        Example(claim.doc, features[id(draft)][1], claim.id in right) for claim, draft in built if claim.id in judged
    ]
    return Part(found, compared.score.gold)


def fitted(learned: list[Example]) -> dict[str, float]:
    """Return the weights that maximise the penalised likelihood, by Newton's method."""
    counts = Counter(name for example in learned for name in set(example.features))
    known = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= FEWEST))}
    values = np.zeros((len(learned), len(known)))
    for row, example in enumerate(learned):
        values[row, [known[name] for name in example.features if name in known]] = 1.0
    right = np.array([example.right for example in learned], dtype=float)
    weights = np.zeros(len(known))
    for _ in range(STEPS):
        chances: Array = 1 / (1 + np.exp(-(values @ weights)))
        gradient = values.T @ (right - chances) - PENALTY * weights
        curvature = (values.T * (chances * (1 - chances))) @ values + PENALTY * np.eye(len(known))
        weights = weights + np.linalg.solve(curvature, gradient)
    return {name: round(float(weights[at]), 3) for name, at in known.items()}


def judged(parts: dict[str, Part]) -> dict[str, list[tuple[float, bool]]]:
    """Return, for each set, (probability, right) of each claim, by a model that has not seen its document."""
    together = [example for part in parts.values() for example in part.examples]
    fold = {doc: number % FOLDS for number, doc in enumerate(sorted({example.doc for example in together}))}
    models = [fitted([one for one in together if fold[one.doc] != out]) for out in range(FOLDS)]
    return {
        label: [(probability(score(one.features, models[fold[one.doc]])), one.right) for one in part.examples]
        for label, part in parts.items()
    }


def print_acceptance(parts: dict[str, Part], chances: dict[str, list[tuple[float, bool]]]) -> None:
    """Print what acceptance does to precision, recall and F1 of each set."""
    print(
        "| set | claims | P | R | F1 | accepted | P | R | F1 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    )
    for label, found in chances.items():
        columns = []
        for some in (found, [one for one in found if one[0] >= LEAST]):
            hits = sum(right for _, right in some)
            precision, recall = hits / max(len(some), 1), hits / parts[label].coded
            f1 = 2 * hits / (len(some) + parts[label].coded)
            columns.append(f"{len(some)} | {precision:.3f} | {recall:.3f} | {f1:.3f}")
        print(f"| {label} | {columns[0]} | {columns[1]} |")


def print_table(chances: list[tuple[float, bool]]) -> None:
    """Print the reliability table, and the Brier score beside that of one figure for all."""
    print("\n| confidence | claims | mean confidence | share right |\n| --- | --- | --- | --- |")
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
    """Print the tables; with `--write`, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    gold = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared") / "gold"
    folders = {name: gold / name for name in SETS} | {str(folder): folder for folder in options.folders}
    parts = {label: part_of(folder, parents_of(gold)) for label, folder in folders.items()}
    chances = judged(parts)
    print_acceptance(parts, chances)
    print_table([one for found in chances.values() for one in found])
    if options.write:
        learned = [example for part in parts.values() for example in part.examples]
        lines = "".join(f"{name}\t{weight}\n" for name, weight in fitted(learned).items())
        TABLE.write_text(f"{HEADING}feature\tweight\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()
