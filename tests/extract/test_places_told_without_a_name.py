"""Places that no pack knows, that a text refers back to, or that it names by an adjective or a side."""

import pytest

KILLED = "قتل 12 عنصرا من داعش"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("في قرية المحبوبية بريف الرقة", ("al-Mahbubiyah, SY",)),
        ("في بلدة كفر زلوط شمال حلب", ("Kafr Zalut, SY",)),
        ('في منطقة "تل الشعراوي" في كركوك', ("Tell al-Sharawi, IQ",)),
    ],
)
def test_a_noun_of_place_makes_a_name_of_what_stands_behind_it(one, words, places):
    assert one(f"{KILLED} {words}.", "12").where == places


@pytest.mark.parametrize("words", ["بلدة نائية", "منطقة العمليات", "مناطق سيطرته", "حي سكني", "قرية صغيرة"])
def test_an_ordinary_word_behind_a_noun_of_place_is_no_name(one, words):
    assert one(f"{KILLED} في {words} بالرقة.", "12").where == ("Raqqa, SY",)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("في هجوم على قاعدة في كاريبو بولاية بورنو", "Karibu, NG"),
        ("في كمين قرب ديفارو في ولاية بورنو", "near Difaru, NG"),
        ("في انفجار لغم في غومارو شمال شرقي البلاد", "Ghumaru, NG"),
        ("في مستشفى بولاية كاتسورا", "Katsura, NG"),
        ("في سوق بإقليم سونغالا", "Sunghala, NG"),
        ("في هجوم على بلدة بون ساندي", "Bun Sandi, NG"),  # Bonn is in another country
    ],
)
def test_a_province_behind_a_bare_name_makes_a_place_of_it(one, words, place):
    body = f"تقاتل القوات النيجيرية جماعة بوكو حرام في نيجيريا. قتل 12 جنديا {words}."
    (told,) = one(body, "12").where
    assert told.removeprefix("near ") == place.removeprefix("near ")


@pytest.mark.parametrize("taken", ["ونقلوا إلى العاصمة", "ونقلت جثثهم إلى مدينة كانو"])
def test_where_the_wounded_are_taken_is_not_where_it_happened(read, taken):
    body = f"تقاتل القوات النيجيرية جماعة بوكو حرام في نيجيريا. أصيب 12 جنديا في هجوم على مايدوغوري {taken}، وقتل 5."
    assert [claim.where for claim in read(body)] == [("Maiduguri, NG",)] * 2


def test_an_unknown_place_lies_in_the_country_that_is_told_of_and_has_no_coordinates(one):
    claim = one(f"{KILLED} في قرية المحبوبية. وقالت القوات العراقية إنها تلاحق الفارين.", "12")
    (place,) = claim.places
    assert (place.name, place.id, place.latitude) == ("al-Mahbubiyah", "IQ/al-mahbubiyah", None)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("في بلدة سورية", ("SY",)),
        ("في الأراضي العراقية", ("IQ",)),
        ("في الشمال السوري", ("northern Syria, SY",)),
        ("في العاصمة العراقية", ("Baghdad, IQ",)),
        ("جنوب شرق العراق", ("southeastern Iraq, IQ",)),
        ("في شمال العراق وغربه", ("northern Iraq, IQ", "western Iraq, IQ")),
    ],
)
def test_an_adjective_or_a_side_tells_the_place(one, words, places):
    assert one(f"{KILLED} {words}.", "12").where == places


def test_the_town_is_the_one_that_was_named(one):
    body = f"دخلت القوات العراقية مدينة الفلوجة قادمة من قاعدة التقدم. {KILLED} في المدينة."
    assert one(body, "12").where == ("Fallujah, IQ",)


def test_both_countries_are_those_just_named(one):
    body = f"تعمل القوات في العراق وسوريا منذ سنوات. {KILLED} في البلدين."
    assert set(one(body, "12").where) == {"IQ", "SY"}


def test_a_bodys_seat_is_no_place_of_the_event(one):
    body = "قال مصدر في شرطة نينوى إن 12 عنصرا من داعش قتلوا في كركوك."
    assert one(body, "12").where == ("Kirkuk, IQ",)


def test_what_only_tells_where_a_place_lies_is_left_out(one):
    assert one(f"{KILLED} في بلدة الهول في محافظة الحسكة شمال شرقي سوريا.", "12").where == ("al-Hol, SY",)


def test_joined_places_stand_side_by_side(one):
    assert one(f"{KILLED} في ريف حلب الغربي وريف إدلب الشمالي.", "12").where == (
        "countryside of Aleppo, SY",
        "countryside of Idlib, SY",
    )


def test_several_names_follow_a_noun_for_several_places(one):
    claim = one(f"{KILLED} في منطقتي المحبوبية والزعيترية بريف الرقة.", "12")
    assert claim.where == ("al-Mahbubiyah, SY", "al-Zaytariyah, SY")


def test_in_it_is_the_place_just_named(read):
    body = "شن داعش هجوما في العراق وسوريا، سقط فيهما 12 جنديا."
    assert {place for claim in read(body) for place in claim.where} == {"IQ", "SY"}


def test_where_people_come_from_is_not_where_they_were_hit(read):
    body = "هاجم داعش قرية في الرقة، مما أدى إلى مقتل 10 مدنيين وجنديين من تشاد."
    assert [claim.where for claim in read(body)] == [("Raqqa, SY",)] * 2


def test_what_lies_between_two_places_is_in_neither(one):
    assert one(f"{KILLED} في بلدة الباغوز الواقعة بين دير الزور والرقة.", "12").where == ("Baghouz, SY",)


def test_an_attack_is_where_it_goes_to(one):
    assert one("أطلق داعش 7 صواريخ من سوريا على تركيا.", "7").where == ("TR",)


def test_those_who_return_come_from_one_place_to_another(one):
    body = "أعلنت وزارة الهجرة العراقية وصول 191 عائلة من مخيم الهول إلى مخيم الجدعة في نينوى."
    assert one(body, "191").where == ("al-Hol, SY", "Jada camp, IQ")


def test_the_other_side_of_a_border_is_not_where_it_was(one):
    assert one(f"{KILLED} في ريف الحسكة قرب الحدود مع العراق.", "12").where == ("countryside of Hasakah, SY",)


def test_at_the_border_of_a_land_that_is_no_state_things_happen_in_that_land(one):
    body = "اجتمع الوزراء في مدينة بغداد، بينما قتل 12 جنديا في مواجهات مع داعش اندلعت على الحدود مع إقليم كردستان."
    assert one(body, "12").where == ("Kurdistan Region, IQ",)


def test_the_province_is_the_towns_that_was_just_named(one):
    body = "قصف الطيران بلدة الهول في محافظة الحسكة. ونقل الجرحى إلى كبرى مدن المحافظة، وقتل 12 مدنيا."
    assert one(body, "12").where == ("al-Hol, SY",)


def test_a_dateline_is_no_place_of_the_event(read):
    body = f"دبي، الإمارات العربية المتحدة (CNN) -- {KILLED} قرب العاصمة العراقية."
    assert [claim.where for claim in read(body)] == [("near Baghdad, IQ",)]


def test_who_supports_a_party_is_not_where_it_was(one):
    body = "قتل داعش 12 مسلحا من الميليشيات المدعومة من إيران في دير الزور."
    assert one(body, "12").where == ("Deir ez-Zor, SY",)


def test_a_state_detains_at_home(one):
    assert one("أعلنت الشرطة التركية اعتقال 45 عنصرا من داعش.", "45").where == ("TR",)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("مقتل 13 شخصا في سوق وحي مجاور في الموصل في هجوم لداعش.", ("Mosul, IQ",)),
        ("قتل 20 من داعش في هجوم في منطقة سبع البور شمالي بغداد.", ("Sabaa al-Bour, IQ",)),
    ],
)
def test_adjectives_are_no_names_and_short_words_begin_some(read, text, where):
    assert [claim.where for claim in read(text)] == [where]


def test_both_towns_are_the_two_told_of_last(one):
    body = "قصفت داعش بلدتي نبل والزهراء في سوريا. وقال الجيش إن البلدتين قصفتا بنحو 160 قذيفة."
    assert one(body, "نحو 160").where == ("Nubl, SY", "al-Zahraa, SY")


def test_the_capital_by_its_name_behind_its_noun_is_a_place(one):
    body = "سقط 7 قتلى في أفغانستان في تفجير لداعش في مسجد بالعاصمة كابول."
    assert one(body, "7").where == ("Kabul, AF",)


def test_refugees_are_in_the_state_that_hosts_them(one):
    body = "هاجمت داعش مدينة حلب في سوريا. وتستضيف تركيا نحو 900 ألف لاجئ سوري فروا من داعش."
    assert one(body, "نحو 900 ألف").where == ("TR",)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("وقع هجوم في محافظة الأنبار العراقية. وفي منطقة أخرى بالعاصمة قتل 7 مدنيين.", ("Baghdad, IQ",)),
        ("فجر انتحاري من داعش نفسه في سوق في عاصمة تشاد فقتل 7 مدنيين.", ("N'Djamena, TD",)),
    ],
)
def test_a_capital_is_that_of_the_country_told_of(one, text, where):
    assert one(text, "7").where == where


def test_the_country_is_that_of_the_place_named_before_it_in_its_sentence(one):
    body = (
        "هاجم تنظيم داعش العراق، وقالت الحكومة العراقية إن العراق مستعد. "
        "وفي مدينة حلب السورية، عاصمة التنظيم في البلاد، قتل 7 من داعش في شمال البلاد."
    )
    assert one(body, "7").where == ("northern Syria, SY",)


@pytest.mark.parametrize(
    ("name", "label"),
    [("زالو زوروك", "Zalu Zuruk, SY"), ("زخم الزعتور", "Zakhm al-Zatur, SY"), ("زلوكان", "Zalukan, SY")],
)
def test_a_name_of_two_words_that_are_no_words_is_one(one, name, label):
    assert one(f"{KILLED} في بلدة {name} بريف الرقة.", "12").where == (label,)


def test_lands_of_two_adjectives_are_of_two_countries(one):
    claim = one("قصف التحالف الدولي الأراضي العراقية والسورية فقتل 57 مدنيا.", "57")
    assert set(claim.where) == {"IQ", "SY"}
    assert claim.by == "coalition"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("بين بلدتي السعفونية وكادبلي", ("al-Safuniyah, SY", "Kadbali, SY")),  # no adjective of towns ends in ي
        ("في معبر زعتري الحدودي", ("Zatri crossing, SY",)),
        ("في ريف بلنورا", ("Balnura, SY",)),
        ("في منطقة زعتولة شمالي سوريا", ("Zatulah, SY",)),
        ("في قرية ليك تيم كوب", ("Lik Tim Kub, SY",)),
        ("في ممر زعبور", ("Zabur Pass, SY",)),
    ],
)
def test_what_stands_beside_a_word_shows_it_as_a_name(one, words, places):
    assert one(f"{KILLED} في هجوم {words}، وفق مصدر في سوريا.", "12").where == places


def test_a_landmark_is_known_by_its_town(one):
    assert one(f"{KILLED} عند دوار زعبور جنوب مدينة الرقة.", "12").where == ("southern Raqqa, SY",)


@pytest.mark.parametrize("land", ["في الأراضي السورية", "داخل الأراضي السورية"])
def test_an_adjective_that_looks_like_a_states_name_tells_of_land(one, land):
    assert one(f"قتلت القوات العراقية 36 عنصرا من داعش بضربة {land}.", "36").where == ("SY",)


def test_a_base_is_where_something_was(one):
    assert one("قتل 9 جنود روس في قاعدة حميميم في هجوم لداعش.", "9").where == ("Hmeimim, SY",)


def test_towns_of_a_country_that_nothing_else_names_tell_of_it(one):
    assert one("أعلنت أنقرة مقتل 9 أكراد في عفرين وقصف 3 مواقع في منبج.", "9").where == ("Afrin, SY",)


def test_a_name_that_ends_its_phrase_is_no_verb(one):
    body = "أعلنت طالبان في أفغانستان مقتل 9 جنود في ولاية بوست، وفق المتحدث باسمها."
    assert one(body, "9").where == ("Bust, AF",)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("في مناطق زعتورة والقصعور ومحجون", ("Zaturah, IQ", "al-Qasur, IQ", "Mahjun, IQ")),
        ("في أحياء زعتورة والقصعور وباب تيما", ("Zaturah, IQ", "al-Qasur, IQ", "Bab Tima, IQ")),
        ("بين قريتي زعتورة وكرنابة", ("Zaturah, IQ", "Karnabah, IQ")),
        ("على محوري الزعتور والكرناب", ("al-Zatur, IQ", "al-Karnab, IQ")),
        ("في منطقة المضيق شرقي الموصل", ("al-Madiq, IQ",)),
        ("في قضاء الزعتور غربي الموصل", ("al-Zatur, IQ",)),
        ("في ناحية زعتور شمالي الموصل", ("Zatur, IQ",)),
        ("في مناطق محررة وأخرى في الموصل", ("Mosul, IQ",)),
    ],
)
def test_names_in_lists_and_before_sides_are_places(one, words, places):
    assert one(f"قتل سبعة من داعش في اشتباكات {words} في العراق.", "سبعة").where == places


def test_a_longer_name_is_no_place_of_its_last_word(one):
    assert one("قتل سبعة في قصف للنظام على بلدة كفر داعل في ريف حلب.", "سبعة").where == ("Kafr Dal, SY",)


def test_a_name_that_may_be_another_is_a_place_where_its_country_is_told_of(one):
    body = "هاجم أحد عناصر داعش بشاحنة حشدا في نيس في فرنسا، مما أدى إلى مقتل 86 شخصا."
    assert one(body, "86").where == ("Nice, FR",)


@pytest.mark.parametrize("words", ["في المنطقة نفسها", "في نفس المنطقة", "في المنطقة ذاتها", "بذات المنطقة"])
def test_an_area_that_is_said_to_be_the_same_is_the_one_told_of(read, words):
    body = f"قتل سبعة جنود في منطقة الزعتور في العراق. وقال مصدر في بغداد إن عشرة من داعش قتلوا {words}."
    assert [claim.where for claim in read(body)] == [("al-Zatur, IQ",)] * 2


def test_an_area_without_such_a_word_is_none(read):
    body = "قتل سبعة جنود في منطقة الزعتور في العراق. وقتل عشرة من داعش في بغداد في عملية هي الأكبر في المنطقة."
    assert [claim.where for claim in read(body)] == [("al-Zatur, IQ",), ("Baghdad, IQ",)]
