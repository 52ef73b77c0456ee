"""An attack that somebody condemns, looks into or follows up is not theirs; whose it was is told by what is said of it."""

import pytest

ATTACK = "التفجير الذي أدى إلى مقتل خمسة مدنيين في كركوك."


@pytest.mark.parametrize(
    "answer",
    [
        "أدان الجيش العراقي {}",
        "فتح الجيش العراقي تحقيقا في {}",
        "قدم الجيش العراقي تعازيه في {}",
        "تلاحق القوات العراقية المتورطين في {}",
        "اعتقلت القوات العراقية متورطا في {}",
        "فرضت القوات العراقية طوقا حول موقع {}",
        "نفذت القوات العراقية عمليات تمشيط للبحث عن المشتبه بهم في {}",
    ],
)
def test_who_answers_an_attack_did_not_do_it(read, answer):
    killed = [claim for claim in read(answer.format(ATTACK)) if claim.measure == "killed"]
    assert [claim.by for claim in killed] == ["attackers"]


def test_a_bombing_told_after_a_force_that_moved_on_is_not_its_own(read):
    text = "انسحبت القوات العراقية من الفندق بعد هجوم على سوق شعبي أوقع خمسة قتلى في كركوك."
    assert [claim.by for claim in read(text) if claim.measure == "killed"] == ["attackers"]


def test_a_bomber_is_of_the_group_that_is_named_with_him(read):
    text = "أقدم انتحاري من تنظيم داعش على تفجير نفسه في بغداد، مما أسفر عن مقتل 30 شخصا."
    assert [claim.by for claim in read(text)] == ["daesh"]


def test_who_is_thought_to_be_behind_an_attack_did_it(read):
    text = "قتل 20 شخصا في انفجار قنبلة بسوق في بغداد. وقال مسؤول إن السلطات تعتقد أن تنظيم داعش وراء الهجوم."
    assert [claim.by for claim in read(text)] == ["daesh"]


def test_who_denies_being_behind_an_attack_is_not_read_as_behind_it(read):
    text = "قتل 20 شخصا في انفجار قنبلة بسوق في بغداد. ونفى تنظيم داعش أن يكون وراء الهجوم."
    assert "daesh" not in [claim.by for claim in read(text)]


def test_the_finger_of_blame_points_at_who_did_it(read):
    text = "سقط 40 قتيلا في غارات على مواقع للنظام السوري في حماة، فيما أشارت أصابع الاتهام إلى إسرائيل."
    assert [claim.by for claim in read(text)] == ["israeli_forces"]


def test_a_claim_of_the_attack_names_the_attackers(one_of_all):
    text = (
        "أسفر هجوم شنته مجموعة انتحاريين على مقر للجيش في مالي عن مقتل ثلاثة جنود. "
        "وأعلنت جماعة نصرة الإسلام والمسلمين مسؤوليتها عن الهجوم."
    )
    assert one_of_all(text, "ثلاثة").by == "jnim"


@pytest.mark.parametrize(
    "events",
    ["قصف لقوات النظام السوري وغارات للطيران الروسي", "قصف مدفعي لقوات النظام السوري وغارات روسية"],
)
def test_events_named_together_are_the_doing_of_both(read, events):
    (claim,) = read(f"قتل 12 مدنيا في {events} على إدلب.")
    assert set((claim.by or "").split("+")) == {"assad_forces", "russia"}


@pytest.mark.parametrize(
    "body",
    [
        "استهدفت مسيرة تركية سيارة في ريف حلب في سوريا، ما أسفر عن مقتل ثلاثة مدنيين.",
        "أطلقت مروحية تركية النار على مدنيين في ريف حلب في سوريا فقتل ثلاثة منهم.",
        "قتلت طائرة مسيرة تركية ثلاثة مدنيين في ريف حلب في سوريا.",
    ],
)
def test_what_flies_acts_for_the_state_whose_adjective_it_bears(one, body):
    assert one(body, "ثلاثة").by == "turkey"


def test_a_militia_named_alone_is_the_one_told_of(one_of_all):
    text = "شن الجيش السوداني هجوما على قوات الدعم السريع في أم درمان. وقتلت المليشيا 12 مدنيا في المدينة."
    assert one_of_all(text, "12").by == "rapid_support_forces"


def test_the_army_alone_is_the_party_that_fights_there(one_of_all):
    text = "قتل 20 شخصا في مواجهات بين الجيش السوداني وقوات الدعم السريع في الخرطوم. وسقط 12 قتيلا في صفوف الجيش."
    claim = one_of_all(text, "12")
    assert (claim.of, claim.by) == ("sudan_forces", "rapid_support_forces")


def test_attackers_are_of_the_group_that_stormed_the_place(read):
    text = "هاجم تنظيم داعش فندقا في بغداد. وقتل المهاجمون 12 مدنيا قبل أن تنهي القوات العراقية الحصار."
    assert [claim.by for claim in read(text)] == ["daesh"]


def test_a_bare_number_in_a_force_is_of_it(one):
    body = "قتل 25 مقاتلا في معارك بين الجيش السوري وداعش في البادية، 15 في صفوف التنظيم وعشرة في الجيش السوري."
    claim = one(body, "عشرة")
    assert (claim.of, claim.by) == ("assad_forces", "daesh")


@pytest.mark.parametrize(
    ("court", "state"),
    [
        ("أصدرت محكمة الجنايات العراقية حكما بالإعدام شنقا بحق", "iraq"),
        ("وقضت محكمة في أنقرة بسجن", "turkey"),
        ("حكم القضاء العراقي بالإعدام على", "iraq"),
    ],
)
def test_a_verdict_is_of_the_state_whose_court_is_named_not_of_the_convicts_own(one_of_all, court, state):
    assert one_of_all(f"{court} 13 فرنسيا من تنظيم داعش بتهمة الإرهاب.", "13").by == state
