"""The published JSON Schemas describe what the program writes, and the gold."""

import json
import pathlib

import jsonschema
import pytest

from tawatur.model import (
    PUBLISHED,
    Claim,
    Document,
    Explanation,
    Finding,
    Part,
    Period,
    Place,
    Section,
    Voice,
    identify,
    identify_finding,
    refer,
    to_json,
)

PAGES = pathlib.Path(__file__).resolve().parent.parent.parent / "docs" / "schema"


def validator(name):
    schema = json.loads((PAGES / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


CLAIM = identify(
    Claim(
        doc="a",
        start=5,
        end=7,
        quote_start=0,
        quote_end=13,
        quote="مقتل 12 مسلحا",
        number="12",
        measure="killed",
        low=12,
        high=None,
        bound="more_than",
        unit="person",
        where=("Mosul, IQ",),
        when=Period("2017-03-01", None),
        source=("centcom",),
        places=(Place(name="Mosul, IQ", id="99072", latitude=36.3, longitude=43.1),),
        spans={"of": ((8, 13),)},
        confidence=0.9,
    )
)
DOCUMENT = Document(
    id="a",
    text="مقتل 12 مسلحا",
    sections=(Section(parts=(Part(0, 13, "title"),), date="2017-03-02"),),
    furniture=(Part(13, 13, "share"),),
    metadata={"language": "ar"},
)
FINDING = identify_finding(
    Finding(
        id="",
        kind="conflict",
        claims=(refer(CLAIM),),
        docs=("a",),
        weight=0.5,
        explanation=Explanation("Two figures.", "رقمان."),
        voices=(Voice(origin="centcom", claims=(refer(CLAIM),)),),
    )
)


@pytest.mark.parametrize(("name", "value"), [("claim", CLAIM), ("document", DOCUMENT), ("finding", FINDING)])
def test_what_the_program_writes_is_valid(name, value):
    validator(name).validate(json.loads(to_json(value)))


@pytest.mark.parametrize(
    "change",
    [{"measure": "slain"}, {"start": "5"}, {"bound": "roughly"}, {"where": "Mosul"}, {"when": {"start": "2017"}}],
)
def test_what_is_no_claim_is_not_valid(change):
    row = {**json.loads(to_json(CLAIM)), **change}
    assert not validator("claim").is_valid(row)


@pytest.mark.parametrize("missing", ["doc", "start", "end", "quote", "number", "measure"])
def test_what_a_claim_needs(missing):
    row = json.loads(to_json(CLAIM))
    del row[missing]
    assert not validator("claim").is_valid(row)


@pytest.mark.parametrize("name", ["seeds", "dev", "collation/dev"])
def test_hand_coded_claims_are_valid(shared, name):
    check = validator("claim")
    rows = (shared / "gold" / name / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert rows
    for row in rows:
        check.validate(json.loads(row))


def test_a_schema_is_published_for_every_type():
    assert {path.name.partition(".")[0] for path in PAGES.glob("*.schema.json")} == set(PUBLISHED)
