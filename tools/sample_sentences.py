"""Print sentences with digits or number words, drawn at random from a corpus with a fixed seed.

For reading by eye what the readers of numbers and times make of text that nobody has looked at:
`python tools/sample_sentences.py --count 500 --seed 1`. Articles are drawn first, then one sentence of each.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import random
import sys
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from tawatur.arabic import AnalysedText
from tawatur.arabic.numbers.lexicon import NUMERALS

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Article(NamedTuple):
    """An article of a corpus: where it stands, its day (ISO 8601) and its words."""

    name: str
    date: str | None
    text: str


def articles(folder: pathlib.Path) -> Iterator[Article]:
    """Yield the articles of every zip file below a folder: JSON Lines or one JSON list to a file."""
    for path in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                content = archive.read(name).decode("utf-8")
                lines = (line for line in content.split("\n") if line.strip())
                records = json.loads(content) if name.endswith(".json") else map(json.loads, lines)
                for number, record in enumerate(records, 1):
                    title = record.get("title") or ""
                    body = record.get("text") or record.get("content") or ""
                    date = record.get("date") or (record.get("date_extracted") or "")[:10] or None
                    yield Article(f"{path.parent.name}/{path.stem}#{number}", date, f"{title}\n{body}")


def numeral_sentences(text: str) -> list[str]:
    """Return the sentences of a text, as printed, that hold digits or a number word."""
    analysed = AnalysedText(text)
    found = []
    for sentence in analysed.sentences:
        tokens = analysed.tokens[sentence.first : sentence.last]
        if any(token.kind == "digits" or (token.kind == "word" and NUMERALS[token.text]) for token in tokens):
            start, end = analysed.raw_span(sentence.first, sentence.last)
            found.append(" ".join(text[start:end].split()))
    return found


def sample(folder: pathlib.Path, count: int, seed: int) -> Iterator[tuple[Article, str]]:
    """Yield `count` articles drawn at random, each with one of its sentences that hold a numeral."""
    chance = random.Random(seed)
    drawn = list(articles(folder))
    chance.shuffle(drawn)
    for article in drawn:
        sentences = numeral_sentences(article.text)
        if not sentences:
            continue
        if count <= 0:
            return
        count -= 1
        yield article, chance.choice(sentences)


def main() -> int:
    """Print the sample, a sentence a line: the article's name, its day, the sentence, parted by tabs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="JSON Lines instead of tabs")
    parser.add_argument(
        "--corpus",
        type=pathlib.Path,
        default=pathlib.Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared") / "corpus",
    )
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(f"no folder {options.corpus}: name one with --corpus, or set TAWATUR_SHARED", file=sys.stderr)
        return 2
    for article, sentence in sample(options.corpus, options.count, options.seed):
        if options.json:
            print(json.dumps({"name": article.name, "date": article.date, "text": sentence}, ensure_ascii=False))
        else:
            print(article.name, article.date, sentence, sep="\t")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
