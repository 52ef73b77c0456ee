"""Claims and documents go to JSON and back unchanged, and have the same id wherever they are read."""

import pickle

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import (
    Claim,
    Document,
    Explanation,
    Finding,
    InputError,
    Part,
    Period,
    Place,
    Report,
    Section,
    digest,
    document_id,
    identify,
    identify_finding,
    read_lines,
    refer,
    reports,
    to_json,
)

text = st.text(st.characters(codec="utf-8"), max_size=20)
offset = st.integers(0, 10**6)
value = st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | text
day = st.none() | st.dates().map(str)

claims = st.builds(
    Claim,
    id=text,
    doc=text,
    section=st.integers(0, 9),
    start=offset,
    end=offset,
    quote_start=offset,
    quote_end=offset,
    quote=text,
    number=text,
    measure=st.sampled_from(["killed", "role", "began", "other"]),
    low=value,
    high=value,
    bound=st.sampled_from(["exact", "about", "indefinite"]),
    unit=text,
    change=st.booleans(),
    of=st.none() | text,
    by=st.none() | text,
    name=st.none() | text,
    where=st.lists(text, max_size=3).map(tuple),
    when=st.none() | st.builds(Period, day, day),
    source=st.lists(text, max_size=3).map(tuple),
    modality=st.sampled_from(["asserted", "possible"]),
    optional=st.booleans(),
    same_as=st.none() | text,
    note=st.none() | text,
    places=st.lists(st.builds(Place, name=text, id=text, latitude=st.none() | st.floats(-90, 90)), max_size=2).map(
        tuple
    ),
    spans=st.dictionaries(text, st.lists(st.tuples(offset, offset), max_size=2).map(tuple), max_size=2),
    confidence=st.none() | st.floats(0, 1),
)
parts = st.lists(st.builds(Part, offset, offset, st.sampled_from(["title", "body", "share"])), max_size=3).map(tuple)
documents = st.builds(
    Document,
    id=text,
    text=text,
    sections=st.lists(st.builds(Section, number=offset, title=st.none() | text, parts=parts), max_size=2).map(tuple),
    furniture=parts,
    metadata=st.dictionaries(text, text, max_size=2),
    repairs=st.lists(text, max_size=2).map(tuple),
)


@given(st.lists(claims, max_size=3))
def test_claims_go_to_json_lines_and_back(found):
    lines = [to_json(claim) for claim in found]
    assert all("\n" not in line for line in lines)
    assert list(read_lines(Claim, lines, "-")) == found
    assert [to_json(claim) for claim in read_lines(Claim, lines, "-")] == lines


@given(documents)
def test_documents_go_to_json_and_to_another_process_and_back(document):
    assert list(read_lines(Document, [to_json(document)], "-")) == [document]
    assert pickle.loads(pickle.dumps(document)) == document


def test_arabic_letters_are_written_as_they_are():
    assert "مقتل" in to_json({"quote": "مقتل"})


def test_blank_lines_are_passed_over_and_unknown_fields_ignored():
    line = (
        '{"doc":"a","start":0,"end":1,"quote_start":0,"quote_end":1,"quote":"","number":"","measure":"role","mood":1}'
    )
    assert [claim.doc for claim in read_lines(Claim, ["", line, " \n", line.encode()], "x")] == ["a", "a"]


@pytest.mark.parametrize("bad", ["{", "[]", '{"doc": 1}', b"\xff", b'{"doc": "\xff"}'])
def test_a_bad_line_is_named(bad):
    with pytest.raises(InputError, match=r"^claims\.jsonl: line 2: not a claim: "):
        list(read_lines(Claim, ["\n", bad], "claims.jsonl"))


@given(claims)
def test_a_claims_id_is_its_documents_and_a_hash_of_what_it_says(claim):
    named = identify(claim)
    assert named.id.startswith(f"{claim.doc}-")
    assert identify(named) == named
    unsaid = msgspec.structs.replace(
        claim, id="x", confidence=0.5, extractor="other", note="n", same_as="y", optional=True
    )
    assert identify(unsaid).id == named.id


@given(claims, st.sampled_from(["low", "of", "where", "start", "section", "modality"]))
def test_another_saying_is_another_id(claim, field):
    other = {
        "low": 12345.5,
        "of": "somebody else entirely",
        "where": ("Nowhere at all, XX",),
        "start": claim.start + 1,
        "section": claim.section + 1,
        "modality": "denied",
    }[field]
    assert identify(msgspec.structs.replace(claim, **{field: other})).id != identify(claim).id


def test_ids_never_change():
    claim = Claim(doc="a", start=5, end=7, quote_start=0, quote_end=13, quote="مقتل 12 مسلحا", number="12",
                  measure="killed", low=12, high=12, of="daesh", where=("IQ",), when=Period("2017-03-01", None))  # fmt: skip
    assert identify(claim).id == "a-89319818d7b1"
    assert document_id("وكالة", None, "2017-03-02", "نص") == "4f78d8ea5a654540"


def test_a_documents_id_is_a_hash_of_publisher_address_date_and_text():
    whole = ("p", "u", "2017-03-02", "نص")
    assert document_id(*whole) == document_id(*whole)
    assert len({document_id(*whole), *(document_id(*whole[:at], None, *whole[at + 1 :]) for at in range(3))}) == 4
    assert document_id("a", None, None, "b") != document_id(None, "a", None, "b")


def test_a_digest_tells_fields_apart():
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest("a", length=32)) == 32


@given(st.permutations(["a", "b", "c"]))
def test_a_findings_id_does_not_depend_on_the_order_of_its_claims(order):
    def finding(names):
        cited = tuple(
            refer(Claim(doc=name, start=1, end=2, quote_start=0, quote_end=3, quote="", number="", measure="killed"))
            for name in names
        )
        return Finding(
            id="", kind="agreement", claims=cited, docs=tuple(names), weight=0.1, explanation=Explanation("", "")
        )

    assert identify_finding(finding(order)).id == identify_finding(finding(["a", "b", "c"])).id
    assert identify_finding(finding(["a", "b"])).id != identify_finding(finding(["a", "b", "c"])).id


def test_a_report_is_a_section_and_its_passages_are_its_parts():
    document = Document(
        id="a",
        text="عنوان\nمتن\nإعلان",
        sections=(
            Section(title="عنوان", publisher="و", date="2017-03-02", parts=(Part(0, 5, "title"), Part(6, 9, "body"))),
            Section(number=1),
        ),
    )
    first, second = reports(document)
    assert (first.doc, first.section, first.publisher, first.date) == ("a", 0, "و", "2017-03-02")
    assert list(first.passages()) == [(0, "عنوان"), (6, "متن")]
    assert list(second.passages()) == [(0, document.text)]
    assert isinstance(second, Report)


def test_an_error_is_one_line_and_crosses_processes():
    error = InputError("no text", source="a.zip", place="b.txt, line 7", remedy="give it one")
    assert str(error) == "a.zip: b.txt, line 7: no text (give it one)"
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.problem, again.place) == (str(error), "no text", "b.txt, line 7")
    assert str(InputError("no text")) == "no text"
