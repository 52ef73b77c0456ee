"""A document's text laid out in blocks, its claims lit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Claim, Document, Part, Section
from tawatur.page.lighting import blocks, windows

TEXT = "مقتل 12 مسلحا\nشارك: فيسبوك\nقالت القيادة إن 12 مسلحا قتلوا وأوقف 30."


def document(text=TEXT, **changes):
    parts = (Part(0, 13, "title"), Part(27, len(TEXT), "body"))
    return Document(id="a", text=text, sections=(Section(parts=parts),), furniture=(Part(14, 26, "share"),), **changes)


def claim(start, end, *, quote=None, **spans):
    quote = quote or (start, end)
    words = {key.replace("_", "."): (value,) for key, value in spans.items()}
    return Claim(
        doc="a", start=start, end=end, quote_start=quote[0], quote_end=quote[1], quote="", number="", measure="killed",
        spans=words,
    )  # fmt: skip


def words(pieces):
    return "".join(stretch.text for piece in pieces for stretch in piece.stretches)


def test_lines_are_blocks_of_their_parts_kind():
    laid = blocks(document(), [])
    assert [(block.kind, block.section, block.is_article) for block in laid] == [
        ("title", 0, True), ("share", None, False), ("body", 0, True),
    ]  # fmt: skip
    assert [words(block.pieces) for block in laid] == TEXT.split("\n")


def test_number_is_lit_and_its_slots_are_marked():
    (title, _, body) = blocks(document(), [claim(5, 7, quote=(0, 13)), claim(43, 45, source_0=(32, 39))])
    assert title.begins == (0,)
    assert [(piece.claims, words([piece])) for piece in title.pieces] == [((), "مقتل "), ((0,), "12"), ((), " مسلحا")]
    assert body.begins == (1,)
    source = next(stretch for piece in body.pieces for stretch in piece.stretches if stretch.slots)
    assert (source.text, source.slots) == ("القيادة", ((1, "source"),))


def test_claims_that_share_words_are_both_told():
    (title, *_) = blocks(document(), [claim(5, 7), claim(5, 13)])
    assert [piece.claims for piece in title.pieces] == [(), (0, 1), (1,)]
    assert [piece.opens for piece in title.pieces] == [(), (0, 1), ()]


def test_text_that_no_part_holds_is_a_gap_and_a_text_without_parts_is_body():
    text = "أ\nب"
    bare = Document(id="a", text=text, sections=(Section(parts=(Part(0, 1, "title"),)),))
    assert [(block.kind, block.section) for block in blocks(bare, [])] == [("title", 0), ("gap", None)]
    assert [block.kind for block in blocks(Document(id="a", text=text), [])] == ["body", "body"]


def test_parts_that_overlap_show_no_word_twice():
    text = "قتل خمسة جنود"
    twice = Document(id="a", text=text, sections=(Section(parts=(Part(0, 13, "body"), Part(4, 8, "title"))),))
    assert "".join(words(block.pieces) for block in blocks(twice, [])) == text


def test_long_line_is_cut_where_sentences_end():
    text = "قال المصدر إن القصف استمر. " * 100
    laid = blocks(Document(id="a", text=text), [])
    assert len(laid) > 2
    assert "".join(words(block.pieces) for block in laid) == text
    assert all(words(block.pieces).endswith(". ") for block in laid)


@given(st.data())
def test_no_word_is_lost_whatever_is_marked(data):
    text = data.draw(st.text("اب 12\n", min_size=1, max_size=40))
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(sorted)
    found = [
        claim(*one, quote=two, of=three)
        for one, two, three in data.draw(st.lists(st.tuples(spans, spans, spans), max_size=5))
    ]
    laid = blocks(Document(id="a", text=text), found)
    shown = [words(block.pieces) for block in laid]
    assert shown == [line for line in text.split("\n") if line.strip()]
    for position, one in enumerate(found):
        lit = "".join(words([piece]) for block in laid for piece in block.pieces if position in piece.claims)
        assert "".join(lit.split()) == "".join(text[one.start : one.end].split())


@given(st.text("اب \n", max_size=300), st.integers(3, 50))
def test_windows_cover_the_text(text, size):
    found = windows(text, size)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= size for start, end in found)


@pytest.mark.parametrize("size", [10, 1000])
def test_window_shows_its_own_part_alone(size):
    text = "سطر أول\nسطر ثان\nسطر ثالث"
    shown = [
        words(block.pieces)
        for start, end in windows(text, size)
        for block in blocks(Document(id="a", text=text), [], start=start, end=end)
    ]
    assert "\n".join(shown) == text
