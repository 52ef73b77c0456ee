"""Where and when: the nearest of the clause, the finest, and what context gives where a clause names none."""

import pytest

from tawatur.model import Period

KILLED = "قتل 12 عنصرا من داعش"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("في الرقة", ("Raqqa, SY",)),
        ("شمال الرقة", ("northern Raqqa, SY",)),
        ("قرب تدمر", ("near Palmyra, SY",)),
        ("في حلب وحماة والرقة", ("Aleppo, SY", "Hama, SY", "Raqqa, SY")),
        ("في بلدة الباغوز بريف دير الزور في سوريا", ("Baghouz, SY",)),
        ("في مدينة تكريت شمال بغداد", ("Tikrit, IQ",)),
        ("في العراق", ("IQ",)),
    ],
)
def test_a_place_is_as_fine_as_stated_with_its_side(one, words, places):
    assert one(f"{KILLED} {words}.", "12").where == places


def test_each_clause_has_its_own_place(read):
    claims = read("قتل 12 عنصرا من داعش في الرقة، واعتقلت القوات العراقية 9 من داعش في كركوك.")
    assert [claim.where for claim in claims] == [("Raqqa, SY",), ("Kirkuk, IQ",)]


def test_a_place_that_heads_an_entry_of_a_list_is_of_that_entry(read):
    claims = read("توزع قتلى داعش كالتالي: الرقة: 14 قتيلا و23 جريحا، حماة: 9 قتلى و31 جريحا.")
    assert [claim.where for claim in claims] == [("Raqqa, SY",)] * 2 + [("Hama, SY",)] * 2


def test_the_place_next_in_order_has_its_own_number(read):
    claims = read("شن داعش 88 هجوما في حلب، تلتها الرقة بـ67، ثم حماة بـ15.")
    assert [claim.where for claim in claims] == [("Aleppo, SY",), ("Raqqa, SY",), ("Hama, SY",)]


def test_the_place_of_the_sentence_before_holds_for_an_outcome_that_names_none(read):
    claims = read("هاجم داعش حاجزا في كركوك. وقتل 6 جنود وأصيب 5 آخرون.")
    assert [claim.where for claim in claims] == [("Kirkuk, IQ",)] * 2


def test_what_names_no_place_lies_where_its_speaker_acts(one):
    assert one("أعلنت خلية الإعلام الأمني اعتقال 7 عناصر من داعش.", "7").where == ("IQ",)


def test_a_place_has_its_coordinates_and_its_words(document, one):
    body = f"{KILLED} في الرقة."
    claim = one(body, "12")
    (place,) = claim.places
    assert (place.name, round(place.latitude), round(place.longitude)) == ("Raqqa", 36, 39)
    assert [document(body).text[start:end] for start, end in claim.spans["where"]] == ["الرقة"]


def day(date: str) -> Period:
    return Period(start=date, end=date)


def test_the_day_of_the_event_is_told_from_the_day_of_the_speech(one):
    body = "قال المرصد السوري لحقوق الإنسان يوم الجمعة إن 5 عناصر من داعش قتلوا في الرقة يوم الأربعاء."
    assert one(body, "5").when == day("2024-08-07")


def test_the_day_of_the_speech_alone_dates_nothing(one):
    body = "قال المرصد السوري لحقوق الإنسان يوم الجمعة إن 5 عناصر من داعش قتلوا في الرقة."
    assert one(body, "5").when is None


def test_a_period_between_speaker_and_outcome_is_the_outcomes(one):
    body = "وثق المرصد السوري لحقوق الإنسان خلال حزيران الماضي مقتل 94 عنصرا من داعش في الرقة."
    assert one(body, "94").when == Period(start="2024-06-01", end="2024-06-30")


@pytest.mark.parametrize("compared", ["مقارنة بعام 2023", "على عام 2023", "عن عام 2023"])
def test_the_year_compared_with_is_not_the_claims(one, compared):
    body = f"ارتفعت هجمات داعش في سوريا بنسبة 40 في المئة {compared}."
    assert one(body, "40 في المئة").when is None


def test_without_a_date_of_the_report_a_relative_day_stays_open(one):
    assert one(f"{KILLED} في الرقة يوم الأربعاء.", "12", date=None).when is None


def test_a_fact_told_again_takes_the_day_from_its_other_telling(read):
    body = "قتل 20 جنديا عراقيا في هجوم لداعش. وندد الوزير بالعنف. وقال ضابط إن مقتل الجنود العشرين وقع الجمعة.\n"
    body += "وأفادت الشرطة بأن داعش قتل الجمعة 20 جنديا عراقيا قرب كركوك."
    assert {claim.when.start for claim in read(body) if claim.low == 20 and claim.when} == {"2024-08-09"}
    assert read(body)[0].when is not None


def test_what_is_said_of_a_party_dates_and_places_nothing_else(one):
    body = "قتل 5 جنود بهجوم شنه داعش في كركوك. وأعلن الجيش مقتل 12 من داعش الذي يسيطر على الرقة منذ حزيران 2014."
    claim = one(body, "12")
    assert (claim.where, claim.when) == (("Kirkuk, IQ",), None)


def test_a_count_since_an_event_reaches_up_to_the_report(one):
    claim = one("قتل داعش مئات المدنيين في العراق منذ سيطرته على الموصل في حزيران 2014.", "مئات")
    assert claim.when == Period(start="2014-06-01", end="2024-08-10")


def test_this_month_reaches_up_to_the_report(one):
    assert one(f"{KILLED} في الرقة خلال الشهر الجاري.", "12").when == Period(start="2024-08-01", end="2024-08-10")


def test_within_a_month_reaches_back_a_month_whatever_preposition_follows(one):
    claim = one(f"{KILLED} خلال شهر في الرقة.", "12")
    assert claim.when == Period(start="2024-07-10", end="2024-08-10")


def test_a_first_word_of_names_is_none_alone(one):
    body = "تعتزم المفوضية السامية للأمم المتحدة لشؤون اللاجئين نقل 4300 لاجئ إلى مخيم أم ركيبة في السودان."
    assert one(body, "4300").where[0].startswith("Umm R")


def test_and_that_it_is_no_town(read):
    body = "أعلنت قيادة العمليات المشتركة العراقية أن 51 من داعش قتلوا في الفلوجة، وأنه جرى تفكيك 62 عبوة ناسفة."
    assert {claim.where for claim in read(body)} == {("Fallujah, IQ",)}


def test_the_day_before_what_is_said_is_the_statements(one):
    assert one("كشف المرصد السوري لحقوق الإنسان أمس عن مقتل 12 عنصرا من داعش في الرقة.", "12").when is None


def test_a_time_behind_what_is_counted_is_not_the_statements(one):
    body = "أشارت التقارير إلى مقتل 12 جنديا في هجوم لداعش وقع صباح الأربعاء في كركوك، غير أن الجيش قال إن العدد أقل."
    assert one(body, "12").when == day("2024-08-07")


def test_the_place_of_a_part_is_not_the_wholes(read):
    body = "أعلن التحالف الدولي أنه نفذ في العراق وسوريا 42 غارة على داعش، منها 26 في كركوك و16 في الرقة."
    assert {claim.low: claim.where for claim in read(body)} == {
        42: ("IQ", "SY"),
        26: ("Kirkuk, IQ",),
        16: ("Raqqa, SY",),
    }


def test_a_country_in_a_partys_name_is_no_closer_than_the_district_struck(read):
    claims = read(
        "شن طيران التحالف الدولي في العراق غارات على تعزيزات لداعش في قضاء الحويجة. "
        "وأطلقت الطائرات 13 صاروخا على التنظيم."
    )
    assert [claim.where for claim in claims] == [("Hawija, IQ",)]


def test_a_hospital_to_which_the_wounded_were_taken_is_not_where_it_was(read):
    claims = read("وفي الموصل أدى هجوم داعش إلى إصابة 4 جنود، نقلوا إلى مستشفيات أربيل.")
    assert [claim.where for claim in claims] == [("Mosul, IQ",)]


def test_millions_of_a_nation_are_in_its_country(read):
    claims = read("قصف التحالف داعش في الموصل. ويعتمد نحو 22 مليون عراقي على المساعدات بعد المعارك في أربيل.")
    assert [claim.where for claim in claims if claim.low == 22_000_000] == [("IQ",)]


@pytest.mark.parametrize(
    "text",
    [
        "أفاد مصدر أمني عراقي أمس الاثنين بمقتل 19 مسلحا من تنظيم داعش.",
        "أعلنت القوات العراقية، العاملة ضمن التحالف الدولي، الجمعة، مقتل 5 من داعش.",
    ],
)
def test_the_day_of_a_statement_behind_its_speaker_dates_nothing(read, text):
    assert [claim.when for claim in read(text)] == [None]


@pytest.mark.parametrize("verb", ["بلغت 35372", "ارتفعت إلى 35372"])
def test_what_a_toll_counts_from_is_its_time_and_no_beginning(read, verb):
    claims = read(f"قالت الوزارة إن حصيلة الحرب في سوريا منذ 7 تشرين الأول 2023 {verb} قتيلا.")
    assert [(claim.measure, claim.low, claim.when.start) for claim in claims] == [("killed", 35372, "2023-10-07")]


def test_millions_are_in_the_whole_country(one):
    claim = one("وصلت سفينة إلى البصرة. ويحتاج 21 مليون شخص إلى المساعدات بسبب الحرب مع داعش.", "21 مليون")
    assert claim.where == ("IQ",)


def test_talks_are_not_where_it_happened(one):
    body = "قتل 12 جنديا عراقيا في هجوم لداعش قرب كركوك. وقال الوزير بعد محادثات في جنيف إن 30 مدنيا أصيبوا."
    assert one(body, "30").where == ("near Kirkuk, IQ",)


def test_a_whole_and_those_among_it_share_their_place(read):
    claims = read("قتل أكثر من 100 مدني بينهم 20 طفلا في الموصل في قصف لداعش.")
    assert {claim.where for claim in claims} == {("Mosul, IQ",)}


def test_a_headline_of_what_the_body_does_not_count_has_the_leads_place_and_day(read):
    claims = read("شنت القوات العراقية غارات على مواقع لداعش في الموصل الجمعة.", title="تدمير 12 عربة لداعش")
    (claim,) = [claim for claim in claims if claim.low == 12]
    assert claim.where == ("Mosul, IQ",)
    assert claim.when.start == "2024-08-09"


@pytest.mark.parametrize("act", ["الغارات", "الهجمات", "الضربات"])
def test_strikes_of_an_evening_this_week_did_not_last(one, act):
    text = f"أدت {act} التي شنها التحالف مساء 8 آذار 2018 على مدينة الرقة إلى مقتل 16 مسلحا من داعش."
    claim = one(text, "16", date="2018-03-12")
    assert (claim.when.start, claim.when.end) == ("2018-03-08", "2018-03-08")
