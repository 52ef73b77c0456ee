"""Two sides of a war: whose defences meet what was fired, who frees whom in an exchange, who the attackers were."""

import pytest


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        (
            "قال قائد القوات الجوية الأوكرانية إن روسيا أطلقت 31 صاروخا، وإن الدفاعات الجوية أسقطت 17 صاروخا منها.",
            "17",
            "ukraine",
        ),
        ("نفذ الجيش الروسي هجوما بـ44 صاروخا على كييف. وتمكنت الدفاعات الجوية من تدمير 19 هدفا جويا.", "19", "ukraine"),
        ("ذكرت وزارة الدفاع الروسية أن دفاعاتها اعترضت 63 مسيرة أوكرانية فوق بريانسك.", "63", "russia"),
    ],
)
def test_defences_without_an_owner_are_of_who_speaks_or_of_who_was_fired_at(one_of_all, body, number, by):
    assert one_of_all(body, number).by == by


def test_whom_a_defence_could_not_save_its_enemy_hurt(one_of_all):
    body = "أطلقت روسيا 31 مسيرة على أوديسا. وأسقطت الدفاعات الجوية 17 مسيرة، وقتل تسعة من سكان المدينة."
    assert one_of_all(body, "تسعة").by == "russia"


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        ("أعلنت أوكرانيا وروسيا تبادل 118 أسير حرب.", "118", "russia+ukraine"),
        ("تبادلت أوكرانيا وروسيا 118 أسيرا. وقالت كييف إن 59 من جنودها أفرج عنهم.", "59", "russia"),
        ("أفرجت موسكو عن 59 أسيرا أوكرانيا في صفقة تبادل.", "59", "russia"),
    ],
)
def test_each_side_of_an_exchange_frees_the_people_of_the_other(one_of_all, body, number, by):
    assert set(one_of_all(body, number).by.split("+")) == set(by.split("+"))


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("هاجم مسلحو حركة الشباب قاعدة في مقديشو وقتلوا ستة جنود صوماليين، فيما قتل 13 من المهاجمين.", "al_shabaab"),
        ("هاجم مجهولون قاعدة في مقديشو وقتلوا ستة جنود صوماليين، فيما قتل 13 من المهاجمين.", "attackers"),
        ("هاجم مسلحو حركة الشباب قاعدة في مقديشو. وفي كينيا قتلت الشرطة 13 مهاجما.", "attackers"),
    ],
)
def test_the_attackers_are_the_group_whose_attack_was_told(one_of_all, body, of):
    assert one_of_all(body, "13").of == of


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("قال المرصد إن داعش استهدف حاجزا لقوات النظام في دير الزور، ما أدى إلى مقتل 13 عنصرا.", "assad_forces"),
        ("استهدفت قوات النظام موقعا لداعش في دير الزور، ما أدى إلى مقتل 13 عنصرا.", "daesh"),
        ("أسفر هجوم شنه مسلحو طالبان على قاعدة للجيش الأفغاني عن مقتل 13 عنصرا.", "afghan_forces"),
        ("أدى انفجار عبوة بدورية للجيش العراقي قرب الحويجة، معقل داعش، إلى مقتل 13 عنصرا.", "iraq_forces"),
    ],
)
def test_members_who_fell_are_of_those_who_were_struck(one_of_all, body, of):
    claim = one_of_all(body, "13")
    assert claim.of == of
    assert claim.by != of


@pytest.mark.parametrize(
    "cause", ["جراء قصف المتمردين الحوثيين لمدينة عدن", "إثر هجوم الحوثيين على عدن", "في هجوم للحوثيين على عدن"]
)
def test_a_toll_is_not_of_those_who_brought_it_about(one_of_all, cause):
    claim = one_of_all(f"أعلنت المنظمة ارتفاع حصيلة القتلى {cause} إلى 87 قتيلا.", "87")
    assert (claim.of, claim.by) == (None, "houthis")


def test_of_strikes_of_ones_own_side_the_enemy_is_meant_if_he_fought(one_on):
    body = "قتل 13 من ميليشيات الحوثي، وأصيب ستة من أفراد المقاومة الشعبية في اشتباكات وقصف لطائرات التحالف العربي في شبوة."
    assert one_on("2015-07-22", body, "ستة").by == "houthis"
