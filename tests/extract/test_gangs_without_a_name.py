"""By and of: gangs that have no name, under one key."""

from __future__ import annotations

import pytest

_BEFORE = "قتل خمسة من رجال الشرطة في اشتباكات في هايتي. "


@pytest.mark.parametrize(
    "body",
    [
        "وقتلت العصابات 12 شخصا في المدينة.",
        "وقتل 12 شخصا على أيدي عصابات مسلحة.",
        "وقتل 12 شخصا في هجوم شنته عصابات على القرية.",
        "وأسفر عنف العصابات عن مقتل 12 شخصا.",
    ],
)
def test_gangs_do_what_armed_groups_do(one, body):
    assert one(_BEFORE + body, "12").by == "gangs"


def test_whose_men_are_a_gangs(one):
    assert one(_BEFORE + "واعتقلت الشرطة 40 من أفراد العصابات.", "40").of == "gangs"


@pytest.mark.parametrize(
    ("body", "by"),
    [
        ("قتل خمسة جنود في هجوم في العراق. وقتلت عصابات داعش الإرهابية 12 مدنيا في الموصل.", "daesh"),
        ("قتل خمسة جنود في هجوم في العراق. وقتل 12 شخصا في حرب عصابات قرب الموصل.", None),
    ],
)
def test_a_war_of_gangs_and_a_party_called_so_are_none(one, body, by):
    assert one(body, "12").by == by
