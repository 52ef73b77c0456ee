"""The specimen reports are what their README says: ours, invented outlets, and the planted slips where they stand."""

import collections
import json
import pathlib
import re
from importlib import resources

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = ROOT / "src" / "tawatur" / "demo" / "reports.jsonl"
README = REPORTS.with_name("README.md")
PLANTED = json.loads((ROOT / "tests" / "demo" / "planted.json").read_text(encoding="utf-8"))
RECORDS = [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]
# The raw text: title, line feed, body where they come apart.
TEXTS = {
    record["doc"]: "\n".join([*([record["title"]] if "title" in record else []), record["text"]]) for record in RECORDS
}
SHARED_WORDS = 8


def references(value):
    """All claim references anywhere below a value."""
    if isinstance(value, dict) and "quote" in value:
        return [value]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [reference for item in below for reference in references(item)]


def words(text):
    """The words of a text, without vowel marks, tatweel and the spelling of the alef."""
    bare = re.sub("[\u064b-\u065f\u0640]", "", text)
    return re.findall(r"\w+", re.sub("[أإآ]", "ا", bare))


def phrases(text):
    """Every run of words so long that two people don't write it by chance."""
    run = words(text)
    return {tuple(run[at : at + SHARED_WORDS]) for at in range(len(run) - SHARED_WORDS + 1)}


def test_there_are_enough_reports_of_enough_outlets():
    assert 10 <= len(RECORDS) <= 15
    assert len({record["doc"] for record in RECORDS}) == len(RECORDS)
    assert len({record["publisher"] for record in RECORDS}) >= 8


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["doc"])
def test_a_report_has_an_address_that_leads_nowhere_and_the_length_of_a_report(record):
    assert re.match(r"https://[a-z]+\.example/", record["url"])
    assert 120 <= len(record["text"].split()) <= 350


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["doc"])
def test_no_sentence_of_the_gold_is_copied(record, shared):
    gold = [*shared.glob("seeds/*.txt"), *shared.glob("gold/**/docs.jsonl")]
    assert gold
    theirs = set()
    for path in gold:
        theirs |= phrases(path.read_text(encoding="utf-8").replace("\\n", "\n"))
    assert not phrases(TEXTS[record["doc"]]) & theirs


@pytest.mark.parametrize("planted", [*PLANTED["findings"], *PLANTED["traps"]], ids=lambda planted: planted["id"])
def test_what_was_planted_stands_where_it_is_said_to(planted):
    assert set(planted.get("docs", [])) <= TEXTS.keys()
    for reference in references(planted):
        start = reference["start"]
        assert TEXTS[reference["doc"]][start : start + len(reference["quote"])] == reference["quote"]


def test_every_garble_that_the_readme_names_is_planted_in_the_report_that_it_names():
    section = README.read_text(encoding="utf-8").split("## What is wrong on purpose")[1]
    named = set(re.findall(r"`([a-z]+-\d{4}-\d{2}-\d{2})`", section))
    assert named <= TEXTS.keys()
    kinds = collections.Counter(finding["kind"] for finding in PLANTED["findings"])
    assert kinds.keys() >= {
        "copy",
        "statement",
        "variant",
        "lineage",
        "agreement",
        "conflict",
        "same_number",
        "sum",
        "change",
        "date",
    }


def test_the_package_carries_all_reports():
    packaged = resources.files("tawatur.demo").joinpath("reports.jsonl").read_text(encoding="utf-8")
    assert packaged == REPORTS.read_text(encoding="utf-8")
