"""Lines with Arabic in them keep their columns, in a terminal that reorders text and in one that does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.cli.bidi import cell, clean, cut, has_arabic, isolate, line, width, wrap, wrap_mixed
from tawatur.cli.tables import Column, Table

anything = st.text(max_size=60) | st.text(st.sampled_from("مقتل ٣٧ abc «»(),، 12\u064e\u0640\u200f"), max_size=60)


@given(anything, st.integers(1, 40))
def test_a_cell_is_as_wide_as_its_column_or_one_wide_letter_less(text, columns):
    assert width(cell(clean(text), columns)) == columns


@given(anything, st.integers(0, 40))
def test_what_is_cut_fits_and_what_fits_is_not_cut(text, columns):
    assert width(cut(text, columns)) <= columns
    if width(text) <= columns:
        assert cut(text, columns) == text


@given(anything)
def test_cleaned_text_is_one_line_without_controls(text):
    kept = clean(text)
    assert not [
        letter for letter in kept if unicodedata.category(letter) == "Cc" or letter in "\u202e\u2067\u2069\u200f"
    ]
    assert clean(kept) == kept


@given(anything, st.integers(1, 40))
def test_wrapping_loses_no_word(text, columns):
    text = clean(text)
    assert " ".join(wrap(text, columns)).split() == text.split()


@given(anything, st.integers(4, 40))
def test_isolates_are_closed_on_the_line_where_they_open(text, columns):
    for found in wrap_mixed(clean(text), columns):
        if "\u2068" in found and "\u2069" in found:
            assert found.index("\u2068") < found.rindex("\u2069")
    assert "".join(wrap_mixed(clean(text), columns)).count("\u2068") == "".join(wrap_mixed(clean(text), columns)).count(
        "\u2069"
    )


def test_marks_and_controls_take_no_column():
    assert width("قُتِلَ") == 3
    assert width("\u2068داعش\u2069") == 4
    assert width("日本") == 4


def test_arabic_is_kept_to_itself_and_latin_is_left_alone():
    assert isolate("الموصل") == "\u2068الموصل\u2069"
    assert isolate("Mosul, IQ") == "Mosul, IQ"
    assert line("a الموصل").startswith("\u200e")
    assert has_arabic("كلمة")
    assert not has_arabic("123 abc")


def test_quoted_words_stay_on_one_line():
    lines = wrap_mixed("Two figures: «37 مسلحا من داعش» and «12 آخرون», of one day.", 34)
    assert any("«37 مسلحا من داعش»" in found for found in lines)
    assert all(width(found) <= 34 for found in lines)


def test_a_table_leaves_out_what_it_can_do_without():
    columns = (
        Column("measure", 8),
        Column("by", 8, dispensable=2),
        Column("where", 8, dispensable=1),
        Column("words", 10),
    )
    narrow, wide = Table(columns, 30), Table(columns, 60)
    assert narrow.heading().split() == ["measure", "where", "words"]
    assert wide.heading().split() == ["measure", "by", "where", "words"]
    row = ("killed", "daesh", "Mosul, Nineveh, IQ", "مقتل 37 مسلحا من تنظيم داعش")
    assert "daesh" not in narrow.row(row)
    assert "Mosul,…" in narrow.row(row)
    assert width(narrow.row(row)) <= 30
    assert width(wide.row(row)) <= 60


@pytest.mark.parametrize("room", [1, 10, 40, 200])
def test_a_table_of_one_column_takes_any_room(room):
    assert "x" in Table((Column("words", 10),), room).row(("x",))
