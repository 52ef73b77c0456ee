"""What no outcome's verb states: fighters, members, shares of land, money, and changes in per cent."""

import pytest


def test_fighters_that_there_are_said_to_be_are_a_strength(one):
    claim = one("قدر مسؤولون عدد مقاتلي داعش في سوريا والعراق بنحو 2500 مقاتل.", "نحو 2500")
    assert (claim.measure, claim.of, claim.bound, claim.modality) == ("strength", "daesh", "about", "estimated")
    assert set(claim.where) == {"IQ", "SY"}


def test_the_states_of_an_alliance_are_its_members(one):
    claim = one("يضم التحالف الدولي ضد داعش 87 دولة.", "87")
    assert (claim.measure, claim.unit, claim.of, claim.by) == ("members", "country", "coalition", None)


def test_a_rise_is_a_change_and_no_level(one):
    claim = one("نفذ تنظيم داعش 491 هجوما في سوريا عام 2024، بزيادة نسبتها 300 في المئة.", "300 في المئة")
    assert (claim.measure, claim.unit, claim.change, claim.low) == ("attacks", "percent", True, 300)


def test_a_fall_is_negative_even_when_it_is_told_far_before_its_figure(one):
    body = "تراجعت هجمات داعش في العراق بنسبة 18 في المئة خلال عام 2024 مقارنة بعام 2023."
    claim = one(body, "18 في المئة")
    assert (claim.measure, claim.change, claim.low, claim.high) == ("attacks", True, -18, -18)


@pytest.mark.parametrize("word", ["استرداد", "استرجاع", "انتزاع", "تطهير", "استعادة", "تحرير"])
def test_land_is_taken_back_by_every_masdar_for_it(one, word):
    claim = one(f"وأتاح ذلك للجيش العراقي {word} نحو 40 ألف كيلومتر مربع من داعش.", "نحو 40 ألف")
    assert (claim.measure, claim.unit, claim.low, claim.of) == ("territory_area", "km2", 40000, "daesh")


def test_a_share_of_the_land_is_no_change(one):
    claim = one("خسر تنظيم داعش 95 في المئة من الأراضي التي كان يسيطر عليها في العراق وسوريا.", "95 في المئة")
    assert (claim.measure, claim.unit, claim.change, claim.of) == ("territory_share", "percent", False, "daesh")


def test_square_kilometres_are_an_area_of_land(one):
    claim = one("استعادت القوات العراقية من داعش 500 كيلومتر مربع في نينوى.", "500")
    assert (claim.measure, claim.unit, claim.low) == ("territory_area", "km2", 500)


def test_how_far_a_place_lies_is_no_area(read):
    assert read("تقع القاعدة التي يسيطر عليها داعش على بعد 60 كيلومترا شمال الموصل.") == []


def test_the_money_of_an_armed_group_is_its_reserves(one):
    claim = one("تبلغ احتياطيات داعش نحو 25 مليون دولار، بحسب الأمم المتحدة.", "نحو 25 مليون")
    assert claim.quote.endswith("25 مليون دولار")
    assert (claim.measure, claim.low, claim.unit, claim.of) == ("reserves", 25_000_000, "USD", "daesh")


def test_funding_has_a_giver_who_may_be_a_state(one):
    claim = one("قدمت ألمانيا 30 مليون يورو لدعم المناطق المحررة من داعش في العراق.", "30 مليون")
    assert claim.quote.endswith("30 مليون يورو")
    assert (claim.measure, claim.low, claim.unit, claim.by) == ("funding", 30_000_000, "EUR", "germany")


def test_money_that_nobody_gives_is_no_funding(read):
    assert not [c for c in read("يحتاج إعمار ما دمره داعش إلى تمويل بقيمة 30 مليون يورو.") if c.measure == "funding"]


def test_half_of_a_people_who_fled_are_a_share_of_it(one):
    claim = one("أدت الحرب على تنظيم داعش في سوريا إلى نزوح أكثر من نصف السكان.", "أكثر من نصف")
    assert (claim.measure, claim.unit, claim.low, claim.high) == ("displaced", "other", 0.5, None)


def test_a_change_is_of_the_level_that_it_is_told_of(one):
    body = "سقط 237 مدنيا بين قتيل وجريح في حلب، بتراجع نسبته 25% عن الربع السابق الذي سقط فيه 360 قتيلا."
    assert (one(body, "25%").measure, one(body, "25%").low) == ("casualties", -25)
    body = "نفذ تنظيم داعش 22 هجوما وقتل 36 مدنيا في حلب، بزيادة 50% عن الشهر السابق الذي قتل فيه 24 مدنيا."
    assert one(body, "50%").measure == "killed"


def test_a_rise_leads_to_a_level_and_starts_from_a_bare_one(one):
    body = "ارتفع عدد النازحين في حلب بنسبة 7% ليصل إلى 714 ألف نازح بعدما كان 668 ألفا في فبراير."
    assert (one(body, "7%").measure, one(body, "7%").change) == ("displaced", True)
    assert (one(body, "668 ألفا").measure, one(body, "668 ألفا").low) == ("displaced", 668_000)


def test_pledges_are_held_against_earlier_ones(one):
    body = "تعهد المانحون بتقديم 1.2 مليار دولار لليمن، بتراجع نسبته 11% عن تعهدات عام 2022 التي بلغت 1.3 مليار دولار."
    assert (one(body, "11%").measure, one(body, "11%").low) == ("funding", -11)
    assert (one(body, "1.3 مليار").measure, one(body, "1.3 مليار").unit) == ("funding", "USD")


@pytest.mark.parametrize(
    ("words", "measure", "percent"),
    [
        ("أن القتلى المدنيين تراجعوا بنسبة 13%", "killed", -13),
        ("أن القتلى في صفوف الأمن زادوا بنسبة 20%", "killed", 20),
        ("أن الهجمات ازدادت بنسبة 20%", "attacks", 20),
        ("أن الغارات تناقصت بنسبة 13%", "airstrikes", -13),
    ],
)
def test_more_and_less_in_every_person_is_a_change(read, words, measure, percent):
    claims = read(f"قتل داعش 90 شخصا في العراق. وأظهرت البيانات {words}.")
    assert [(claim.measure, claim.low, claim.change) for claim in claims[1:]] == [(measure, percent, True)]
