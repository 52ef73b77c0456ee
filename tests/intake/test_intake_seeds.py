"""Agreement with the hand-made tables of the seeds' sections and furniture, and with the sections of the gold claims."""

import json
import re

import pytest

from tawatur import intake, packs
from tawatur.model import ARTICLE_KINDS

_ROW = re.compile(r"\| (\d+)-(\d+) \| ([^|]+) \|")
_HEADING = re.compile(r"### (\d{3})\n")


@pytest.fixture(scope="module")
def seeds(shared):
    found = intake.read([str(shared / "gold" / "seeds" / "docs.jsonl")], knowledge=packs.load())
    return {document.id: document for document in found}


def tables(shared):
    """Yield (document, start, end, part) of each row of the seeds' tables."""
    text = (shared / "gold" / "seeds" / "findings.md").read_text(encoding="utf-8")
    pieces = _HEADING.split(text[text.index("## (f)") :])
    for doc, table in zip(pieces[1::2], pieces[2::2], strict=True):
        for start, end, part in _ROW.findall(table):
            yield doc, int(start), int(end), part


def coded(part):
    if part.startswith("furniture"):
        return "furniture"
    section = re.search(r"section (\d)", part)
    kind = "title" if re.match(r"section \d headline", part) else "text"
    return f"{section[1] if section else 0} {kind}"


def read_as(document):
    told = [""] * len(document.text)
    for section in document.sections:
        for part in section.parts:
            kind = "title" if part.kind == "title" else "text"
            told[part.start : part.end] = [f"{section.number} {kind}"] * (part.end - part.start)
    for part in document.furniture:
        told[part.start : part.end] = ["furniture"] * (part.end - part.start)
    return told


def test_characters_agree_with_the_tables(shared, seeds):
    agree = total = 0
    for doc, start, end, part in tables(shared):
        told = read_as(seeds[doc])
        for at in range(start, end):
            if not seeds[doc].text[at].isspace():
                total += 1
                agree += told[at] == coded(part)
    assert total > 16_000
    assert agree / total >= 0.999


def test_dates_and_publishers_of_the_seeds_are_what_their_pages_state(seeds):
    found = {
        (doc, section.number): (section.date, section.publisher)
        for doc, document in seeds.items()
        for section in document.sections
    }
    assert found["000", 0][0] is None
    assert found["001", 0] == (None, None)
    assert found["002", 0] == ("2023-12-03", "البوابة نيوز")
    assert found["002", 1] == (None, None)
    assert found["003", 0] == ("2016-11-30", None)
    assert found["004", 0] == (None, "العربية نت")


@pytest.mark.parametrize("part", ["seeds", "dev", "collation/dev"])
def test_every_gold_claim_lies_in_its_section(shared, part):
    folder = shared / "gold" / part
    documents = {
        document.id: document for document in intake.read([str(folder / "docs.jsonl")], knowledge=packs.load())
    }
    claims = [json.loads(line) for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    lost = []
    for claim in claims:
        start = claim.get("quote_start", claim["start"])
        held = [
            section.number
            for section in documents[claim["doc"]].sections
            if any(part.start <= start < part.end and part.kind in ARTICLE_KINDS for part in section.parts)
        ]
        if held != [claim["section"]]:
            lost.append((claim["id"], held))
    assert len(claims) > 90
    assert lost == []


@pytest.mark.parametrize("corpus", ["ant/2018-02.jsonl.zip", "saudinewsnet/2015-07-23.zip"])
def test_a_headline_is_found_in_the_text_where_no_field_gives_it(shared, corpus):
    knowledge = packs.load()
    found = total = 0
    for number, record in enumerate(intake.records([str(shared / "corpus" / corpus)])):
        if number % 5 or not isinstance(record, intake.Record) or not record.title or not record.body.strip():
            continue
        title = " ".join(record.title.split())
        page = intake.to_document(intake.Record(body=f"{title}\n{record.body}"), knowledge)
        total += 1
        found += page.sections[0].title == title
    assert total > 100
    assert found / total >= 0.99
