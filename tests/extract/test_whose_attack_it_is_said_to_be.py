"""Who did it, by suspicion, marks and remnants, by denial, by who fights whom, and by a people's only enemy."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "by"),
    [
        ("قتل 20 شخصا في تفجيرين في سوق شمال شرق نيجيريا. ويحمل الهجوم بصمات جماعة بوكو حرام.", "boko_haram"),
        ("قتل 20 شخصا في سوق شمال شرق نيجيريا، في هجوم يحمل بصمات بوكو حرام.", "boko_haram"),
        ("قتل 20 شخصا على يد مسلحين يشتبه بانتمائهم إلى بوكو حرام في بورنو.", "boko_haram"),
        ("قتل 20 شخصا على يد من يشتبه بأنهم مسلحون من بوكو حرام في بورنو.", "boko_haram"),
        ("قتل 20 شخصا في هجوم في كابول، ونفت حركة طالبان مسؤوليتها عنه.", "attackers"),
        ("أعلنت حركة طالبان مسؤوليتها عن الهجوم الذي قتل فيه 20 شخصا في كابول.", "taliban"),
        ("انفجر لغم من مخلفات داعش في الموصل وقتل 20 مدنيا.", "daesh"),
        ("اعتقل 20 فلسطينيا في حملة مداهمات في الضفة الغربية.", "israeli_forces"),
        ("استشهد 20 فلسطينيا شرق خان يونس.", "israeli_forces"),
        ("قتل 20 فلسطينيا في اشتباكات بين فتح وحماس في غزة.", None),
    ],
)
def test_whose_an_attack_is_said_to_be(one_on, body, by):
    assert one_on("2018-05-10", body, "20").by == by


def test_those_whom_unnamed_suspects_killed_are_none_of_theirs(one_on):
    body = "قتل 20 شخصا على يد مسلحين يشتبه بانتمائهم إلى بوكو حرام في بورنو."
    assert one_on("2018-05-10", body, "20").of is None


def test_the_dead_of_the_side_that_killed_fell_to_the_other(one_on):
    body = "شن الجيش اليمني هجوما على مواقع الحوثيين في نهم، وأسفرت المعارك عن مقتل 20 حوثيا وخمسة جنود."
    houthis, soldiers = one_on("2018-05-10", body, "20"), one_on("2018-05-10", body, "خمسة")
    assert (houthis.of, houthis.by, soldiers.of, soldiers.by) == ("houthis", "yemen_gov", "yemen_gov", "houthis")


@pytest.mark.parametrize("verb", ["شيع", "نعى"])
def test_who_mourns_their_own_lost_them(one_on, verb):
    claim = one_on("2018-05-10", f"{verb} حزب الله خمسة من عناصره قتلوا في معارك الزبداني.", "خمسة")
    assert claim.of == "hezbollah"


def test_soldiers_on_the_land_of_a_people_at_war_are_its_foes(one_on):
    body = "أفادت وسائل إعلام بأن فلسطينيا دهس بسيارته مجموعة جنود في الضفة الغربية، ما أسفر عن مقتل جنديين."
    claim = one_on("2018-05-10", body, "جنديين")
    assert (claim.of, claim.by) == ("israeli_forces", "palestinians")
