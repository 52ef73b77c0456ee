"""Any Unicode text is read for times without an exception, its spans are true, and the work grows with its length."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic import RULES, find_times, read_expressions
from tawatur.arabic.times.words import lexicon

ENTRIES = sorted({" ".join((word, *phrase.rest)) for word, phrases in lexicon().items() for phrase in phrases})
# The thousands of verbs that only tell of the future would crowd out the rest.
COMMON = [entry for entry in ENTRIES if not entry.startswith(("سي", "ست", "سن"))]
PIECES = [
    *COMMON, *(f"ال{entry}" for entry in COMMON),
    "و", "ال", "ب", "من", "إلى", "بين", "حتى", "منذ", "قبل", "بعد", "خلال", "في", "-", "/", ".", "،", "(", ")", ":", "\n", "%",
    "1", "3", "12", "31", "99", "2014", "1436", "٢٠١٥", "0000", "12345", "1.5", "هـ", "م", "ثلاثة", "عشر", "الرابع", "ألفين",
    "الماضي", "المقبل", "الشهر", "العام", "عامي", "الأول", "شخص", "غارة", "ـ", "\u064e", "\u200f", "Dec", "th",
]  # fmt: skip
ANCHORS = [None, "0001-01-01", "2016-07-14", "9999-12-31", date(2024, 2, 29)]


def check(text, anchor):
    end = 0
    for time in find_times(text, anchor):
        assert end <= time.start < time.end <= len(text)
        assert time.first < time.last
        assert time.rule in RULES
        if time.start_date and time.end_date and time.rule != "range":
            assert time.start_date <= time.end_date
        end = time.end


@given(st.text(), st.sampled_from(ANCHORS))
def test_any_text_is_read(text, anchor):
    check(text, anchor)


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(PIECES), max_size=15), st.sampled_from(["", " "]), st.sampled_from(ANCHORS))
def test_any_run_of_time_words_and_signs_is_read(pieces, space, anchor):
    check(space.join(pieces), anchor)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_numbers_and_times_share_no_token(pieces):
    expressions = read_expressions(" ".join(pieces), "2016-07-14")
    taken = [token for time in expressions.times for token in range(time.first, time.last)]
    taken += [token for number in expressions.numbers for token in range(number.first, number.last)]
    assert len(set(taken)) == len(taken)


HOSTILE = [
    "1/", "1-", "3 و", "و", "و ", " ", "\u064e", "بين ", "بين 3 و", "من 3 إلى ", "منذ ", "حتى ", "قبل ", "عامي 2014 و", "2014 و", "2014-", "2014/",
    "تموز ", "تموز/", "تموز و", "آب/أغسطس ", "الأول من ", "الخامس عشر ", "خمسة و", "خمسة وعشرون ", "مئة و", "النصف الأول من ", "الربع الأول من ", "مطلع ",
    "نهاية بداية ", "العام ", "عام ", "الشهر الماضي ", "الأحد ", "أمس ", "أمس، ", "(", "أمس (", "قبل نحو ", "أكثر من ", "عام وشهر و", "سنة و", "ونصف ",
    "11 شوال 1437هـ الموافق ", "الموافق ", "تسعينيات و", "ستينيات ", "1436هـ/", "مساء ", "يوم ", "شهر ", "من ", "٣ ", "7", "كانون ", "ليل الجمعة - ",
    "سيعقد ", "من المقرر ", "الأشهر ", "الستة ", "الماضية ", "خلال ", "على مدى ", "5 أيام و", "الساعة ", "December ", "1.", "(2014) ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_takes_no_more_than_about_twice_the_work(calls, piece):
    find_times(piece * 50, "2016-07-14")
    once, twice = (calls(partial(find_times, piece * (size // len(piece)), "2016-07-14")) for size in (2_000, 4_000))
    assert twice <= 2.3 * once + 300
