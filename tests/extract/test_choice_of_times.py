"""Which of the times that a text tells is a count's; the reports are of Saturday 10 August 2024."""

import pytest

from tawatur.model import Period


def day(date: str) -> Period:
    return Period(start=date, end=date)


def test_a_stock_takes_no_time_of_another_clause(one):
    body = "هاجم داعش يوم الأربعاء مدينة الرقة التي يبلغ عدد سكانها نحو 150 ألف نسمة وقتل فيها 9 جنود."
    assert one(body, "نحو 150 ألف").when is None
    assert one(body, "9").when == day("2024-08-07")


def test_a_siege_since_a_year_is_not_since_when_people_live_there(one):
    body = "ومنذ العام 2019 فرضت القوات السورية حصارا على الرقة حيث يعيش نحو 400 ألف مدني، وقتل فيها 9 جنود."
    assert one(body, "نحو 400 ألف").when is None


@pytest.mark.parametrize(("night", "date"), [("الليلة الماضية", "2024-08-09"), ("الليلة قبل الماضية", "2024-08-08")])
def test_what_befell_in_a_night_was_on_the_day_that_it_began(one, night, date):
    assert one(f"قتل 9 جنود في هجوم لداعش {night} في الرقة.", "9").when == day(date)


@pytest.mark.parametrize(
    ("body", "when"),
    [
        ("تواصل الطائرات السورية الأحد قصف الرقة، وقتل 9 من مسلحي داعش في الغارات.", day("2024-08-04")),
        ("قتل 9 من مسلحي داعش في انفجار هز الرقة اليوم الاثنين.", day("2024-08-05")),
        ("يصوت مجلس الأمن الأربعاء المقبل على قرار عن قصف الرقة الذي أسفر عن مقتل 9 من مسلحي داعش.", None),
    ],
)
def test_what_is_told_as_done_was_on_no_day_to_come(one, body, when):
    assert one(body, "9").when == when


def test_another_is_no_end_of_a_week(one):
    body = "أعلن عن مقتل جندي سوري آخر الأسبوع الماضي في الرقة في هجوم لداعش."
    assert one(body, "جندي").when == Period(start="2024-07-29", end="2024-08-04")


@pytest.mark.parametrize("since", ["في تمرد مستمر منذ ست سنوات قتل فيه 700 مدني.", "قتل 700 مدني منذ ست سنوات."])
def test_a_length_of_time_is_of_what_lasts_or_of_the_count_before_it(one, since):
    assert one(f"يواجه العراق داعش {since}", "700").when == Period(start="2018-08-10", end="2024-08-10")


def test_a_length_of_time_of_something_else_dates_no_count(one):
    body = "المفاوضات مع داعش متوقفة منذ ستة أشهر، وقال مصدر عراقي إن داعش قتل 9 جنود في الرقة."
    assert one(body, "9").when is None


def test_in_which_time_nothing_was_so_deadly_dates_nothing(one):
    body = "قتل 9 جنود في الرقة في الهجوم الأعنف لداعش خلال العام الجاري."
    assert one(body, "9").when is None


def test_a_month_holds_for_one_sentence_more_than_the_next(one):
    body = "قتل 30 جنديا في الرقة في تموز. وقال مصدر عسكري إن داعش شن الهجمات. وأصيب 9 جنود."
    assert one(body, "9").when == Period(start="2024-07-01", end="2024-07-31")


def test_the_day_of_a_fight_is_not_that_of_an_arrest_told_next(one):
    body = "قتل 5 جنود الأربعاء في الرقة في هجوم لداعش. وقال مصدر أمني إن الشرطة اعتقلت 9 من عناصر داعش."
    assert one(body, "5").when == day("2024-08-07")
    assert one(body, "9").when is None


def test_those_taken_in_the_attack_have_its_day(one):
    body = "قتل 5 جنود الأربعاء في الرقة في هجوم لداعش. واعتقلت الشرطة في أعقاب الهجوم 9 من عناصر داعش."
    assert one(body, "9").when == day("2024-08-07")


def test_the_day_of_a_count_is_that_of_what_is_counted_not_of_a_statement(one):
    assert one("وثق المرصد السوري الأربعاء مقتل 9 جنود في الرقة.", "9").when == day("2024-08-07")
    assert one("أعلن المرصد السوري الأربعاء مقتل 9 جنود في الرقة.", "9").when is None


def test_a_revolt_waged_since_decades_is_what_lasts(one):
    body = "يشن داعش في العراق تمردا في مناطق واسعة منذ ثلاثة عقود، مما أسفر عن مقتل 700 جندي."
    assert one(body, "700").when == Period(start="1994-08-10", end="2024-08-10")


def test_a_series_of_attacks_was_on_one_day_in_all_its_places(one):
    body = (
        "قتل 30 عراقيا الأربعاء في سلسلة تفجيرات تبناها داعش في بغداد. وقتل 5 جنود في الموصل. وقتل 9 جنود في الفلوجة."
    )
    assert one(body, "9").when == day("2024-08-07")
    assert one(body.replace("سلسلة تفجيرات تبناها داعش", "تفجير تبناه داعش"), "9").when is None


def test_a_clause_about_those_whose_number_is_told_dates_it(one):
    body = "قال المرصد إن عدد جنود العراق الذين قتلوا في الفلوجة منذ 19 نيسان 2024 ارتفع إلى 142."
    assert one(body, "142").when == Period(start="2024-04-19", end="2024-08-10")


@pytest.mark.parametrize(
    ("times", "when"),
    [
        ("في 3 و5 تموز", Period(start="2024-07-03", end="2024-07-05")),
        ("عام 2019 و2021", Period(start="2019-01-01", end="2021-12-31")),
        ("في 16 نيسان و28 أيار و8 حزيران", Period(start="2024-04-16", end="2024-06-08")),
        ("منذ الـ20 من نيسان، وحتى فجر الـ4 من آب", Period(start="2024-04-20", end="2024-08-04")),
    ],
)
def test_times_in_a_row_are_the_span_of_one_count(one, times, when):
    assert one(f"قتل 9 جنود في هجمات شنها داعش في الرقة {times}.", "9").when == when


def test_a_row_ends_where_another_count_has_its_time(one):
    body = "قتل 9 جنود في الرقة الثلاثاء والخميس قتل 4 من مسلحي داعش في حلب."
    assert one(body, "9").when == day("2024-08-06")


@pytest.mark.parametrize(
    ("began", "when"),
    [
        ("في التاسع من شباط", Period(start="2024-02-09", end="2024-08-10")),
        ("الخميس", day("2024-08-08")),
    ],
)
def test_a_campaign_that_began_long_ago_does_harm_up_to_the_report(one, began, when):
    assert one(f"قتل 9 جنود في عملية واسعة النطاق ضد داعش انطلقت {began} في الرقة.", "9").when == when


@pytest.mark.parametrize("charge", ["لضلوعهم في قتل 40 مدنيا في الرقة", "أدينوا بقتل 40 مدنيا في الرقة"])
def test_what_somebody_is_charged_with_was_not_on_the_day_of_the_verdict(one, charge):
    body = f"قضت محكمة الأربعاء بسجن 9 من عناصر داعش {charge}."
    assert one(body, "9").when == day("2024-08-07")
    assert one(body, "40").when is None


@pytest.mark.parametrize("said", ["ذكرت المنظمة الشهر الماضي أن", "أعلنت المنظمة في مايو الماضي أن"])
def test_a_month_before_that_is_when_it_was_said(one, said):
    assert one(f"وكانت قد {said} 112 مدنيا قتلوا في هجمات داعش في سوريا.", "112").when is None


def test_what_counts_since_a_war_began_is_of_no_day_of_news(one):
    body = "قتل 53 مدنيا الأحد في غارات على غزة، ليرتفع عدد القتلى منذ بدء العدوان إلى 44235 قتيلا و104638 جريحا."
    assert one(body, "44235").when is None
    assert one(body, "104638").when is None


def test_the_day_of_an_attack_is_that_of_its_toll(one):
    when = one("ارتفعت حصيلة هجوم الثلاثاء لداعش على سوق في سوريا إلى 140 قتيلا.", "140").when
    assert when is not None
    assert when.start == "2024-08-06"


def test_a_statement_about_last_weeks_act_tells_when_that_was(one):
    when = one("قال وزير الدفاع بشأن هجوم الشهر الماضي إن 112 مدنيا قتلوا بنيران داعش في سوريا.", "112").when
    assert when is not None
    assert when.start == "2024-07-01"
