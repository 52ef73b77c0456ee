"""The hand-coded articles: what is stored of them, and how far their coders agree."""

import importlib
import json
import pathlib
import sys

import pytest

from tawatur.evaluate import CodedClaim
from tawatur.model import read_lines

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STORED = ROOT / "tests" / "evaluation" / "articles"
SETS = {
    "developed_on": ("developed_on",),
    "held_out": ("held_out",),
    "later_coder": ("later_coder",),
    "coded_twice": ("coded_twice.first", "coded_twice.second"),
}
CODINGS = [(documents, coding) for documents, codings in SETS.items() for coding in codings]


@pytest.fixture
def tool(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))

    def loaded(name: str):
        sys.modules.pop(name, None)
        return importlib.import_module(name)

    return loaded


def stored(coding: str) -> list[dict]:
    return [json.loads(line) for line in (STORED / f"{coding}.claims.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("documents", "coding"), CODINGS)
def test_a_coding_keeps_offsets_and_slots_and_none_of_the_articles_words(documents, coding, tool):
    known = tool("coded_articles").hashes(documents)
    claims = stored(coding)
    ids = {claim["id"] for claim in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert claim["doc"] in known
        assert 0 <= claim["quote_start"] <= claim["start"] < claim["end"] <= claim["quote_end"]
        assert claim["same_as"] is None or claim["same_as"] in ids - {claim["id"]}
        assert not claim.keys() & {"quote", "number", "name", "note", "of_words", "by_words", "source_words"}


def test_what_is_put_together_reads_as_the_gold_does(shared, tool, tmp_path):
    tool("coded_articles").put_together(shared, tmp_path)
    for name in ("developed_on", "held_out"):
        with (tmp_path / name / "docs.jsonl").open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        texts = {row["doc"]: row["text"] for row in rows}
        with (tmp_path / name / "claims.jsonl").open("rb") as coded:
            claims = list(read_lines(CodedClaim, coded, name))
        assert len(claims) == len(stored(name))
        assert all(texts[one.doc][one.quote_start : one.quote_end] == one.quote for one in claims)


def test_no_article_stands_in_two_sets(tool):
    sets = ("developed_on", "held_out")
    drawn = [document for name in sets for document in tool("coded_articles").hashes(name)]
    assert len(drawn) == len(set(drawn))


@pytest.mark.parametrize("name", ["cases", "held_out_cases"])
@pytest.mark.parametrize("kind", ["findings", "traps"])
def test_a_real_case_keeps_where_its_figures_stand_and_no_words_of_the_reports(name, kind, tool):
    known = tool("coded_articles").hashes(name)
    lines = (STORED / f"{name}.{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    references = [one for line in lines for one in references_in(json.loads(line))]
    assert references
    for one in references:
        assert one["doc"] in known
        assert 0 <= one["start"] < one["end"]
        assert "quote" not in one


def references_in(value):
    if isinstance(value, dict) and "start" in value:
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for part in parts for one in references_in(part)]


@pytest.mark.parametrize("others", ["held_out_cases", "held_out"])
def test_no_report_of_the_cases_developed_on_is_held_out_under_any_id(others, tool):
    texts = [set(tool("coded_articles").hashes(name).values()) for name in ("cases", others)]
    assert not texts[0] & texts[1]


def test_what_real_cases_are_put_together_of_finds_itself(shared, tool, tmp_path):
    tool("real_cases").put_together(shared, tmp_path)
    for name in ("cases", "held_out_cases"):
        texts = {row["doc"]: row["text"] for row in read_rows(tmp_path / name / "docs.jsonl")}
        references = references_in(read_rows(tmp_path / name / "findings.jsonl"))
        assert all(one["quote"] and one["quote"] in texts[one["doc"]] for one in references)


def read_rows(path: pathlib.Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_two_coders_agree_more_than_any_program_does_with_either(shared, tool):
    measured = tool("coder_agreement").agreement(shared)
    strict, one_place = measured["the first coder by the second"]
    assert strict.f1 > 0.95
    assert strict.full < one_place.full
    assert one_place.full > 0.85
    assert all(value >= 0.9 for value in one_place.slots.values())
    strict, _ = measured["the coder of the later articles by the reviewed coding"]
    assert strict.f1 > 0.9
    assert strict.full > 0.65
