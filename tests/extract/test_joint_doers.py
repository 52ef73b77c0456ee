"""Who did it together: states by their adjectives, a party and who backs it, whose campaign a toll is counted from."""

import pytest


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
