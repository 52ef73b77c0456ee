"""Read one more report into ledgers of more and more: what it takes to bring the findings up to date.

usage: python benchmarks/collate/one_more.py [--sizes N,N,...] [--reports N]

Takes the documents and claims that `benchmarks/collate/run.py` left in .bench/collate; where a size is more than these,
the rest are made from them by repetition with other numbers, days and words (`repeated.py`). At the end of each size,
the ledger's findings are held against those of collating all at once.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from repeated import repeated

from tawatur.collate import collate
from tawatur.ledger import Entry, Ledger
from tawatur.model import Claim, Document, read_lines, reports
from tawatur.packs import load
from tawatur.standing import Standing

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = 500


def main() -> None:
    """Measure each size, and print a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="4000,16000,32000", help="documents in the ledger, in turn")
    parser.add_argument("--reports", type=int, default=50, help="how many are read one by one")
    options = parser.parse_args()
    sizes = sorted(int(size) for size in options.sizes.split(","))
    base = given(ROOT / ".bench" / "collate", sizes[-1])
    print(f"{len(base):,} articles of the corpora; what is more is made of them")
    entries = list(repeated(base, sizes[-1]))
    print("ledger   all at once   one more: median    p90    max   collated: median    max   as all at once")
    for size in sizes:
        print(measure(entries[: size - options.reports], entries[size - options.reports : size]), flush=True)


def given(folder: Path, count: int) -> list[Entry]:
    """Return the documents with their claims; of those under one address the last, as a ledger counts them."""
    if not (folder / "documents.jsonl").exists():
        sys.exit("no documents: run benchmarks/collate/run.py first")
    claims: dict[str, list[Claim]] = defaultdict(list)
    with (folder / "claims.jsonl").open("rb") as lines:
        for claim in read_lines(Claim, lines, "claims.jsonl"):
            claims[claim.doc].append(claim)
    with (folder / "documents.jsonl").open("rb") as lines:
        documents = read_lines(Document, itertools.islice(lines, count), "documents.jsonl")
        newest = {document.url or document.id: document for document in documents}
        return [Entry(document, claims.get(document.id, [])) for document in newest.values()]


def measure(there: list[Entry], coming: list[Entry]) -> str:
    """Return a line: seconds for all, seconds and documents collated for each one more, and whether both agree."""
    knowledge = load()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "ledger.db")) as ledger:
        for at in range(0, len(there), PAGE):
            ledger.add_many(there[at : at + PAGE])
        standing = Standing(ledger, knowledge)
        started = time.process_time()
        standing.bring_up_to_date()
        whole = time.process_time() - started
        took, collated = [], []
        for entry in coming:
            ledger.add_many([entry])
            started = time.process_time()
            collated.append(standing.bring_up_to_date().collated)
            took.append(time.process_time() - started)
        found = standing.findings()
    everything = [*there, *coming]
    same = found == collate(
        [claim for entry in everything for claim in entry.claims],
        [report for entry in everything for report in reports(entry.document)],
        knowledge,
    )
    took.sort()
    collated.sort()
    middle, late = len(took) // 2, int(len(took) * 0.9)
    return (
        f"{len(everything):6,}  {whole:10.1f} s  {took[middle]:15.3f}  {took[late]:6.3f} {took[-1]:6.3f}"
        f"  {collated[middle]:17,} {collated[-1]:6,}   {'yes' if same else 'NO'}"
    )


if __name__ == "__main__":
    main()
