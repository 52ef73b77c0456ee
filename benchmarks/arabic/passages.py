"""What is read: the gold's probes, and articles drawn from the corpora."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

Passage = dict[str, str]
#: So that every run draws the same articles.
_SEED = 3


def probes(shared: Path, name: str) -> list[dict[str, object]]:
    """Return the probes of a name, `numbers` or `times`."""
    lines = (shared / "gold" / "probes" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def articles(shared: Path, count: int) -> list[Passage]:
    """Return so many articles, drawn at random from the corpora, the same ones every time."""
    drawn = list(_everything(shared / "corpus"))
    random.Random(_SEED).shuffle(drawn)
    return drawn[:count]


def _everything(corpus: Path) -> Iterator[Passage]:
    for archive in sorted(corpus.glob("*/*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                content = opened.read(name).decode("utf-8")
                rows = json.loads(content) if name.endswith(".json") else map(json.loads, content.strip().split("\n"))
                for row in rows:
                    text, day = row.get("text") or row.get("content"), _day(row.get("date") or row["date_extracted"])
                    if text and day:
                        yield {"text": text, "anchor": day}


def _day(written: str) -> str | None:
    """Return the ISO 8601 day with which a date begins, None where it begins with none."""
    try:
        return datetime.fromisoformat(written[:10]).date().isoformat()
    except ValueError:
        return None


def size(passage: Passage) -> int:
    """Return how many bytes of UTF-8 a passage takes."""
    return len(passage["text"].encode("utf-8"))
