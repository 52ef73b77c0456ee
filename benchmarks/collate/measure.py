"""Collate the first N documents of a folder: processor seconds, and the most memory that the process held.

usage: python measure.py FOLDER N
"""

from __future__ import annotations

import itertools
import json
import resource
import sys
import time
from pathlib import Path

from tawatur.collate import Collation
from tawatur.model import Claim, Document, read_lines, reports
from tawatur.packs import load


def main() -> None:
    """Measure, and print one JSON object."""
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    with (folder / "documents.jsonl").open("rb") as lines:
        documents = list(read_lines(Document, itertools.islice(lines, size), "documents.jsonl"))
    names = {document.id for document in documents}
    with (folder / "claims.jsonl").open("rb") as lines:
        claims = [claim for claim in read_lines(Claim, lines, "claims.jsonl") if claim.doc in names]
    given = [report for document in documents for report in reports(document)]
    knowledge = load()
    started = time.process_time()
    collation = Collation(claims, given, knowledge)
    seconds = time.process_time() - started
    found = {
        "articles": len(documents),
        "claims": len(claims),
        "findings": len(collation.findings),
        "seconds": seconds,
        "megabytes": memory(),
    }
    print(json.dumps(found))


def memory() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    try:
        # what `getrusage` tells on Linux is no less than what the process that started this one held
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    return int(status.split("VmHWM:")[1].split()[0]) * 1024 / 1e6


if __name__ == "__main__":
    main()
