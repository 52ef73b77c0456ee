"""How sure the program is of a claim's measure and value, and which claims it leaves out for that."""

import msgspec
import pytest

from tawatur.extract import extract
from tawatur.extract.choosing import confidence as model
from tawatur.extract.choosing.confidence import LEAST, probability, score
from tawatur.extract.choosing.weights import weights
from tawatur.model import identify

_WAR = (
    "اشتباكات في دير الزور\n"
    "تتواصل المعارك العنيفة بين الجيش السوري وتنظيم داعش في دير الزور، وقصف الطيران مواقع المسلحين. "
)
_NO_WAR = (
    "مهرجان للرياضة في لندن\n"
    "شارك آلاف الطلاب في مهرجان للرياضة، وتحدث مدرب عن انتصار فريقه في معركة الدوري. "
    "وقال إن اللاعب السوري الذي هرب من داعش سيشارك في البطولة. "
)


def test_a_confidence_is_a_probability_short_of_certainty(read):
    for claim in read("قتل 5 جنود في هجوم لداعش في ديالى وأصيب آخرون، وتوقع مسؤول مقتل مئات."):
        assert LEAST <= claim.confidence < 1


def test_a_plain_figure_is_surer_than_one_that_grammar_alone_counts(one):
    plain = one("أعلنت خلية الإعلام الأمني مقتل 40 عنصرا من داعش في ديالى.", "40")
    counted = one("لقي مدني مصرعه في اشتباكات مع داعش.", "مدني")
    assert plain.confidence > counted.confidence


def test_a_figure_is_surer_where_the_report_tells_of_war(document, knowledge, monkeypatch):
    monkeypatch.setattr(model, "LEAST", 0.0)
    sentence = "ولقي شخص مصرعه في حادث إطلاق نار."
    at_war, elsewhere = (
        next(claim for claim in extract(document(before + sentence), knowledge) if claim.measure == "killed")
        for before in (_WAR, _NO_WAR)
    )
    assert at_war.confidence > elsewhere.confidence


def test_a_claim_that_is_less_sure_than_asked_is_left_out_and_a_surer_one_beside_it_stays(read, monkeypatch):
    text = "أعلن الجيش العراقي مقتل 40 عنصرا من داعش في ديالى. ولقي مدني مصرعه في اشتباكات مع داعش."
    unsure, sure = sorted(read(text), key=lambda claim: claim.confidence)
    monkeypatch.setattr(model, "LEAST", (unsure.confidence + sure.confidence) / 2)
    assert read(text) == [sure]


def test_a_claims_identity_does_not_hang_on_its_confidence(one):
    claim = one("مقتل 40 عنصرا من داعش في ديالى.", "40")
    assert identify(msgspec.structs.replace(claim, confidence=0.1)).id == claim.id


@pytest.mark.parametrize(("confidence", "kept"), [(0.95, True), (0.9, True), (0.89, False), (None, True)])
def test_a_claim_without_a_figure_is_taken_at_its_word(one, confidence, kept):
    claim = msgspec.structs.replace(one("مقتل 40 عنصرا من داعش.", "40"), confidence=confidence)
    assert claim.is_as_sure_as(0.9) is kept


def test_the_model_weighs_each_feature_and_ignores_those_it_does_not_know():
    known = {"always": 1.0, "bare": -2.0}
    assert probability(score(["always"], known)) == pytest.approx(0.731, abs=0.001)
    assert probability(score(["always", "bare", "never seen"], known)) == pytest.approx(0.269, abs=0.001)


def test_the_table_has_a_weight_for_what_is_always_there():
    assert weights("claims")["always"]
