"""Which of several places of a sentence a claim is at, and what names of places name something else."""

import pytest


@pytest.mark.parametrize(
    ("body", "number", "places"),
    [
        ("شن داعش هجومين في العراق، الأول في الموصل حيث قتل 8 جنود، والثاني في كركوك.", "8", ("Mosul, IQ",)),
        ("قتل 9 من داعش قرب مدينة الرقة وتحديدا في قرية كفر زلوط.", "9", ("Kafr Zalut, SY",)),
        ("وكان خمسة مسلحين من مدينة حلب قتلوا السبت بعد ساعات في كمين لداعش في الرقة.", "خمسة", ("Raqqa, SY",)),
        ("قتل الجيش اليمني 6 من مسلحي الحوثي في معارك في جبل القفر في اليمن.", "6", ("Jabal al-Qafr, YE",)),
    ],
)
def test_words_between_tell_where_it_was(one, body, number, places):
    assert one(body, number).where == places


def test_what_lies_in_a_side_of_a_country_is_told_by_itself(one):
    body = "قتل جنديان تركيان في محافظة ديار بكر ذات الغالبية الكردية جنوب شرقي تركيا، مؤكدا أن الحزب قتل 8 جنود."
    assert one(body, "8").where == ("Diyarbakir, TR",)


def test_a_great_city_tells_of_its_country_by_itself(read):
    body = "قال مسؤول في فرنسا إن فرنسا ستحارب داعش. وفي برشلونة قتل 13 شخصا بهجوم لداعش."
    assert [claim.where for claim in read(body)] == [("Barcelona, ES",)]


def test_a_street_bears_the_name_of_a_far_place(one):
    assert one("قتل 5 جنود عراقيين في تفجير لداعش قرب شارع حيفا وسط بغداد.", "5").where == ("central Baghdad, IQ",)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            "قتل الحوثيون 4 جنود يمنيين في ميناء عدن. ورست سفينة في ميناء عدن للمرة الأولى منذ اندلاع الصراع بين الحوثيين والجيش اليمني في مارس 2015.",
            ("YE",),
        ),
        (
            "قتل الحوثيون 4 جنود يمنيين في صنعاء. واستهدفت الغارات صنعاء خلال الحرب التي بدأت بين الحوثيين والجيش اليمني في مارس 2015.",
            ("YE",),
        ),
        ("قتل المئات منذ بدء النزاع في دارفور بين الجيش السوداني والمتمردين في فبراير 2003.", ("Darfur, SD",)),
    ],
)
def test_a_war_began_in_the_whole_country_unless_its_noun_has_a_place(read, body, places):
    assert [claim.where for claim in read(body) if claim.measure == "began"] == [places]


def test_a_word_amid_a_list_of_places_is_a_place(one):
    body = "قصف الجيش السوري بلدات دوما وحرستا ومديرا وعربين، ما أدى إلى مقتل 12 مدنيا."
    assert one(body, "12").where == ("Douma, SY", "Harasta, SY", "Madira, SY", "Arbin, SY")


def test_a_list_goes_on_with_other_places(one):
    body = "قتل 5 من داعش في غارات على بلدة سراقب ومناطق أخرى في مدينة الرقة في سوريا."
    assert one(body, "5").where == ("Saraqib, SY", "Raqqa, SY")


def test_the_place_behind_a_bare_part_is_the_parts(read):
    body = "قتل 33 فلسطينيا في غزة في غارات إسرائيلية، بينهم 11 في قصف منزل بمدينة رفح و8 في خيمة في خان يونس."
    assert read(body)[0].where == ("Gaza, PS",)


def test_what_is_talked_about_is_no_place_of_an_event(one):
    body = "قتل الجيش الإسرائيلي 3 فلسطينيين في نابلس. وقتل 30 فلسطينيا في الضفة الغربية بعد إعلان واشنطن بشأن القدس."
    assert not any("Jerusalem" in place for place in one(body, "30").where)


def test_the_country_is_the_one_that_heads_the_sentence(one):
    body = "وأغلقت النيجر حدودها بعد هجمات للقاعدة في النيجر. وقالت النيجر إنها ستحارب القاعدة."
    headline = "تشاد: مقتل 40 جنديا في هجوم للقاعدة شمال البلاد"
    assert one(body, "40", title=headline).where == ("northern Chad, TD",)


def test_a_name_that_no_adjective_could_be_is_a_town(one):
    assert one("قتل داعش 7 جنود في بلدة كلوقي في العراق.", "7").where == ("Kaluqi, IQ",)


def test_what_a_place_is_said_to_be_tells_where_it_lies(one):
    body = "سيطر الجيش السوري على قرية كفر زلوط بينما قتل 20 من المدنيين في دوما، أكبر مدن الغوطة الشرقية."
    assert one(body, "20").where == ("Douma, SY",)


@pytest.mark.parametrize("river", ["لنهر الفرات", "، لنهر الفرات", "من نهر الفرات"])
def test_the_west_bank_of_a_river_is_where_the_river_is(one, river):
    where = one(f"قتل 12 مسلحا في هجمات شنها داعش على قرى في الضفة الغربية {river} في سوريا.", "12").where
    assert all(place.endswith("SY") for place in where)


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("في مدينتي حماة والسلمية", ("Hama, SY", "Salamiyah, SY")),
        ("في الرقة، وفي منبج", ("Raqqa, SY", "Manbij, SY")),
        ("في درعا والقنيطرة، وكذلك في حمص", ("Daraa, SY", "Quneitra, SY", "Homs, SY")),
        ("في درعا فضلا عن حمص", ("Daraa, SY", "Homs, SY")),
        ("في درعا إلى جانب حمص", ("Daraa, SY", "Homs, SY")),
        ("في الغوطة الشرقية المحاصرة وحمص", ("Eastern Ghouta, SY", "Homs, SY")),
        ("في ثلاث محافظات سورية (درعا، حمص، الرقة)", ("Daraa, SY", "Homs, SY", "Raqqa, SY")),
        ("في حيي القابون والخالدية", ("Qaboun, SY", "al-Khaldiyah, SY")),
    ],
)
def test_a_list_of_places_is_read_to_its_end(one, told, places):
    body = f"تتواصل المعارك في سوريا بين الجيش السوري وداعش. وقتل 17 مدنيا {told}."
    assert one(body, "17").where == places


def test_a_headline_keeps_its_places_where_the_body_tells_of_one(read):
    body = "شن التحالف العربي غارتين على مواقع الحوثيين في الحديدة، وفق سكان. وقتل ثمانية من الحوثيين في المعارك."
    claims = read(body, title="غارتان للتحالف على الحديدة وتعز")
    assert claims[0].where == ("Hodeidah, YE", "Taiz, YE")


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("وفي حماة، قتل الخميس 9 جنود في هجمات شنها داعش ضد مواقع لهم قرب قرية كفر زلوط", ("near Kafr Zalut, SY",)),
        ("وفي درعا، أفاد المرصد بأن 9 مدنيين، بينهم طفلان، لقوا حتفهم بقصف طال مخيم الهول", ("al-Hol, SY",)),
        ("وفي حماة، قتل الخميس 9 جنود في هجمات شنها داعش وجرح 6 قرب قرية كفر زلوط", ("Hama, SY",)),
    ],
)
def test_a_place_behind_a_figure_is_finer_than_the_one_that_opens_its_sentence(read, told, places):
    claims = read(f"أعلن الجيش السوري وقف القصف. {told}.")
    assert next(claim.where for claim in claims if claim.low == 9) == places


def test_where_a_named_man_comes_from_is_not_where_he_died(read):
    body = "قتل الجيش السوري القيادي في داعش كرم جمال زقوت (27 عاما) من مدينة حمص خلال مواجهات قرب الرقة."
    assert [claim.where for claim in read(body)] == [("near Raqqa, SY",)]
