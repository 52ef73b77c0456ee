"""Claims without a count: dates that begin or end something, and who does what in an alliance."""

import pytest

from tawatur.model import Period

LIST = (
    "تتوزع أدوار الدول في التحالف الدولي ضد داعش على النحو الآتي: في العراق فقط: إيطاليا تدرب الشرطة، وإسبانيا "
    "تقدم المشورة، والسويد تدرب القوات. وفي سوريا والعراق: فرنسا تشن غارات، وهولندا تشارك بمقاتلات، وكندا تستطلع."
)


@pytest.mark.parametrize(
    ("body", "date", "of"),
    [
        ("بدأ التحالف الدولي غاراته على داعش في سوريا في 22 أيلول 2014.", "2014-09-22", "coalition strikes"),
        ("تشكل التحالف الدولي لمحاربة داعش في أيلول 2014.", "2014-09", "coalition"),
        ("يعمل التحالف الدولي ضد داعش منذ عام 2014.", "2014", "coalition"),
    ],
)
def test_a_beginning_is_dated_as_far_as_stated(read, body, date, of):
    (claim,) = read(body)
    assert (claim.measure, claim.low, claim.high, claim.unit, claim.of) == ("began", date, date, "date", of)


def test_what_began_is_what_the_words_of_its_beginning_name(read):
    body = "قالت الأمم المتحدة إن 900 ألف شخص نزحوا في سوريا منذ بدء النزاع قبل 7 سنوات."
    assert [claim.of for claim in read(body) if claim.measure == "began"] == ["نزاع"]


def test_the_time_of_a_beginning_spans_the_month_stated(read):
    (claim,) = read("تشكل التحالف الدولي لمحاربة داعش في أيلول 2014.")
    assert claim.when == Period(start="2014-09-01", end="2014-09-30")


def test_an_end_is_told_by_a_verb_of_ending(read):
    (claim,) = read("انتهت معركة الموصل ضد داعش في تموز 2017.")
    assert (claim.measure, claim.low) == ("ended", "2017-07")


@pytest.mark.parametrize(
    ("sentence", "measure", "date"),
    [
        ("قال الجيش إن الحرب الثانية على داعش في العراق اندلعت في 3 أيار 2016.", "began", "2016-05-03"),
        ("أما الحرب الأولى على داعش، التي انتهت عام 2011، فكانت في العراق.", "ended", "2011"),
        ("اندلعت الحرب على داعش في أيار 2016 وانتهت في تموز 2017.", "ended", "2017-07"),
    ],
)
def test_what_lasts_begins_or_ends_though_its_places_part_it_from_its_verb(read, sentence, measure, date):
    assert (measure, date) in [(claim.measure, claim.low) for claim in read(sentence)]


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("تنتهي الهدنة بين الجيش وداعش في 15 آب 2024.", "هدنة"),
        ("دعت الحكومة داعش إلى تمديد وقف إطلاق النار الذي ينتهي في 15 آب 2024.", "وقف"),
    ],
)
def test_a_truce_ends_on_the_day_that_is_told(read, sentence, of):
    (claim,) = read(sentence)
    assert (claim.measure, claim.low, claim.of) == ("ended", "2024-08-15", of)


@pytest.mark.parametrize(
    "sentence",
    [
        "بدأت قوات التحالف الدولي حملتها الجوية ضد داعش في آب 2014.",  # حملتها is no verb
        "شن التحالف الدولي عملية عسكرية ضد داعش لدعم الأكراد في آب 2014.",
    ],
)
def test_what_looks_like_a_verb_before_the_date_ends_no_clause(read, sentence):
    assert [(claim.measure, claim.low) for claim in read(sentence)] == [("began", "2014-08")]


def test_a_date_that_only_bounds_a_count_begins_nothing(read):
    (claim,) = read("شن داعش 20 هجوما في ديالى منذ مطلع العام الجاري.")
    assert (claim.measure, claim.when) == ("attacks", Period(start="2024-01-01", end="2024-08-10"))


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("بدأت المعارك بين الجيش العراقي وداعش في تلعفر في صيف 2017.", "2017"),
        ("وفي 3 أيار الماضي أطلق الجيش العراقي عملية واسعة ضد داعش في الأنبار.", "2024-05-03"),
        ("طرد الجيش مسلحي داعش من البلدة التي استولى عليها التنظيم عام 2015.", "2015"),
        ("ومنذ 2013 تفرض قوات النظام السوري حصارا على البلدة التي يتحصن فيها داعش.", "2013"),
        ("يسيطر داعش على مناطق من البلاد منذ سقوط النظام في 2014.", "2014"),
        ("أعلنت قوات سوريا الديمقراطية هدنة مع الجيش السوري في الحسكة تبدأ الاثنين المقبل.", "2024-08-12"),
    ],
)
def test_what_lasts_begins_on_its_date(read, body, date):
    assert [(claim.measure, claim.low) for claim in read(body) if claim.unit == "date"] == [("began", date)]


def test_a_battle_from_one_month_to_another_begins_and_ends(read):
    claims = read("دمرت المعركة التي دارت بين داعش والجيش العراقي بين أيلول وكانون الأول 2017 معظم بلدة القائم.")
    assert [(claim.measure, claim.low) for claim in claims] == [("began", "2017-09"), ("ended", "2017-12")]


@pytest.mark.parametrize(
    "body",
    [
        "سيطر داعش على البلدة أمس.",
        "صوت المجلس السبت على قرار بشأن وقف لإطلاق النار بين الجيش السوري وقوات سوريا الديمقراطية.",
        "يزور الوزير بغداد منذ الاثنين لبحث الحرب على داعش.",
    ],
)
def test_news_of_the_day_begins_nothing(read, body):
    assert not [claim for claim in read(body) if claim.unit == "date"]


def test_a_list_gives_each_participant_its_role_and_theatre(read):
    roles = [claim for claim in read(LIST) if claim.measure == "role"]
    assert [claim.by for claim in roles] == ["italy", "spain", "sweden", "france", "netherlands", "canada"]
    assert [set(claim.where) for claim in roles] == [{"IQ"}] * 3 + [{"IQ", "SY"}] * 3
    assert {claim.of for claim in roles} == {"coalition"}
    assert {(claim.number, claim.low, claim.high) for claim in roles} == {("", None, None)}
    assert roles[0].name == "تدرب الشرطة"


def test_a_role_belongs_to_the_names_joined_before_it(read):
    body = "ويشارك في التحالف الدولي ضد داعش في العراق فقط: إيطاليا، وإسبانيا والسويد تدربان القوات، وكندا تستطلع."
    roles = {claim.by: claim.name for claim in read(body) if claim.measure == "role"}
    assert roles["spain"] == roles["sweden"] == "تدربان القوات"


def test_a_colon_behind_a_place_opens_no_list_of_participants(read):
    text = (
        "قال الوزير بعد محادثات في العراق: إن قدرة التحالف على قتال داعش كبيرة، وإن فرنسا وبريطانيا وإيطاليا وألمانيا "
        "تبحث الأمر."
    )
    assert [claim for claim in read(text) if claim.measure == "role"] == []


def test_a_captive_set_free_on_a_day_begins_nothing(read):
    claims = read("وكان تنظيم داعش أطلق، الاثنين، سراح المختطف بعد عامين في الرقة.")
    assert [claim for claim in claims if claim.measure == "began"] == []


WAR = "قتل عشرة جنود في معارك مع تنظيم داعش في سوريا. "


@pytest.mark.parametrize(
    ("sentence", "measure", "date"),
    [
        ("وتصاعد التوتر بين الجانبين منذ 30 أيار عندما بدأ المحتجون مسيرات على الحدود.", "began", "2024-05-30"),
        ("وتشهد المنطقة توترا منذ صيف 2022، حين انهار وقف لإطلاق النار.", "ended", "2022"),
        ("ويقاتل المتمردون حكومة البلاد منذ 1999 مطالبين بالاستقلال.", "began", "1999"),
        ("ومنذ 1999، تقاتل جماعات مسلحة القوات في الشمال.", "began", "1999"),
        ("إن الهجمات على المنطقة المستمرة منذ يوم الاثنين لم تتوقف.", "began", "2024-08-05"),
        ("وكانت البلدة تحولت إلى معقل لفصائل المعارضة سنة 2012.", "began", "2012"),
        ("المنطقة التي شكلت منذ العام 2012 المعقل الأبرز لفصائل المعارضة.", "began", "2012"),
        ("وفرضت الحكومة حالة الطوارئ للمرة الأولى في نيسان 2017.", "began", "2017-04"),
        ("ومددت الحكومة حظر التجول شهرا اعتبارا من يوم الاثنين الماضي.", "began", "2024-08-05"),
        ("وتعيش البلاد فوضى عارمة منذ سقوط نظام العقيد عام 2011.", "began", "2011"),
        ("وتراجع نفوذ الجماعة بعد الإطاحة بها من السلطة عام 2001.", "ended", "2001"),
        ("واستعاد الجيش البلدة إثر هجوم عنيف شنه في 18 شباط لاستعادة المنطقة.", "began", "2024-02-18"),
        ("وهذه أول تصريحات للمقاتلين منذ بدأ الأربعاء الهجوم على المدينة.", "began", "2024-08-07"),
    ],
)
def test_a_clause_or_a_standing_state_tells_what_began_or_ended(read, sentence, measure, date):
    found = [(claim.measure, claim.low) for claim in read(WAR + sentence) if claim.unit == "date"]
    assert found == [(measure, date)]


@pytest.mark.parametrize(
    "sentence",
    [
        "وأطلق عليها اسم الوحدة الأولى في عام 2018.",
        "وجرت الحملات الانتخابية التي بدأت في أيار 2018 بهدوء.",
        "وهو أول اعتداء يسجل منذ بداية عمليات التسجيل في 14 نيسان.",
        "وتدخل الحلف للإطاحة بحكم العقيد في عام 2011.",
        "والاشتباكات مستمرة منذ صباح اليوم.",
        "وشن المسلحون في 15 أيار هجوما على حاجز للجيش.",
        "وانطلقت الحملة في ذكرى هجوم 11 أيلول 2001.",
    ],
)
def test_a_name_a_vote_a_purpose_and_a_raid_begin_nothing(read, sentence):
    assert not [claim for claim in read(WAR + sentence) if claim.unit == "date"]


@pytest.mark.parametrize(
    ("sentence", "date", "of"),
    [
        ("وتأسس جيش الإسلام في كانون الثاني 2013.", "2013-01", "jaish_al_islam"),
        ("ودخلت الهدنة حيز التنفيذ في 3 آب 2023.", "2023-08-03", "هدنة"),
    ],
)
def test_a_body_comes_into_being_and_a_truce_into_force(read, sentence, date, of):
    claims = read(f"قالت قوات سوريا الديمقراطية إن مسلحي داعش قتلوا 20 جنديا في الرقة. {sentence}")
    assert (date, of) in [(claim.low, claim.of) for claim in claims if claim.measure == "began"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال إن حلفا أنشئ في كانون الثاني 2015 للتصدي لداعش.",  # whom it fights
        "وأنشئ معسكر في كانون الثاني 2015 لأسرى داعش.",
    ],
)
def test_nobody_else_comes_into_being(read, sentence):
    claims = read(f"قالت قوات سوريا الديمقراطية إن مسلحي داعش قتلوا 20 جنديا في الرقة. {sentence}")
    assert all(claim.of != "daesh" for claim in claims if claim.measure == "began")


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("وتشهد الرقة هدوءا. ويعيش السكان في دوما التي تحاصرها القوات السورية منذ عام 2013.", ("Douma, SY",)),
    ],
)
def test_what_a_relative_clause_tells_of_a_place_began_there(read, told, where):
    claims = [claim for claim in read(told) if claim.measure == "began"]
    assert [claim.where for claim in claims] == [where]


@pytest.mark.parametrize(
    "text",
    [
        "وكانت أولى ضربات التحالف الدولي على داعش في سوريا في 23 أيلول 2014.",
        "وقد نفذ التحالف الدولي أولى غاراته على داعش في سوريا في 23 سبتمبر 2014.",
        "وفي 23 أيلول 2014 نفذ التحالف الدولي أولى غاراته على داعش في سوريا.",
    ],
)
def test_somebodys_first_acts_begin_what_they_do(read, text):
    began = [claim for claim in read(text) if claim.measure == "began"]
    assert [(claim.low, claim.of) for claim in began] == [("2014-09-23", "coalition strikes")]


def test_the_first_hours_of_a_day_begin_nothing(read):
    text = "وفي الساعات الأولى من 23 أيلول 2014 قتلت غارات التحالف الدولي 12 من داعش في الرقة."
    assert [claim.measure for claim in read(text)] == ["killed"]


def test_an_alliance_that_comes_to_light_begins(one):
    claim = one("أبصر التحالف الدولي ضد داعش النور في سبتمبر 2014.", "سبتمبر 2014")
    assert (claim.measure, claim.low, claim.of) == ("began", "2014-09", "coalition")
