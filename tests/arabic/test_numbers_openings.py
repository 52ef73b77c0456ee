"""Numerals are sought only where one can begin, and none is lost by that."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic import analyse, default_nouns, find_numbers, find_numerals
from tawatur.arabic.numbers.openings import Openings, openings

PIECES = [
    "غارتين", "مسلحين", "طن", "طنا", "كيلومتر", "عام", "عاما", "شهر", "ساعة", "ونصف", "ونصف العام", "و نصف", "وثلث", "نصف", "ربع", "و", "نحو",
    "أكثر من", "على الأقل", "واحد", "جندي", "قرية", "قرى", "الثالث", "عشر", "ألف", "مليون", "بضعة", "مئات", "3", "14", "2014", "½", "٪", "%", "-", "/",
    "(", ")", "،", ".", "\n", "_", "#", "MQ", "km", "a@b.com", "من", "إلى", "بين", "يوم أو", "صفر", "فاصلة", "ليس", "بلدة", "مدرسة",
    "رجلي", "رجلا", "أمن",
]  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " "]))
def test_reading_at_every_token_finds_no_more(pieces, space):
    text = space.join(pieces)
    found = find_numerals(text)
    sought = Openings.places
    try:
        Openings.places = lambda _self, texts: iter(range(len(texts)))
        assert find_numerals(text) == found
    finally:
        Openings.places = sought


def places(text):
    texts = analyse(text).texts
    return [texts[at] for at in openings(default_nouns()).places(texts)]


def test_digits_numerals_duals_and_units_of_time_are_places():
    assert places("قصف الجيش 3 قرى في غارتين خلال يوم واحد") == ["3", "غارتين", "يوم", "واحد"]


def test_a_singular_is_a_place_before_a_fraction_alone():
    assert places("قصف الجيش قرية من القرى") == []
    assert places("بقيت قرية ونصف") == ["قرية", "ونصف"]
    assert places("بقيت قرية و نصف") == ["قرية", "ونصف"]


def test_a_place_is_told_once():
    assert places("عام ونصف") == ["عام", "ونصف"]


def test_very_long_words_are_not_remembered():
    known = Openings(default_nouns())
    long = analyse("ا" * 5000 + " قرية")
    assert list(known.places(long.texts)) == []
    assert set(known) == {"قرية"}


def test_a_noun_before_its_corps_is_a_dual_place():
    assert [(n.low, n.noun) for n in find_numbers("إصابة رجلي أمن ومقتل رجلا شرطة")] == [(2, "رجل"), (2, "رجل")]
    assert find_numbers("وضع رجلي على الأرض ورأى رجلا عجوزا") == []
