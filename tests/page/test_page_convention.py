"""Numbers, dates and periods in words of both languages and in both kinds of digits."""

import pytest

from tawatur.model import Period
from tawatur.page.convention import Convention

ENGLISH, ARABIC, INDIC = Convention("en"), Convention("ar"), Convention("ar", "arabic")


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ((153, 153, "exact"), "153", "153"),
        ((40_000, 50_000, "between"), "40,000–50,000", "40,000 إلى 50,000"),
        ((50, 50, "about"), "about 50", "نحو 50"),
        ((20, None, "more_than"), "more than 20", "أكثر من 20"),
        ((10, None, "at_least"), "at least 10", "10 على الأقل"),
        ((None, 10, "at_most"), "at most 10", "10 على الأكثر"),
        ((2, None, "ambiguous"), "2 or more", "2 أو أكثر"),
        ((None, 10, "exact"), "up to 10", "حتى 10"),
        ((100, None, "indefinite"), "100 or more", "100 أو أكثر"),
        ((None, None, "exact"), "no figure", "بلا رقم"),
        (("2014-09", "2014-09", "exact"), "September 2014", "أيلول/سبتمبر 2014"),
        ((0.3333, 0.3333, "exact"), "0.3333", "0.3333"),
    ],
)
def test_value_is_said_in_words(value, english, arabic):
    assert ENGLISH.value(*value) == english
    assert ARABIC.value(*value) == arabic


def test_percentage_has_its_sign_beside_each_number():
    assert ENGLISH.value(27, 56, "between", "percent") == "27%–56%"
    assert INDIC.value(95, 95, "exact", "percent") == "٩٥٪"


def test_arabic_digits_have_arabic_separators():
    assert INDIC.number(1_234_567.5) == "١٬٢٣٤٬٥٦٧٫٥"
    assert INDIC.value(40_000, 50_000, "between") == "٤٠٬٠٠٠ إلى ٥٠٬٠٠٠"


def test_full_stop_and_comma_of_a_sentence_are_no_separators():
    assert INDIC.figures("في 3 قرى، و4.5, نهاية.") == "في ٣ قرى، و٤٫٥, نهاية."


@pytest.mark.parametrize(
    ("start", "end", "english", "arabic"),
    [
        ("2024-07-16", "2024-07-16", "16 July 2024", "16 تموز/يوليو 2024"),
        ("2024-07-01", "2024-07-31", "July 2024", "تموز/يوليو 2024"),
        ("2024-01-01", "2024-12-31", "2024", "2024"),
        ("2019-01-01", "2021-12-31", "2019–2021", "من 2019 إلى 2021"),
        ("2024-01-01", "2024-06-30", "January–June 2024", "من كانون الثاني/يناير إلى حزيران/يونيو 2024"),
        ("2023-09-01", "2024-02-29", "September 2023 – February 2024", "من أيلول/سبتمبر 2023 إلى شباط/فبراير 2024"),
        ("2024-07-09", "2024-07-16", "9–16 July 2024", "من 9 إلى 16 تموز/يوليو 2024"),
        ("2024-06-29", "2024-07-16", "29 June – 16 July 2024", "من 29 حزيران/يونيو إلى 16 تموز/يوليو 2024"),
        ("2023-12-31", "2024-01-02", "31 December 2023 – 2 January 2024", "من 31 كانون الأول/ديسمبر 2023 إلى 2 كانون الثاني/يناير 2024"),
        ("2024-07-16", None, "from 16 July 2024", "من 16 تموز/يوليو 2024"),
        (None, "2024-07-16", "until 16 July 2024", "حتى 16 تموز/يوليو 2024"),
        (None, None, "", ""),
    ],
)  # fmt: skip
def test_period_is_said_as_shortly_as_it_can_be(start, end, english, arabic):
    assert ENGLISH.period(Period(start, end)) == english
    assert ARABIC.period(Period(start, end)) == arabic


@pytest.mark.parametrize("day", ["soon", "2024-13", "", "٢٠٢٤"])
def test_what_is_no_date_is_left_as_it_is(day):
    assert ENGLISH.date(day) == day


def test_a_sentence_keeps_what_it_quotes():
    told = INDIC.sentence("وكالة الصنوبر (2024-07-16): «153 عملية» بدل 196.")
    assert told == "وكالة الصنوبر (١٦ تموز/يوليو ٢٠٢٤): «153 عملية» بدل ١٩٦."


def test_period_in_a_sentence_is_said_in_words():
    assert ARABIC.sentence("(2023-01-01 – 2023-06-30)") == "(من كانون الثاني/يناير إلى حزيران/يونيو 2023)"
    assert ENGLISH.sentence("to 2023-01-01 – 2023-06-30;") == "to January–June 2023;"


def test_what_stands_in_a_line_is_kept_to_itself():
    assert ARABIC.isolated("<40>") == '<bdi dir="rtl">&lt;40&gt;</bdi>'
