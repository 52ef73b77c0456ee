"""Parts of a toll that each have a doer of their own, and the whole that has none of theirs."""

from __future__ import annotations

import pytest

CITY = "شهدت الرقة معارك بين قوات النظام السوري وتنظيم داعش. "


@pytest.mark.parametrize(
    "text",
    [
        "وقتل 60 مدنيا، 40 منهم على يد تنظيم داعش، و20 على يد قوات النظام.",
        "وقتل 60 مدنيا، 40 منهم برصاص تنظيم داعش و20 بقصف قوات النظام.",
        "وقتل 60 مدنيا، نسبت البعثة 40 منهم إلى تنظيم داعش، و20 إلى قوات النظام.",
    ],
)
def test_each_part_has_its_own_doer(read, text) -> None:
    doers = {claim.low: claim.by for claim in read(CITY + text)}
    assert doers[40] == "daesh"
    assert doers[20] == "assad_forces"


def test_a_part_without_words_of_its_own_has_the_doer_of_the_whole(read) -> None:
    text = "وقتل 60 مدنيا بنيران تنظيم داعش، بينهم 20 طفلا."
    assert [claim.by for claim in read(CITY + text)] == ["daesh"] * 2


def test_cases_of_an_outcome_count_those_whom_it_befell(read) -> None:
    text = "وعزت البعثة 201 من حالات القتل إلى تنظيم داعش، و60 إلى قوات النظام."
    assert [(claim.measure, claim.low, claim.by) for claim in read(CITY + text)] == [
        ("killed", 201, "daesh"),
        ("killed", 60, "assad_forces"),
    ]


def test_who_is_named_right_behind_a_figure_did_it_though_others_did_what_follows(read) -> None:
    text = "وثقت الشبكة مقتل 89 مدنيا على يد تنظيم داعش، مقابل 22 مدنيا على يد قوات النظام، و7 قتلوا على يد «قسد»."
    doers = [(claim.measure, claim.low, claim.by) for claim in read(CITY + text)]
    assert doers == [("killed", 89, "daesh"), ("killed", 22, "assad_forces"), ("killed", 7, "sdf")]


@pytest.mark.parametrize("acts", ["عملية", "هجوما"])
def test_whose_acts_they_were_is_told_by_the_preposition_within_their_phrase(read, acts) -> None:
    claims = read(CITY + f"وأحصى المرصد 14 {acts} لداعش في الحسكة.")
    assert [(claim.measure, claim.by) for claim in claims] == [("attacks", "daesh")]


def test_whose_acts_they_were_is_not_whom_they_were_directed_at(read) -> None:
    text = CITY + "أما في مناطق نفوذ الإدارة الذاتية، فقد وثق المرصد السوري 163 عملية للتنظيم."
    assert [(claim.measure, claim.of, claim.by) for claim in read(text)] == [("attacks", None, "daesh")]
