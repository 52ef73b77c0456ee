"""Times counted from what the text itself tells; the reports are of Saturday 10 August 2024."""

import pytest

from tawatur.model import Period


def day(date: str) -> Period:
    return Period(start=date, end=date)


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("قصف الجيش الرقة الأربعاء غداة هجوم لداعش أوقع 9 قتلى.", "2024-08-06"),
        ("قصف الجيش الرقة الأربعاء بعد ثلاثة أيام من هجوم لداعش أوقع 9 قتلى.", "2024-08-04"),
        ("قصف الجيش الرقة الأربعاء، بعد ثلاثة أيام فقط على هجوم لداعش أوقع 9 قتلى.", "2024-08-04"),
        ("قصف الجيش الرقة الأربعاء، بعد أسبوع على مقتل 9 جنود في كمين.", "2024-07-31"),
    ],
)
def test_an_event_lies_so_long_before_the_day_of_its_sentence(one, told, when):
    assert one(told, "9").when == day(when)


def test_the_day_before_is_not_that_of_what_stands_in_front(one):
    body = "قتل 9 جنود الأربعاء في الرقة غداة هجوم لداعش أوقع 5 قتلى."
    assert (one(body, "9").when, one(body, "5").when) == (day("2024-08-07"), day("2024-08-06"))


def test_an_event_counted_from_no_day_told_has_none(one):
    assert one("قصف الجيش الرقة بعد ثلاثة أيام من هجوم لداعش أوقع 9 قتلى.", "9").when is None


def test_the_words_that_count_back_are_the_evidence(read):
    body = "قصف الجيش الرقة الأربعاء غداة هجوم لداعش أوقع 9 قتلى."
    (claim,) = [claim for claim in read(body) if claim.number == "9"]
    ((start, end),) = claim.spans["when"]
    assert body[start:end] == "غداة"


SINCE_MARCH = Period(start="2024-03-01", end="2024-08-10")


@pytest.mark.parametrize(
    "counted",
    [
        "ومذاك، قتل 700 مدني.",
        "وقتل منذ ذلك الحين 700 مدني.",
        "وقتل 700 مدني منذ بدء الهجوم.",
    ],
)
def test_what_is_counted_since_then_reaches_up_to_the_report(one, counted):
    assert one(f"بدأت القوات السورية هجوما على الرقة في آذار 2024. {counted}", "700").when == SINCE_MARCH


def test_since_that_date_is_since_the_last_one_told_in_the_sentence(one):
    body = "هجر السكان عام 1948. وبدأ الجيش هجوما على الرقة في 3 تموز، ومنذ ذلك التاريخ قتل 700 مدني."
    assert one(body, "700").when == Period(start="2024-07-03", end="2024-08-10")


def test_what_is_forbidden_since_then_dates_no_count_before_it(one):
    body = "في 3 تموز فجر انتحاريان نفسيهما في الرقة ما أدى إلى مقتل 12 مدنيا، وحظرت السلطات منذ ذلك الوقت التجول."
    assert one(body, "12").when == day("2024-07-03")


def test_what_is_counted_since_an_event_without_a_date_has_no_time(one):
    body = "قتل 5 جنود في الفلوجة يوم الأربعاء. وقتل 700 مدني منذ رحيل الحكومة."
    assert one(body, "700").when is None


def test_since_when_nothing_was_so_deadly_dates_nothing(one):
    body = "قصف الجيش الرقة يوم الأربعاء في الهجوم الأكثر دموية منذ عام 2014 الذي قتل فيه 9 مدنيين."
    assert one(body, "9").when == day("2024-08-07")


def test_a_date_since_which_reaches_on_past_who_began_it(one):
    body = "قتل نحو 700 مدني في الرقة منذ تدخل التحالف الذي تقوده السعودية في آذار 2024."
    assert one(body, "نحو 700").when == SINCE_MARCH


def test_what_began_is_known_by_its_verb(one):
    body = "قتل 5 جنود في الرقة. وتدخلت تركيا في آذار 2024. وقتل 700 مدني منذ التدخل التركي."
    assert one(body, "700").when == SINCE_MARCH


def test_what_a_meeting_answers_was_not_on_its_day(one):
    assert one("اجتمع مجلس الأمن الدولي الخميس بعد مقتل 60 مدنيا في غارات على الرقة.", "60").when is None


@pytest.mark.parametrize(
    "told",
    [
        "أدان مجلس الأمن الخميس الهجوم الذي أوقع 60 قتيلا في الرقة.",
        "زار وزير الدفاع الخميس موقع التفجير الذي أودى بحياة 60 شخصا في الرقة.",
        "شيع الأهالي الخميس جثامين 60 شخصا قتلوا في قصف على الرقة.",
        "أعلن الجيش الشهر الماضي مقتل 60 مدنيا في قصف على الرقة.",
    ],
)
def test_what_was_done_about_an_act_known_already_was_not_on_its_day(one, told):
    assert one(told, "60").when is None


def test_an_act_that_a_sentence_tells_first_has_its_day(one):
    told = "شن داعش الخميس الهجوم الذي أوقع 60 قتيلا في الرقة."
    assert one(told, "60").when == day("2024-08-08")


def test_the_day_behind_a_statement_that_looks_back_is_its_own(one):
    assert one("قتل 7 جنود في هجوم لداعش في الرقة، بحسب ما قالت الشرطة، الخميس.", "7").when is None


def test_what_was_counted_in_a_war_that_began_at_a_date_reaches_from_it_to_the_report(one):
    body = "قتل 700 مدني في الحرب التي اندلعت في سوريا في آذار 2024."
    assert one(body, "700").when == SINCE_MARCH


def test_what_is_counted_after_a_beginning_has_lasted_since_then(one):
    body = "أعلن الجيش الجمعة أنه سجل، بعد أسبوعين على بدء الحملة في الرقة، مقتل 34 عنصرا من داعش."
    assert one(body, "34").when == Period(start="2024-07-26", end="2024-08-10")


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("وقبل ذلك بيومين قتل 9 جنود في كمين.", "2024-08-05"),
        ("وقبلها بأسبوع قتل 9 جنود في كمين.", "2024-07-31"),
        ("وبعدها بيوم قتل 9 جنود في كمين.", "2024-08-08"),
        ("وفي اليوم التالي قتل 9 جنود في كمين.", "2024-08-08"),
        ("وفي اليوم السابق قتل 9 جنود في كمين.", "2024-08-06"),
    ],
)
def test_an_event_lies_so_long_before_or_after_the_day_told_last(one, told, when):
    assert one(f"قتل 5 جنود في تفجير في الرقة الأربعاء. {told}", "9").when == day(when)


@pytest.mark.parametrize(
    "told",
    [
        "وقتل 900 مدني خلال ثلاثة أسابيع من حملة القصف على الرقة.",
        "وسرى وقف إطلاق النار بعد ثلاثة أسابيع من المعارك التي قتل فيها 900 مدني.",
    ],
)
def test_what_filled_a_length_of_time_reaches_up_to_the_report(one, told):
    body = f"قصف الجيش الرقة الأربعاء. {told}"
    assert one(body, "900").when == Period(start="2024-07-20", end="2024-08-10")


def test_since_the_morning_is_the_day_that_is_told_of(one):
    body = "شن الطيران السوري أمس غارات على الرقة. وقتل 9 مدنيين منذ ساعات الصباح الأولى في الرقة."
    assert one(body, "9").when == day("2024-08-09")


@pytest.mark.parametrize("since", ["منذ بدئه", "منذ بدايته", "منذ اندلاعه قبل أشهر"])
def test_its_beginning_is_that_of_what_was_told_before(one, since):
    body = f"بدأت القوات السورية هجوما على الرقة في آذار 2024. وبلغ عدد قتلى الهجوم 700 مدني {since}."
    assert one(body, "700").when == SINCE_MARCH


@pytest.mark.parametrize("words", ["في ظرف أسبوع", "في ظرف سبعة أيام", "خلال أسبوع"])
def test_within_so_long_counts_back_from_the_report(read, words):
    (claim,) = [claim for claim in read(f"قتلت القوات العراقية 12 من داعش في ديالى {words}.") if claim.low == 12]
    assert (claim.when.start, claim.when.end) == ("2024-08-03", "2024-08-10")


@pytest.mark.parametrize(
    "told",
    [
        "ودمرت القوات خلال الحملة 120 وكرا لداعش.",
        "وأسفرت الحملة عن مقتل 120 من داعش.",
        "وأوقعت هذه الحملة 120 قتيلا.",
        "وبلغت حصيلة الحملة 120 قتيلا من داعش.",
    ],
)
def test_what_is_told_of_what_began_weeks_ago_has_lasted_since_then(one, told):
    body = f"بدأت القوات السورية حملة على داعش في الرقة في آذار 2024. {told}"
    assert one(body, "120").when == SINCE_MARCH


def test_what_began_within_the_week_is_its_days_news(one):
    body = "بدأت القوات السورية حملة على داعش في الرقة الخميس. وأسفرت الحملة عن مقتل 120 من داعش."
    assert one(body, "120").when == day("2024-08-08")


def test_the_beginning_of_a_year_begins_nothing(one):
    body = "قتل 30 مدنيا في الرقة في سوريا منذ مطلع العام. وقال المرصد السوري إن 120 مدنيا قتلوا منذ الانقلاب."
    assert one(body, "120").when is None
