"""The normalised view: one spelling for many, and a map back to the raw text that never loses its place."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.arabic import View, analyse, fold

LETTERS = st.text(
    alphabet=st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىة ًٌٍَُِّْـ٠١٢٣۴۵.,*«»()\u200f\u200e\u202b\ufefbﷲﻻ\n")
)
ANY = st.one_of(st.text(), LETTERS)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("الإرهابيّ", "الارهابي"),
        ("قُتِلَ ٣٦ عُنصُرًا", "قتل 36 عنصرا"),
        ("د*ا*عـ ـش", "داعش"),
        ("تنـ.ـظيم", "تنظيم"),
        ("قُـ ـتل", "قتل"),
        ("د ا عـ ـش", "داعش"),
        ("ﺍﻟﻤﻘﺎﻭﻣﺔ", "المقاومة"),
        ("ﻻ", "لا"),
        ("نيروهای کردی", "نيروهاي كردي"),
        ("«الفرات»", '"الفرات"'),
        ("\u202bبغداد\u202c", "بغداد"),
    ],
)
def test_one_spelling_for_what_is_printed_in_many(printed: str, read: str):
    assert View(printed).text == read


def test_a_long_text_is_folded_as_its_short_pieces_are():
    pieces = [f"كتب {chr(sign)} كتاب" for sign in [*range(0x21, 0x2100), *range(0xFB50, 0xFF20)]]
    assert View("\n".join(pieces)).text == "\n".join(View(piece).text for piece in pieces)


def test_a_full_stop_between_two_words_stays():
    assert View("انتهت.وبدأت").text == "انتهت.وبدات"


@given(ANY)
def test_every_span_of_the_view_maps_to_words_of_the_raw_text(raw: str):
    view = View(raw)
    at = 0
    for position in range(len(view.text)):
        start, end = view.raw_span(position, position + 1)
        assert 0 <= start < end <= len(raw)
        assert start >= at - 1
        at = start


@given(ANY, st.data())
def test_spans_keep_their_order_and_cover_what_lies_between(raw: str, data: st.DataObject):
    view = View(raw)
    if not view.text:
        return
    first = data.draw(st.integers(0, len(view.text) - 1))
    last = data.draw(st.integers(first + 1, len(view.text)))
    start, end = view.raw_span(first, last)
    assert start == view.raw_span(first, first + 1)[0]
    assert end == view.raw_span(last - 1, last)[1]


@given(ANY)
def test_the_way_back_from_the_raw_text_finds_the_same_character(raw: str):
    view = View(raw)
    for position in range(len(view.text)):
        start = view.raw_index(position)
        set_apart = view.text[position] == " " and raw[start].isalpha()  # a space between glued words
        if len(unicodedata.normalize("NFKC", raw[start])) == 1 and not set_apart:
            assert view.view_index(start) <= position


@given(ANY)
@example("ف ةءء")
@example("ا ب نتةءء")
@example("د ا  ةةن")
def test_reading_the_view_again_soon_changes_nothing(raw: str):
    """A mark taken out lets a star be one inside a word; that taken out, a word's end be seen; then no more."""
    folded = fold(fold(raw))
    assert fold(folded) == fold(fold(folded))


@given(ANY)
def test_tokens_lie_in_order_and_are_the_view_s_words(raw: str):
    text = analyse(raw)
    at = 0
    for token in text.tokens:
        assert token.start >= at
        assert text.view.text[token.start : token.end] == token.text
        at = token.end


@given(ANY)
def test_sentences_cover_every_token_but_line_breaks_once(raw: str):
    text = analyse(raw)
    covered = [at for sentence in text.sentences for at in range(*sentence)]
    assert covered == sorted(set(covered))
    assert all(text.tokens[at].kind == "break" for at in set(range(len(text.tokens))) - set(covered))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("من د ا ع ش في", "من داعش في"),
        ("من د ا عش", "من داعش"),
        ("من د/ا/ع/ش.", "من داعش."),
        ("العراقيةمقتل", "العراقية مقتل"),
        ("عنصراًوإصابة", "عنصرا وإصابة".replace("إ", "ا")),
        ("و/أو", "و/او"),
        ("#الجيش_العراقي", " الجيش العراقي"),
        ("iraq_forces", "iraq_forces"),
        ("مدينة", "مدينة"),
    ],
)
def test_letters_set_apart_come_together_and_glued_words_apart(raw, text):
    view = View(raw)
    assert view.text == text
    last = text.split()[-1].strip(".")
    start = view.text.rindex(last)
    begins, ends = view.raw_span(start, start + len(last))
    assert View(raw[begins:ends]).text == last
