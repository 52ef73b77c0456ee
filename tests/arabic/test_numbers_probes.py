"""Every probe is read whole and right: value, bound, unit, how many; and, where it says so, the very words."""

import json
import pathlib

import pytest

from tawatur.arabic import find_numbers

OWN = pathlib.Path(__file__).parent / "data" / "number_probes.jsonl"


def probes(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def stated(expected):
    return [(probe["low"], probe["high"], probe["bound"], probe["unit"]) for probe in expected]


def read(text):
    return [(number.low, number.high, number.bound, number.unit) for number in find_numbers(text)]


@pytest.mark.parametrize("probe", probes(OWN), ids=lambda probe: f"{probe['id']}-{probe['group']}")
def test_own_probe(probe):
    text = probe["text"]
    assert read(text) == stated(probe["expected"])
    for number, expected in zip(find_numbers(text), probe["expected"], strict=True):
        assert text[number.start : number.end] == expected.get("span", text[number.start : number.end])


def test_own_probes_cover_every_class_of_the_gold(shared):
    groups = {probe["group"] for probe in probes(OWN)}
    assert groups >= {probe["group"] for probe in probes(shared / "gold" / "probes" / "numbers.jsonl")}


def test_gold_probes(shared):
    gold = probes(shared / "gold" / "probes" / "numbers.jsonl")
    wrong = [probe["id"] for probe in gold if read(probe["text"]) != stated(probe["expected"])]
    assert wrong == []


def test_numbers_of_the_gold_claims_are_found(shared):
    """A claim's own number is among those read: its value and bound, on its words."""
    found = missed = 0
    for name in ("seeds", "dev", "collation/dev"):
        folder = shared / "gold" / name
        documents = {record["doc"]: record["text"] for record in probes(folder / "docs.jsonl")}
        numbers = {doc: find_numbers(text) for doc, text in documents.items()}
        for claim in probes(folder / "claims.jsonl"):
            outcome = claim["low"] == claim["high"] == 1 and claim["bound"] == "exact"
            dated = isinstance(claim["low"], str) or claim["low"] is claim["high"] is None
            if claim["optional"] or outcome or dated or claim["doc"] not in numbers or claim["change"]:
                continue
            wanted = (claim["low"], claim["high"], claim["bound"])
            here = [n for n in numbers[claim["doc"]] if n.start < claim["end"] and n.end > claim["start"]]
            found += any((n.low, n.high, n.bound) == wanted for n in here)
            missed += all((n.low, n.high, n.bound) != wanted for n in here)
    assert found >= 350
    assert missed == 0
