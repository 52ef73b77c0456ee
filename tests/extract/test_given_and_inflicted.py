"""Who gives what another welcomes, rulers who give for their state, and on whom losses are inflicted."""

from functools import partial

import pytest


@pytest.fixture(scope="module")
def one(one_on):
    return partial(one_on, "2015-11-10")


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        (
            "رحبت الأمم المتحدة بتعهد الكويت تقديم 60 مليون دولار لإغاثة النازحين بعد المعارك في اليمن.",
            "60 مليون",
            "kuwait",
        ),
        (
            "أشاد المنسق الأممي بإعلان ألمانيا تخصيص 60 مليون دولار لضحايا القصف في اليمن.",
            "60 مليون",
            "germany",
        ),
        (
            "أعربت الحكومة اليمنية عن شكرها لقطر على تبرعها بمبلغ 60 مليون دولار لجرحى المعارك.",
            "60 مليون",
            "qatar",
        ),
        (
            "أمر العاهل السعودي بتخصيص 60 مليون دولار لإغاثة المتضررين من القصف والمعارك في اليمن.",
            "60 مليون",
            "saudi_arabia",
        ),
        ("وجه أمير قطر بتقديم 60 مليون دولار لإغاثة ضحايا القصف والمعارك في سوريا.", "60 مليون", "qatar"),
    ],
)
def test_who_gives(one, body, number, by):
    assert one(body, number).by == by


@pytest.mark.parametrize(
    ("body", "of", "by"),
    [
        ("صدت القوات اليمنية هجوما لمسلحي الحوثي في مأرب وكبدتهم 27 قتيلا.", "houthis", "yemen_gov"),
        ("هاجم مسلحو الحوثي موقعا في مأرب فكبدهم الجيش اليمني 27 قتيلا.", "houthis", "yemen_gov"),
        ("صد الجيش واللجان الشعبية زحفا لمرتزقة العدوان في تعز وكبدوهم 27 قتيلا.", "yemen_gov", "houthis"),
    ],
)
def test_on_whom_losses_are_inflicted(one, body, of, by):
    claim = one(body, "27")
    assert (claim.of, claim.by) == (of, by)
