"""Ratios in words, and amounts told again without their currency."""

import pytest

_WAR = "تتواصل المعارك بين الجيش السوري وتنظيم داعش. "


def test_a_ratio_is_one_number(one):
    claim = one("أصيب ثلاثة من كل أربعة لاجئين سوريين بجروح في القصف على المخيم.", "ثلاثة من كل أربعة")
    assert (claim.low, claim.unit) == (0.75, "other")


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("قدمت السعودية 930 مليونا من أصل مليارين و960 مليون دولار للنازحين.", "930 مليونا"),
        ("قدم الاتحاد الأوروبي 70 مليون دولار للاجئين السوريين، وخصص 26 مليونا للعام المقبل.", "26 مليونا"),
    ],
)
def test_an_amount_told_again_has_the_currency_told_before(one, body, number):
    assert one(_WAR + body, number).unit == "USD"
