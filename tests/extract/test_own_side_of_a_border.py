"""A border named by the state across it: who was lost there, or fell to its guards, was on his own state's side."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("قتل 4 جنود تركيين في اشتباكات مع داعش على الحدود مع سوريا.", "TR"),
        ("قتل جندي لبناني وأصيب 4 آخرون في هجوم لداعش قرب الحدود السورية.", "LB"),
        ("أطلق مسلحون من حركة الشباب النار على دورية للجيش الكيني على الحدود مع الصومال فقتل 4 جنود.", "KE"),
        ("قتل 4 جنود تركيين في اشتباكات مع داعش على الحدود السورية التركية.", "TR"),
        ("قتل 4 جنود تركيين على الحدود مع سوريا، ورد الطيران التركي بقصف مواقع لداعش داخل سوريا.", "TR"),
        ("قتل 4 جنود أتراك في مدينة جرابلس السورية قرب الحدود التركية.", "Jarabulus, SY"),
    ],
)
def test_soldiers_fall_on_their_own_side(one, words, place):
    assert one(words, "4").where == (place,)


def test_soldiers_from_afar_have_no_side_there(one):
    assert one("قتل 4 جنود أميركيين في هجوم لداعش على الحدود مع سوريا.", "4").where != ("US",)


def test_who_shoots_across_a_border_is_not_where_he_hits(one):
    text = "قتل 4 فلسطينيين في قطاع غزة. وأصيب 90 فلسطينيا برصاص الجيش الإسرائيلي على الحدود مع إسرائيل."
    assert one(text, "90").where[0].endswith("PS")


def test_police_arrest_at_home_while_their_state_bombs_abroad(read):
    body = "قصفت مقاتلات تركية مواقع لداعش في سوريا. وأوقفت الشرطة التركية 251 شخصا يشتبه بانتمائهم إلى داعش."
    assert read(body)[-1].where == ("TR",)


def test_police_arrest_where_the_report_was_last_in_their_state(read):
    body = "وقع انفجار في إسطنبول وقتل 3 أشخاص. وأوقفت الشرطة التركية 25 شخصا يشتبه بانتمائهم إلى داعش."
    assert read(body)[-1].where == ("Istanbul, TR",)
