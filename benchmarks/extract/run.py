"""Read articles of the corpora on one core, beside spaCy's blank Arabic pipeline that tokenises the same articles.

usage: python benchmarks/extract/run.py [--articles N] [--rounds N] [--sizes N,N,...]

docs/benchmarks.md says how to read what it prints. The corpora are looked for beside the checkout, or at
$TAWATUR_SHARED.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(HERE.parent / "arabic"))

from environments import NotInstalledError, environment  # noqa: E402
from machine import machine  # noqa: E402
from measurement import measured  # noqa: E402
from passages import articles  # noqa: E402

SPACY = {"name": "spaCy", "installer": "pip", "needs": "spacy==3.8.18"}
#: What part of the tokeniser's rate reading must reach.
ASKED = 0.5
TOKENISER = HERE.parent / "collate" / "tokenise_with_spacy.py"


def main() -> None:
    """Draw, measure in turns, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000, help="how many articles are timed (default 2000)")
    parser.add_argument("--rounds", type=int, default=3, help="in how many rounds; the median counts (default 3)")
    parser.add_argument("--sizes", default="1000,2000,4000,8000,16000", help="articles read for the memory, in turn")
    options = parser.parse_args()
    sizes = sorted(int(size) for size in options.sizes.split(",") if size)
    shared = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared")
    if not (shared / "corpus").is_dir():
        sys.exit(f"{shared / 'corpus'}: no corpora (name the folder that holds them with TAWATUR_SHARED)")
    folder = ROOT / ".bench" / "extract"
    folder.mkdir(parents=True, exist_ok=True)
    draw(folder, shared, max([options.articles, *sizes]))
    print(machine(), flush=True)
    try:
        other = environment(SPACY, ROOT / ".bench").interpreter
    except NotInstalledError as error:
        other = None
        print(f"spaCy not run: {error}")
    throughput(folder, options.articles, options.rounds, other)
    stages(folder, options.articles)
    for size in sizes:
        found = measured([sys.executable, str(HERE / "measure.py"), str(folder), str(size)])
        print(f"memory: {found['megabytes']:.0f} MB at most, over {size:,} articles", flush=True)


def draw(folder: Path, shared: Path, count: int) -> None:
    """Draw so many articles from the corpora, the same ones every time."""
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as file:
        for number, article in enumerate(articles(shared, count)):
            row = {"doc": f"article-{number}", "date": article["anchor"], "text": article["text"]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def throughput(folder: Path, size: int, rounds: int, other: str | None) -> None:
    """Read and tokenise by turns, and print the rates and their ratio."""
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(measured([sys.executable, str(HERE / "measure.py"), str(folder), str(size)]))
        if other is not None:
            theirs.append(measured([other, str(TOKENISER), str(folder), str(size)]))
    first = ours[0]
    seconds = median(found["seconds"] for found in ours)
    rate, megabytes = first["articles"] / seconds, first["bytes"] / 1e6 / seconds
    print(f"{first['articles']:,} articles, {first['bytes'] / 1e6:.1f} MB of UTF-8, {first['claims']:,} claims")
    print(f"tawatur: {first['claims'] / first['articles']:.2f} claims an article", end="; ")
    print(f"{rate:.0f} articles a second, {megabytes:.2f} MB a second, on one core")
    if theirs:
        ratio = median(their["seconds"] / our["seconds"] for our, their in zip(ours, theirs, strict=True))
        tokenised = first["articles"] / median(their["seconds"] for their in theirs)
        print(f"spaCy, tokens alone: {tokenised:.0f} articles a second")
        told = "reached" if ratio >= ASKED else "NOT reached"
        print(f"ours / spaCy: {ratio:.2f} (asked: at least {ASKED}; {told})", flush=True)


def stages(folder: Path, size: int) -> None:
    """Print what each stage takes."""
    found = measured([sys.executable, str(HERE / "measure.py"), str(folder), str(size), "--parts"])
    for name, seconds in found.items():
        print(f"  {name}: {1e6 * seconds / size:.0f} µs an article", flush=True)


if __name__ == "__main__":
    main()
