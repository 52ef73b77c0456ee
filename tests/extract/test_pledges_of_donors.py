"""Money that donors pledge: who gives how much, in whatever words."""

import pytest

MET = "اجتمع المانحون لإعمار مدن سورية دمرتها الحرب على داعش. "


@pytest.mark.parametrize(
    ("sentence", "number", "giver"),
    [
        ("وجاءت أنقرة في المقدمة بستة مليارات دولار.", "ستة مليارات", "turkey"),
        ("وتصدرت تركيا المانحين بستة مليارات دولار.", "ستة مليارات", "turkey"),
        ("ووعدت كندا بـ70 مليون دولار.", "70 مليون", "canada"),
        ("وعرضت الرياض 90 مليون دولار.", "90 مليون", "saudi_arabia"),
        ("وفتحت الولايات المتحدة خط ائتمان بـ80 مليون دولار لإعادة الإعمار.", "80 مليون", "usa"),
        ("بينما اكتفت ألمانيا بـ50 مليون يورو.", "50 مليون", "germany"),
        ("وقدمت ألمانيا 500 مليون يورو وكندا 200 مليون دولار.", "200 مليون", "canada"),
        ("ورصدت كندا 70 مليون دولار، نصفها قروض.", "70 مليون", "canada"),
    ],
)
def test_who_gives_stands_behind_the_verb(one, sentence, number, giver):
    claim = one(MET + sentence, number)
    assert (claim.measure, claim.by) == ("funding", giver)
    assert not any("Ankara" in place for place in claim.where)


def test_the_land_that_is_rebuilt_gives_nothing(one):
    claim = one(MET + "واختتم مؤتمر إعادة إعمار العراق أعماله بتعهدات بلغت 30 مليار دولار.", "30 مليار")
    assert (claim.measure, claim.by) == ("funding", None)
