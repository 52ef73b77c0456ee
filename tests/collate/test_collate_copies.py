"""Which texts are one text."""

import random

import pytest

from tawatur.collate import collate
from tawatur.collate.copies.copies import find_copies
from tawatur.collate.copies.shingles import containment, resemblance, shingles
from tawatur.collate.copies.texts import Texts
from tawatur.model import Part, Report

WORDS = [f"لفظ{number}" for number in range(4000)]


def copies_of(reports):
    texts = Texts(reports)
    return find_copies(texts, texts.common())


def body(seed, length=120):
    return random.Random(seed).sample(WORDS, length)


def make(doc, words, headline="عنوان"):
    return Report(doc=doc, text=f"{headline} {doc}\n{' '.join(words)}")


def groups(reports):
    return [members for members, _ in copies_of(reports).families]


def test_a_text_under_another_headline_is_a_copy():
    assert groups([make("a", body(1)), make("b", body(1), "خبر آخر تماما"), make("c", body(2))]) == [(0, 1)]


def test_a_copy_with_some_words_changed_is_a_copy():
    edited = body(1)
    for at in (5, 40, 77, 100):
        edited[at] = f"بديل{at}"
    assert groups([make("a", body(1)), make("b", edited)]) == [(0, 1)]


def test_spelling_and_marks_make_no_difference():
    words = ["إعلان", "مُقاوِم", "الأولى", "علـــى"] * 10 + body(3, 60)
    plain = ["اعلان", "مقاوم", "الاولي", "علي"] * 10 + body(3, 60)
    assert groups([make("a", words), make("b", plain)]) == [(0, 1)]


def test_texts_that_quote_one_sentence_are_no_copies():
    quoted = body(9, 25)
    assert groups([make("a", body(1) + quoted), make("b", body(2) + quoted)]) == []


def test_a_text_inside_a_longer_article_is_a_copy():
    assert groups([make("a", body(1, 60)), make("b", body(2, 300) + body(1, 60) + body(3, 300))]) == [(0, 1)]


def test_a_digest_of_two_texts_is_a_copy_of_each_but_makes_them_no_copies_of_each_other():
    reports = [make("a", body(1)), make("b", body(2)), make("c", body(1) + body(2))]
    copies = copies_of(reports)
    assert [members for members, _ in copies.families] == [(0, 2), (1, 2)]
    assert not copies.one_text(0, 1)


def test_copies_that_a_larger_set_holds_are_told_with_it():
    short = make("c", body(1)[:110])
    assert groups([make("a", body(1)), make("b", body(1) + body(2, 400)), short]) == [(0, 1, 2)]


def test_furniture_is_no_part_of_the_text():
    words = " ".join(body(1))
    shared = " ".join(body(7, 200))
    reports = []
    for doc, text in (("a", words), ("b", " ".join(body(2)))):
        raw = f"{text}\n{shared}"
        reports.append(Report(doc=doc, text=raw, parts=(Part(start=0, end=len(text), kind="body"),)))
    assert groups(reports) == []


def test_a_thousand_copies_are_one_family():
    (family,) = groups([make(f"{number:04}", body(1)) for number in range(1000)])
    assert family == tuple(range(1000))


def test_empty_texts_are_no_copies():
    assert groups([Report(doc="a", text=""), Report(doc="b", text=""), make("c", ["كلمة"]), make("d", ["كلمة"])]) == []


def test_resemblance_and_containment():
    whole, part = shingles(body(1, 50)), shingles(body(1, 50)[:25])
    assert containment(part, whole) == 1.0
    assert 0 < resemblance(part, whole) < 0.6
    assert resemblance(frozenset(), frozenset()) == 0.0


def prints(claim, report, knowledge, measure, shared, *others, publishers=("أ", "ب")):
    """Collate two prints of one text, of which the first alone ends in others, with one claim of `12`."""
    claims, reports = [], []
    for doc, publisher, more in zip("ab", publishers, (others, ()), strict=True):
        text = "عنوان الخبر.\n" + " ".join([*shared, *more])
        reports.append(report(doc, publisher=publisher, text=text))
        if " 12 " in text:
            claims.append(claim(doc, measure, 12, at=text.index(" 12 ") + 1, quote="12", where=("Homs, SY",)))
    (copy,) = (one for one in collate(claims, reports, knowledge) if one.kind == "copy")
    return copy


@pytest.mark.parametrize(
    ("measure", "inside", "worthwhile"),
    [("killed", True, True), ("killed", False, False), ("inhabitants", True, False), ("beneficiaries", True, False)],
)
def test_a_copy_is_worth_a_readers_time_where_what_is_copied_tells_of_a_conflict(
    claim, report, knowledge, measure, inside, worthwhile
):
    words = body(1)
    shared, others = ([*words[:60], "12", *words[60:]], ()) if inside else (words, (*body(2, 9), "12", *body(3, 9)))
    assert (prints(claim, report, knowledge, measure, shared, *others).weight > 0.2) is worthwhile


def test_a_text_that_one_outlet_prints_twice_is_told_so(claim, report, knowledge):
    copy = prints(claim, report, knowledge, "killed", body(1), publishers=("أ", "أ"))
    assert copy.explanation.en.startswith("أ (2024-06-01) has one text twice")


def tolls(claim, report, knowledge, *figures):
    """Collate reports of one statement's dead and hurt, each the print of one text (`copy`) or a text of its own."""
    claims, reports = [], []
    for doc, (text, dead) in zip("abcd", figures, strict=False):
        words = body(1) if text == "copy" else body(100 + ord(doc))
        told = "\n".join(["عنوان الخبر", " ".join([*words[:60], str(dead), *words[60:90], "3417", *words[90:]])])
        reports.append(report(doc, text=told))
        for number, measure in ((dead, "killed"), (3417, "wounded")):
            claims.append(
                claim(
                    doc,
                    measure,
                    number,
                    at=told.index(f" {number} ") + 1,
                    quote=str(number),
                    of="civilians",
                    where=("Homs, SY",),
                    when="2024-05",
                    source=("syria-ministry-health",),
                )
            )
    return [one for one in collate(claims, reports, knowledge) if one.kind == "variant"]


@pytest.mark.parametrize(
    ("figures", "odd"),
    [
        ((("copy", 1532), ("copy", 1582), ("own", 1532)), [1582]),
        ((("copy", 1532), ("copy", 1582), ("own", 1532), ("own", 1532)), [1582]),
        ((("copy", 1532), ("copy", 1582)), []),
    ],
)
def test_a_copy_that_misprints_a_figure_parts_from_its_exemplar(claim, report, knowledge, figures, odd):
    (variant,) = tolls(claim, report, knowledge, *figures)
    assert variant.slot == "value"
    assert [one.low for one in variant.odd] == odd
    assert {1532, 1582} <= {one.low for one in variant.claims}


def test_a_copy_that_prints_what_its_exemplar_has_parts_from_nobody(claim, report, knowledge):
    assert tolls(claim, report, knowledge, ("copy", 1532), ("copy", 1532), ("own", 1532)) == []


def test_a_copy_that_names_another_doer_parts_from_its_exemplar(claim, report, knowledge):
    claims, reports = [], []
    for doc, seed, doer in (("a", 1, "daesh"), ("b", 1, "turkey"), ("c", 9, "daesh")):
        words = body(seed)
        text = "\n".join(["عنوان الخبر", " ".join([*words[:60], "1532", *words[60:], "3417"])])
        reports.append(report(doc, text=text))
        for number, measure in ((1532, "killed"), (3417, "wounded")):
            slots = {"of": "civilians", "by": doer, "where": ("Homs, SY",), "when": "2024-05", "source": ("sohr",)}
            at = text.index(f" {number}") + 1
            claims.append(claim(doc, measure, number, at=at, quote=str(number), **slots))
    (variant,) = (one for one in collate(claims, reports, knowledge) if one.kind == "variant")
    assert (variant.slot, {one.doc for one in variant.odd}) == ("by", {"b"})
