"""Measure how far two coders agree: the best that a program can be asked for.

usage: python tools/coder_agreement.py

The second coder drew 24 articles of `developed_on` at random, out of those not opened yet, and coded them from the
text alone, before seeing what the first had. `tests/evaluation/articles/coded_twice.*` keeps both codings as they were
made. The coder of the later articles coded ten others of `developed_on` from the text alone (`later_coder.*`), after
studying how other articles of that set had been coded, and a list of all its claims of rarer measures (began, strength,
other ...), which hold 8 of the 33. Prints F1, `full` and the slots of one coder as if the other were the gold, and of
each against the coding that came of both. The corpora are looked for beside the checkout, or at $TAWATUR_SHARED.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec
from coded_articles import Row, articles, codings, hashes

from tawatur.evaluate import ClaimScore, CodedClaim, score_claims

ROOT = Path(__file__).resolve().parent.parent
TWICE = "coded_twice"
LATER_CODER = "later_coder"

#: The codings compared: the articles, the coding that is taken for the gold, and the other.
COMPARED = {
    "the first coder by the second": (TWICE, f"{TWICE}.second", f"{TWICE}.first"),
    "the first coder by the reviewed coding": (TWICE, "developed_on", f"{TWICE}.first"),
    "the second coder by the reviewed coding": (TWICE, "developed_on", f"{TWICE}.second"),
    "the coder of the later articles by the reviewed coding": (LATER_CODER, "developed_on", LATER_CODER),
}

#: One convention was open when the 24 were coded: what a report that says غزة means. It makes a fifth of `full`.
ONE_PLACE = {"gaza strip": "gaza"}


def agreement(shared: Path) -> dict[str, tuple[ClaimScore, ClaimScore]]:
    """Return for each comparison the score, and the score with Gaza and the Gaza Strip taken for one place."""
    parents = {row["key"]: row["parent"] for row in json.loads((shared / "gold" / "keys.json").read_bytes())}
    found = articles(shared, (TWICE, LATER_CODER))
    documents = {name: {doc: found[doc] for doc in hashes(name)} for name in (TWICE, LATER_CODER)}
    measured = {}
    for name, (drawn, gold, other) in COMPARED.items():
        coded, compared = _claims(gold, documents[drawn]), _claims(other, documents[drawn])
        strict = score_claims(coded, compared, parents=parents).score
        measured[name] = strict, score_claims(coded, compared, parents=parents, spellings=ONE_PLACE).score
    return measured


def _claims(name: str, found: dict[str, Row]) -> list[CodedClaim]:
    return msgspec.convert(codings(name, found), list[CodedClaim])


def main() -> None:
    """Print the agreement."""
    shared = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared")
    for name, scores in agreement(shared).items():
        for score, note in zip(scores, ("", ", Gaza and the Gaza Strip one place"), strict=True):
            slots = "  ".join(f"{slot} {value:.2f}" for slot, value in score.slots.items())
            print(f"{name}{note}: F1 {score.f1:.3f}  full {score.full:.3f}\n    {slots}")


if __name__ == "__main__":
    main()
