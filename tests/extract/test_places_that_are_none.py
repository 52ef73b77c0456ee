"""Names of places that a sentence has for something else: where people went, what fire came from, who a person is."""

import pytest


def test_where_people_fled_to_is_not_where_they_fled_from(one):
    body = "هاجم الجيش اليمني مدينة عدن وقتل 9 حوثيين. وفر العشرات من مسلحي الحوثي باتجاه محافظة لحج."
    assert one(body, "العشرات").where == ("Aden, YE",)


def test_the_evacuated_were_where_they_were_taken_from(one):
    body = "أجلى الجيش السوري 1500 مقاتل من جبهة النصرة من حرستا إلى محافظة إدلب."
    assert one(body, "1500").where == ("Harasta, SY",)


def test_refugees_are_where_they_came_to(one):
    body = "أدت الحرب في سوريا إلى نزوح الملايين، بينهم 900 ألف لاجئ إلى لبنان."
    assert one(body, "900 ألف").where == ("LB",)


def test_a_kingdom_by_its_full_name_is_a_party_not_a_place(one):
    body = "تقود المملكة العربية السعودية تحالفا ينفذ ضربات في اليمن أدت إلى مقتل 12 من الحوثيين."
    assert one(body, "12").where == ("YE",)


def test_fire_came_from_the_land_that_it_left(one):
    body = "سقط مقذوف للحوثيين على منزل بقرية السنديان بمحافظة جازان السعودية من داخل الأراضي اليمنية، نتج منه إصابة 4 مدنيين."
    assert one(body, "4").where[0].endswith(", SA")


def test_a_verb_behind_counted_villages_is_no_village(one):
    body = "هاجم مسلحون في دارفور بالسودان 64 قرية أفرغت من سكانها، وقتل 12 مدنيا."
    assert one(body, "12").where == ("Darfur, SD",)


def test_a_persons_name_is_no_town(one):
    assert one("قتل تنظيم داعش في عفرين بسوريا 3 مدنيين بعد مقتل منبج وشقيقه.", "3").where == ("Afrin, SY",)


def test_where_the_dead_came_from_is_not_where_they_died(one):
    body = "قتل 40 من عناصر داعش من أبناء قضاء الحويجة بالعراق في مواجهات دارت في مدينة تكريت."
    assert one(body, "40").where == ("Tikrit, IQ",)


def test_a_name_behind_a_given_name_is_a_person(one):
    body = "قتل 3 من عناصر داعش في العراق بعد أن تقدم الجندي ثامر تلعفر العبيدي."
    assert one(body, "3").where == ("IQ",)


def test_no_fire_came_from_a_part_of_a_land(one):
    body = "هاجمت داعش سوقا في كابول بأفغانستان. وقتل 4 مسلحين خلال تبادل إطلاق النار في الشطر الهندي من كشمير."
    assert one(body, "4").where == ("Kashmir, IN",)


def test_a_prisons_guard_is_no_town(one):
    body = "قتل 5 من عناصر داعش في مواجهات في سجن شديد الحراسة قرب بغداد."
    assert one(body, "5").where == ("near Baghdad, IQ",)


def test_a_verb_behind_a_noun_of_places_is_no_name(one):
    body = "ضبطت الشرطة 16 من عناصر داعش في عدة مناطق شملت الموصل وتكريت."
    assert one(body, "16").where == ("Mosul, IQ", "Tikrit, IQ")


def test_a_bloc_is_no_hill(one):
    body = "قتل 5 من عناصر داعش في الموصل، بحسب نائب في كتلة الزعتور."
    assert one(body, "5").where == ("Mosul, IQ",)


def test_what_led_to_something_is_no_valley(one):
    assert one("وأدى الزعتور في الموصل إلى مقتل 5 من عناصر داعش.", "5").where == ("Mosul, IQ",)


def test_a_flank_of_a_front_is_no_place(one):
    assert one("قتل 5 من عناصر داعش في جبهة الميمنة بقضاء تلعفر.", "5").where == ("Tal Afar, IQ",)


def test_what_is_joined_to_the_united_states_is_no_state_of_theirs(one):
    body = "قال الجيش العراقي إن الولايات المتحدة والزعاتير معه. وقتل 5 من داعش في الموصل."
    assert one(body, "5").where == ("Mosul, IQ",)


def test_a_colour_behind_what_has_it_is_no_town(one):
    body = "قتل 12 شخصا من ذوي البشرة البيضاء في هجوم لداعش قرب كركوك. وتتواصل الحرب في اليمن."
    assert one(body, "12").where == ("near Kirkuk, IQ",)


def test_towns_alone_tell_of_their_country(one):
    body = (
        "هاجم مسلحون قوات الجيش في الموصل وبعقوبة وقتلوا جنودا في المعارك. "
        "وقتل 12 شخصا من ذوي البشرة البيضاء في هجوم للمسلحين على قرية سنجورة."
    )
    assert one(body, "12").where == ("Sanjurah, IQ",)


@pytest.mark.parametrize(
    "words",
    [
        "والقتلى هم أحمد الزعتوري من مدينة حمص وسمير القصعوري وكلاهما ضابطان",
        "وأحدهم سمير القصعوري وهو من مدينة حمص، قتل برصاص قناص",
    ],
)
def test_where_the_dead_come_from_is_not_where_they_fell(read, words):
    claims = read(f"قتل أربعة جنود في هجوم لداعش في الرقة بسوريا. {words}.")
    assert {claim.where for claim in claims} == {("Raqqa, SY",)}


def test_fire_from_one_land_on_another_is_in_the_other(one):
    body = "أعلن التحالف أن الحوثيين أطلقوا 25 صاروخا من اليمن على السعودية."
    assert one(body, "25").where == ("SA",)


def test_the_sign_of_a_hashtag_amid_a_name_parts_nothing(one):
    body = "قتل سبعة من داعش في غارة على جبال #حمرين في العراق."
    assert one(body, "سبعة").where == ("Hamrin Mountains, IQ",)
