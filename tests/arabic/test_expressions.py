"""Numbers and times read in one pass: a count is never a date, a year is never a count."""

import pytest

from tawatur.arabic import find_numbers, read_expressions

ANCHOR = "2024-07-18"


def read(text):
    found = read_expressions(text, ANCHOR)
    return [text[n.start : n.end] for n in found.numbers], [text[t.start : t.end] for t in found.times]


@pytest.mark.parametrize(
    ("text", "numbers", "times"),
    [
        ("زيادة بنسبة 300% في عام 2024", ["300%"], ["عام 2024"]),
        ("بمعدل 700 هجوم", ["700"], []),
        ("سرقوا 1000 خروف", ["1000"], []),
        ("اعتقال 2000 من المعتقلين", ["2000"], []),
        ("اعتقال 2000 من المعتقلين في 2013", ["2000"], ["2013"]),
        ("نفذت 153 غارة في النصف الأول من عام 2024", ["153"], ["النصف الأول من عام 2024"]),
        ("مقتل 3042 عنصرا خلال عشرة أشهر", ["3042"], ["عشرة أشهر"]),
        ("قتل 14 في 14 تموز 2016", ["14"], ["14 تموز 2016"]),
        ("خطفوا جنديين قبل أسبوعين", ["جنديين"], ["قبل أسبوعين"]),
        ("بين 30 و40 مقاتلا بين 3 و7 تموز", ["بين 30 و40"], ["3 و7 تموز"]),
        ("أكثر من 2015 غارة في 2015", ["أكثر من 2015"], ["2015"]),
        ("ارتفع عدد القتلى منذ السابع من أيار 2023 إلى 61258", ["61258"], ["السابع من أيار 2023"]),
        ("بلغ عدد القتلى منذ مطلع العام 143", ["143"], ["مطلع العام"]),
        ("قتل منذ مطلع العام 95 شخصا", ["95"], ["مطلع العام"]),
        ("ارتفع العدد منذ مطلع العام إلى 143", ["143"], ["مطلع العام"]),
        ("قتل منذ بداية العام 1800 مدني", ["1800"], ["بداية العام"]),
        ("في حصيلة 2023 قتل 180 مدنيا", ["180"], ["2023"]),
        ("حصاد 2023: مقتل 180 جنديا", ["180"], ["2023"]),
        ("بلغت حصيلة 2014 قتيلا", ["2014"], []),
    ],
)
def test_each_word_is_claimed_once(text, numbers, times):
    assert read(text) == (numbers, times)


def test_numbers_outside_times_are_those_that_the_number_reader_finds():
    text = "قتل 25 شخصا وجرح 30 آخرون"
    assert read_expressions(text, None).numbers == find_numbers(text)
