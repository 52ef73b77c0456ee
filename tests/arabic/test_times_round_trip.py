"""A generated date is read back as its days, once, on its own words (10^5 of them: tools/round_trip_times.py)."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic import find_times
from tawatur.arabic.times.generator import month_names, ordinal, time_phrase


def read_back(phrase):
    return [
        (time.start_date, time.end_date, phrase.text[time.start : time.end])
        for time in find_times(phrase.text, phrase.anchor)
    ]


def expected(phrase):
    words = phrase.text[phrase.start : phrase.end]
    return [(phrase.start_date.isoformat(), phrase.end_date.isoformat(), words)]


@pytest.mark.parametrize("seed", range(10))
def test_hundreds_of_times_in_all_writings(seed):
    chance = Random(seed)
    for _ in range(300):
        phrase = time_phrase(chance)
        assert read_back(phrase) == expected(phrase)


@given(st.integers())
def test_any_seed(seed):
    phrase = time_phrase(Random(seed))
    assert read_back(phrase) == expected(phrase)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_any_day_in_numbers(day, sign):
    for parts in ((day.day, day.month, day.year), (day.year, day.month, day.day)):
        (time,) = find_times(sign.join(map(str, parts)), None)
        assert time.start_date == time.end_date == day.isoformat()


@pytest.mark.parametrize("key", [key for key in month_names() if key[0] == "gregorian"])
def test_every_day_of_every_month_by_its_ordinal(key):
    _, month = key
    for name in month_names()[key]:
        for day in range(1, 29):
            (time,) = find_times(f"{ordinal(day)} من {name} 2015", None)
            assert time.start_date == date(2015, month, day).isoformat()


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "الأول"), (10, "العاشر"), (11, "الحادي عشر"), (20, "العشرين"), (21, "الحادي والعشرين"), (30, "الثلاثين")],
)
def test_ordinals_follow_the_grammar(number, words):
    assert ordinal(number) == words
