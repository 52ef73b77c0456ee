"""Print claims that the program reads in articles drawn at random from a corpus, with the words around them.

For judging by eye what extraction makes of articles that nobody has coded: `python tools/sample_claims.py --count 100
--seed 1`. Articles are drawn first, then claims of all of them.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import random
import tempfile
from collections.abc import Iterator

from sample_sentences import articles

from tawatur.extract import extract
from tawatur.intake import read
from tawatur.model import Claim, Document, to_json
from tawatur.packs import load, names

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEFORE, AFTER = 110, 90


def sample(folder: pathlib.Path, drawn: int, count: int, seed: int) -> Iterator[tuple[Document, Claim]]:
    """Yield `count` claims drawn at random from those of `drawn` articles."""
    chance = random.Random(seed)
    found = list(articles(folder))
    chance.shuffle(found)
    knowledge = load(tuple(names()))
    claims: list[tuple[Document, Claim]] = []
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place) / "drawn.jsonl"
        records = [{"doc": article.name, "date": article.date, "text": article.text} for article in found[:drawn]]
        path.write_text("\n".join(map(to_json, records)), encoding="utf-8")
        for document in read([str(path)], knowledge=knowledge):
            if isinstance(document, Document):
                claims += [(document, claim) for claim in extract(document, knowledge)]
    chance.shuffle(claims)
    yield from claims[:count]


def shown(document: Document, claim: Claim) -> str:
    """Return a claim on one line and its words, in brackets, with those around them on another."""
    when = (claim.when.start, claim.when.end) if claim.when else None
    text = document.text
    words = (
        text[max(0, claim.quote_start - BEFORE) : claim.quote_start]
        + f"⟦{claim.quote}⟧"
        + text[claim.quote_end : claim.quote_end + AFTER]
    )
    line = (
        f"{claim.measure} {claim.low}..{claim.high} {claim.bound} {claim.unit} of={claim.of} by={claim.by} "
        f"where={list(claim.where)} when={when} source={list(claim.source)} {claim.modality} [{document.date}]"
    )
    return f"{line}\n    {' '.join(words.split())}"


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2500)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    shared = os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared"
    parser.add_argument("--corpus", type=pathlib.Path, default=pathlib.Path(shared) / "corpus")
    options = parser.parse_args()
    for number, (document, claim) in enumerate(
        sample(options.corpus, options.articles, options.count, options.seed), 1
    ):
        print(number, shown(document, claim))


if __name__ == "__main__":
    main()
