"""Where exactly an act was that is told of more widely first: `ووقع الهجوم في بلدة كذا`."""

import pytest


@pytest.mark.parametrize(
    ("wide", "scene", "place"),
    [
        ("شمال شرق نيجيريا", "ووقع الهجوم فجرا في بلدة موبي", "Mubi, NG"),
        ("جنوب محافظة كركوك في العراق", "وقال شهود إن الانفجار وقع في قضاء داقوق", "Daquq, IQ"),
        ("شرق العراق", "وجرت الاشتباكات قرب قرية زعتورة", "near Zaturah, IQ"),
    ],
)
def test_the_town_where_the_act_happened_is_where_its_dead_fell(read, wide, scene, place):
    claims = read(f"قتل سبعة جنود وأصيب أربعة في هجوم شنه مسلحون في {wide}. {scene}.")
    assert [claim.where for claim in claims] == [(place,)] * 2


@pytest.mark.parametrize(
    "scene",
    [
        "ووقع الهجوم الأول في بلدة موبي",
        "ووقع الهجوم الأكثر دموية في بلدة موبي",
        "وكان مسلحون قتلوا عشرات في هجوم آخر وقع العام الماضي في بلدة موبي",
    ],
)
def test_one_of_several_acts_is_not_where_they_all_were(read, scene):
    claims = read(f"قتل سبعة جنود في هجمات شنها مسلحون في شمال شرق نيجيريا. {scene}.")
    assert claims[0].where == ("northeastern Nigeria, NG",)


def test_a_town_is_no_wider_than_a_quarter_told_behind(read):
    claims = read("قتل سبعة جنود في هجوم في كابول شنه مسلحو طالبان. ووقع الهجوم في حي زعتور.")
    assert claims[0].where == ("Kabul, AF",)
