"""Our scores are the reference scorers' scores, on the gold itself and on predictions that are wrong in many ways."""

import json
import pathlib
import random
import subprocess
import sys

import msgspec
import pytest

from tawatur.evaluate import CodedClaim, CodedFinding, Trap, score_claims, score_findings
from tawatur.model import Claim, Finding

SETS = ("seeds", "dev", "collation/dev")


def rows(path: pathlib.Path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def reference(shared: pathlib.Path, tool: str, *arguments: object):
    command = [sys.executable, str(shared / "tools" / tool), *map(str, arguments), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def parents(shared: pathlib.Path):
    keys = json.loads((shared / "gold" / "keys.json").read_text(encoding="utf-8"))
    return {row["key"]: row["parent"] for row in keys}


def flat(score: dict) -> dict[str, float]:
    return {**{name: value for name, value in score.items() if name != "slots"}, **score["slots"]}


def garble(claim: dict, rng: random.Random) -> dict:
    """Return the claim as a poor reader might have coded it."""
    claim = {name: value for name, value in claim.items() if not name.endswith("_words")}
    slips = [
        lambda: claim.update(low=rng.choice([claim["low"], 7]), high=claim["high"]),
        lambda: claim.update(measure=rng.choice(["killed", "attacks", "operations"])),
        lambda: claim.update(start=claim["start"] + rng.randint(-15, 15), end=claim["end"] + rng.randint(-15, 15)),
        lambda: claim.update(of=rng.choice(["daesh", "civilians", "usa+coalition", "مدنيون", "Civilian people", None])),
        lambda: claim.update(by=rng.choice(["centcom", "usa", "القوات العراقية", None])),
        lambda: claim.update(where=rng.choice([["SY"], ["Tadmur, SY"], ["northern Al-Hasakah, SY"], ["IQ", "SY"], []])),
        lambda: claim.update(when=rng.choice([None, {"start": "2015-07-01", "end": None}])),
        lambda: claim.update(source=rng.choice([[], ["centcom"], ["الناطق باسم القوات"], ["sohr", "reuters"]])),
        lambda: claim.update(section=rng.choice([0, 1])),
        lambda: claim.update(bound="about", unit="event", modality="possible"),
        lambda: claim.update(optional=not claim["optional"]),
        lambda: claim.update(doc=rng.choice([claim["doc"], "elsewhere"])),
    ]
    for slip in rng.sample(slips, rng.randint(0, 3)):
        slip()
    return claim


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_claims_get_the_reference_score(shared, tmp_path, name, seed):
    gold = shared / "gold" / name / "claims.jsonl"
    claims = rows(gold)
    if seed is not None:
        rng = random.Random(seed)
        claims = [garble(claim, rng) for claim in claims if rng.random() < 0.9 for _ in range(rng.choice([1, 1, 2]))]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")

    ours = score_claims(
        msgspec.convert(rows(gold), list[CodedClaim]), msgspec.convert(claims, list[Claim]), parents=parents(shared)
    )

    assert flat(msgspec.to_builtins(ours.score)) == pytest.approx(flat(reference(shared, "score.py", gold, predicted)))
    assert ours.score.hits == len(ours.pairs)
    assert ours.score.gold - ours.score.hits == len(ours.missed)
    assert ours.score.predicted - ours.score.hits == len(ours.extra)


def as_predicted(finding: dict) -> dict:
    """Return an expected finding in the form of findings that a program gives."""

    def number(value):
        if isinstance(value, list):
            return [number(item) for item in value]
        if isinstance(value, dict) and "quote" in value:
            return {"section": 0, **value, "id": "x", "end": value["start"] + len(value["quote"])}
        if isinstance(value, dict):
            return {name: number(item) for name, item in value.items()}
        return value

    kept = {name: number(value) for name, value in finding.items() if name != "instances"}
    docs = finding.get("docs") or sorted({claim["doc"] for claim in finding.get("claims", [])})
    return {**kept, "docs": docs, "weight": 0.5, "explanation": {"en": "", "ar": ""}}


def garble_finding(finding: dict, others: list[dict], rng: random.Random) -> dict:
    finding = dict(finding)
    slips = [
        lambda: finding.update(kind=rng.choice(["conflict", "agreement", "variant", "copy", "same_number"])),
        lambda: finding.update(claims=rng.choice(others)["claims"]),
        lambda: finding.update(docs=finding["docs"][: rng.randint(0, len(finding["docs"]))]),
        lambda: finding.update(holds=rng.choice([True, False])),
        lambda: finding.update(slot=rng.choice(["value", "where"])),
        lambda: finding.update(odd=finding.get("norm", []), norm=finding.get("odd", [])),
        lambda: finding.update(voices=[{"origin": "x", "claims": [one]} for one in rng.choice(others)["claims"][:3]]),
    ]
    for slip in rng.sample(slips, rng.randint(0, 3)):
        slip()
    return finding


@pytest.mark.parametrize("seed", [None, 1, 2, 3, 4, 5, 6])
def test_findings_get_the_reference_score(shared, tmp_path, seed):
    folder = shared / "gold" / "collation" / "dev"
    expected = rows(folder / "findings.jsonl")
    predicted = [as_predicted(finding) for finding in expected]
    if seed is not None:
        rng = random.Random(seed)
        predicted = [garble_finding(one, predicted, rng) for one in predicted for _ in range(rng.choice([0, 1, 2]))]
    path = tmp_path / "findings.jsonl"
    path.write_text("".join(json.dumps(finding) + "\n" for finding in predicted), encoding="utf-8")

    ours = score_findings(
        msgspec.convert(expected, list[CodedFinding]),
        msgspec.convert(predicted, list[Finding]),
        msgspec.convert(rows(folder / "traps.jsonl"), list[Trap]),
    )

    theirs = reference(shared, "score_findings.py", folder / "findings.jsonl", path, "--traps", folder / "traps.jsonl")
    assert json.loads(msgspec.json.encode(ours.score)) == {
        **theirs,
        "recall": pytest.approx(theirs["recall"]),
        "precision": pytest.approx(theirs["precision"]),
    }
