"""A place and the wider one that it is said to lie in: which of them counts, and which of them lasts."""

import pytest


def test_a_mountain_that_no_pack_knows_is_known_by_its_district(one):
    assert one("قتل 8 من عناصر داعش في جبل السنديان بقضاء الحويجة.", "8").where == ("Hawija, IQ",)


def test_a_village_that_no_pack_knows_is_named_itself(one):
    assert one("قتل 8 من عناصر داعش في قرية كفر زلوط بقضاء الحويجة.", "8").where == ("Kafr Zalut, IQ",)


def test_what_lies_behind_a_description_is_only_around(one):
    body = "قتل 8 جنود في محافظة ديالى ذات الغالبية العربية شمالي العراق. وقال الجيش إنه قتل 4 مهاجمين."
    assert one(body, "4").where == ("Diyala, IQ",)


def test_a_spot_told_in_passing_is_no_place_of_what_follows(one):
    body = "هاجم مسلحون مدينة عفرين. وقالت امرأة إن قذائف سقطت في حي السنديان في عفرين. وقتل القصف 43 شخصا من داعش."
    assert one(body, "43").where == ("Afrin, SY",)


def test_a_name_once_introduced_needs_no_noun(one):
    body = "هاجم مسلحون من داعش قرية زلوطا في ديالى ثم كركوك. وفي زلوطا قتلوا 7 أشخاص."
    assert one(body, "7").where == ("Zaluta, IQ",)


def test_a_pack_knows_a_name_that_the_text_spells_without_its_article(one):
    assert one("قتل 33 من مسلحي داعش في قضاء بعاج بالعراق.", "33").where == ("Baaj, IQ",)


def test_after_is_no_distance(one):
    body = "شنت طائرات غارات على مواقع داعش في الموصل. وأعلن الجيش بعد وقت قصير مقتل 4 جنود إثر هجوم في ديالى."
    assert one(body, "4").where == ("Diyala, IQ",)


def test_the_dead_of_one_event_are_at_the_place_in_the_country(one):
    body = "قتل 9 أشخاص في العراق، بعد أن استهدف انتحاري من داعش سوقا شعبيا مزدحما قبيل الظهر في مدينة كركوك."
    assert one(body, "9").where == ("Kirkuk, IQ",)


def test_a_single_name_of_a_country_not_told_of_is_no_place(one):
    body = (
        "شنت القوات العراقية هجوما على داعش في العراق. وقال الجيش العراقي إن العراق سينتصر. "
        "وفي الموصل قتلت داعش مدنين و7 جنود في قصف."
    )
    assert one(body, "7").where == ("Mosul, IQ",)


def test_the_capital_behind_a_noun_of_place_is_the_capital(one):
    assert one("قتل 7 أشخاص في هجمات لداعش في مدينتي الرياض والدمام بالسعودية.", "7").where[0] == "Riyadh, SA"


def test_a_quarter_of_the_capital_told_in_passing_is_the_capital(one):
    body = "هاجمت داعش حلب. وأطلق مسلحون النار في حي المزة. وقتل القصف 43 شخصا من داعش."
    assert one(body, "43").where == ("Damascus, SY",)


def test_a_quarter_in_the_middle_of_a_town_is_one_place(one):
    found = one("قتل 7 من عناصر داعش في حي زلوطا وسط مدينة الفلوجة بالعراق.", "7")
    assert found.where == ("Zaluta, IQ",)


def test_a_town_that_bears_its_provinces_name_is_not_the_one_beside_it(one):
    body = "قتل 49 شخصا في هجوم لبوكو حرام في مدينة غومبي جنوب داماتورو في نيجيريا."
    assert one(body, "49").where == ("Gombe, NG",)


def test_an_adjective_may_stand_before_what_a_place_lies_near(one):
    body = "أودى القصف على الغوطة الشرقية المحاصرة قرب دمشق بحياة 56 مدنيا في سوريا."
    assert one(body, "56").where == ("Eastern Ghouta, SY",)


def test_what_is_joined_behind_a_description_is_a_place_of_its_own(one):
    body = "قتل 7 من عناصر داعش في هجمات على تلعفر غرب الموصل وتكريت شمال بغداد."
    assert one(body, "7").where == ("Tal Afar, IQ", "Tikrit, IQ")


def test_an_apposition_says_only_where_the_place_before_it_lies(one):
    body = "أسفرت غارات على دوما، آخر جيب للمعارضة قرب دمشق، عن مقتل 8 مدنيين في سوريا."
    assert one(body, "8").where == ("Douma, SY",)


def test_a_place_that_no_pack_knows_lies_where_the_armies_at_home_are_named(one):
    body = (
        "أعلن الجيش العراقي أن قوات البيشمركة خاضت معارك مع الحشد الشعبي. "
        "وقالت القيادة العسكرية إن القوات الأمريكية قتلت 12 مسلحا في ولاية غلمدغ."
    )
    assert one(body, "12").where[0].endswith(", IQ")


@pytest.mark.parametrize(
    "told",
    [
        "وقتل 7 مدنيين في قصف على ضواحي دمشق.",
        "وقتل 7 مدنيين في تفجيرات دمشق.",
        "وتعرضت دمشق لقصف أوقع 7 قتلى.",
        "وقتل 7 مدنيين في انفجار هز دمشق.",
        "وقتل 7 من سكان دمشق في القصف.",
    ],
)
def test_what_befalls_a_capital_is_in_the_town(one, told):
    assert one(f"تواصلت المعارك في سوريا. {told}", "7").where == ("Damascus, SY",)
