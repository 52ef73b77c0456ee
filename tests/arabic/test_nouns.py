"""A lexicon of nouns knows each form of a noun: one, two or many, free, construct, or with a pronoun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic import NounEntry, Nouns, default_nouns, fold
from tawatur.arabic.nouns import entry_of, read_entries
from tawatur.model import InputError


def readings(word, nouns=None):
    return {(form.lemma, form.number) for _, form in (nouns or default_nouns()).look_up(fold(word))}


@pytest.mark.parametrize(
    ("word", "lemma", "number"),
    [
        ("جندي", "جندي", "singular"),
        ("جنديا", "جندي", "singular"),
        ("الجندي", "جندي", "singular"),
        ("جنود", "جندي", "plural"),
        ("جنديان", "جندي", "dual"),
        ("جنديين", "جندي", "dual"),
        ("وبجنديين", "جندي", "dual"),
        ("غارة", "غارة", "singular"),
        ("غارتان", "غارة", "dual"),
        ("غارتا", "غارة", "dual"),
        ("غارتي", "غارة", "dual"),
        ("غارات", "غارة", "plural"),
        ("للغارات", "غارة", "plural"),
        ("مسلحون", "مسلح", "plural"),
        ("مسلحو", "مسلح", "plural"),
        ("مسلحان", "مسلح", "dual"),
        ("مسلحين", "مسلح", "ambiguous"),
        ("مسلحي", "مسلح", "ambiguous"),
        ("محاميان", "محام", "dual"),
        ("امرأتان", "امراة", "dual"),
        ("طفليها", "طفل", "dual"),
        ("جنوده", "جندي", "plural"),
        ("عملياتهم", "عملية", "plural"),
        ("عمليته", "عملية", "singular"),
        ("غاره", "غارة", "singular"),
    ],
)
def test_a_form_is_known(word, lemma, number):
    assert (lemma, number) in readings(word)


@pytest.mark.parametrize(
    "word", ["فلسطين", "الصين", "حسين", "سليمان", "رمضان", "بين", "حين", "اثنين", "طالبان", "بيان", "قانوني", "ولديه"]
)
def test_a_word_that_only_looks_like_a_dual_is_none(word):
    assert not {number for _, number in readings(word)} & {"dual", "ambiguous"}


def test_a_broken_plural_makes_the_oblique_ending_a_dual():
    nouns = Nouns([entry_of("صقر", ["صقور"], "m"), entry_of("حداد", ["حدادون"], "m")])
    assert readings("صقرين", nouns) == {("صقر", "dual")}
    assert readings("حدادين", nouns) == {("حداد", "ambiguous")}


def test_prefixes_are_told():
    ((stem, form),) = default_nouns().look_up(fold("وللغارتين"))
    assert (stem.conjunction, stem.preposition, stem.article, stem.text) == ("و", "ل", True, "غارتين")
    assert form.gender == "f"


def test_a_construct_form_has_no_article():
    assert all(not stem.article for stem, form in default_nouns().look_up("الغارتي") if form.construct)


def test_a_noun_without_a_dual():
    nouns = Nouns([entry_of("أم", ["أمهات"], "f", "-")])
    assert readings("أمان", nouns) == set()
    assert readings("أمهات", nouns) == {("ام", "plural")}


def test_lookalikes_are_read_as_no_dual():
    entries = [entry_of("بلد", ["بلاد"], "m")]
    assert readings("بلدان", Nouns(entries)) == {("بلد", "dual")}
    assert readings("بلدان", Nouns(entries, ["بلدان"])) == set()


def test_mine_is_no_dual_but_two_of_another_are():
    nouns = Nouns([entry_of("شقيق", ["أشقاء"], "m")], mine=["شقيقي"])
    assert ("شقيق", "dual") not in readings("شقيقي", nouns)
    assert ("شقيق", "dual") in readings("شقيقيه", nouns)


def test_the_lexicon_that_comes_along_is_large_and_its_lines_are_distinct():
    entries = default_nouns().entries
    assert len(entries) >= 900
    assert len({(entry.lemma, entry.gender) for entry in entries}) == len(entries)
    assert all(isinstance(entry, NounEntry) and entry.plurals for entry in entries)


@pytest.mark.parametrize("line", ["جندي", "جندي\tجنود", "جندي\tجنود\tx", "\tجنود\tm"])
def test_a_bad_line_is_named_with_its_number(line):
    with pytest.raises(InputError, match=r"mine\.tsv: line 2"):
        list(read_entries(["# nouns", line], "mine.tsv"))


@given(st.text())
def test_any_word_can_be_looked_up(word):
    for stem, form in default_nouns().look_up(word):
        assert stem.text
        assert form.lemma
