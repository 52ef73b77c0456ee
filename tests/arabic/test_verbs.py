"""Verb forms generated from lemmas."""

import pytest

from tawatur.arabic.verbs import VerbEntry, Verbs, passives

VERBS = Verbs(
    [
        VerbEntry("قتل", "يقتل"),
        VerbEntry("أصاب", "يصيب", "أصيب", "يصاب"),
        VerbEntry("تبنّى", "يتبنى"),
        VerbEntry("لقي", "يلقى"),
        VerbEntry("بدأ", "يبدأ"),
        VerbEntry("دعا", "يدعو"),
    ]
)


@pytest.mark.parametrize(
    ("word", "lemma", "voice", "number"),
    [
        ("قتلوا", "قتل", "either", "plural"),
        ("ويقتلون", "قتل", "either", "plural"),
        ("اصيبت", "أصاب", "passive", "singular"),
        ("يصابون", "أصاب", "passive", "plural"),
        ("تبنت", "تبنّى", "active", "singular"),
        ("لقوا", "لقي", "either", "plural"),
        ("لقيا", "لقي", "either", "dual"),
        ("بداوا", "بدأ", "either", "plural"),
        ("بدؤوا", "بدأ", "either", "plural"),
        ("دعت", "دعا", "either", "singular"),
        ("يدعون", "دعا", "either", "plural"),
    ],
)
def test_a_form_is_traced_to_its_lemma(word: str, lemma: str, voice: str, number: str):
    forms = [match.form for match in VERBS.look_up(word)]
    assert any((f.lemma, f.number) == (lemma, number) and voice in (f.voice, "active") for f in forms)


def test_an_object_pronoun_comes_off_and_is_told():
    (match,) = VERBS.look_up("فقتلتهم")
    assert (match.conjunction, match.form.lemma, match.pronoun) == ("ف", "قتل", "هم")
    assert VERBS.look_up("قتلوهم")[0].form.number == "plural"


def test_the_future_is_told():
    assert VERBS.look_up("سيقتل")[0].future
    assert not VERBS.look_up("يقتل")[0].future


def test_a_noun_that_is_no_form_is_no_verb():
    assert VERBS.look_up("القتيل") == ()


@pytest.mark.parametrize(
    ("past", "present", "told"),
    [
        ("صادر", "يصادر", ("صودر", "")),
        ("استعاد", "يستعيد", ("استعيد", "يستعاد")),
        ("أدان", "يدين", ("أدين", "يدان")),
        ("اغتال", "يغتال", ("اغتيل", "")),
        ("قتل", "يقتل", ("", "")),
        ("نال", "ينال", ("", "")),
        ("استهدف", "يستهدف", ("", "")),
    ],
)
def test_a_passive_that_print_tells_apart_is_made(past: str, present: str, told: tuple[str, str]):
    assert passives(past, present) == told
