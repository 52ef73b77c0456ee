"""Train the models that choose among the readings of a claim's slot, and print what they are worth.

usage: python tools/train_choices.py [--write] [--slot NAME] FOLDER...

Each FOLDER holds docs.jsonl and claims.jsonl, hand-coded. The gold of ../shared (or $TAWATUR_SHARED) is always learned
from beside them, each of its claims as three, for it was reviewed. Of each claim that a coder wrote too, the
candidates of the slot are taken with their features, and a conditional logit learns the right one. The share of right
choices is printed beside the rules' own, by cross-validation: a document is judged by a model that has not seen it.
--write puts the weights of a model of all documents into the program's table; --slot trains one slot of those below,
else all are. Nothing here is random, and a table holds features only, no text. While a slot's examples are taken, the
other slots are chosen as the program chooses them.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import msgspec
from conditional_logit import LEAST, PENALTY, Example, fitted
from record_evaluation import ROOT, SETS, documents, parents_of, rows

from tawatur.evaluate import CodedClaim, Judge, Names, PlaceNames, score_claims
from tawatur.extract import extraction
from tawatur.extract.choosing import doers, places, sufferers, times
from tawatur.extract.choosing.weights import MARGIN, Choice, heaviest
from tawatur.extract.claims import period
from tawatur.extract.phrases.parties import joined
from tawatur.packs import load, names

TABLES = ROOT / "src" / "tawatur" / "extract" / "data"
HEADING = "# Weights of the choice among {}, made by tools/train_choices.py; not to be edited by hand.\n"
FOLDS = 10
#: How many claims one of the gold counts for.
GOLD_COUNTS = 3


class Slot(NamedTuple):
    """A slot that is chosen: its field of a claim, how `extraction` calls its choice, what weighs it.

    `written` gives a candidate as a claim's slot holds it. `penalty` on squared weights keeps them near 0 where few
    claims speak for them; a feature is learned that `least` claims have. Another reading must outweigh the rules' own
    by `margin`, where that is told.
    """

    field: str
    called: str
    weigh: Callable[..., list[Choice[Any]]]
    written: Callable[[Any], object]
    penalty: float = PENALTY
    least: int = LEAST
    margin: float | None = None

    def learned(self, learned: list[Example]) -> dict[str, float]:
        """Return the slot's table as it is learned from examples."""
        margin = {} if self.margin is None else {MARGIN: self.margin}
        return margin | fitted(learned, self.penalty, self.least)


#: By the name of its table, choice_of_NAME.tsv.
CHOSEN = {
    "doers": Slot("by", "choose_doers", doers.weigh, joined, margin=0.6),
    "places": Slot(
        "where",
        "choose_places",
        places.weigh,
        lambda value: tuple(located.label for located in value),
        penalty=40.0,
        least=25,
        margin=0.2,
    ),
    "sufferers": Slot("of", "choose_sufferers", sufferers.weigh, joined, margin=1.9),
    "times": Slot(
        "when", "choose_times", times.weigh, lambda value: period(value.time), penalty=16.0, least=25, margin=0.15
    ),
}


def examples(slot: Slot, folder: Path, parents: dict[str, str | None]) -> list[Example]:
    """Return the claims of a folder that a coder wrote too and for which there is a choice."""
    knowledge = load(names())
    weighed: dict[int, Choice[Any]] = {}

    def kept(*told: object) -> None:
        weighed.update((id(choice.draft), choice) for choice in slot.weigh(*told))  # each draft kept: its id is its own

    with mock.patch.object(extraction, slot.called, kept):
        texts = documents(folder / "docs.jsonl")
        read = [one for document in texts for one in extraction.extract_drafts(document, knowledge)]
    drafts = {one.claim.id: one.draft for one in read}
    compared = score_claims(rows(CodedClaim, folder / "claims.jsonl"), [one.claim for one in read], parents=parents)
    judge = Judge(Names(parents), PlaceNames())
    found = []
    for pair in compared.pairs:
        choice = weighed.get(id(drafts[pair.predicted.id]))
        if choice is not None:
            given = [{slot.field: slot.written(value)} for value in choice.values]
            claims = [msgspec.structs.replace(pair.predicted, **value) for value in given]
            right = [judge.slot(slot.field, pair.coded, claim) for claim in claims]
            found.append(Example(pair.coded.doc, choice.features, right))
    return found


def print_shares(slot: Slot, parts: dict[str, list[Example]]) -> None:
    """Print, for each set, how many choices are right: the rules', the model's by folds, those of any candidate."""
    docs = sorted({example.doc for part in parts.values() for example in part})
    fold = {doc: number % FOLDS for number, doc in enumerate(docs)}
    models = [slot.learned(counted(parts, lambda doc, out=out: fold[doc] != out)) for out in range(FOLDS)]
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
    """Print the tables; with `--write`, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--slot", choices=sorted(CHOSEN))
    options = parser.parse_args()
    gold = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared") / "gold"
    folders = {name: gold / name for name in SETS} | {str(folder): folder for folder in options.folders}
    for name in [options.slot] if options.slot else CHOSEN:
        parts = {label: examples(CHOSEN[name], folder, parents_of(gold)) for label, folder in folders.items()}
        print(f"\n{name}\n")
        print_shares(CHOSEN[name], parts)
        if options.write:
            table = CHOSEN[name].learned(counted(parts, lambda _: True))
            lines = "".join(f"{told}\t{weight}\n" for told, weight in table.items())
            path = TABLES / f"choice_of_{name}.tsv"
            path.write_text(f"{HEADING.format(name)}feature\tweight\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()
