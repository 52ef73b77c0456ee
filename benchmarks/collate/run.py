"""Collate more and more articles of the corpora, beside spaCy's blank Arabic pipeline on the same articles.

usage: python benchmarks/collate/run.py [--sizes N,N,...] [--rounds N] [--reuse] [--jobs N]

docs/benchmarks.md says how to read what it prints. The corpora are looked for beside the checkout, or at
$TAWATUR_SHARED. `--reuse` takes the claims that the last run extracted into .bench/collate.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import sys
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(HERE.parent / "arabic"))

from environments import NotInstalledError, environment  # noqa: E402
from machine import machine  # noqa: E402
from measurement import measured  # noqa: E402

from tawatur.cli.reading import read_all  # noqa: E402
from tawatur.cli.workers import Reading  # noqa: E402
from tawatur.intake import Record, records  # noqa: E402
from tawatur.model import to_json  # noqa: E402
from tawatur.packs import names  # noqa: E402

SPACY = {"name": "spaCy", "installer": "pip", "needs": "spacy==3.8.18"}
SIZES = "1000,2000,4000,8000,16000,32000"
#: So that every run draws the same articles.
SEED = 3


def main() -> None:
    """Draw, extract, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help="how many articles, in turn")
    parser.add_argument("--rounds", type=int, default=1, help="measurements of each size; the median is printed")
    parser.add_argument("--reuse", action="store_true", help="take the claims that the last run extracted")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes for the extraction")
    options = parser.parse_args()
    sizes = sorted(int(size) for size in options.sizes.split(","))
    folder = ROOT / ".bench" / "collate"
    folder.mkdir(parents=True, exist_ok=True)
    print(machine())
    if not options.reuse:
        extract(folder, sizes[-1], options.jobs)
    try:
        other = environment(SPACY, ROOT / ".bench").interpreter
    except NotInstalledError as error:
        other = None
        print(f"spaCy not run: {error}")
    print("articles  claims  findings   seconds  ms each  memory   growth    spaCy  ours / spaCy", flush=True)
    before: tuple[float, int] | None = None
    for size in sizes:
        ours, theirs = [], []
        for _ in range(options.rounds):
            ours.append(measured([sys.executable, str(HERE / "measure.py"), str(folder), str(size)]))
            if other is not None:
                theirs.append(measured([other, str(HERE / "tokenise_with_spacy.py"), str(folder), str(size)]))
        seconds = median(found["seconds"] for found in ours)
        first = ours[0]
        growth = "" if before is None else f"{math.log(seconds / before[0]) / math.log(size / before[1]):8.2f}"
        row = (
            f"{first['articles']:8,}  {first['claims']:6,}  {first['findings']:8,}  {seconds:8.2f}  "
            f"{1000 * seconds / first['articles']:7.2f}  {first['megabytes']:4.0f} MB  {growth:>7}"
        )
        if theirs:
            tokenised = median(found["seconds"] for found in theirs)
            row += f"  {tokenised:7.2f}  {seconds / tokenised:12.2f}"
        print(row, flush=True)
        before = seconds, size


def extract(folder: Path, count: int, jobs: int) -> None:
    """Draw so many articles from the corpora, and keep their documents and claims in `folder`."""
    corpus = Path(os.environ.get("TAWATUR_SHARED", ROOT.parent / "shared")) / "corpus"
    if not corpus.is_dir():
        sys.exit(f"{corpus}: no corpora (name the folder that holds them with TAWATUR_SHARED)")
    drawn = [record for record in records([str(corpus)]) if isinstance(record, Record)]
    drawn.sort(key=lambda record: (record.origin or "", record.body))
    random.Random(SEED).shuffle(drawn)
    chosen = folder / "articles.jsonl"
    with chosen.open("w", encoding="utf-8") as file:
        for number, record in enumerate(drawn[:count]):
            row = {
                "doc": f"article-{number}", "publisher": record.publisher, "url": record.url, "date": record.date,
                "title": record.title, "text": record.body,
            }  # fmt: skip
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    started = time.perf_counter()
    documents = claims = 0
    with (
        (folder / "documents.jsonl").open("w", encoding="utf-8") as texts,
        (folder / "claims.jsonl").open("w", encoding="utf-8") as found,
    ):
        for result in read_all([str(chosen)], packs=names(), jobs=jobs):
            if isinstance(result, Reading):
                texts.write(to_json(result.document) + "\n")
                found.writelines(to_json(claim) + "\n" for claim in result.claims)
                documents += 1
                claims += len(result.claims)
    took = time.perf_counter() - started
    print(f"beforehand: {documents:,} articles read, {claims:,} claims extracted in {took:.0f} s with {jobs} processes")


if __name__ == "__main__":
    main()
