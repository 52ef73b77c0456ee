"""The floors that collation must keep on the hand-coded specimens."""

import json
import subprocess
import sys

import msgspec
import pytest

from tawatur import intake
from tawatur.collate import collate
from tawatur.extract import extract
from tawatur.model import Claim, reports, to_json


def collated(folder, knowledge, *, coded=True):
    documents = list(intake.read([str(folder / "docs.jsonl")], knowledge=knowledge))
    if coded:
        claims = coded_claims(folder)
    else:
        claims = [claim for document in documents for claim in extract(document, knowledge)]
    return collate(claims, [report for document in documents for report in reports(document)], knowledge)


def coded_claims(folder):
    names = set(Claim.__struct_fields__)
    coded = [json.loads(line) for line in (folder / "claims.jsonl").read_text("utf-8").splitlines()]
    return [
        msgspec.convert({name: value for name, value in claim.items() if name in names and value is not None}, Claim)
        for claim in coded
    ]


@pytest.fixture(scope="session", params=["from coded claims", "from the texts alone"])
def on_seeds(request, shared, knowledge):
    return collated(shared / "gold" / "seeds", knowledge, coded=request.param == "from coded claims")


def test_specimens_with_coded_claims(shared, knowledge, tmp_path):
    gold = shared / "gold" / "collation" / "dev"
    predicted = tmp_path / "findings.jsonl"
    predicted.write_text("".join(to_json(finding) + "\n" for finding in collated(gold, knowledge)), "utf-8")
    scorer = [sys.executable, str(shared / "tools" / "score_findings.py"), "--json"]
    arguments = [str(gold / "findings.jsonl"), str(predicted), "--traps", str(gold / "traps.jsonl")]
    scores = json.loads(subprocess.run([*scorer, *arguments], capture_output=True, check=True, text=True).stdout)
    assert scores["recall"] >= 0.95
    assert scores["precision"] >= 0.90
    assert scores["traps"] == 0


@pytest.mark.parametrize(
    ("kind", "figures"),
    [
        ("same_number", {("001", 153), ("002", 153)}),
        ("date", {("003", "2016-08-14"), ("000", "2014-09"), ("001", "2014-09")}),
        ("date", {("003", "2016-08-14"), ("003", "2014-08-15")}),
        ("date", {("000", "2014-09"), ("001", "2014-09"), ("003", "2014-08-15")}),
        ("date", {("003", "2016-08-14")}),
        ("date", {("002", 78)}),
        ("conflict", {("002", 700), ("002", 491)}),
        ("conflict", {("002", 9000), ("002", 12000)}),
        ("sum", {("002", 1200), ("002", 800), ("002", 400)}),
        ("sum", {("002", 700), ("002", 300), ("002", 100)}),
    ],
)
def test_what_a_careful_reader_finds_in_the_seeds(on_seeds, kind, figures):
    found = [{(claim.doc, claim.low) for claim in finding.claims} for finding in on_seeds if finding.kind == kind]
    assert figures in found


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param({("000", 1), ("003", 1)}, id="a forecast and its outcome"),
        pytest.param({("002", 2500), ("002", 1200)}, id="Iraq and Syria, and Syria"),
        pytest.param({("003", 10000), ("002", 2500)}, id="eight years apart"),
        pytest.param({("000", 95), ("003", 56)}, id="shares of other lands and years"),
        pytest.param({("000", 95), ("003", 27)}, id="shares of other lands and years, Syria"),
        pytest.param({("003", 68), ("003", 40)}, id="68 is more than 40"),
    ],
)
def test_what_is_no_contradiction_in_the_seeds(on_seeds, figures):
    for finding in on_seeds:
        assert not figures <= {(claim.doc, claim.low) for claim in finding.claims}, finding.explanation.en


def test_chance_is_no_finding_in_the_seeds(on_seeds):
    for finding in on_seeds:
        if finding.kind in {"agreement", "same_number", "conflict"}:
            assert len({claim.low for claim in finding.claims if claim.low == 300}) == 0
        if finding.kind == "agreement":
            assert all(claim.low != 153 for claim in finding.claims)
