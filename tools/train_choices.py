"""Train the models that choose among the readings of a claim's slot, and print what they are worth.

usage: python tools/train_choices.py [--write] FOLDER...

Each FOLDER holds docs.jsonl and claims.jsonl, hand-coded. The gold of ../shared (or $TAWATUR_SHARED) is always learned
from beside them, each of its claims as three, for it was reviewed. Of each claim that a coder wrote too, the
candidates of the slot are taken with their features, and a conditional logit learns the right one. The share of right
choices is printed beside the rules' own, by cross-validation: a document is judged by a model that has not seen it.
--write puts the weights of a model of all documents into the program's table. Nothing here is random, and the table
holds features only, no text.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from record_evaluation import ROOT, SETS, documents, parents_of, rows

from tawatur.evaluate import CodedClaim, score_claims
from tawatur.evaluate.places import PlaceNames
from tawatur.extract import extraction
from tawatur.extract.choosing.places import Stated, weigh
from tawatur.extract.choosing.weights import Features, heaviest
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.located import Located
from tawatur.extract.report.draft import Draft
from tawatur.packs import load, names

TABLE = ROOT / "src" / "tawatur" / "extract" / "data" / "choice_of_places.tsv"
HEADING = "# Weights of the choice among places, made by tools/train_choices.py; not to be edited by hand.\n"
FOLDS = 10
#: Weight of the penalty on squared weights: they stay near 0 where few claims speak for them.
PENALTY = 3.0
STEPS = 15
#: How many claims must have a feature that is learned.
LEAST = 8
#: How many claims one of the gold counts for.
GOLD_COUNTS = 3

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Example(NamedTuple):
    """The candidates of a claim: what the rules took is the first; which are right."""

    doc: str
    candidates: list[Features]
    right: list[bool]


def examples(folder: Path, parents: dict[str, str | None]) -> list[Example]:
    """Return the claims of a folder that a coder wrote too and for which there is a choice."""
    knowledge = load(names())
    weighed: dict[
        int, tuple[Draft, list[list[Located]], list[Features]]
    ] = {}  # each draft kept, so that its id is its own

    def kept(drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> None:
        weighed.update((id(one[0]), one) for one in weigh(drafts, stated, lexicon))

    with mock.patch.object(extraction, "choose_places", kept):
        texts = documents(folder / "docs.jsonl")
        read = [one for document in texts for one in extraction.extract_drafts(document, knowledge)]
    drafts = {one.claim.id: one.draft for one in read}
    compared = score_claims(rows(CodedClaim, folder / "claims.jsonl"), [one.claim for one in read], parents=parents)
    same = PlaceNames().same
    found = []
    for pair in compared.pairs:
        choice = weighed.get(id(drafts[pair.predicted.id]))
        if choice is not None:
            _, candidates, told = choice
            right = [same(pair.coded.where, [located.label for located in places]) for places in candidates]
            found.append(Example(pair.coded.doc, told, right))
    return found


def fitted(learned: list[Example]) -> dict[str, float]:
    """Return the weights that maximise the penalised likelihood of the right candidates, by Newton's method."""
    counts: dict[str, int] = {}
    for example in learned:
        for name in {name for candidate in example.candidates for name in candidate}:
            counts[name] = counts.get(name, 0) + 1
    known = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST))}
    told = [(_matrix(example.candidates, known), np.array(example.right)) for example in learned if any(example.right)]
    weights = np.zeros(len(known))
    for _ in range(STEPS):
        gradient, curvature = -PENALTY * weights, PENALTY * np.eye(len(known))
        for values, right in told:
            chances = _chances(values @ weights)
            among = chances * right / (chances * right).sum()
            mean = chances @ values
            gradient += among @ values - mean
            curvature += (values.T * chances) @ values - np.outer(mean, mean)
        weights = weights + np.linalg.solve(curvature, gradient)
    return {name: round(float(weights[at]), 3) for name, at in known.items()}


def _matrix(candidates: list[Features], known: dict[str, int]) -> Array:
    values = np.zeros((len(candidates), len(known)))
    for row, candidate in enumerate(candidates):
        for name in candidate:
            if name in known:
                values[row, known[name]] += 1.0
    return values


def _chances(sums: Array) -> Array:
    powers = np.exp(sums - sums.max())
    return np.asarray(powers / powers.sum())


def print_shares(parts: dict[str, list[Example]]) -> None:
    """Print, for each set, how many choices are right: the rules', the model's by folds, those of any candidate."""
    docs = sorted({example.doc for part in parts.values() for example in part})
    fold = {doc: number % FOLDS for number, doc in enumerate(docs)}
    models = [fitted(counted(parts, lambda doc, out=out: fold[doc] != out)) for out in range(FOLDS)]
    print("| set | choices | rules | model | any candidate |\n| --- | --- | --- | --- | --- |")
    for label, part in parts.items():
        rules = sum(example.right[0] for example in part)
        model = sum(example.right[heaviest(example.candidates, models[fold[example.doc]])] for example in part)
        print(f"| {label} | {len(part)} | {rules} | {model} | {sum(any(example.right) for example in part)} |")


def counted(parts: dict[str, list[Example]], wanted: Callable[[str], bool]) -> list[Example]:
    """Return the examples of the wanted documents, those of the gold as often as they count."""
    return [
        example
        for label, part in parts.items()
        for example in part * (GOLD_COUNTS if label in SETS else 1)
        if wanted(example.doc)
    ]


def main() -> None:
    """Print the table; with `--write`, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="+", type=Path)
    options = parser.parse_args()
    gold = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared") / "gold"
    folders = {name: gold / name for name in SETS} | {str(folder): folder for folder in options.folders}
    parts = {label: examples(folder, parents_of(gold)) for label, folder in folders.items()}
    print_shares(parts)
    if options.write:
        lines = "".join(f"{name}\t{weight}\n" for name, weight in fitted(counted(parts, lambda _: True)).items())
        TABLE.write_text(f"{HEADING}feature\tweight\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()
