"""Read the pages of a WARC on one core: processor seconds, pages, words found, memory.

usage: python measure.py tawatur|trafilatura|text FILE

`trafilatura` gives text and metadata, as intake does; `text` its text alone.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from collections.abc import Callable, Iterator

import trafilatura
from warcio.archiveiterator import ArchiveIterator

from tawatur.intake import Record, records, to_document
from tawatur.packs import load, names

#: Pages that are read before the clock starts, so that tables and patterns are loaded.
WARMING = 20


def main() -> None:
    """Measure, and print one JSON object."""
    which, source = sys.argv[1:3]
    logging.disable(logging.CRITICAL)
    reader = {"tawatur": _ours, "trafilatura": _whole, "text": _text}[which](source)
    for _ in zip(range(WARMING), reader, strict=False):
        pass
    reader.close()
    started = time.process_time()
    pages = words = dated = 0
    for text, date in {"tawatur": _ours, "trafilatura": _whole, "text": _text}[which](source):
        pages += 1
        words += len(text.split())
        dated += date is not None
    seconds = time.process_time() - started
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        json.dumps({"pages": pages, "words": words, "dated": dated, "seconds": seconds, "megabytes": kilobytes / 1024})
    )


def _ours(source: str) -> Iterator[tuple[str, str | None]]:
    knowledge = load(names())
    for record in records([source]):
        if isinstance(record, Record):
            document = to_document(record, knowledge)
            parts = (document.text[part.start : part.end] for one in document.sections for part in one.parts)
            yield "\n".join(parts), document.sections[0].date


def _whole(source: str) -> Iterator[tuple[str, str | None]]:
    yield from _theirs(source, lambda html, url: trafilatura.bare_extraction(html, url=url, with_metadata=True))


def _text(source: str) -> Iterator[tuple[str, str | None]]:
    yield from _theirs(source, lambda html, url: trafilatura.bare_extraction(html, url=url))


def _theirs(source: str, extract: Callable[[bytes, str | None], object]) -> Iterator[tuple[str, str | None]]:
    with open(source, "rb") as stream:  # noqa: PTH123  as warcio's own examples do
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                url = record.rec_headers.get_header("WARC-Target-URI")
                found = extract(record.content_stream().read(), url)
                yield (getattr(found, "text", None) or ""), getattr(found, "date", None)


if __name__ == "__main__":
    main()
