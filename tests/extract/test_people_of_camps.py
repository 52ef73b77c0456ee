"""People in camps: how many live there, and what befell some of them there."""

from __future__ import annotations

import pytest

WAR = "أسرت قوات سوريا الديمقراطية المئات من داعش في الباغوز. "


@pytest.mark.parametrize(
    "text",
    [
        "وقتل تنظيم داعش داخل مخيم الهول 44 شخصا هذا العام، بينهم 14 امرأة.",
        "وقُتل في مخيم الهول منذ مطلع العام 44 شخصا، بينهم 14 امرأة.",
    ],
)
def test_those_killed_in_a_camp_are_not_its_population(read, text) -> None:
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 44), ("killed", 14)]


@pytest.mark.parametrize(
    "text",
    [
        "وما زالت 100 امرأة و250 طفلا في مخيمي روج والهول.",
        "ويقول محامون إن 100 امرأة و250 طفلا لا يزالون في مخيمات شمال سوريا.",
    ],
)
def test_those_who_are_still_in_camps_are(read, text) -> None:
    found = [(claim.measure, claim.low) for claim in read(WAR + text) if claim.bound == "exact"]
    assert found == [("camp_population", 100), ("camp_population", 250)]


def test_people_are_a_part_of_people_and_of_no_nationalities(read) -> None:
    text = "تحتجز قوات سوريا الديمقراطية 9 آلاف عنصر من داعش من 50 جنسية، بينهم ألفا أجنبي."
    assert [(claim.measure, claim.low) for claim in read(text)] == [
        ("held", 9000),
        ("nationalities", 50),
        ("held", 2000),
    ]


def test_what_stands_before_a_new_clause_governs_nothing_in_it(read) -> None:
    text = WAR + "وأضاف قائد القوات أن الفرق عثرت على أربع نساء وأفرجت عنهن، وأن اثنين من «قسد» لقيا حتفهما."
    assert ("killed", 2) in [(claim.measure, claim.low) for claim in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قالت إدارة مخيم الهول إن عدد قاطني المخيم انخفض إلى 38 ألفا، بعد أن كان 51 ألفا في يناير.",
        "بلغ عدد ساكني مخيم الهول 38 ألف شخص، مقابل 51 ألفا مطلع العام.",
        "وصل عدد النزلاء في مخيم الهول إلى 38 ألفا بعدما كان 51 ألفا مطلع العام.",
    ],
)
def test_a_number_of_those_who_live_in_a_camp_is_its_population_then_and_now(read, text) -> None:
    found = {(claim.measure, claim.low, claim.where) for claim in read(WAR + text) if claim.bound == "exact"}
    assert found == {("camp_population", 38000, ("al-Hol, SY",)), ("camp_population", 51000, ("al-Hol, SY",))}


def test_a_number_of_a_towns_people_is_its_inhabitants_by_both_levels(read) -> None:
    text = "قصفت قوات النظام دوما، وانخفض عدد سكان المدينة من 51 ألفا إلى 38 ألفا."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("inhabitants", 51000), ("inhabitants", 38000)]


@pytest.mark.parametrize("words", ["وتتوزع الأعداد، وفق الإدارة، على", "ويتوزع القاطنون بين"])
def test_those_of_a_camp_are_told_kind_by_kind(read, words) -> None:
    text = f"يضم مخيم الهول 38 ألف شخص. {words} 15700 عراقي و16300 سوري، إضافة إلى 6000 أجنبي."
    found = [(claim.measure, claim.low, claim.where) for claim in read(WAR + text) if claim.bound == "exact"]
    assert found[1:] == [("camp_population", low, ("al-Hol, SY",)) for low in (15700, 16300, 6000)]


@pytest.mark.parametrize(
    "text",
    [
        "قالت الإدارة إن 4300 شخص من عائلات داعش يقطنون مخيمي الهول وروج.",
        "قالت الإدارة إن 4300 أجنبي، ثلثاهم أطفال، ما زالوا عالقين في مخيمي الهول وروج.",
    ],
)
def test_who_lives_or_is_stuck_in_two_camps_is_their_population(read, text) -> None:
    assert [(claim.measure, claim.low) for claim in read(text) if claim.low == 4300] == [("camp_population", 4300)]
