"""How sure the program is of a claim's measure and value."""

import msgspec
import pytest

from tawatur.extract.report.confidence import coefficients, probability
from tawatur.model import identify


def test_a_confidence_is_a_probability_short_of_certainty(read):
    for claim in read("قتل 5 جنود في هجوم لداعش في ديالى وأصيب آخرون، وتوقع مسؤول مقتل مئات."):
        assert 0 < claim.confidence < 1


def test_a_plain_figure_is_surer_than_one_that_grammar_alone_counts(one):
    plain = one("أعلنت خلية الإعلام الأمني مقتل 40 عنصرا من داعش في ديالى.", "40")
    counted = one("لقي مدني مصرعه في اشتباكات مع داعش.", "مدني")
    assert plain.confidence > counted.confidence


def test_a_claims_identity_does_not_hang_on_its_confidence(one):
    claim = one("مقتل 40 عنصرا من داعش في ديالى.", "40")
    assert identify(msgspec.structs.replace(claim, confidence=0.1)).id == claim.id


@pytest.mark.parametrize(("confidence", "kept"), [(0.95, True), (0.9, True), (0.89, False), (None, True)])
def test_a_claim_without_a_figure_is_taken_at_its_word(one, confidence, kept):
    claim = msgspec.structs.replace(one("مقتل 40 عنصرا من داعش.", "40"), confidence=confidence)
    assert claim.is_as_sure_as(0.9) is kept


def test_the_model_weighs_each_feature_and_ignores_those_it_does_not_know():
    weights = {"always": 1.0, "distance": -2.0}
    assert probability({"always": 1.0}, weights) == pytest.approx(0.731, abs=0.001)
    assert probability({"always": 1.0, "distance": 0.5, "never seen": 9.0}, weights) == pytest.approx(0.5)


def test_the_table_has_a_weight_for_what_is_always_there():
    assert coefficients()["always"]
