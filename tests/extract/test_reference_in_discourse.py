"""Who is meant: `التنظيم`, an army with a state's adjective, and what a headline takes from its body."""

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.model import Period


def test_the_group_named_before_is_meant_by_its_noun_alone(one):
    body = "خسر تنظيم داعش مناطق واسعة. وقتل 30 عنصرا من التنظيم في الرقة."
    assert one(body, "30").of == "daesh"


@pytest.mark.parametrize(
    ("army", "key"),
    [("الجيش العراقي", "iraq_forces"), ("القوات الأمنية العراقية", "iraq_forces"), ("الجيش التركي", "turkey")],
)
def test_an_institution_with_a_states_adjective_is_that_states_forces(one, army, key):
    assert one(f"أعلن {army} مقتل 15 عنصرا من داعش.", "15").by == key


def test_the_national_army_is_that_of_the_land_told_of(one):
    assert one("قتل الجيش الوطني في الصومال 12 مسلحا من حركة الشباب.", "12").by == "somali_forces"
    assert one("قتل الجيش الوطني في ريف حلب بسوريا 12 من عناصر قوات النظام.", "12").by == "syrian_rebels"


def test_a_masculine_name_may_take_a_feminine_verb(document):
    body = "دارت معارك بين الجيش السوداني وقوات الدعم السريع في الفاشر. وتكبدت الدعم السريع 80 قتيلا."
    (claim,) = extract(document(body), packs.load(packs.names()))
    assert (claim.number, claim.of) == ("80", "rapid_support_forces")


def test_who_suffers_in_a_sentence_is_not_who_did_it(one):
    body = "هاجم داعش حاجزا في كركوك. وقتل 6 من عناصر الجيش العراقي وأصيب خمسة من الشرطة."
    assert (one(body, "6").of, one(body, "6").by) == ("iraq_forces", "daesh")


BODY = "قال المرصد السوري لحقوق الإنسان إن 44 عنصرا من داعش قتلوا في الرقة يوم الأربعاء بغارات للتحالف الدولي."


def test_a_headline_takes_place_time_and_actors_from_its_body_but_no_source(read):
    headline, body = read(BODY, title="مقتل 44 مسلحا")
    assert (headline.of, headline.by, headline.where) == ("daesh", "coalition", ("Raqqa, SY",))
    assert headline.when == Period(start="2024-08-07", end="2024-08-07")
    assert (headline.source, body.source) == ((), ("sohr",))
    assert body.same_as == headline.id


def test_a_bare_number_in_a_headline_is_explained_by_the_body(read):
    headline, body = read(BODY, title="44 في حصيلة أسبوع دام")
    assert (headline.number, headline.measure, headline.of) == ("44", "killed", "daesh")
    assert body.same_as == headline.id


def test_a_bare_number_in_a_headline_that_no_body_explains_is_no_claim(read):
    assert [claim.low for claim in read(BODY, title="61 في حصيلة أسبوع دام")] == [44]


def test_the_same_fact_stated_twice_is_linked_to_the_first(read):
    first, second = read(f"{BODY} وأكد المرصد أن 44 عنصرا من داعش قتلوا في الرقة.")
    assert (first.same_as, second.same_as) == (None, first.id)


def test_another_value_is_another_fact(read):
    assert [claim.same_as for claim in read(f"{BODY} وقتل 45 عنصرا من داعش في الرقة.")] == [None, None]


def test_the_observatory_of_another_country_is_not_the_syrian_one(one):
    body = "تقاتل القوات النيجيرية جماعة بوكو حرام في نيجيريا. وقال المرصد إن 12 مدنيا قتلوا في هجوم على مايدوغوري."
    assert one(body, "12").source == ("المرصد",)


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("قال مصدر أمني إن القتال مع داعش مستمر. وأعلن المجلس المحلي مقتل 5 جنود في غارات على ديالى.", "المجلس المحلي"),
        ("قال مصدر أمني إن القتال مع داعش مستمر. وأعلن التنظيم الإرهابي مقتل 5 جنود في غارات على ديالى.", "daesh"),
    ],
)
def test_a_body_of_another_kind_is_nobody_that_the_text_has_not_named(read, body, source):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == (source,)


def test_a_body_named_by_its_noun_alone_is_none_that_fights_in_another_country(document):
    body = "قالت هيئة أركان الجيش في أوكرانيا إن 12 جنديا روسيا قتلوا. وأضافت الهيئة أن مقاتليها دمروا ثلاث دبابات."
    claims = extract(document(body), packs.load(packs.names()))
    assert "hts" not in [claim.by for claim in claims]
