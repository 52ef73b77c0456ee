"""Put the hand-coded articles together: the codings of this repository and the texts of the corpora.

usage: python tools/coded_articles.py FOLDER

Articles of the corpora ANT and SaudiNewsNet were coded by the codebook for this project, by language models that read
them as a coder does and saw nothing of what the program made of them. A second reader, as blind, went through the first
two hundred and mended the coding; the 1,444 that came later were coded by one each. `tests/evaluation/articles` keeps
the codings without a word of the articles: offsets, values and slots, and free names as the offsets of their words. Of
the texts, which belong to their outlets, it keeps a hash. This writes FOLDER/developed_on and FOLDER/held_out (whose
errors nobody who writes rules has looked at), each with docs.jsonl and claims.jsonl in the gold's form, for
`tawatur score` and tools/record_evaluation.py. The corpora are looked for beside the checkout, or at $TAWATUR_SHARED.
How far two coders agree, tools/coder_agreement.py measures.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CODED = ROOT / "tests" / "evaluation" / "articles"
SETS = ("developed_on", "held_out")

Row = dict[str, Any]


def corpus(shared: Path) -> Iterator[Row]:
    """Yield the articles of both corpora with `doc`, `publisher`, `date`, `url`, and title and body as `text`."""
    for path in sorted((shared / "corpus" / "ant").glob("*.zip")):
        for line in _member(path).split("\n"):
            if line.strip():
                row = json.loads(line)
                yield _article(row["doc"], row["publisher"], row["date"], row["url"], row["title"], row["text"])
    for path in sorted((shared / "corpus" / "saudinewsnet").glob("*.zip")):
        for number, row in enumerate(json.loads(_member(path))):
            day = row["date_extracted"][:10]
            yield _article(f"{path.stem}#{number}", row["source"], day, row["url"], row["title"], row["content"])


def _member(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(archive.namelist()[0]).decode("utf-8")


def _article(doc: str, publisher: str, date: str, url: str, title: str | None, body: str | None) -> Row:
    text = (title or "").strip() + "\n" + (body or "").strip()
    return {"doc": doc, "publisher": publisher, "date": date, "url": url, "text": text}


def put_together(shared: Path, folder: Path) -> None:
    """Write docs.jsonl and claims.jsonl of each set below `folder`. Raises SystemExit where the texts are others."""
    found = articles(shared, SETS)
    for name in SETS:
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        write(target / "docs.jsonl", [found[doc] for doc in hashes(name)])
        write(target / "claims.jsonl", codings(name, found))


def articles(shared: Path, names: Iterable[str]) -> dict[str, Row]:
    """Return the articles of these sets by `doc`. Raises SystemExit where the texts are not those that were coded."""
    wanted = {doc: digest for name in names for doc, digest in hashes(name).items()}
    found = {row["doc"]: row for row in corpus(shared) if row["doc"] in wanted}
    for doc, digest in wanted.items():
        text = found.get(doc, {}).get("text", "")
        if hashlib.sha256(text.encode()).hexdigest()[: len(digest)] != digest:
            raise SystemExit(f"{doc}: not the text that was coded; are these the corpora of ../shared?")
    return found


def hashes(name: str) -> dict[str, str]:
    """Return the documents of a set, each with the head of its text's SHA-256."""
    lines = (CODED / f"{name}.docs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


def codings(name: str, found: dict[str, Row]) -> list[Row]:
    """Return the claims of CODED/name.claims.jsonl in the articles `found`, with their words put back."""
    lines = (CODED / f"{name}.claims.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [_with_words(row, found) for row in rows if row["doc"] in found]


def _with_words(claim: Row, articles: dict[str, Row]) -> Row:
    """Put the words back to which a claim's offsets point."""
    text = articles[claim["doc"]]["text"]
    words = {
        slot: [None if span is None else text[span[0] : span[1]] for span in spans]
        for slot, spans in claim.pop("words", {}).items()
    }
    number = "" if claim["measure"] == "role" else text[claim["start"] : claim["end"]]
    return {**claim, "quote": text[claim["quote_start"] : claim["quote_end"]], "number": number, **words}


def write(path: Path, rows: list[Row]) -> None:
    """Write rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    put_together(Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared"), Path(sys.argv[1]))
