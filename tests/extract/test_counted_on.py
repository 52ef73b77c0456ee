"""What goes on counting things or soldiers that were just counted: `900 جندي في كذا و2500 في كذا`."""

from __future__ import annotations

import pytest

WAR = "تتواصل المعارك العنيفة بين القوات العراقية وتنظيم داعش وسط هجمات متبادلة.\n"


def told(read, text):
    return [(claim.low, claim.measure, claim.unit, claim.where) for claim in read(WAR + text) if not claim.optional]


@pytest.mark.parametrize(
    ("text", "measure", "unit", "parts"),
    [
        (
            "أزالت الفرق الهندسية 60 لغما في العراق، 30 منها في نينوى و20 في كركوك و10 في الأنبار.",
            "other",
            "weapon",
            {30: "Nineveh, IQ", 20: "Kirkuk, IQ", 10: "Anbar, IQ"},
        ),
        (
            "تنشر الولايات المتحدة 2500 جندي في العراق ونحو 900 في سوريا.",
            "strength",
            "person",
            {2500: "IQ", 900: "SY"},
        ),
        (
            "عثرت الأمم المتحدة على 60 مقبرة جماعية في العراق.\nوتتوزع المقابر بين نينوى (30) وكركوك (20) والأنبار (10).",
            "other",
            "site",
            {30: "Nineveh, IQ", 20: "Kirkuk, IQ", 10: "Anbar, IQ"},
        ),
        (
            "قال مسؤول عراقي إن الجيش عثر على 12 مخبأ لداعش، سبعة منها في نينوى وخمسة في كركوك.",
            "other",
            "site",
            {7: "Nineveh, IQ", 5: "Kirkuk, IQ"},
        ),
    ],
)
def test_parts_of_things_count_what_was_counted(read, text, measure, unit, parts) -> None:
    found = {low: (*rest, where[0]) for low, *rest, where in told(read, text) if low in parts}
    assert found == {low: (measure, unit, where) for low, where in parts.items()}


def test_what_a_verb_of_its_own_tells_is_not_counted_on(read) -> None:
    text = "أزالت الفرق 60 لغما في نينوى، وقتل انفجار أحدها في كركوك 3 مدنيين."
    assert [(low, measure) for low, measure, *_ in told(read, text)] == [(60, "other"), (3, "killed")]


@pytest.mark.parametrize("noun", ["استهدافا", "إغارة"])
def test_attacks_by_other_nouns(read, noun) -> None:
    text = f"أحصى البنتاغون 130 {noun} في العراق وسوريا خلال مايو، منها 77 في سوريا و53 في العراق."
    assert [(low, found) for low, found, *_ in told(read, text)] == [(130, "attacks"), (77, "attacks"), (53, "attacks")]
