"""What is worked out of each word once: the same results as without a memory, in bounded space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic import memory
from tawatur.arabic.memory import LONGEST, Memory
from tawatur.arabic.prefixes import holding, may_hold, stems, wearing

STEMS = frozenset(["قرية", "مدينة", "ليل", "في"])
WORDS = st.sampled_from([
    "قرية", "القرية", "وقرية", "وبالمدينة", "لليل", "كليل", "في", "وفي", "ففي", "نهر", "النهر", "12", "، ", "MQ", "ا" * (LONGEST + 1),
])  # fmt: skip


def told(word: str) -> str:
    """What a word is, as far as the stems tell; a word of none is `other`."""
    found = [stem.text for stem in stems(word) if stem.text in STEMS]
    return "+".join(found) or ("other" if word[0].isalpha() and word[0] > "z" else f"sign {word}")


@given(st.lists(WORDS))
def test_all_at_once_is_the_same_as_one_by_one(words):
    assert Memory(told).of_all(words, STEMS, "other") == [told(word) for word in words]


def test_a_word_is_worked_out_once():
    asked = []
    known = Memory(lambda word: asked.append(word) or word)
    assert [known["قرية"], known["قرية"]] == ["قرية", "قرية"]
    assert asked == ["قرية"]


def test_words_that_hold_no_stem_are_not_worked_out():
    asked = []
    known = Memory(lambda word: asked.append(word) or word)
    assert known.of_all(["نهر", "القرية", "نهر"], STEMS, "") == ["", "القرية", ""]
    assert asked == ["القرية"]


def test_a_word_longer_than_any_is_not_remembered():
    known = Memory(len)
    assert known["ا" * 5000] == 5000
    assert known.of_all(["ا" * 5000, "نهر"], STEMS, 0) == [5000, 0]
    assert set(known) == {"نهر"}


def test_a_word_that_is_met_again_is_not_forgotten(monkeypatch):
    monkeypatch.setattr(memory, "MOST", 10)
    asked = []
    known = Memory(lambda word: asked.append(word) or word)
    for number in range(200):
        assert known["في"] == "في"
        assert known[f"{number}"] == f"{number}"
        assert known.of_all(["من", f"-{number}"], {"من"}, "") == ["من", known[f"-{number}"]]
    assert (asked.count("في"), asked.count("من")) == (1, 1)


def test_a_full_memory_is_emptied(monkeypatch):
    monkeypatch.setattr(memory, "MOST", 10)
    known = Memory(len)
    for number in range(25):
        assert known[f"{number}"] == len(f"{number}")
        assert len(known) <= 10
    for number in range(25):
        assert known.of_all([f"{number}", f"{number + 1}"], STEMS, 0) == [len(f"{number}"), len(f"{number + 1}")]
        assert len(known) <= 10


def test_more_words_than_are_remembered_are_told_all_the_same(monkeypatch):
    monkeypatch.setattr(memory, "MOST", 10)
    words = [f"{number}" for number in range(40)]
    assert Memory(len).of_all(words, STEMS, 0) == list(map(len, words))


@pytest.mark.parametrize("word", ["قرية", "والقرية", "بالقرية", "وللمدينة", "ولليل"])
def test_what_may_hold_a_stem_is_never_missed(word):
    assert any(stem.text in STEMS for stem in stems(word))
    assert may_hold(word, STEMS)
    assert holding([word], STEMS) == [word]


@given(st.text(alphabet="وفبكلاين", max_size=7), st.sampled_from(["لين", "ين", "الين", "ا", "ليل"]))
def test_the_words_that_wear_prefixes_are_those_that_are_read_as_their_stem(word, stem):
    assert (word in set(wearing(stem))) == any(reading.text == stem for reading in stems(word))


def test_a_word_wears_a_conjunction_a_preposition_and_the_article():
    assert {"قرية", "القرية", "وبالقرية", "فللقرية", "كقرية"} <= set(wearing("قرية"))
