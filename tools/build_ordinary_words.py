"""Make the list of ordinary words that no place is named by: `extract/data/ordinary_words.txt`.

usage: python tools/build_ordinary_words.py CORPUS...

Each CORPUS is a file of JSON Lines with the field `text`. A word is listed that occurs AT_LEAST times or more and
stands behind a noun of place (`قرية`, `حي`) in less than SHARE of the cases. Names that a pack has are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from tawatur import packs
from tawatur.arabic import AnalysedText, stems
from tawatur.extract.phrases.lexicon import compile_lexicon
from tawatur.extract.phrases.place_nouns import place_noun

AT_LEAST = 100
SHARE = 1 / 12
TARGET = Path(__file__).resolve().parent.parent / "src" / "tawatur" / "extract" / "data" / "ordinary_words.txt"
HEADER = (
    "# Ordinary words: what stands behind a noun of place and is listed here is no name, or a doubtful one.\n"
    "# Made by tools/build_ordinary_words.py from 4,276 news articles on armed conflicts, and from 10,800 of all,\n"
    f"# of 2015 and 2018: words that occur {AT_LEAST} times or more in either, behind a noun of place in less than a\n"
    "# twelfth of the cases. Not to be edited.\n"
)


def main() -> None:
    """Count the words of a corpus and write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+", type=Path)
    lexicon = compile_lexicon(packs.load(packs.names()))
    total: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for path in parser.parse_args().corpus:
        for line in path.read_text(encoding="utf-8").split("\n"):
            tokens = AnalysedText(json.loads(line)["text"] if line else "").tokens
            for at, token in enumerate(tokens):
                if token.kind != "word":
                    continue
                total[token.text] += 1
                behind[token.text] += at > 0 and place_noun(tokens[at - 1].text) is not None
    frequent = {word for word, count in total.items() if count >= AT_LEAST and behind[word] < count * SHARE}
    names = {word for word in frequent if lexicon.place_names.match_at(AnalysedText(word).texts, 0) is not None}
    kept = sorted(
        word
        for word in frequent - names
        if not any(stem.text in frequent for stem in stems(word)[1:] if stem.conjunction or stem.preposition)
    )
    TARGET.write_text(HEADER + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(kept)} words")


if __name__ == "__main__":
    main()
