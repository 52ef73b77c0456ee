"""What a report tells behind a breakdown by place: of where the whole was, not of the place of the last part."""

from __future__ import annotations

import pytest


def places(read, text):
    return {claim.low: set(claim.where) for claim in read(text)}


@pytest.mark.parametrize(
    "words",
    [
        "بواقع 25 في العراق و15 في سوريا",
        "25 منها في العراق و15 في سوريا",
        "توزعت بين 25 في العراق و15 في سوريا",
    ],
)
def test_what_follows_is_in_all_places_of_the_parts(read, words):
    found = places(read, f"شن تنظيم داعش 40 هجوما خلال شهر، {words}.\nوقتل في هذه الهجمات 62 شخصا وأصيب 90.")
    assert found == {40: {"IQ", "SY"}, 25: {"IQ"}, 15: {"SY"}, 62: {"IQ", "SY"}, 90: {"IQ", "SY"}}


def test_what_follows_is_where_the_whole_is_said_to_be(read):
    text = "قتل 40 مدنيا في محافظة حلب، 25 منهم في منبج و15 في الباب. وأصيب 90 آخرون في القصف."
    assert places(read, text) == {
        40: {"Aleppo, SY"}, 25: {"Manbij, SY"}, 15: {"al-Bab, SY"}, 90: {"Aleppo, SY"},
    }  # fmt: skip


def test_a_total_among_more_places_is_where_its_parts_are(read):
    text = (
        "قتلت القوات العراقية 17 عنصرا من داعش في ديالى وكركوك والموصل واعتقلت 63 آخرين، 41 منهم في كركوك و22 في ديالى."
        " ودمرت القوات 12 مخبأ."
    )
    found = places(read, text)
    assert found[63] == {"Kirkuk, IQ", "Diyala, IQ"}
    assert found[41] == {"Kirkuk, IQ"}


def test_the_first_place_of_a_breakdown_is_not_the_totals(read):
    found = places(read, "قتل 40 شخصا في غارات على لبنان، 25 منهم في صور و15 في بعلبك. وأصيب 90 شخصا.")
    assert (found[40], found[90]) == ({"LB"}, {"LB"})


def test_where_an_operation_was_is_no_seat_of_a_command(read):
    text = (
        "قال الجيش العراقي إن 30 من هذه العمليات جرت في كركوك وأدت إلى مقتل 12 عنصرا من داعش، فيما شهدت ديالى 8 عمليات."
    )
    assert places(read, text) == {30: {"Kirkuk, IQ"}, 12: {"Kirkuk, IQ"}, 8: {"Diyala, IQ"}}
