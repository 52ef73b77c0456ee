"""Who speaks where only a part tells it: an arm of a body, a kind of sources, a name behind, a pronoun."""

import pytest

BEFORE = "قال قائد شرطة ديالى زعتور البهاتي إن القتال مع داعش مستمر."
SAID = "5 جنود قتلوا في هجوم لداعش في ديالى"


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"وأفادت شاهدة بأن {SAID}.", ("witnesses",)),
        (f"وقال مصدران أمنيان إن {SAID}.", ("security_sources",)),
        (f"وقالت ثلاثة مصادر طبية إن {SAID}.", ("medics",)),
        (f"قال مصدران طبيان إن القتال مع داعش مستمر. وأضاف المصدران أن {SAID}.", ("medics",)),
        (f"أفادت مصادر مسؤولة بأن {SAID}.", ("officials",)),
        (f"وذكر مراسل لوكالة رويترز أن {SAID}.", ("reuters",)),
        (f"وذكر مراسلنا أن {SAID}.", ()),
        (f"وذكرت مصادر عديدة أن {SAID}.", ("local_sources",)),
        ("يقدر عددهم بنحو 5 آلاف نازح من ديالى، و5 جنود قتلوا في هجوم لداعش في ديالى.", ()),
        (f"وقال أحد السكان ويدعى نعمان الزعتور إن {SAID}.", ("نعمان الزعتور",)),
        (f"وقال قاضي محكمة ديالى بهات الزعتور إن {SAID}.", ("قاضي محكمة ديالى بهات الزعتور",)),
        (f"وقال قائممقام قضاء الزعتور، علي البهاتي، إن {SAID}.", ("قائممقام قضاء الزعتور، علي البهاتي",)),
        (f"وقالت منظمة رصد للحقوق إن {SAID}.", ("منظمة رصد للحقوق",)),
        (f"كشفت مصادر عراقية وسورية أن {SAID}.", ("مصادر عراقية وسورية",)),
        (
            f"وقال نعمان الزعتري، قائد مقاتلي الوادي، إن القتال مع داعش مستمر. وقال الزعتري إن {SAID}.",
            ("نعمان الزعتري، قائد مقاتلي الوادي",),
        ),
        (f"كشف المجلس الأهلي لرصد الانتهاكات (رصد) أن {SAID}.", ("المجلس الأهلي لرصد الانتهاكات",)),
    ],
)
def test_who_speaks_by_kind_or_by_a_name_behind(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"أعلنت القيادة العامة للجيش العراقي أن {SAID}.", ("iraq_forces",)),
        (f"أعلن الجناح العسكري لتنظيم القاعدة أن {SAID}.", ("al_qaeda",)),
        (f"وأفاد بيان للمركز الإعلامي لـ #الجيش_العراقي، أن {SAID}.", ("iraq_forces",)),
        (f"قال الجناح الإعلامي للجيش الباكستاني إن {SAID}.", ("pakistan",)),
        (f"قالت الشرطة الصومالية إن {SAID}.", ("police",)),
        (f"قالت قوات الدفاع الإسرائيلية إن {SAID}.", ("israeli_forces",)),
    ],
)
def test_a_bodys_arm_speaks_for_it_and_a_states_police_as_police(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        ("جاء ذلك بعد إعلان الوزير نعمان الزعتور عن وجود 5 قتلى من الجنود في ديالى.", ("الوزير نعمان الزعتور",)),
        ("وبعد إعلان السلطات العراقية إلقاء القبض على 5 من داعش، هدأت ديالى.", ("iraq_gov",)),
        ("وكان تقرير حقوقي، صادر عن شبكة الزعتور، أكد مقتل 5 جنود في ديالى.", ("شبكة الزعتور",)),
        ("وفي 28 آب 2015 وزارة الزراعة تعلن مقتل 5 جنود في ديالى.", ("وزارة الزراعة",)),
        (
            "ونقلت عدة مجموعات تابعة للمزارعين أخبارا عن هجوم لداعش أدى إلى مقتل 5 جنود.",
            ("عدة مجموعات تابعة للمزارعين",),
        ),
        ("وجرت في ديالى اشتباكات، ولم ترد أنباء عن إصابات، وقتل 5 جنود.", ()),
    ],
)
def test_what_is_told_by_a_noun_of_saying_or_by_news(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    "sentence",
    [
        "وبحسبه، قتل 5 جنود في ديالى.",
        "وقتل 5 جنود في ديالى، على حد قوله.",
        "وقتل 5 جنود في ديالى، وفقا له.",
        "وقتل 5 جنود في ديالى، بحسب بيانه.",
    ],
)
def test_a_preposition_with_a_pronoun_takes_up_who_spoke_last(read, sentence):
    (claim,) = [claim for claim in read(f"{BEFORE} {sentence}") if claim.low == 5]
    assert claim.source == ("قائد شرطة ديالى زعتور البهاتي",)


@pytest.mark.parametrize(
    ("title", "chain"),
    [
        ("الزعتور: داعش قتل 5 جنود في ديالى", ("الزعتور",)),
        ("بهاتون: داعش قتل 5 جنود في ديالى", ("بهاتون",)),
        ("موسكو: داعش قتل 5 جنود في سوريا", ("russia",)),
        ("بغداد: داعش قتل 5 جنود", ()),
        ("متابعات: داعش قتل 5 جنود في ديالى", ()),
    ],
)
def test_who_speaks_before_a_headlines_colon(read, title, chain):
    (claim,) = [claim for claim in read("قال مصدر أمني إن القتال مع داعش مستمر.", title=title) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"ومضى العميد نعمان الزعتري بالقول إن {SAID}.", ("العميد نعمان الزعتري",)),
        (f"وختم الزعتري تصريحه بالقول إن {SAID}.", ("الزعتري",)),
        (f'وعلمت "رويترز" من مصادر طبية أن {SAID}.', ("medics", "reuters")),
        (f"وقال ضابط الشرطة محمد الزعتري إن {SAID}.", ("ضابط الشرطة محمد الزعتري",)),
        (f"{BEFORE} وهدأت ديالى وسط أنباء تفيد بمقتل 5 جنود.", ("media",)),
    ],
)
def test_what_is_said_behind_a_verb_that_is_none_of_saying(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain
