"""The evaluation gate: what extraction and collation measured when it was last recorded, they still measure.

`recorded.json` holds the figures. Whoever makes the program better records the better figure; whoever makes it worse
by more than a hundredth finds out here.
"""

import json
import pathlib
import subprocess
import sys

import msgspec
import pytest

from tawatur.collate import collate
from tawatur.evaluate import CodedClaim, CodedFinding, Trap, score_claims, score_findings
from tawatur.extract import extract
from tawatur.intake import read
from tawatur.model import Claim, Document, InputError, read_lines, reports, to_json
from tawatur.packs import load, names

RECORDED = json.loads((pathlib.Path(__file__).parent / "recorded.json").read_text(encoding="utf-8"))
TOLERANCE = 0.01


@pytest.fixture(scope="module")
def knowledge():
    return load(names())


def rows(kind: type, path: pathlib.Path):
    with path.open("rb") as lines:
        return list(read_lines(kind, lines, str(path)))


def documents(path: pathlib.Path, knowledge) -> list[Document]:
    found = list(read([str(path)], knowledge=knowledge))
    assert not [one for one in found if isinstance(one, InputError)]
    return found


def reference(tool: pathlib.Path, *arguments: object):
    done = subprocess.run([sys.executable, str(tool), *map(str, arguments), "--json"], check=True, capture_output=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_extraction_reads_the_gold_as_well_as_recorded(name, shared, tmp_path, knowledge):
    folder = shared / "gold" / name
    claims = [one for doc in documents(folder / "docs.jsonl", knowledge) for one in extract(doc, knowledge)]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(to_json(one) + "\n" for one in claims), encoding="utf-8")

    theirs = reference(shared / "tools" / "score.py", folder / "claims.jsonl", predicted)
    keys = json.loads((shared / "gold" / "keys.json").read_text(encoding="utf-8"))
    ours = score_claims(
        rows(CodedClaim, folder / "claims.jsonl"), claims, parents={row["key"]: row["parent"] for row in keys}
    ).score

    assert (ours.f1, ours.full) == pytest.approx((theirs["f1"], theirs["full"]))
    assert ours.f1 >= RECORDED[name]["f1"] - TOLERANCE
    assert ours.full >= RECORDED[name]["full"] - TOLERANCE


def test_collation_finds_what_is_recorded_and_springs_no_further_trap(shared, tmp_path, knowledge):
    folder = shared / "gold" / "collation" / "dev"
    read_reports = [one for doc in documents(folder / "docs.jsonl", knowledge) for one in reports(doc)]
    findings = collate(rows(Claim, folder / "claims.jsonl"), read_reports, knowledge)
    predicted = tmp_path / "findings.jsonl"
    predicted.write_text("".join(to_json(one) + "\n" for one in findings), encoding="utf-8")

    theirs = reference(
        shared / "tools" / "score_findings.py", folder / "findings.jsonl", predicted, "--traps", folder / "traps.jsonl"
    )
    ours = score_findings(rows(CodedFinding, folder / "findings.jsonl"), findings, rows(Trap, folder / "traps.jsonl"))

    assert msgspec.to_builtins(ours.score)["kinds"] == {kind: tuple(pair) for kind, pair in theirs["kinds"].items()}
    assert (ours.score.recall, ours.score.precision) == pytest.approx((theirs["recall"], theirs["precision"]))
    assert ours.score.recall >= RECORDED["collation"]["recall"] - TOLERANCE
    assert ours.score.precision >= RECORDED["collation"]["precision"] - TOLERANCE
    assert ours.score.traps <= RECORDED["collation"]["traps"]
