"""Fighters whom an adjective gives to a party, and speakers told by whom they stand."""

from functools import partial

import pytest


@pytest.fixture(scope="module")
def one(one_on):
    return partial(one_on, "2015-11-10")


@pytest.mark.parametrize(
    ("body", "number", "of", "by"),
    [
        ("سقط 19 من المقاتلين الموالين للحكومة اليمنية في معارك دامية قرب تعز.", "19", "yemen_gov", None),
        ("لقي 14 من المسلحين الموالين للحوثيين مصرعهم في اشتباكات قرب تعز.", "14", "houthis", None),
        ("هاجم مسلحون موالون للحوثيين حاجزا في الضالع وقتلوا خمسة جنود.", "خمسة", "yemen_gov", "houthis"),
        ("قتل 21 من المسلحين الموالين للنظام السوري في معارك قرب حلب.", "21", "loyal_militias", None),
    ],
)
def test_fighters_are_those_with_whom_they_side(one, body, number, of, by):
    claim = one(body, number)
    assert (claim.of, claim.by) == (of, by)


@pytest.mark.parametrize(
    ("body", "source"),
    [
        (
            "ذكر مصدر أمني موال للرئيس عبدربه منصور هادي أن 16 متمردا قتلوا في معارك قرب تعز.",
            ("مصدر أمني موال للرئيس عبدربه منصور هادي",),
        ),
        ("ذكر طبيب في مستشفى الجمهورية بعدن لوكالة البحار أن 16 متمردا قتلوا في قصف قرب عدن.", ("medics",)),
        ('ذكرت وكالة الأنباء الرسمية "سانا" أن 16 متمردا قتلوا في قصف قرب دمشق.', ("sana",)),
        ("ذكر ممرض في مستشفى عدن العام للصحيفة أن 16 متمردا قتلوا في قصف.", ("ممرض في مستشفى عدن العام",)),
    ],
)
def test_whom_a_speaker_stands_by_or_speaks_to_does_not_speak(one, body, source):
    assert one(body, "16").source == source


def test_a_place_behind_a_preposition_is_no_verb(one):
    claim = one("قتلت الشرطة الأفغانية 40 مسلحا من طالبان، منهم 23 في فراه و17 في هلمند.", "23")
    assert (claim.measure, claim.where) == ("killed", ("Farah, AF",))
