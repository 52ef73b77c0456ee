"""Weighed choices: the rules' reading stands unless another clearly outweighs it; what is weighed, and by what."""

import math

import pytest

from tawatur.extract.choosing import places
from tawatur.extract.choosing.weights import best, heaviest, weights
from tawatur.extract.extraction import extract_drafts

KNOWN = {"a": 1.0, "b": 1.3, "c": 1.6}


@pytest.mark.parametrize(
    ("candidates", "chosen"),
    [
        ([["a"]], 0),
        ([["a"], ["b"]], 0),
        ([["a"], ["c"]], 1),
        ([["a"], ["c"], ["c"]], 1),
        ([["a"], ["a", "never learned"]], 0),
        ([["a", "b"], ["c"]], 0),
    ],
    ids=["alone", "too little more", "clearly more", "equals", "unknown feature", "sum"],
)
def test_another_reading_must_clearly_outweigh_the_rules_own(candidates, chosen):
    assert heaviest(candidates, KNOWN) == chosen


def test_the_table_of_places_has_finite_weights_and_holds_no_place():
    table = weights("places")
    assert len(table) > 100
    assert all(math.isfinite(weight) for weight in table.values())
    assert best([["taken", "taken: its sentence"], ["unknown", "4 sentences back"]], "places") == 0


@pytest.fixture
def weighed(document, knowledge, monkeypatch):
    """The claims of a report's text with the labels of their candidates and the features of each."""

    def found(body, **fields):
        kept = []

        def keep(drafts, stated, lexicon):
            kept.extend(places.weigh(drafts, stated, lexicon))

        monkeypatch.setattr("tawatur.extract.extraction.choose_places", keep)
        extract_drafts(document(body, **fields), knowledge)
        return [([tuple(one.label for one in group) for group in one.values], one.features) for one in kept]

    return found


BODY = "قتل 12 عنصرا من داعش في الرقة. وقال الجيش إن قواته تقدمت في دير الزور. وأصيب 9 جنود."


def test_the_places_of_sentences_near_the_claim_are_weighed_after_what_the_rules_took(weighed):
    killed, wounded = weighed(BODY)
    assert killed[0][0] == ("Raqqa, SY",)
    assert {("Deir ez-Zor, SY",), ("SY",)} < set(killed[0])
    assert wounded[0][0] in killed[0]


def test_a_candidate_is_told_by_where_it_stands_and_how_it_relates_to_what_was_taken(weighed):
    labels, told = weighed(BODY)[0]
    features = dict(zip(labels, told, strict=True))
    assert {"taken", "in its clause", "led by في", "in the lead"} <= set(features["Raqqa, SY",])
    assert {"to the taken: beside", "1 sentences on"} <= set(features["Deir ez-Zor, SY",])
    assert {"to the taken: wider", "named: never"} <= set(features["SY",])


def test_a_place_of_the_headline_is_told(weighed):
    labels, told = weighed(BODY, title="معارك في تدمر")[0]
    assert "in the headline" in dict(zip(labels, told, strict=True))["Palmyra, SY",]


def test_a_text_of_one_place_leaves_nothing_to_weigh(weighed):
    assert [labels for labels, _ in weighed("قتل 12 عنصرا من داعش في سوريا.")] == []


def test_members_keep_their_own_places(weighed):
    body = "يضم التحالف الدولي 89 دولة. وقتل 6 جنود في كركوك."
    assert all("Kirkuk, IQ" in labels[0] for labels, _ in weighed(body))


def test_where_something_began_is_weighed(weighed):
    body = "قتل 6 جنود في كركوك. وبدأت المعركة في الموصل في 17 أكتوبر 2016."
    assert ("Mosul, IQ",) in [labels[0] for labels, _ in weighed(body)]


def told_of(weighed, body, place):
    """The features of a candidate of a text's first weighed claim."""
    labels, told = weighed(body)[0]
    return set(dict(zip(labels, told, strict=True))[place,])


def test_where_the_act_of_a_claim_happened_is_told_however_far_on(weighed):
    body = "قتل 12 جنديا في هجوم لداعش في العراق. وقالت الشرطة إنها تحقق. ووقع الهجوم في كركوك."
    found = told_of(weighed, body, "Kirkuk, IQ")
    assert {"to the taken: finer", "where the act happened", "where its act happened"} <= found


def test_a_sentence_that_tells_the_same_figure_is_known(weighed):
    body = "قتل 12 جنديا في هجوم لداعش في العراق. وقتل الجنود وهم 12 جنديا في الموصل."
    assert "beside the same figure" in told_of(weighed, body, "Mosul, IQ")


def test_sides_of_a_town_are_one_candidate(weighed):
    body = "قتل 12 جنديا في غرب الموصل. وقصف الجيش شرق الموصل. وتقدم في كركوك."
    labels, _ = weighed(body)[0]
    assert [label for label in labels if "Mosul" in label[0]] == [("western Mosul, IQ",)]


def test_the_dead_of_a_war_are_not_weighed(weighed):
    body = "قتل 4 جنود عراقيين في الفلوجة. وخلف النزاع منذ اندلاعه نحو 12 ألف قتيل."
    assert [labels[0] for labels, _ in weighed(body)] == [("Fallujah, IQ",)]
