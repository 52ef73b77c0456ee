"""A generated phrase is read back as its value, once, on its own words (a million of them: tools/round_trip_numbers.py)."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic import find_numbers
from tawatur.arabic.numbers.generator import GREATEST, Style, number_phrase, spell


def read_back(phrase):
    return [(n.low, n.high, n.bound, phrase.text[n.start : n.end]) for n in find_numbers(phrase.text)]


def expected(phrase):
    return [(phrase.value, phrase.value, "exact", phrase.text[phrase.start : phrase.end])]


@pytest.mark.parametrize("start", range(0, 3000, 250))
def test_every_value_below_three_thousand(start):
    chance = Random(start)
    for value in range(start, start + 250):
        phrase = number_phrase(value, chance)
        assert read_back(phrase) == expected(phrase)


@given(st.integers(0, GREATEST), st.integers())
def test_any_value_up_to_a_million_million(value, seed):
    phrase = number_phrase(value, Random(seed))
    assert read_back(phrase) == expected(phrase)


@given(st.integers(0, 12), st.integers(1, 999), st.integers())
def test_round_values(power, head, seed):
    phrase = number_phrase(min(head * 10**power, GREATEST), Random(seed))
    assert read_back(phrase) == expected(phrase)


@pytest.mark.parametrize(
    ("value", "gender", "words"),
    [
        (3, "m", "ثلاثة"),
        (3, "f", "ثلاث"),
        (11, "f", "إحدى عشرة"),
        (12, "m", "اثنا عشر"),
        (18, "f", "ثماني عشرة"),
        (21, "f", "إحدى وعشرون"),
        (200, "m", "مئتان"),
        (345, "m", "ثلاثمئة وخمسة وأربعون"),
        (2002, "f", "ألفان واثنتان"),
        (11_000, "f", "أحد عشر ألفا"),
        (3_000_000, "f", "ثلاثة ملايين"),
        (1_100_005, "f", "مليون ومئة ألف وخمس"),
    ],
)
def test_spelling_follows_the_grammar(value, gender, words):
    assert spell(value, gender, Style("nominative", "مئة", together=True)) == words


def test_the_construct_dual_stands_before_its_noun():
    style = Style("nominative", "مائة", together=True)
    assert spell(200, "m", style, construct=True) == "مائتا"
    assert spell(2000, "m", Style("oblique", "مئة", together=True), construct=True) == "ألفي"
