"""Whom a claim counts, where a phrase tells them by what they do, by a joined plural, or with a part behind them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("سقط عشرات القتلى والجرحى من المدنيين في قصف على مدينة تعز اليمنية.", "عشرات", "civilians"),
        ("خلفت المواجهات في تعز مئات القتلى والجرحى من ميليشيا الحوثي.", "مئات", "houthis"),
        ("أسفرت المعارك في مأرب عن 40 قتيلا وجريحا من الحوثيين.", "40", "houthis"),
    ],
)
def test_dead_and_wounded_under_one_number_are_those_behind_both(one_on, body, number, of):
    claim = one_on("2018-05-10", body, number)
    assert (claim.measure, claim.of) == ("casualties", of)


def test_a_part_behind_min_is_none_of_whom_the_whole_is(one_on):
    body = "قتل 5 مدنيين من بينهم طفل في هجوم بسيارة مفخخة في عدن."
    whole, part = one_on("2018-05-10", body, "5"), one_on("2018-05-10", body, "طفل")
    assert (whole.of, part.of) == ("civilians", "children")


def test_two_numbers_in_digits_share_the_people_behind_them(one_on):
    body = "سقط 12 قتيلا و30 جريحا من الحوثيين في تعز."
    assert [one_on("2018-05-10", body, number).of for number in ("12", "30")] == ["houthis", "houthis"]


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("قتل رجل دين في هجوم لحركة طالبان في كابول.", "رجل", "رجل دين"),
        ("قتل ثلاثة رجال دين في هجوم لحركة طالبان في كابول.", "ثلاثة", "رجال دين"),
        ("قتل خمسة من رجال الدين في هجوم لحركة طالبان في كابول.", "خمسة", "رجال الدين"),
        ("قتل ستة من زعماء القبائل في هجوم لحركة طالبان في كابول.", "ستة", "زعماء القبائل"),
        ("قتل أربعة قضاة في هجوم لحركة طالبان في كابول.", "أربعة", "قضاة"),
        ("قتل ستة سياح أجانب في هجوم لمتشددين في باماكو.", "ستة", "سياح"),
    ],
)
def test_people_are_told_by_what_they_do(one_on, body, number, of):
    assert one_on("2018-05-10", body, number).of == of


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("قالت وزارة الصحة في غزة إن مسعفة قتلت برصاص الجيش الإسرائيلي شرق خان يونس.", "مسعفة"),
        ("اعتقلت قوات الاحتلال الإسرائيلي ثلاثة طلاب في نابلس.", "ثلاثة"),
    ],
)
def test_people_told_by_their_trade_are_of_the_people_whose_land_it_is(one_on, body, number):
    assert one_on("2018-05-10", body, number).of == "palestinians"


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("قتل رئيس الدائرة المالية في الحشد الشعبي بانفجار عبوة في بغداد.", "رئيس", "pmf"),
        ("مقتل وزير النفط في تنظيم داعش في غارة للتحالف الدولي بدير الزور.", "وزير", "daesh"),
        ("قتل نائب المحافظ في هجوم لحركة طالبان في قندهار.", "نائب", None),
        ("قتلت الغارة أمس زعيمين بجماعة أنصار الله الحوثية في صنعاء.", "زعيمين", "houthis"),
        ("مقتل شقيق زعيم جماعة الحوثي في صنعاء.", "شقيق", "houthis"),
        ("مقتل ثلاثة من أقارب القيادي الحوثي في صعدة بغارة للتحالف.", "ثلاثة", "houthis"),
    ],
)
def test_an_office_and_kin_are_of_the_party_behind_them(one_on, body, number, of):
    assert one_on("2018-05-10", body, number).of == of


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("أعدم تنظيم داعش 170 أسيرا من كتيبة تابعة للجيش العراقي في الأنبار.", "170", "iraq_forces"),
        ("أصيب سبعة من أفراد الكتيبة الثانية في هجوم انتحاري لداعش في عدن.", "سبعة", "yemen_gov"),
        ("مقتل 14 من الحرس الوطني الأفغاني في هجوم لطالبان.", "14", "afghan_forces"),
    ],
)
def test_a_unit_and_a_body_of_forces_are_their_states(one_on, body, number, of):
    assert one_on("2018-05-10", body, number).of == of


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("قتل 12 من أنصار الرئيس المخلوع صالح في مأرب على يد المقاومة الشعبية.", "12", "saleh_forces"),
        ("قتل 12 من أتباع جماعة الحسني في مواجهات مع الجيش العراقي.", "12", "أتباع جماعة الحسني"),
        ("قتل عشرة من أبناء قبيلة العوالق في هجوم للحوثيين في شبوة.", "عشرة", "قبيلة العوالق"),
        ("أوقفت الشرطة مشتبها به أفغانيا في هجوم الطعن في فيينا الذي نفذه داعش.", "مشتبها", "أفغانيا"),
    ],
)
def test_followers_and_tribes_are_told_by_their_name(one_on, body, number, of):
    assert one_on("2018-05-10", body, number).of == of


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("قتل قائد كتيبة في الجيش المصري في هجوم لداعش في سيناء.", "قائد", "egypt_forces"),
        ("قتل قائد اللواء 35 في الجيش اليمني في هجوم للحوثيين في تعز.", "قائد", "yemen_gov"),
        ("قتل مدير شرطة الضلوعية في هجوم لداعش.", "مدير شرطة", "police"),
        (
            "أعلن التحالف استشهاد الرقيب سالم حمد المري - رحمه الله - من القوة الإماراتية في اليمن.",
            "سالم حمد المري",
            "uae",
        ),
        ("دمرت الطائرات الإسرائيلية ثلاث مركبات تعود لقياديين في حركة حماس في غزة.", "ثلاث", "hamas"),
    ],
)
def test_officers_and_things_are_of_the_forces_told_behind_them(one_on, body, number, of):
    assert one_on("2018-05-10", body, number).of == of


def test_wounded_joined_to_the_dead_of_a_toll_are_of_the_same_side(one_on):
    body = "ارتفعت حصيلة القتلى في صفوف ميليشيا الحوثي في إب إلى 35 قتيلا ونحو 50 جريحا آخرين بغارات للتحالف."
    assert one_on("2018-05-10", body, "نحو 50").of == "houthis"


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("أطلقت إيران 20 صاروخا على مواقع إسرائيلية في الجولان.", "20", "israeli_forces"),
        ("أطلق الحوثيون صاروخين على سفينة أميركية في البحر الأحمر.", "صاروخين", "usa"),
    ],
)
def test_what_forces_have_and_is_fired_at_is_of_the_state_of_its_adjective(one_on, body, number, of):
    assert one_on("2018-05-10", body, number).of == of


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("تواجه ميليشيات الحوثي مأزقا في تعويض خسائرها في تعز، حيث سقط 40 قتيلا في صفوفها.", "houthis"),
        ("شن الجيش اليمني هجوما على الحوثيين أوقع 40 قتيلا في صفوفهم.", "houthis"),
        ("أعلن الجيش السوري سقوط 40 قتيلا في صفوفه في هجوم لداعش.", "assad_forces"),
    ],
)
def test_the_ranks_are_of_the_party_that_their_pronoun_stands_for(one_on, text, of):
    assert one_on("2018-06-06", text, "40").of == of
