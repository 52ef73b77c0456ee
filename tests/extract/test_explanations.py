"""Why a claim reads as it does: for each slot, the words that filled it and the rule that read them."""

import pathlib

import pytest

from tawatur.extract.explanation import SLOTS, explain, reasons
from tawatur.intake import read as read_documents

SPECIMENS = pathlib.Path(__file__).resolve().parents[2] / "src" / "tawatur" / "demo" / "reports.jsonl"

BODY = (
    "أعلنت خلية الإعلام الأمني الجمعة مقتل 40 عنصرا من داعش في جبال حمرين خلال تموز، بينهم قياديان. "
    "وأضافت أن القوات العراقية ستعتقل 12 آخرين."
)


@pytest.fixture(scope="module")
def explained(document, knowledge):
    read = document(BODY)
    return read.text, {one.claim.number: one for one in explain(read, knowledge)}


def told(explained, number):
    text, found = explained
    return {
        reason.slot: (" ".join(text[start:end] for start, end in reason.spans), reason.rule)
        for reason in found[number].reasons
    }


def test_each_filled_slot_has_its_words_and_its_rule(explained):
    assert told(explained, "40") == {
        "measure": ("مقتل", "governor"),
        "of": ("داعش", "phrase"),
        "by": ("", "announced"),
        "where": ("جبال حمرين", "its sentence"),
        "when": ("تموز", "its sentence"),
        "source": ("خلية الإعلام الأمني", "verb of saying"),
    }


def test_a_part_a_carried_speaker_and_a_plan_are_told_as_such(explained):
    assert told(explained, "قياديان")["measure"][1] == "part"
    later = told(explained, "12")
    assert later["source"] == ("خلية الإعلام الأمني", "speaker before")
    assert later["by"] == ("القوات العراقية", "subject")
    assert later["modality"] == ("ستعتقل", "future verb")


def test_the_claims_explained_are_the_claims_extracted(document, knowledge, read):
    assert [one.claim for one in explain(document(BODY), knowledge)] == read(BODY)


@pytest.mark.parametrize(
    ("sentence", "number", "rule"),
    [
        ("أسفر القصف عن تدمير 30 منزلا في حلب وإصابة 15 مدنيا.", 30, "homes"),
        ("قتل 12 من عناصر داعش في الرمادي الجمعة.", 12, "phrase"),
        ("أصيب 15 مدنيا في قصف على حلب الجمعة.", 15, "noun"),
        ("قتل 18 شخصا في غارات إسرائيلية على غزة، وأصيب 40 شخصا.", 18, "people there"),
        ("قتل 40 من داعش الجمعة في الرمادي وجرح 15.", 15, "told just before"),
    ],
)
def test_whom_a_figure_counts_is_told_with_its_rule(document, knowledge, sentence, number, rule):
    read = document(sentence)
    found = {one.claim.low: one for one in explain(read, knowledge)}
    assert next(reason.rule for reason in found[number].reasons if reason.slot == "of") == rule


def test_every_rule_that_is_told_has_a_sentence(knowledge):
    known = reasons()
    told = [
        one
        for document in read_documents([str(SPECIMENS)], knowledge=knowledge)
        for one in explain(document, knowledge)
    ]
    assert len(told) > 40
    for one in told:
        for reason in one.reasons:
            assert reason.slot in SLOTS
            assert known[reason.slot, reason.rule] == reason.reason


def test_each_rule_stands_once_and_fits_a_cell():
    assert all(len(reason) <= 50 for reason in reasons().values())
    assert {slot for slot, _ in reasons()} == set(SLOTS)
