"""Where and when carried through a report: as long as it tells of one matter, and no further."""

from tawatur.model import Period


def day(date: str) -> Period:
    return Period(start=date, end=date)


LEAD = "انفجرت سيارة مفخخة في الفلوجة يوم الأربعاء."
WITNESSES = "وقال شهود إن الدخان غطى المكان. وهرع الناس إلى الشارع."


def test_the_place_and_the_day_hold_until_the_report_turns_to_something_else(one):
    claim = one(f"{LEAD} {WITNESSES} وأدى الهجوم إلى مقتل 9 جنود.", "9")
    assert (claim.where, claim.when) == (("Fallujah, IQ",), day("2024-08-07"))


def test_another_topic_has_neither(one):
    claim = one(f"{LEAD} {WITNESSES} من جهة أخرى قتل 9 جنود من البيشمركة في هجوم لداعش.", "9")
    assert claim.where != ("Fallujah, IQ",)
    assert claim.when is None


def test_a_month_is_its_own_sentences_and_the_nexts(read):
    body = "قتل 12 عنصرا من داعش في الرقة خلال حزيران. وتحدث ناشطون عن الوضع. وقالوا إنه صعب. وقتل 3 جنود في كمين."
    assert [claim.when for claim in read(body)] == [Period(start="2024-06-01", end="2024-06-30"), None]


def test_the_same_period_is_the_one_told_before(one):
    body = "قتل 12 عنصرا من داعش في الرقة خلال حزيران. وتحدث ناشطون عن الوضع. وقتل في المدة نفسها 7 جنود."
    assert one(body, "7").when == Period(start="2024-06-01", end="2024-06-30")


def test_some_days_before_is_no_day(one):
    assert one(f"{LEAD} وقتل قبل أيام 7 جنود في كمين لداعش.", "7").when is None


def test_the_past_weeks_are_no_period(one):
    assert one("قتل 12 عنصرا من داعش في الرقة خلال الأسابيع الماضية.", "12").when is None


def test_until_now_dates_nothing(one):
    assert one(f"{LEAD} وأوقع الهجوم حتى الآن 8 قتلى.", "8").when == day("2024-08-07")


def test_an_unnamed_town_is_the_one_that_is_named_next(one):
    body = "قتل 12 شخصا في هجوم لداعش في بلدة سورية. وقال سكان البلدة إن الهجوم وقع في الباغوز."
    assert one(body, "12").where == ("Baghouz, SY",)


def test_a_count_over_a_long_time_is_of_no_single_place(one):
    body = f"{LEAD} ومنذ مطلع عام 2023 قتلت داعش 340 مدنيا."
    assert one(body, "340").where == ("IQ",)


def test_a_figure_without_a_place_lies_where_it_is_told_of_again(read):
    body = "أعلنت القوات العراقية مقتل 14 عنصرا من داعش. وقال مصدر إن 14 عنصرا من داعش قتلوا في منطقة الطارمية."
    assert [claim.where for claim in read(body)] == [("Tarmiyah, IQ",)] * 2


def test_where_the_speaker_is_tells_more_closely_where_it_was(one):
    body = "اندلعت اشتباكات في شمال العراق. وقال مسؤول في مدينة بيجي إن 12 عنصرا من داعش قتلوا."
    assert one(body, "12").where == ("Baiji, IQ",)


def test_a_wider_place_told_later_is_no_other_place(read):
    body = "قتل 12 جنديا في هجوم لداعش في الباغوز. وأصيب 9 جنود في شرق سوريا. وأعلنت وكالة سانا مقتل 3 جنود."
    assert [claim.where for claim in read(body)] == [("Baghouz, SY",), ("eastern Syria, SY",), ("Baghouz, SY",)]


def test_a_later_sentence_dates_the_act(read):
    body = "قتل 12 جنديا في انفجار في الفلوجة. ونقل الجرحى إلى المستشفى. ووقع الانفجار مساء الأربعاء."
    assert [claim.when for claim in read(body)] == [day("2024-08-07")]


def test_how_long_a_headline_says_is_no_date_where_the_body_has_one(read):
    body = "نفذ التحالف الدولي 79 عملية ضد داعش في العراق. وجرت العمليات بين أيار وحزيران."
    claims = read(body, title="التحالف ينفذ 79 عملية ضد داعش خلال شهرين")
    assert [claim.when for claim in claims] == [Period(start="2024-05-01", end="2024-06-30")] * 2


def test_an_alliances_members_are_nowhere(one):
    assert one("يضم التحالف الدولي 81 دولة، وينفذ ضرباته في العراق وسوريا.", "81").where == ()


def test_a_lead_without_a_day_has_that_of_the_next_sentence(read):
    body = "قتل 12 جنديا في هجوم لداعش في الفلوجة. وقالت الشرطة إن 7 مدنيين أصيبوا في الهجوم يوم الأربعاء."
    assert [claim.when for claim in read(body)] == [day("2024-08-07")] * 2


def test_a_place_named_in_passing_holds_until_a_surer_one(read):
    claims = read("قتل صحافي في هجوم لداعش على حدود الموصل. وقالت الوزارة إن عدد القتلى ارتفع إلى 10 قتلى.")
    assert [claim.where for claim in claims] == [("Mosul, IQ",), ("Mosul, IQ",)]


def test_the_attack_told_of_keeps_its_day_however_far(one):
    body = f"{LEAD} وقالت الحكومة العام الماضي إن المدينة آمنة. {WITNESSES} وقال مسؤول إن الهجوم أوقع 9 قتلى."
    assert one(body, "9").when == day("2024-08-07")


def test_an_attack_without_a_day_told_in_between_is_another_by_the_rules(one, monkeypatch):
    monkeypatch.setattr("tawatur.extract.extraction.choose_times", lambda *_: None)
    body = f"وقصفت داعش كركوك الخميس. {LEAD} {WITNESSES} وشهدت الموصل هجوما لداعش. وأوقع الهجوم 9 قتلى."
    assert one(body, "9").when is None


def test_what_another_statement_counts_elsewhere_has_not_the_day_told_before(one):
    body = f"{LEAD} وأفادت مصادر أمنية بمقتل 9 جنود في الموصل."
    assert one(body, "9").when is None


def test_what_the_same_statement_counts_elsewhere_has_the_day_told_before(one):
    assert one(f"{LEAD} وأضاف المصدر أن 9 جنود قتلوا في الموصل.", "9").when == day("2024-08-07")


def test_people_who_fled_are_counted_as_of_no_day(one):
    body = f"{LEAD} وأدى القتال إلى نزوح 3 ملايين شخص."
    assert one(body, "3 ملايين").when is None


def test_the_same_two_days_are_those_told_before(one):
    body = "قتل 55 جنديا في الرقة يومي 5 و6 آب 2024. وقالت وزارة الصحة إن 61 جنديا قتلوا في الفلوجة في اليومين نفسيهما."
    assert one(body, "61").when == Period(start="2024-08-05", end="2024-08-06")


AGAIN = "قتل 5 جنود في الفلوجة الأربعاء. وتخوض القوات معارك ضد داعش في الموصل. وأصيب 20 مدنيا في الفلوجة."


def test_harm_was_on_the_only_day_of_the_news(one):
    assert one(AGAIN, "20").when == day("2024-08-07")


def test_harm_in_a_third_place_has_none_of_two_days_of_the_news(one):
    body = f"قتل 3 جنود في كركوك الخميس. {AGAIN}".replace("20 مدنيا في الفلوجة", "20 مدنيا في تكريت")
    assert one(body, "20").when is None


def test_a_regions_report_keeps_figures_of_other_days_there(one):
    body = (
        "قصف الجيش السوري الأحد بلدات في الغوطة الشرقية وقتل 40 مدنيا. "
        "وقال المرصد السوري لحقوق الإنسان إن 24 مدنيا قتلوا الثلاثاء الماضي."
    )
    assert one(body, "24", title="الجيش السوري يقصف الغوطة الشرقية").where == ("Eastern Ghouta, SY",)
