"""Tokenise the first N documents of a folder with spaCy's blank Arabic pipeline: processor seconds.

usage: python tokenise_with_spacy.py FOLDER N
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from pathlib import Path

import spacy


def main() -> None:
    """Measure, and print one JSON object."""
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    with (folder / "documents.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in itertools.islice(lines, size)]
    pipeline = spacy.blank("ar")
    pipeline(texts[0])
    started = time.process_time()
    tokens = sum(len(document) for document in pipeline.pipe(texts))
    print(json.dumps({"seconds": time.process_time() - started, "tokens": tokens}))


if __name__ == "__main__":
    main()
