"""Count what is claimed in articles that, as their sections or their titles have it, tell of no conflict.

usage: python tools/count_false_claims.py [--articles N] [--seed S] [--kind KIND]...

Draws N articles (200 where not told) of each kind at random, half of them from the corpus ANT and half from
SaudiNewsNet where both have as many, none of those that are hand-coded. The kind `sections` are sport, markets,
technology, culture and local news, by their outlets' own sections; `accident`, `disaster`, `disease`, `crime`,
`charity`, `camp`, `migrants`, `election` are articles of any section with a word of that kind in the title, where a
program that reads of wars errs most. Prints each claim with the article's id, its kind and the words that state it, for
a reader to judge, then how many claims there are in how many articles of each kind. An article may tell of a conflict
all the same: what is rightly claimed there is no false claim. The corpora are looked for beside the checkout, or at
$TAWATUR_SHARED.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.packs import Knowledge, load, names

ROOT = Path(__file__).resolve().parent.parent
CODED = ROOT / "tests" / "evaluation" / "articles"
#: The categories of ANT, and what the addresses of SaudiNewsNet's articles hold in such sections.
CATEGORIES = ("sport", "economy", "technology", "culture")
SECTIONS = ("/Sports/", "/Economy/", "/Culture/", "/Local/", "/sports/", "/finance/", "/culture/", "/technology/",
            "/news/local", "arreyadi.com")  # fmt: skip
#: Beginnings of words in the titles of articles of a kind.
TITLES = {
    "accident": "حادث سير|حادث مرور|تصادم|اصطدام|تحطم|حريق|غرق|انهيار|قطار|انقلاب حافلة",
    "disaster": "زلزال|هزة|فيضان|سيول|إعصار|عاصفة|بركان|ثوران|موجة حر|حرائق|أمطار",
    "disease": "كورونا|فيروس|إيبولا|مرض|سرطان|حمى|وباء|كوليرا|تسمم|وفاة",
    "crime": "سرقة|مخدرات|حشيش|لص|عصابة|جريمة|اغتصاب|تحرش|احتيال|طعن|مروج|تهريب|جنايات",
    "charity": "خيرية|تبرع|جمعية|سلة غذائية|إفطار|أيتام|حجاج|معتمر",
    "camp": "مخيم|دورة|تدريب|كشافة|صيفي",
    "migrants": "مهاجر|هجرة|قارب",
    "election": "انتخاب|ناخب|اقتراع",
}
SECTIONED = "sections"


class Drawn(NamedTuple):
    """An article, and what tells its kind: the section that its outlet filed it under, or None; its title."""

    section: str | None
    record: Record

    def is_of(self, kind: str) -> bool:
        """Tell whether the article is of a kind, by its section or by its title."""
        if kind == SECTIONED:
            return self.section is not None
        return bool(re.search(rf"(?<!\w)[وبلف]?(?:ال)?(?:{TITLES[kind]})", self.record.title or ""))


def ant(shared: Path) -> Iterator[Drawn]:
    """Yield ANT's articles, with their section where it is one that tells of no conflict."""
    for path in sorted((shared / "corpus" / "ant").glob("*.zip")):
        for line in _member(path).split("\n"):
            row: dict[str, Any] = json.loads(line) if line.strip() else {}
            if row:
                section = row["category"] if row.get("category") in CATEGORIES else None
                fields = {"doc": row["doc"], "date": row["date"], "publisher": row["publisher"], "title": row["title"]}
                yield Drawn(section, Record(body=row["text"] or "", **fields))


def saudinewsnet(shared: Path) -> Iterator[Drawn]:
    """Yield SaudiNewsNet's articles, with their section, told by their address, where it is one of those."""
    for path in sorted((shared / "corpus" / "saudinewsnet").glob("*.zip")):
        for number, row in enumerate(json.loads(_member(path))):
            section = next((part for part in SECTIONS if part in (row["url"] or "")), None)
            fields = {"doc": f"{path.stem}#{number}", "date": row["date_extracted"][:10], "title": row["title"]}
            record = Record(body=row["content"] or "", publisher=row["source"], **fields)
            yield Drawn(section and section.strip("/"), record)


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
    parser.add_argument("--kind", action="append", choices=[SECTIONED, *TITLES], help="all where not told")
    options = parser.parse_args()
    shared = Path(os.environ.get("TAWATUR_SHARED", ROOT.parent / "shared"))
    knowledge, coded = load(names()), _coded()
    corpora = [[one for one in corpus if one.record.doc not in coded] for corpus in (ant(shared), saudinewsnet(shared))]
    totals = []
    for kind in options.kind or [SECTIONED, *TITLES]:
        chance = random.Random(options.seed)
        found = [[one for one in corpus if one.is_of(kind)] for corpus in corpora]
        drawn = [one for some in found for one in chance.sample(some, min(options.articles // 2, len(some)))]
        claims = sum(_print_claims(one, kind, knowledge) for one in drawn)
        totals.append(f"{kind}: {claims} claims in {len(drawn)} articles: {claims / max(len(drawn), 1):.3f} an article")
    print("\n".join(totals))


def _print_claims(drawn: Drawn, kind: str, knowledge: Knowledge) -> int:
    """Print the claims of an article, optional ones left out; return how many there are."""
    document = to_document(drawn.record, knowledge)
    claims = [claim for claim in extract(document, knowledge) if not claim.optional]
    for claim in claims:
        around = document.text[max(0, claim.quote_start - 60) : claim.quote_end + 60]
        words = " ".join(around.split())
        print(f"{document.id}\t{drawn.section or kind}\t{claim.measure} {claim.low} {claim.unit}\t{words}")
    return len(claims)


if __name__ == "__main__":
    main()
