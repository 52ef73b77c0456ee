"""Whom a claim counts, where a phrase tells them by what they do, by a joined plural, or with a part behind them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("سقط عشرات القتلى والجرحى من المدنيين في قصف على مدينة تعز اليمنية.", "عشرات", "civilians"),
        ("خلفت المواجهات في تعز مئات القتلى والجرحى من ميليشيا الحوثي.", "مئات", "houthis"),
        ("أسفرت المعارك في مأرب عن 40 قتيلا وجريحا من الحوثيين.", "40", "houthis"),
    ],
)
def test_dead_and_wounded_under_one_number_are_those_behind_both(one_on, body, number, of):
    claim = one_on("2018-05-10", body, number)
    assert (claim.measure, claim.of) == ("casualties", of)


def test_a_part_behind_min_is_none_of_whom_the_whole_is(one_on):
    body = "قتل 5 مدنيين من بينهم طفل في هجوم بسيارة مفخخة في عدن."
    whole, part = one_on("2018-05-10", body, "5"), one_on("2018-05-10", body, "طفل")
    assert (whole.of, part.of) == ("civilians", "children")


def test_two_numbers_in_digits_share_the_people_behind_them(one_on):
    body = "سقط 12 قتيلا و30 جريحا من الحوثيين في تعز."
    assert [one_on("2018-05-10", body, number).of for number in ("12", "30")] == ["houthis", "houthis"]


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("قتل رجل دين في هجوم لحركة طالبان في كابول.", "رجل", "رجل دين"),
        ("قتل ثلاثة رجال دين في هجوم لحركة طالبان في كابول.", "ثلاثة", "رجال دين"),
        ("قتل خمسة من رجال الدين في هجوم لحركة طالبان في كابول.", "خمسة", "رجال الدين"),
        ("قتل ستة من زعماء القبائل في هجوم لحركة طالبان في كابول.", "ستة", "زعماء القبائل"),
        ("قتل أربعة قضاة في هجوم لحركة طالبان في كابول.", "أربعة", "قضاة"),
        ("قتل ستة سياح أجانب في هجوم لمتشددين في باماكو.", "ستة", "سياح"),
    ],
)
def test_people_are_told_by_what_they_do(one_on, body, number, of):
    assert one_on("2018-05-10", body, number).of == of


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("قالت وزارة الصحة في غزة إن مسعفة قتلت برصاص الجيش الإسرائيلي شرق خان يونس.", "مسعفة"),
        ("اعتقلت قوات الاحتلال الإسرائيلي ثلاثة طلاب في نابلس.", "ثلاثة"),
    ],
)
def test_people_told_by_their_trade_are_of_the_people_whose_land_it_is(one_on, body, number):
    assert one_on("2018-05-10", body, number).of == "palestinians"
