"""Times that a word beside them parts from, or gives to, what is counted; the reports are of Saturday 10 August 2024."""

import pytest

from tawatur.extract.extraction import extract_drafts
from tawatur.extract.report.times_of_parts import date_parts
from tawatur.model import Period

DURING = Period(start="2024-05-06", end="2024-05-15")
THEN = Period(start="2019-05-01", end="2019-05-31")


def day(date: str) -> Period:
    return Period(start=date, end=date)


@pytest.mark.parametrize("part", ["بينهم 12 قياديا", "12 منهم في الرقة"])
def test_a_part_is_of_the_time_of_its_whole_where_no_other_was_found(document, knowledge, part):
    body = f"قتل منذ أيار 90 مسلحا من داعش، {part}."
    whole, its = (built.draft for built in extract_drafts(document(body), knowledge))
    its.when, its.own_when = None, False
    date_parts([whole, its])
    assert its.when is whole.when is not None


def test_a_part_with_a_day_of_its_own_keeps_it(one):
    body = "قتل منذ أيار 90 جنديا في الرقة، بينهم 12 سقطوا في هجوم الثلاثاء."
    assert one(body, "12").when == day("2024-08-06")


@pytest.mark.parametrize("length", ["واستمرت عشرة أيام", "ودامت 10 أيام", "وامتدت عشرة أيام"])
def test_what_went_on_so_long_ended_then(one, length):
    assert one(f"قتل 40 مسلحا من داعش في العملية التي بدأت في 6 أيار {length}.", "40").when == DURING


def test_hours_may_reach_into_the_next_day(one):
    body = "قتل 40 مسلحا من داعش في العملية التي بدأها الجيش في 6 أيار واستمرت 24 ساعة."
    assert one(body, "40").when == Period(start="2024-05-06", end="2024-05-07")


@pytest.mark.parametrize(
    "told",
    [
        "وهذا أعنف هجوم على الرقة منذ أيار 2019، حين قتل 30 جنديا.",
        "وانخفض عدد القتلى مقارنة بأيار 2019 حين سقط 30 قتيلا.",
    ],
)
def test_what_the_time_before_it_saw_was_then(one, told):
    assert one(f"قتل تسعة جنود الجمعة في هجوم على الرقة. {told}", "30").when == THEN


def test_a_level_that_others_are_compared_with_is_of_the_time_before_it(one):
    body = "تراجعت هجمات داعش في تموز بنسبة 25 بالمئة مقارنة بأيار، من 60 هجوما إلى 45."
    assert (one(body, "60").when, one(body, "45").when) == (
        Period(start="2024-05-01", end="2024-05-31"),
        Period(start="2024-07-01", end="2024-07-31"),
    )


def test_the_last_of_several_has_a_day_of_its_own(one):
    body = "نفذت طائرات التحالف منذ أيار 60 غارة على الرقة. وقتل فيها 14 مسلحا، كان آخرهم قيادي سقط الثلاثاء."
    assert one(body, "14").when != day("2024-08-06")


def test_a_feast_for_which_something_is_done_dates_nothing(one):
    body = "فجر انتحاري من داعش نفسه في الرقة الجمعة. وأصيب 14 شخصا في التفجير لدى مغادرة مكاتبهم بمناسبة شهر رمضان."
    assert one(body, "14").when == day("2024-08-09")


def test_what_was_said_at_some_earlier_time_is_news_all_the_same(one):
    body = "هاجم مسلحون الجمعة ثكنة في الرقة. وكانت الشرطة قد ذكرت في وقت سابق أن الهجوم أسفر عن مقتل 14 جنديا."
    assert one(body, "14").when == day("2024-08-09")


def test_when_a_party_came_to_power_dates_nothing_that_follows(one):
    body = (
        "قتل 40 جنديا الثلاثاء في هجوم على الرقة. ولم تعلق السلطات العسكرية التي وصلت إلى الحكم في أيلول 2022. "
        "وقال مسؤول إن 14 متطوعا سقطوا في المعركة."
    )
    assert one(body, "14").when == day("2024-08-06")


def test_the_day_behind_a_body_that_tells_back_is_its_own_whatever_its_name(one):
    body = (
        "ارتفعت حصيلة المواجهات التي اندلعت ليل الأربعاء في الرقة إلى 9 قتلى، حسبما قال مركز الطوارئ والدعم الجمعة، "
        "في حين كانت حصيلة أولى تتحدث عن سبعة قتلى."
    )
    assert one(body, "سبعة").when == Period(start="2024-08-07", end="2024-08-10")


def test_whose_toll_is_told_they_died_in_its_time(one):
    body = "ارتفعت إلى 140 حصيلة المدنيين الذين قتلهم الجيش في الرقة خلال أسبوع، بحسب ما أعلنه الجمعة المرصد."
    assert one(body, "140").when == Period(start="2024-08-03", end="2024-08-10")


@pytest.mark.parametrize(
    "told",
    [
        "تشهد الرقة منذ أيار 2022 نزاعا بين القوات. وأسفر النزاع عن مقتل 4000 شخص.",
        "تشن القوات منذ أيار 2022 هجوما على الرقة. وأحصى المرصد مقتل 4000 شخص في هذه العملية.",
        "يقاتل الجيش داعش منذ أيار 2022. وقال الوزير الجمعة إن الطريق مقطوع. وزار المدينة. وقتل 4000 شخص منذ اندلاع الأزمة.",
    ],
)
def test_what_a_war_or_a_campaign_told_of_before_has_brought_about_has_lasted_since_it_began(one, told):
    assert one(told, "4000").when == Period(start="2022-05-01", end="2024-08-10")


def test_how_things_stand_is_not_told_since_a_war_began(one):
    body = (
        "يقاتل الجيش داعش منذ أيار 2022. "
        "وقالت الوزارة إن 4000 شخص قتلوا منذ اندلاع القتال، وإن 70 بالمئة من المستشفيات خارج الخدمة."
    )
    assert one(body, "70 بالمئة").when is None


@pytest.mark.parametrize(
    "line", ["إسلام آباد 10 آب 2024 (آسيا برس) - ", "دمشق، السبت 10 أغسطس (المدى) – ", "الرقة - 10 آب 2024 - "]
)
def test_the_date_of_a_dateline_is_the_reports(one, line):
    assert one(f"{line}قتل 54 مسلحا من داعش في الرقة.", "54").when is None


def test_since_an_event_that_only_a_later_sentence_dates(one):
    body = (
        "قصف الجيش داعش في الرقة. وارتفع عدد القتلى منذ بدء الحملة إلى 140 شخصا. "
        "وكان الجيش بدأ الحملة على المدينة في 6 أيار."
    )
    assert one(body, "140").when == Period(start="2024-05-06", end="2024-08-10")


def test_what_a_party_has_waged_for_some_days_dates_what_follows(one):
    body = "تضاربت الأنباء عن خسائر داعش في الحملة التي يشنها الجيش منذ الأربعاء على الرقة. وأعلن الجيش مقتل 45 مسلحا."
    assert one(body, "45").when == Period(start="2024-08-07", end="2024-08-10")


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("ناشدت الأمم المتحدة المانحين توفير 106 ملايين دولار للنازحين في سوريا هذا العام.", "106 ملايين"),
        ("وقالت الأمم المتحدة إن 6 ملايين سوري بحاجة إلى المساعدة هذا العام.", "6 ملايين"),
    ],
)
def test_what_a_year_needs_is_all_of_its(one, told, number):
    body = f"قتل 9 جنود الجمعة في هجوم لداعش على الرقة. {told}"
    assert one(body, number).when == Period(start="2024-01-01", end="2024-12-31")


def test_a_vague_time_of_another_clause_gives_way_to_a_date(one):
    body = (
        "وتصاعد العنف في الأسابيع الماضية، حيث قتل الجيش السوري 120 شخصا خلال مظاهرات حاشدة بدأت في 30 أيار في الرقة."
    )
    assert one(body, "120").when == Period(start="2024-05-30", end="2024-08-10")


def test_what_began_in_a_month_began_on_the_day_that_another_sentence_tells(one):
    body = (
        "ومنذ انطلاق العملية ضد داعش في أيار الماضي قتل 140 مسلحا في الرقة. "
        "وأطلق الجيش السوري في 6 أيار الماضي العملية لطرد التنظيم."
    )
    assert one(body, "140").when == Period(start="2024-05-06", end="2024-08-10")


def test_since_a_month_is_since_its_first_day_all_the_same(one):
    body = "وقتل منذ أيار الماضي 140 مسلحا من داعش في الرقة. وأطلق الجيش السوري في 6 أيار الماضي العملية لطرد التنظيم."
    assert one(body, "140").when == Period(start="2024-05-01", end="2024-08-10")


def test_a_death_that_raises_a_toll_was_not_since_the_toll_counts(one):
    body = (
        "قتل خمسة جنود الجمعة في هجوم لداعش على الرقة. "
        "وبمقتل ستة جنود ارتفعت حصيلة القتلى إلى 119 منذ بدء الحملة في 30 أيار."
    )
    assert one(body, "ستة").when == day("2024-08-09")
