"""Whom a claim counts, weighed: who is a candidate, what is told of each, and when the rules' own are overruled."""

import math

import pytest

from tawatur.extract.choosing import sufferers
from tawatur.extract.choosing.weights import best, weights
from tawatur.extract.extraction import extract_drafts

BODY = (
    "قتل 12 شخصا في اشتباكات بين قوات سوريا الديمقراطية وتنظيم داعش في الرقة. "
    "وأصيب 9 مدنيين في قصف على مواقع للجيش التركي."
)


@pytest.fixture
def weighed(document, knowledge, monkeypatch):
    """The claims of a report's text by value, each with its candidates' keys and the features of each."""

    def found(body, **fields):
        kept = []

        def keep(*told):
            kept.extend(sufferers.weigh(*told))

        monkeypatch.setattr("tawatur.extract.extraction.choose_sufferers", keep)
        extract_drafts(document(body, **fields), knowledge)
        return {
            one.draft.low: {
                tuple(party.actor for party in value): told
                for value, told in zip(one.values, one.features, strict=True)
            }
            for one in kept
        }

    return found


def test_those_whom_the_rules_took_come_first_then_nobody_then_whom_sentences_near_name(weighed):
    keys = list(weighed(BODY)[9])
    assert keys[:2] == [("civilians",), ()]
    assert {("turkey",), ("sdf",), ("daesh",), ("sdf", "daesh"), ("militants",)} <= set(keys)


def test_names_joined_are_weighed_together_and_each_alone(weighed):
    assert {("sdf",), ("daesh",), ("sdf", "daesh")} <= set(weighed(BODY)[12])


def test_a_candidate_is_told_by_its_rule_its_kind_and_its_part_in_the_sentence(weighed):
    told = weighed(BODY)[9]
    assert {"taken", "taken: noun", "is civilians, wounded", "in the phrase"} <= set(told["civilians",])
    assert "is nobody" in told[()]
    assert "1 sentences back" in told["daesh",]
    assert {"target, behind", "genitive of a site"} <= set(told["turkey",])


def test_a_part_of_whom_the_rules_took_is_no_other_and_conventions_are_not_weighed(weighed):
    assert ("daesh_leaders",) not in weighed("قتل 12 من عناصر داعش في الرقة. وكان قادة داعش قد فروا.")[12]
    assert 30 not in weighed("أسفر القصف عن تدمير 30 منزلا في حلب وإصابة 15 مدنيا.")


def test_claims_that_count_nobody_are_not_weighed(weighed):
    assert weighed("بدأت الغارات في أيلول 2014.") == {}


def test_the_table_has_finite_weights_and_the_rules_own_stand_unless_clearly_outweighed():
    assert len(weights("sufferers")) > 500
    assert all(math.isfinite(weight) for weight in weights("sufferers").values())
    assert best([["taken", "taken: phrase"], ["never learned"]], "sufferers") == 0
