"""Put the real cases of collation together: the findings of this repository and the texts of the corpus.

usage: python tools/real_cases.py FOLDER

A case is what several reports of the corpora ANT and SaudiNewsNet, or one outlet's on following days, print of one
event or statement. Three language models drew them, each by itself, read the reports whole and wrote down what
findings.md calls a finding, and the traps that are none, without having seen what the program makes of them.
`tests/evaluation/articles` keeps their findings without a word of the reports: where a figure stands, its measure and
value, who said it. This writes FOLDER/cases and FOLDER/held_out_cases (of which nobody who writes rules has seen more
than the score), each with docs.jsonl, findings.jsonl and traps.jsonl in the gold's form. The corpora are looked for
beside the checkout, or at $TAWATUR_SHARED.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from coded_articles import CODED, ROOT, Row, articles, hashes, write

CASES = ("cases", "held_out_cases")


def put_together(shared: Path, folder: Path) -> None:
    """Write the files of each set below `folder`. Raises SystemExit where the texts are not those that were read."""
    found = articles(shared, CASES)
    texts = {doc: row["text"] for doc, row in found.items()}
    for name in CASES:
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        write(target / "docs.jsonl", [found[doc] for doc in hashes(name)])
        for kind in ("findings", "traps"):
            lines = (CODED / f"{name}.{kind}.jsonl").read_text(encoding="utf-8").splitlines()
            write(target / f"{kind}.jsonl", [_with_words(json.loads(line), texts) for line in lines])


def _with_words(value: Any, texts: dict[str, str]) -> Any:
    """Put the words back to which a finding's references point."""
    if isinstance(value, list):
        return [_with_words(one, texts) for one in value]
    if not isinstance(value, dict):
        return value
    row: Row = {name: _with_words(one, texts) for name, one in value.items()}
    return {**row, "quote": texts[row["doc"]][row["start"] : row["end"]]} if "start" in row else row


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    put_together(Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared"), Path(sys.argv[1]))
