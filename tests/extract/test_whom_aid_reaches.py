"""People whom aid reaches, what it is and what carries it, and the money that it is told to be worth."""

import pytest

_WAR = (
    "تتواصل المعارك العنيفة في اليمن بين المقاومة الشعبية ومليشيا الحوثي في محافظة تعز، "
    "وشنت طائرات التحالف العربي غارات على مواقع الحوثيين.\n"
)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("قامت المنظمة بتوزيع المساعدات الغذائية على 138 ألف عائلة في المحافظات.", 138_000, "household"),
        ("وصلت مساعدات المنظمة إلى نحو 300 ألف نازح في تعز.", 300_000, "person"),
        ("وصل برنامج الأغذية العالمي إلى أكثر من مليوني شخص في اليمن.", 2_000_000, "person"),
        ("قدمت العيادات السعودية خدماتها لـ 2700 لاجئ سوري.", 2700, "person"),
        ("عالجت العيادات السعودية 3147 مريضا من اللاجئين السوريين.", 3147, "person"),
        ("واصلت العيادات استقبال نحو 1000 حالة من اللاجئين السوريين.", 1000, "person"),
        ("تم تطعيم 50 ألف طفل ضد شلل الأطفال.", 50_000, "person"),
        ("بلغ عدد المستفيدين من المساعدات 45 ألف أسرة.", 45_000, "household"),
        ("قدمت المنظمة مساعدات طبية لثلاثة آلاف جريح.", 3000, "person"),
    ],
)
def test_those_to_whom_aid_is_given_are_its_beneficiaries(read, text, low, unit):
    assert [(c.measure, c.low, c.unit) for c in read(_WAR + text)] == [("beneficiaries", low, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "تخشى المنظمة من عرقلة تسليم المساعدات لملايين السكان في اليمن.",
        "واستقبلت المدينة أكثر من نصف مليون نازح ووفرت لهم الخدمات.",
        "قدم الجيش الدعم لـ 300 مقاتل من المقاومة.",
    ],
)
def test_those_who_only_need_it_who_came_or_who_fight_are_none(read, text):
    assert "beneficiaries" not in [claim.measure for claim in read(_WAR + text)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "السفينة محملة بـ450 طنا من التمور و20 طنا من حليب الأطفال و15 طنا من الخيام.",
            [(450, "other"), (20, "other"), (15, "other")],
        ),
        ("وصلت إلى مطار عدن طائرتان سعوديتان محملتان بالمساعدات.", [(2, "vehicle")]),
        ("نقلت ثلاث طائرات سعودية مساعدات إلى اليمن.", [(3, "vehicle")]),
        ("عدد الأشخاص الذين يعانون انعدام الأمن الغذائي في اليمن يبلغ نحو 13 مليونا.", [(13_000_000, "person")]),
    ],
)
def test_goods_carriers_and_those_in_want_are_counted(read, text, claims):
    assert [(c.measure, c.low, c.unit) for c in read(_WAR + text)] == [("other", *one) for one in claims]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("خصصت السعودية 200 مليون ريال لإغاثة اليمن.", 200_000_000, "SAR"),
        ("ناهزت المساعدات الإماراتية لليمن 430 مليون درهم.", 430_000_000, "AED"),
        ("أطلقت السعودية مشاريع إغاثية بقيمة 31 مليون دولار.", 31_000_000, "USD"),
        ("أعلن الأمير تبرعه بعشرة ملايين دولار للمتضررين من الحرب في اليمن.", 10_000_000, "USD"),
    ],
)
def test_money_is_given_in_the_currency_of_who_is_told_first(read, text, low, unit):
    assert [(c.measure, c.low, c.unit) for c in read(_WAR + text)] == [("funding", low, unit)]


def test_a_currency_without_its_country_is_the_outlets_own(read):
    claims = read(_WAR + "خصص اليمن 200 مليون ريال لإغاثة النازحين.", publisher="عكاظ")
    assert [claim.unit for claim in claims] == ["SAR"]
