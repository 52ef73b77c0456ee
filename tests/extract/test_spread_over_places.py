"""What a word of division spreads over places: `توزعت الهجمات كالآتي: 77 في كذا و64 في كذا`."""

from __future__ import annotations

import pytest

ATTACKS = "شن تنظيم داعش 60 هجوما في سوريا خلال العام الماضي، قتل فيها 38 جنديا.\n"


def told(read, text):
    return {claim.low: (claim.measure, claim.where[0]) for claim in read(text)}


@pytest.mark.parametrize(
    "words",
    [
        "وتوزعت العمليات بحسب المحافظات على النحو التالي: 30 في دير الزور، و20 في حمص، و10 في الرقة.",
        "وتتوزع هذه الهجمات على دير الزور (30) وحمص (20) والرقة (10).",
        "وجاء توزيع الهجمات كالآتي: 30 في دير الزور و20 في حمص و10 في الرقة.",
    ],
)
def test_acts_spread_over_places_are_no_dead(read, words) -> None:
    found = told(read, ATTACKS + words)
    assert {low: found[low] for low in (30, 20, 10)} == {
        30: ("attacks", "Deir ez-Zor, SY"),
        20: ("attacks", "Homs, SY"),
        10: ("attacks", "Raqqa, SY"),
    }


def test_the_dead_spread_over_places_are_whose_they_were_and_told_by_who_told_them(read) -> None:
    text = (
        "أفاد المرصد السوري بمقتل 60 من عناصر قوات النظام في سوريا. "
        "وتوزع القتلى بحسب المناطق على النحو التالي: 30 في دير الزور و20 في حمص."
    )
    claims = [claim for claim in read(text) if claim.low in (30, 20)]
    assert [(claim.measure, claim.of, claim.source) for claim in claims] == [("killed", "assad_forces", ("sohr",))] * 2


def test_aid_spread_over_places_is_no_attack(read) -> None:
    found = read(ATTACKS + "وتوزعت المساعدات على دير الزور (30) وحمص (20).")
    assert not [claim for claim in found if claim.low in (30, 20) and claim.measure == "attacks"]


def test_the_dead_spread_over_kinds_were_killed_and_given_nothing(read) -> None:
    text = "قتل 38 شخصا في قصف على دوما. وتوزع القتلى على 15 طفلا و16 امرأة و7 رجال."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", low) for low in (38, 15, 16, 7)]


def test_parts_larger_than_the_acts_between_are_of_the_people(read):
    text = "فقد الجيش العراقي 174 جنديا في ثلاث هجمات لداعش: 71 في كركوك، و14 في الحويجة، و89 في بيجي."
    claims = {claim.low: claim for claim in read(text)}
    assert [claims[low].measure for low in (174, 71, 14, 89)] == ["killed"] * 4
    assert set(claims[174].where) == set(claims[3].where) == {"Kirkuk, IQ", "Hawija, IQ", "Baiji, IQ"}


def test_what_came_of_acts_in_several_places_was_in_all(read):
    text = "نفذ التحالف الدولي 74 عملية ضد داعش، 58 منها في العراق و16 في سوريا، أفضت إلى مقتل 39 مسلحا واعتقال 112."
    claims = {claim.low: claim for claim in read(text)}
    assert set(claims[39].where) == set(claims[112].where) == {"IQ", "SY"}


def test_what_a_list_divides_by_places_is_of_their_country_and_so_is_what_it_is_summed_up_in(read):
    text = (
        "أدت الغارات إلى مقتل 25 شخصا وإصابة 68 بجروح، توزعوا على النحو الآتي:\n"
        "- محافظة حمص: 14 قتيلا و46 جريحا.\n- محافظة إدلب: 11 قتيلا و22 جريحا.\n"
        "وبذلك ترتفع الحصيلة الإجمالية منذ بدء القصف إلى 2189 قتيلا."
    )
    found = {claim.low: claim.where for claim in read(text)}
    assert [found[low] for low in (25, 68, 2189)] == [("SY",)] * 3
    assert (found[14], found[22]) == (("Homs, SY",), ("Idlib, SY",))


def test_a_total_was_where_the_parts_told_in_the_next_sentence_were(read):
    text = (
        "أعلن التحالف الدولي تنفيذ 90 عملية ضد داعش خلال العام، أسفرت عن مقتل 38 إرهابيا.\n"
        "وأوضح أن 11 إرهابيا قتلوا في الرقة و27 في كركوك، وأن نحو 70 جنديا أصيبوا."
    )
    claims = {claim.low: claim for claim in read(text)}
    assert all(set(claims[low].where) == {"Raqqa, SY", "Kirkuk, IQ"} for low in (90, 38, 70))
    assert claims[27].where == ("Kirkuk, IQ",)


def test_small_numbers_of_the_next_sentence_are_no_parts(read):
    text = "قتل ثلاثة جنود في حمص.\nوقتل جندي واحد في حلب، وقتل جنديان في إدلب."
    assert [claim.where for claim in read(text) if claim.low == 3] == [("Homs, SY",)]


def test_what_stands_between_a_total_and_its_parts_was_in_all_places(read):
    text = "نفذت القوات الأمريكية 35 عملية ضد داعش، قتل فيها 13 عنصرا واعتقل 29، منها 28 عملية في العراق و7 في سوريا."
    claims = {claim.low: claim for claim in read(text)}
    assert all(set(claims[low].where) == {"IQ", "SY"} for low in (35, 13, 29))


@pytest.mark.parametrize("link", ["ما أدى إلى", "أسفرت عن", "مما أدى إلى"])
def test_what_came_of_acts_joined_was_in_all_their_places(read, link):
    text = f"شن طيران التحالف الدولي 12 غارة على داعش في الرقة وسبع غارات في الحويجة، {link} تدمير ثلاث دبابات."
    assert [set(claim.where) for claim in read(text) if claim.low == 3] == [{"Raqqa, SY", "Hawija, IQ"}]


def test_what_came_of_the_last_act_alone_was_there(read):
    text = "شن طيران التحالف الدولي 12 غارة على داعش في الرقة، وسبع غارات في الحويجة قتل فيها ثلاثة مسلحين."
    assert [claim.where for claim in read(text) if claim.low == 3] == [("Hawija, IQ",)]
