"""Measure what extraction owes to three of its parts: each set of hand-coded reports read without one of them.

usage: python tools/ablations.py

Prints a table: F1, the share of coded claims with every chief slot right (`full`), and the share of sources right.
The gold is looked for beside the checkout, or at $TAWATUR_SHARED.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from record_evaluation import ROOT, SETS, documents, parents_of, rows

from tawatur.evaluate import ClaimScore, CodedClaim, score_claims
from tawatur.extract import extract, section_reader
from tawatur.extract.attribution.chains import Speech
from tawatur.extract.counts import frames
from tawatur.extract.counts.quantities import find_quantities
from tawatur.packs import load, names


def scored(gold: Path, name: str, packs: tuple[str, ...]) -> ClaimScore:
    """Return the score of a set, read with `packs`."""
    knowledge = load(packs)
    claims = [claim for one in documents(gold / name / "docs.jsonl") for claim in extract(one, knowledge)]
    coded = rows(CodedClaim, gold / name / "claims.jsonl")
    return score_claims(coded, claims, parents=parents_of(gold)).score


@contextmanager
def without_spread() -> Iterator[None]:
    """Let no sentence take its speaker from the one before."""
    read = Speech.read

    def alone(self: Speech, *arguments: object, **named: object) -> object:
        self.forget()
        return read(self, *arguments, **named)  # type: ignore[arg-type]

    with patch.object(Speech, "read", alone):
        yield


@contextmanager
def without_noun_counts() -> Iterator[None]:
    """Count by number words and digits alone: no singular outcome, no dual."""

    def numbers(sentence: list[object], lexicon: object) -> list[object]:
        found = find_quantities(sentence, lexicon)  # type: ignore[arg-type]
        counted = [(quantity, sentence[quantity.first].number) for quantity in found]  # type: ignore[attr-defined]
        return [quantity for quantity, number in counted if number is not None and number.noun is None]

    with (
        patch.object(frames, "counted_by_grammar", lambda *_: []),
        patch.object(section_reader, "find_quantities", numbers),
    ):
        yield


def main() -> None:
    """Print the table."""
    gold = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared") / "gold"
    print("| set | read with | F1 | full | source |\n| --- | --- | --- | --- | --- |")
    for name in SETS:
        measured = {"everything": scored(gold, name, names())}
        with without_spread():
            measured["no attribution from the sentence before"] = scored(gold, name, names())
        measured["no pack but `core`"] = scored(gold, name, ("core",))
        with without_noun_counts():
            measured["no counts in nouns"] = scored(gold, name, names())
        for what, score in measured.items():
            print(f"| {name} | {what} | {score.f1:.3f} | {score.full:.3f} | {score.slots['source']:.2f} |")


if __name__ == "__main__":
    main()
