"""Any Unicode text is read without an exception, its spans are true, and the work grows with its length."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic import find_numbers, find_numerals
from tawatur.arabic.numbers.lexicon import lexicon

PIECES = [
    *sorted(lexicon()), "و", "ال", "ب", "ل", "من", "إلى", "بين", "أو", "-", "–", ":", "/", ".", ",", "،", "٫", "٬", "(", ")", "%", "٪",
    "$", " ", "  ", "\n", "ـ", "\u064e", "\u200f", "12", "٣٤", "۵", "2014", "007", "1.500", "نحو", "أكثر من", "ما لا يقل عن", "على الأقل",
    "ونيف", "ونصف", "في المئة", "بالمئة", "دولار", "ريال يمني", "كم2", "جنديا", "جنود", "طفلان", "غارتين", "مسلحين", "عاما", "سنوات", "الساعة",
    "اللواء", "رقم", "تموز", "مساء", "MQ", "#", "_", "@", "http://a.b/", "½", "²", "عدد", "تجاوز", "لا", "لم", "يقل", "صفر", "الثالث", "عشر",
]  # fmt: skip


def check(text):
    end = 0
    for number in find_numerals(text):
        assert end <= number.start < number.end <= len(text)
        assert number.first <= number.value_first < number.value_last
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end


@given(st.text())
def test_any_text_is_read(text):
    check(text)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "]))
def test_any_run_of_number_words_and_signs_is_read(pieces, space):
    check(space.join(pieces))


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_reading_is_a_function_of_the_text(pieces):
    text = " ".join(pieces)
    assert find_numbers(text) == [number for number in find_numerals(text) if number.kind == "count"]


HOSTILE = {
    "digits": "7", "ands": "و", "ands apart": "و ", "spaces": " ", "marks": "\u064e", "tatweel": "ـ", "dots": "1.", "commas": "1،", "hyphens": "1-",
    "colons": "1:", "groups": "123 ", "fives": "خمسة و", "thousands": "ألف ", "thousands and": "ألف و", "tens of": "عشرات ", "at signs": "a@",
    "hedges": "أكثر من ", "between": "بين ", "between and": "بين 3 و", "negations": "لا ", "nouns": "غارتين ", "odd": "نيف و", "brackets": "(3) ",
    "ordinals": "الثالث و", "slashes": "1/", "verbs": "يتجاوز عدد ", "percent": "% 3 ", "lines": "3\n", "halves": "عام ونصف ", "dollar": "$", "web": "http://a",
    "letters": "ا", "spelled": "د ا ", "to": "3 إلى ", "models": "اف-", "ages": "(3 عاما) ",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_takes_no_more_than_about_twice_the_work(calls, piece):
    find_numerals(piece * 50)
    once, twice = (calls(partial(find_numerals, piece * (size // len(piece)))) for size in (4_000, 8_000))
    assert twice <= 2.3 * once + 300


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_long_text_of_one_piece_comes_back(piece):
    find_numerals(piece * (200_000 // len(piece)))
