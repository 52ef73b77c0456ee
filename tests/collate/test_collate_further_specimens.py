"""The second lot of further specimens, collated from the claims coded by hand: what is to be found is, and no trap springs."""

from pathlib import Path

import msgspec

from tawatur import packs
from tawatur.collate import collate
from tawatur.evaluate import CodedFinding, Trap, score_findings
from tawatur.intake import read
from tawatur.model import Claim, Document, reports

LOT = Path(__file__).parent / "further_specimens" / "developed_on_2"


def rows(kind, name):
    return [msgspec.json.decode(line, type=kind) for line in (LOT / name).read_bytes().splitlines()]


def test_what_was_planted_is_found_from_coded_claims():
    knowledge = packs.load(packs.names())
    documents = [one for one in read([str(LOT / "docs.jsonl")], knowledge=knowledge) if isinstance(one, Document)]
    given = [report for document in documents for report in reports(document)]
    found = collate(rows(Claim, "claims.jsonl"), given, knowledge)
    score = score_findings(rows(CodedFinding, "findings.jsonl"), found, rows(Trap, "traps.jsonl")).score
    assert score.recall >= 0.97
    assert score.precision == 1.0
    assert score.traps == 0
