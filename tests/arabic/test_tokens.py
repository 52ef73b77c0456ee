"""Tokens, prefixes and sentences."""

from tawatur.arabic import analyse, stems


def words(text: str) -> list[list[str]]:
    analysed = analyse(text)
    return [[token.text for token in analysed.tokens[s.first : s.last]] for s in analysed.sentences]


def test_digits_come_apart_from_the_letters_that_are_glued_to_them():
    assert [token.text for token in analyse("قتل 14جنديا في2013 وبـ491").tokens] == [
        "قتل", "14", "جنديا", "في", "2013", "وب", "491",
    ]  # fmt: skip


def test_a_decimal_point_and_an_initial_end_no_sentence():
    assert len(words("بلغ العدد 3.5 مليون، كما نقلت (د. ب. أ) عن مصدر.")) == 1


def test_a_full_stop_without_a_space_ends_a_sentence():
    assert len(words("انسحبت القوة من البلدة.وقال شهود إنها عادت مساء")) == 2


def test_a_line_s_end_ends_a_sentence():
    assert words("عنوان قصير\nمتن الخبر") == [["عنوان", "قصير"], ["متن", "الخبر"]]


def test_prefixes_are_taken_off_in_every_lawful_way():
    readings = {(s.conjunction, s.preposition, s.article, s.text) for s in stems("وللعناصر")}
    assert ("و", "ل", True, "عناصر") in readings
    assert ("", "", False, "وللعناصر") in readings
    assert ("و", "", False, "للعناصر") in readings


def test_an_address_stays_in_one_sentence():
    assert len(words("نشر الموقع tawatur.example بيانا")) == 1
