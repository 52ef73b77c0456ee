"""Who did it together: states by their adjectives, a party and who backs it, whose campaign a toll is counted from."""

import pytest

from tawatur import packs
from tawatur.extract.participants.deeds import own_forces
from tawatur.extract.phrases.lexicon import compile_lexicon
from tawatur.extract.phrases.parties import Party


@pytest.mark.parametrize(
    ("body", "number", "doers"),
    [
        ("قتل خمسة مدنيين في غارات سورية وروسية على ريف درعا.", "خمسة", "assad_forces+russia"),
        ("أسفرت الغارات السورية والروسية عن مقتل 20 مدنيا في إدلب.", "20", "assad_forces+russia"),
        ("شنت طائرات النظام وروسيا 30 غارة على ريف حماة في سوريا.", "30", "assad_forces+russia"),
    ],
)
def test_states_that_are_joined_act_together(one, body, number, doers):
    assert one(body, number).by == doers


def test_an_adjective_that_is_joined_counts_nobody(read):
    claims = read("قتل خمسة مدنيين في غارات سورية وروسية على ريف درعا.")
    assert [claim.number for claim in claims] == ["خمسة"]


@pytest.mark.parametrize(
    ("body", "number", "doer"),
    [
        ("قتل 520 شخصا في الغوطة الشرقية منذ تجديد الجيش السوري عملياته في المنطقة.", "520", "assad_forces"),
        ("قتل أكثر من 160 مدنيا في الغوطة الشرقية منذ بدأت القوات السورية قصف المنطقة.", "أكثر من 160", "assad_forces"),
        ("قتل 23 جنديا تركيا منذ بدأت تركيا عمليتها في عفرين بسوريا.", "23", None),
    ],
)
def test_a_toll_is_counted_from_somebodys_campaign(one, body, number, doer):
    assert one(body, number).by != "turkey"
    assert doer is None or one(body, number).by == doer


def test_a_price_on_a_head_is_offered_by_a_state_for_a_group(one):
    body = "أكدت القوات العراقية أن ألمانيا رصدت 20 مليون دولار لمن يدلي بمعلومات عن خلايا تنظيم داعش في العراق."
    claim = one(body, "20 مليون")
    assert (claim.by, claim.of) == ("germany", "daesh")


@pytest.mark.parametrize(
    ("body", "number", "doers"),
    [
        ("قتل 12 مدنيا في غارات لطيران النظام السوري وحليفه الروسي على ريف إدلب.", "12", "assad_forces+russia"),
        ("قتل 12 مدنيا في غارات شنتها قوات النظام السوري وحليفتها روسيا على ريف إدلب.", "12", "assad_forces+russia"),
        ("شن النظام السوري وحليفاه روسيا وإيران غارات أوقعت 12 قتيلا في إدلب.", "12", "assad_forces+russia+iran"),
        (
            "شنت الولايات المتحدة وبريطانيا وفرنسا ضربات على سوريا، ما أدى إلى إصابة 12 مدنيا.",
            "12",
            "usa+uk+france",
        ),
    ],
)
def test_allies_act_together(one, body, number, doers):
    assert one(body, number).by == doers


def test_givers_that_are_joined_give_together(one):
    body = "قتل خمسة جنود في هجوم للحوثيين في اليمن. وتعهدت السعودية والإمارات بتقديم 500 مليون دولار للنازحين."
    assert one(body, "500 مليون").by == "saudi_arabia+uae"


def test_no_forces_of_a_people_at_war_kill_it():
    lexicon = compile_lexicon(packs.load(packs.names()))
    assert "israeli_forces" in own_forces([Party("israelis", None)], lexicon)
    assert "israeli_forces" not in own_forces([Party("palestinians", None)], lexicon)


def test_forces_told_by_their_states_adjective_act_beside_others(one):
    body = "قتل 12 مدنيا برصاص القوات الكونغولية والقوات الرواندية في بلدة في الكونغو الديمقراطية خلال الحرب."
    assert one(body, "12").by == "dr_congo+rwanda"


@pytest.mark.parametrize(
    "body",
    [
        "شنت قوات سوريا الديمقراطية بالتعاون مع التحالف الدولي عملية في الرقة أسفرت عن مقتل 12 من داعش.",
        "نفذت قوات سوريا الديمقراطية بمشاركة التحالف الدولي عملية قتل فيها 12 من داعش في الرقة.",
        "قتل 12 من داعش في عملية مشتركة بين قوات سوريا الديمقراطية والتحالف الدولي في الرقة.",
    ],
)
def test_who_acts_together_with_the_subject_did_it_too(one, body):
    assert one(body, "12").by == "sdf+coalition"


def test_a_relative_clause_in_the_singular_is_said_of_the_party_named_last(one):
    body = "فر السكان من القتال بين قوات النظام السوري وتنظيم داعش الذي قتل 12 مدنيا في الرقة."
    assert one(body, "12").by == "daesh"


def test_an_act_that_the_subject_began_is_its_own(one):
    body = "أنهى التحالف الدولي العملية التي أطلقها في الرقة قبل شهر وقتل فيها 12 مسلحا."
    assert one(body, "12").by == "coalition"


def test_of_two_parties_under_one_number_the_second_may_have_its_preposition_again(one):
    assert one("قتل 12 مقاتلا من داعش ومن جبهة النصرة في دير الزور بسوريا.", "12").of == "daesh+nusra"


@pytest.mark.parametrize(
    ("body", "number", "doers"),
    [
        ("قال الحوثيون إن القصف الأميركي البريطاني على الحديدة أوقع 17 قتيلا من المدنيين.", "17", {"usa", "uk"}),
        ("قتل 17 قرويا في هجوم للقوات العراقية خلال الحرب العراقية الإيرانية.", "17", {"iraq_forces"}),
        (
            "قال قائد القيادة المركزية الأميركية إن قواته وشركاءها نفذوا 23 عملية ضد داعش في العراق.",
            "23",
            {"centcom", "partner_forces"},
        ),
        (
            "أكد التحالف الدولي أن عملياته المشتركة مع قوات سوريا الديمقراطية ضد داعش بلغت 83 عملية.",
            "83",
            {"coalition", "sdf"},
        ),
    ],
)
def test_who_acts_beside_another(one, body, number, doers):
    assert set(one(body, number).by.split("+")) == doers
