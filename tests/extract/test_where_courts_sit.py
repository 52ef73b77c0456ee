"""Where somebody is sentenced: at the court's place, or in its state, not where his crime was."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("court", "place"),
    [
        ("محكمة عسكرية مصرية", "EG"),
        ("محكمة ألمانية", "DE"),
        ("المحكمة الاتحادية السويسرية", "CH"),
        ("محكمة الجنايات في بغداد", "Baghdad, IQ"),
        ("محكمة في باريس", "Paris, FR"),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        "قضت {} بسجن 7 أشخاص لمدد تصل إلى أربع سنوات لمحاولتهم الانضمام إلى تنظيم داعش في سوريا.",
        "حكمت {} على 7 متطرفين بالسجن بعد إدانتهم بالقتال في صفوف تنظيم داعش في سوريا.",
        "اعتقلت الشرطة 5 متطرفين قاتلوا مع داعش في سوريا. وحكمت {} بالسجن على 7 متطرفين.",
    ],
)
def test_the_court_tells_where(one, court, place, words):
    assert one(words.format(court), "7").where == (place,)


def test_a_court_that_is_not_named_is_of_the_state_told_of_last(read):
    text = "قضت محكمة نمساوية بسجن 7 أشخاص قاتلوا مع داعش في سوريا. وصدر الشهر الماضي حكم بالسجن على 3 متطرفين."
    assert {claim.low: claim.where for claim in read(text)} == {7: ("AT",), 3: ("AT",)}


def test_the_place_behind_who_is_sentenced_is_that_of_a_court_without_one(one):
    assert one("صدر حكم بالإعدام على 14 متطرفا في مصر لانتمائهم إلى داعش في سيناء.", "14").where == ("EG",)


def test_a_sentence_moves_no_report(one):
    text = "قتل 14 مدنيا في هجوم لداعش على الرقة. وحكمت محكمة ألمانية بسجن 3 متطرفين. وأصيب 30 شخصا في الهجوم."
    assert one(text, "30").where == ("Raqqa, SY",)


def test_a_court_is_not_of_the_state_whose_people_it_sentences(read):
    text = (
        "حكم القضاء العراقي بإعدام 6 تركيات بتهمة الانتماء إلى داعش."
        " ويأتي هذا الحكم بعد شهرين على الحكم بإعدام 15 امرأة تركية."
    )
    assert {claim.low: str(claim.by).split("_")[0] for claim in read(text)} == {6: "iraq", 15: "iraq"}
