"""Parts of an amount and their givers; captives by a participle behind them; armies of the country told of first."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("number", "unit", "giver"), [("500 مليون", "USD", "netherlands"), ("300 مليون", "USD", "denmark")]
)
def test_a_part_of_an_amount_has_its_currency_and_is_given_by_whom_it_comes_from(one_of_all, number, unit, giver):
    claim = one_of_all("بلغت التعهدات 1.5 مليار دولار، منها 500 مليون من هولندا و300 مليون من الدنمارك.", number)
    assert (claim.measure, claim.unit, claim.by) == ("funding", unit, giver)


@pytest.mark.parametrize("held", ["من عناصر داعش محتجزين في السجون", "من رجال الجيش معتقلين لدى الحركة"])
def test_people_of_a_party_are_held_where_a_participle_behind_them_says_so(one_of_all, held):
    assert one_of_all(f"لا يزال 240 {held}.", "240").measure == "held"


@pytest.mark.parametrize(
    ("ahead", "forces"),
    [
        ("وفي مالي المجاورة", "mali"),
        ("وفي النيجر", "niger"),
        ("وفي الصومال", "somali_forces"),
        ("في تشاد", "chad_forces"),
    ],
)
@pytest.mark.parametrize("army", ["الجيش", "هيئة الأركان العامة"])
def test_an_army_without_its_state_is_of_the_country_that_the_sentence_opens_with(one_of_all, ahead, forces, army):
    claim = one_of_all(f"{ahead}، أعلن {army} مقتل 21 مسلحا.", "21")
    assert (claim.source, claim.by) == ((forces,), forces)


def test_where_something_was_recorded_is_nobody_who_told(one_of_all):
    assert one_of_all("أما منظمة أطباء بلا حدود فوثقت في سوريا مقتل 134 مدنيا.", "134").source == (
        "doctors_without_borders",
    )


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("بلغت الحصيلة 30 قتيلا و15 موقوفا.", "detained"),
        ("أدى الحريق إلى مقتل 30 حارسا و15 موقوفا.", "killed"),
        ("سقط 15 جنديا على يد داعش.", "killed"),
        ("سقط 15 جنديا على أيدي مسلحين.", "killed"),
        ("سقط 15 جنديا في أيدي داعش.", "detained"),
        ("سقط 15 جنديا بيد داعش.", "detained"),
    ],
)
def test_who_falls_at_a_hand_is_killed_and_who_falls_into_it_is_taken(one_of_all, body, measure):
    assert one_of_all(body, "15").measure == measure


def test_a_people_that_has_a_key_is_counted_by_it(one_of_all):
    assert one_of_all("فر من القتال 15 ألفا من الروهينغا إلى بنغلادش.", "15 ألفا").of == "rohingya"


@pytest.mark.parametrize("between", ["في حصيلة بتاريخ 30 أبريل", "أي قبل شهر"])
def test_words_that_only_date_a_statement_are_nobody_who_makes_it(one_of_all, between):
    body = f"وكانت حركة الشباب قد أعلنت، {between}، مقتل 15 جنديا."
    assert one_of_all(body, "15").source == ("al_shabaab",)
