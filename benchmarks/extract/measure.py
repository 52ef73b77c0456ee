"""Read the first N articles of a folder on one core, intake and extraction: processor seconds, claims, memory.

usage: python measure.py FOLDER N [--parts]

With `--parts` it tells what each stage takes, too: documents made of records, texts taken apart, numbers and times,
the rest of the extraction.
"""

from __future__ import annotations

import itertools
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tawatur.arabic import analyse, read_expressions
from tawatur.cli.workers import Reading, prepare, read
from tawatur.extract import extract
from tawatur.intake import Record, records, to_document
from tawatur.packs import Knowledge, load, names

#: Articles that are read before the clock starts, so that tables are loaded.
WARMING = 20
MEBIBYTE = 1 << 20


def main() -> None:
    """Measure, and print one JSON object."""
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    source = str(folder / "documents.jsonl")
    prepare(names())
    knowledge = load(names())
    for record in itertools.islice(articles(source), WARMING):
        read("", record, names())
    found = parts(source, size, knowledge) if "--parts" in sys.argv else whole(source, size)
    print(json.dumps(found))


def articles(source: str) -> Iterable[Record]:
    """Yield the records of a file, one at a time."""
    return (record for record in records([source]) if isinstance(record, Record))


def whole(source: str, size: int) -> dict[str, float]:
    """Read articles as the commands do, keeping nothing."""
    claims = characters = count = 0
    packs = names()
    started = time.process_time()
    for record in itertools.islice(articles(source), size):
        reading = read("", record, packs)
        claims += len(reading.claims) if isinstance(reading, Reading) else 0
        characters += len(record.body.encode("utf-8"))
        count += 1
    return {
        "articles": count,
        "bytes": characters,
        "claims": claims,
        "seconds": time.process_time() - started,
        "megabytes": memory(),
    }


def parts(source: str, size: int, knowledge: Knowledge) -> dict[str, float]:
    """Time the stages one after the other on the same articles."""
    seconds: dict[str, float] = {}

    def clocked(name: str, work: Callable[[], list]) -> list:
        started = time.process_time()
        done = work()
        seconds[name] = time.process_time() - started
        return done

    found = clocked("records", lambda: list(itertools.islice(articles(source), size)))
    documents = clocked("documents", lambda: [to_document(record, knowledge) for record in found])
    texts = [(doc.text[part.start : part.end], s.date) for doc in documents for s in doc.sections for part in s.parts]
    clocked("tokens", lambda: [analyse(text) and None for text, _ in texts])
    clocked("tokens, numbers, times", lambda: [read_expressions(*text) and None for text in texts])
    clocked("extraction", lambda: [extract(document, knowledge) for document in documents])
    return seconds


def memory() -> float:
    """Return the most memory that this process has held, in mebibytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / MEBIBYTE if sys.platform == "darwin" else most / 1024


if __name__ == "__main__":
    main()
