"""Where people left and where they went: both are a journey's, and `المخيم` is the camp that they left."""

import pytest


@pytest.mark.parametrize(
    "left",
    [
        "غادرت مخيم الهول في ريف الحسكة قافلة تقل 174 عائلة عراقية باتجاه مخيم الجدعة جنوب الموصل.",
        "نقلت 174 عائلة عراقية من مخيم الهول إلى مخيم الجدعة جنوب الموصل.",
    ],
)
def test_a_journey_is_where_it_began_and_ended_and_the_camp_is_the_one_left(one, left):
    body = f"يضم مخيم الهول عائلات مقاتلي داعش.\n{left} وقالت مديرة المخيم إن عدد قاطني المخيم انخفض إلى 40 ألفا."
    assert set(one(body, "174").where) == {"al-Hol, SY", "Jada camp, IQ"}
    assert one(body, "40 ألفا").where == ("al-Hol, SY",)


def test_states_before_figures_in_brackets_are_where_refugees_reached(read):
    body = (
        "قتل داعش 12 مدنيا في سوريا.\n"
        "ولجأ من السوريين إلى بلدان مجاورة 1.7 مليون شخص، على رأسها لبنان (675 ألفا) فالعراق (614 ألفا) ثم مصر (415 ألفا)."
    )
    assert [claim.where for claim in read(body) if claim.measure == "displaced"][1:] == [("LB",), ("IQ",), ("EG",)]


def test_a_word_that_is_never_a_name_alone_goes_on(one):
    body = "قصف طيران التحالف الدولي مواقع داعش في العراق، وقتل 21 مسلحا في بلدة تين زاواتين الحدودية."
    assert one(body, "21").where == ("Tin Zawatin, IQ",)


@pytest.mark.parametrize(
    "words",
    [
        "لدى محاولتهم الدخول إلى الأراضي العراقية من سوريا",
        "حاولوا التسلل من سوريا إلى العراق",
        "تسللوا من الأراضي السورية",
    ],
)
def test_where_somebody_came_in_from_is_not_where_he_was_met(one, words):
    body = f"يحارب الجيش العراقي تنظيم داعش. وقتل الجيش العراقي 45 مسلحا {words}."
    assert one(body, "45").where == ("IQ",)


def test_a_name_behind_a_side_is_a_place_whatever_word_it_is(one):
    body = "قتل سبعة جنود عراقيين في هجوم لداعش جنوب الحضر."
    assert one(body, "سبعة").where == ("southern Hatra, IQ",)
