"""Count what is claimed in articles on sport, markets, technology, culture and local news, which tell of no conflict.

usage: python tools/count_false_claims.py [--articles N] [--seed S]

Draws N articles (200 where not told) at random, by their outlets' own sections, half of them from the corpus ANT and
half from SaudiNewsNet, none of those that are hand-coded; prints each claim with the article's id, its section and the
words that state it, for a reader to judge, then how many claims there are in how many articles. An article of such a
section may tell of a conflict all the same: what is rightly claimed there is no false claim. The corpora are looked for
beside the checkout, or at $TAWATUR_SHARED.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.packs import load, names

ROOT = Path(__file__).resolve().parent.parent
CODED = ROOT / "tests" / "evaluation" / "articles"
#: The categories of ANT, and what the addresses of SaudiNewsNet's articles hold in such sections.
CATEGORIES = ("sport", "economy", "technology", "culture")
SECTIONS = ("/Sports/", "/Economy/", "/Culture/", "/Local/", "/sports/", "/finance/", "/culture/", "/technology/",
            "/news/local", "arreyadi.com")  # fmt: skip


class Drawn(NamedTuple):
    """An article, and the section that its outlet filed it under."""

    section: str
    record: Record


def ant(shared: Path) -> Iterator[Drawn]:
    """Yield ANT's articles of the sections."""
    for path in sorted((shared / "corpus" / "ant").glob("*.zip")):
        for line in _member(path).split("\n"):
            row: dict[str, Any] = json.loads(line) if line.strip() else {}
            if row.get("category") in CATEGORIES:
                fields = {"doc": row["doc"], "date": row["date"], "publisher": row["publisher"], "title": row["title"]}
                yield Drawn(row["category"], Record(body=row["text"] or "", **fields))


def saudinewsnet(shared: Path) -> Iterator[Drawn]:
    """Yield SaudiNewsNet's articles of the sections, told by their addresses."""
    for path in sorted((shared / "corpus" / "saudinewsnet").glob("*.zip")):
        for number, row in enumerate(json.loads(_member(path))):
            section = next((part for part in SECTIONS if part in (row["url"] or "")), None)
            if section is not None:
                fields = {"doc": f"{path.stem}#{number}", "date": row["date_extracted"][:10], "title": row["title"]}
                yield Drawn(section.strip("/"), Record(body=row["content"] or "", publisher=row["source"], **fields))


def _member(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(archive.namelist()[0]).decode("utf-8")


def _coded() -> set[str]:
    """Return the ids of the hand-coded articles."""
    return {line.split("\t")[0] for path in CODED.glob("*.docs.tsv") for line in path.read_text("utf-8").splitlines()}


def main() -> None:
    """Draw, read and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    shared = Path(os.environ.get("TAWATUR_SHARED", ROOT.parent / "shared"))
    knowledge, chance, coded = load(names()), random.Random(options.seed), _coded()
    drawn: list[Drawn] = []
    for corpus in (ant(shared), saudinewsnet(shared)):
        articles = [one for one in corpus if one.record.doc not in coded]
        drawn += chance.sample(articles, min(options.articles // 2, len(articles)))
    claims = 0
    for section, record in drawn:
        document = to_document(record, knowledge)
        for claim in extract(document, knowledge):
            if not claim.optional:
                claims += 1
                around = document.text[max(0, claim.quote_start - 60) : claim.quote_end + 60]
                print(f"{document.id}\t{section}\t{claim.measure} {claim.low} {claim.unit}\t{' '.join(around.split())}")
    print(f"{claims} claims in {len(drawn)} articles: {claims / max(len(drawn), 1):.3f} an article")


if __name__ == "__main__":
    main()
