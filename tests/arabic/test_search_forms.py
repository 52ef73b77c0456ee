"""A word is found under its spelling, and without what is written together with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.search import Arabic


def only(text):
    (word,) = Arabic().words(text)
    return word


@pytest.mark.parametrize("text", ["الارهابي", "الإرهابيّ", "الإرهـــابي", "وللإرهابي", "والارهابي", "بالإرهابي"])
def test_spelling_article_and_prefixes_make_no_difference(text):
    assert only(text).stem == "ارهابي"


@pytest.mark.parametrize(
    ("text", "stem"),
    [("بوزير", "وزير"), ("وزير", "وزير"), ("فصائل", "فصائل"), ("عناصره", "عناصر"), ("قوتها", "قوه"), ("كرد", "كرد")],
)
def test_the_lexicon_tells_prefixes_and_pronouns_from_letters_of_the_word(text, stem):
    assert only(text).stem == stem


def test_a_word_that_no_lexicon_knows_is_kept_whole_and_may_be_read_otherwise():
    word = only("بحلب")
    assert (word.form, word.stem, word.readings) == ("بحلب", "بحلب", ("حلب",))
    assert "مقتل" in only("مقتلهم").readings


def test_teh_marbuta_is_found_as_many_print_it():
    assert only("المدينة").stem == only("المدينه").stem == "مدينه"


def test_figures_of_every_script_and_latin_letters_of_either_size():
    assert [word.form for word in Arabic().words("١٥٣ 153 ۱۵۳ HTS")] == ["153", "153", "153", "hts"]


@given(st.text(st.sampled_from("ابتةلكوفهم ًّـ\u200f،.153\nأإAب")))
def test_offsets_count_in_the_raw_text(text):
    for word in Arabic().words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert Arabic().words(text[word.start : word.end])[0].form[:1] == word.form[:1]


@given(st.text(alphabet="والكتاب بة أإ٣4xY.ـُ\n\u200f🙂,"))
def test_the_forms_alone_are_those_of_the_words(text):
    words = [(word.form, word.stem, word.readings) for word in Arabic().words(text)]
    assert [tuple(forms) for forms in Arabic().forms(text)] == words
