"""What never changes a finding, and what no input can break."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import packs
from tawatur.collate import collate
from tawatur.model import Claim, Period, Report

PLACES = [(), ("IQ",), ("SY",), ("IQ", "SY"), ("Raqqa, SY",), ("Nowhere, XX",)]
DAYS = [None, "2024-05-01", "2024-05-03", "2024-06-30"]


@st.composite
def claims(draw):
    day = draw(st.sampled_from(DAYS))
    low = draw(st.sampled_from([None, 2, 5, 36, 41, 153, 713, "2014-09"]))
    start = draw(st.integers(-5, 900))
    return Claim(
        id=f"c{draw(st.integers(0, 10**6))}",
        doc=draw(st.sampled_from("abcdef")),
        section=draw(st.sampled_from([0, 0, 0, 1])),
        start=start,
        end=start + 3,
        quote_start=start,
        quote_end=start + 9,
        quote="كلمات",
        number="5",
        measure=draw(st.sampled_from(["killed", "wounded", "attacks", "began", "ended", "held", "role"])),
        low=low,
        high=draw(st.sampled_from([low, None])),
        bound=draw(st.sampled_from(["exact", "about", "more_than", "ambiguous"])),
        unit=draw(st.sampled_from(["person", "event", "percent"])),
        change=draw(st.booleans()),
        of=draw(st.sampled_from([None, "daesh", "daesh_leaders", "civilians", "coalition"])),
        by=draw(st.sampled_from([None, "daesh", "coalition"])),
        where=draw(st.sampled_from(PLACES)),
        when=None if day is None else Period(start=draw(st.sampled_from([day, "2024-01-01", None])), end=day),
        source=draw(st.sampled_from([(), ("sohr",), ("centcom",), ("usa", "afp"), ("مصدر محلي",)])),
        modality=draw(st.sampled_from(["asserted", "asserted", "planned"])),
    )


@st.composite
def reports(draw):
    made = []
    for doc in "abcde":  # "f" and sections 1 have claims but no report
        seed = draw(st.integers(0, 2))
        words = " ".join(f"لفظ{random.Random(seed).random()}" for _ in range(5)) + f" كلمة{seed}" * 40
        date = draw(st.sampled_from([None, "2024-05-02", "2024-05-04", "no day"]))
        made.append(Report(doc=doc, text=words, date=date, publisher=draw(st.sampled_from([None, "صحيفة", "وكالة"]))))
    return made


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(claims(), max_size=30, unique_by=lambda claim: claim.id), reports(), st.randoms())
def test_neither_order_nor_reading_twice_changes_the_findings(given_claims, given_reports, order):
    knowledge = packs.load()
    findings = collate(given_claims, given_reports, knowledge)
    shuffled, again = given_claims * 2, given_reports * 2
    order.shuffle(shuffled)
    order.shuffle(again)
    assert collate(shuffled, again, knowledge) == findings
    assert all(0 <= finding.weight <= 1 for finding in findings)
    assert len({finding.id for finding in findings}) == len(findings)


def test_an_empty_corpus_has_no_findings(knowledge):
    assert collate([], [], knowledge) == []
    assert collate([], [Report(doc="a", text="")], knowledge) == []


def test_a_claim_whose_span_lies_outside_its_text_is_collated(claim, report, knowledge):
    slots = {"of": "daesh", "where": ("Kirkuk, IQ",), "when": "2024-05-03"}
    claims = [
        claim("a", "killed", 5, at=10**6, source=("iraq_gov",), **slots),
        claim("b", "killed", 9, at=-50, source=("sohr",), **slots),
    ]
    (finding,) = collate(claims, [report("a"), report("b")], knowledge)
    assert finding.kind == "conflict"


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_removing_a_copy_never_changes_the_number_of_voices(claim, report, knowledge, data):
    text = " ".join(f"كلمة{number}" for number in range(80))
    slots = {"of": "daesh", "where": ("Kirkuk, IQ",), "when": "2024-05-03"}
    reports = [report("own")]
    claims = [claim("own", "killed", 31, source=("sohr",), **slots)]
    copies = [f"copy{number}" for number in range(data.draw(st.integers(2, 5)))]
    source = data.draw(st.sampled_from([(), ("iraq_gov",)]))
    for doc in copies:
        edited = text.replace("كلمة7 ", data.draw(st.sampled_from(["كلمة7 ", "غيرها "])))
        reports.append(report(doc, text=edited, date=data.draw(st.sampled_from(["2024-05-03", "2024-05-05", None]))))
        claims.append(claim(doc, "killed", 31, source=source, **slots))
    gone = data.draw(st.sampled_from(copies))

    def voices(*, without):
        findings = collate(
            [found for found in claims if found.doc != without],
            [found for found in reports if found.doc != without],
            knowledge,
        )
        return [len(finding.voices) for finding in findings if finding.kind == "agreement"]

    assert voices(without=None) == voices(without=gone) == [2]


def test_what_a_text_says_of_itself_is_told_once_for_all_its_copies(claim, report, knowledge):
    text = " ".join(f"كلمة{number}" for number in range(80))
    reports, claims = [], []
    for number in range(50):
        doc = f"{number:02}"
        reports.append(report(doc, text=text, publisher="صحيفة واحدة"))
        for value, where in ((57, ("IQ", "SY")), (40, ("IQ",)), (16, ("SY",))):
            claims.append(claim(doc, "killed", value, of="daesh", where=where, when="2024-05", source=("sohr",)))
    assert sorted(finding.kind for finding in collate(claims, reports, knowledge)) == ["copy", "sum"]
