"""Roles told otherwise than by theatre: one participant after the other, or by their names alone."""

import pytest


def roles(read, body):
    return {claim.by: claim for claim in read(body) if claim.measure == "role"}


def test_participants_told_in_turn_have_each_its_part(read):
    found = roles(
        read,
        "تتقاسم الدول الأعباء في الحملة الدولية على داعش في العراق: سيرت بلجيكا طائرات استطلاع، وتولت إسبانيا تدريب الجيش، "
        "ودربت كندا البيشمركة في أربيل، فيما اكتفت النرويج بإرسال أطباء.",
    )
    assert list(found) == ["belgium", "spain", "canada", "norway"]
    assert {key: claim.name for key, claim in found.items()} == {
        "belgium": "طائرات استطلاع",
        "spain": "تدريب الجيش",
        "canada": "البيشمركة في أربيل",
        "norway": "بإرسال أطباء",
    }
    assert found["spain"].where == ("IQ",)
    assert found["canada"].where == ("Erbil, IQ",)
    assert found["norway"].quote == "اكتفت النرويج بإرسال أطباء"


def test_a_verb_left_out_is_the_one_before(read):
    found = roles(
        read,
        "وفي الحملة على داعش في العراق تقود السعودية غرفة العمليات، والإمارات القوات البحرية، وتشارك مصر بسفن.",
    )
    assert list(found) == ["saudi_arabia", "uae", "egypt"]
    assert found["uae"].name == "القوات البحرية"


@pytest.mark.parametrize(
    "body",
    [
        "ويضم التحالف الدولي ضد داعش في سوريا كلا من فرنسا وهولندا والدنمارك.",
        "وتشارك في التحالف الدولي ضد داعش في سوريا فرنسا، هولندا والدنمارك.",
        "نفذ التحالف الدولي غارات على داعش في سوريا بمشاركة فرنسا وهولندا والدنمارك.",
    ],
)
def test_those_whom_a_coalition_gathers_take_part_in_it(read, body):
    found = roles(read, body)
    assert list(found) == ["france", "netherlands", "denmark"]
    assert {(claim.of, claim.name, claim.where) for claim in found.values()} == {
        ("coalition", "participation", ("SY",))
    }


@pytest.mark.parametrize(
    "body",
    [
        # one act of three
        "دانت دمشق العملية العسكرية على داعش التي شنتها الولايات المتحدة وفرنسا وبريطانيا قرب حمص.",
        # a conference
        "شارك في مؤتمر لدعم القوة الأمنية في مواجهة داعش 30 وفدا من بينها فرنسا وهولندا والدنمارك.",
        # where the group is active
        "للتنظيم حملة لا تقتصر على العراق فحسب، بل في ليبيا ومصر واليمن، وقتل داعش خمسة جنود.",
        # what they gave
        "قدمت السعودية 10 ملايين دولار للحملة على داعش، وقدمت الإمارات 5 ملايين، وقدمت الكويت 3 ملايين.",
        # two alone
        "وفي الحملة على داعش تولت إسبانيا تدريب الجيش، ودربت كندا البيشمركة.",
    ],
)
def test_states_named_together_are_no_list_of_roles(read, body):
    assert roles(read, body) == {}


def test_participants_are_told_by_whoever_tells_the_sentence(read):
    found = roles(
        read, "قال الناطق باسم التحالف الدولي ضد داعش إن التحالف يضم في العراق فرنسا وهولندا والدنمارك وأستراليا."
    )
    assert {claim.source for claim in found.values()} == {("coalition",)}
