"""Times that stand in a count's sentence and are another deed's: a charge's, a capture's, a founding's, a war's."""

import pytest


def when(claim):
    return None if claim.when is None else (claim.when.start, claim.when.end)


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("قضت محكمة في بغداد بالسجن المؤبد على 6 من عناصر داعش متهمين بتدبير هجوم في تموز 2016.", "6"),
        ("حكمت محكمة في بغداد بالسجن على 3 من عناصر داعش لإدانتهم بالإرهاب عقب سفرهم إلى سوريا عام 2013.", "3"),
        ("اعتقلت الشرطة في بغداد 34 ضابطا للاشتباه بصلتهم بداعش المتهم بتدبير هجوم في 2016.", "34"),
        ("حكم على قيادي في داعش بالسجن في 2009 لوقوفه وراء اغتيال 25 شخصا في بغداد.", "25"),
        ("أفرجت السلطات العراقية عن 5 رجال احتجزتهم في آذار الماضي خلال معارك مع داعش.", "5"),
        ("سيطر داعش على المخيم في مطلع نيسان 2015، وأسفرت الحرب السورية عن مقتل 1300 شخص من أبنائه.", "1300"),
    ],
)
def test_a_time_of_another_deed_dates_no_count(one, body, number):
    assert when(one(body, number)) is None


def test_those_brought_to_what_they_did_keep_the_day_of_the_verdict(one):
    claim = one("حكم على 4 من عناصر داعش بالإعدام في 2009 لوقوفهم وراء اغتيال مسؤول في بغداد.", "4")
    assert when(claim) == ("2009-01-01", "2009-12-31")


def test_what_an_act_did_since_which_people_are_afraid_was_on_its_day(one):
    body = "بغداد في حالة تأهب منذ أن فجر انتحاري من داعش سيارة في 27 تموز، مما أسفر عن مقتل نحو 100 شخص."
    assert when(one(body, "نحو 100")) == ("2024-07-27", "2024-07-27")


def test_what_is_counted_since_an_act_has_gone_on(one):
    body = "قتل 100 شخص في بغداد منذ أن فجر انتحاري من داعش سيارة في 27 تموز."
    assert when(one(body, "100")) == ("2024-07-27", "2024-08-10")


@pytest.mark.parametrize(
    "later",
    [
        "ويأتي الهجوم بعد أيام من تفجير أودى بحياة 50 شخصا.",
        "ويأتي الهجوم بعد مقتل 50 شخصا في تفجير.",
        "وكان هجوم مماثل أدى إلى مقتل 50 شخصا.",
        "وسبق أن قتل 50 شخصا في هجوم لداعش.",
        "وتشهد المدينة هجمات شبه يومية أوقعت 50 قتيلا.",
        "وأودت الحرب بحياة 50 شخصا من أبناء المدينة.",
    ],
)
def test_what_was_before_has_not_the_day_of_the_news(one, later):
    lead = "قتل 12 شخصا الأربعاء في هجوم لداعش على سوق في مدينة بعقوبة."
    claim = one(f"{lead} {later}", "50")
    assert when(claim) is None


def test_a_statement_of_a_promise_has_a_day_of_its_own(one):
    body = "ووعد الرئيس الاثنين بتحرك قوي ردا على الهجوم الذي أوقع 60 قتيلا في بغداد على يد داعش."
    assert when(one(body, "60")) is None
