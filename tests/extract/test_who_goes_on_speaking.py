"""Who speaks where a verb has no clause: with a masdar, in a short quotation, of a document, for a state."""

import pytest

BEFORE = "قال مصدر أمني إن القتال مع داعش مستمر."


def test_a_possessed_noun_is_no_name(read):
    (claim,) = [one for one in read(f"{BEFORE} وقالت في افتتاحيتها إن داعش قتل 5 جنود.") if one.low == 5]
    assert "افتتاحيتها" not in claim.source


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"{BEFORE} وأكد مقتل 5 جنود في ديالى.", ("security_sources",)),
        (f"{BEFORE} ومنذ أعلنت بدء الهجوم على داعش قتل 5 جنود.", ()),
        ("كشف مدير صحة ديالى زكي الزعتور عن حجم الدمار، قائلا إن داعش قتل 5 جنود.", ("مدير صحة ديالى زكي الزعتور",)),
        ('قال حاكم ديالى "أوقفنا 5 من داعش"، موضحا أن القتال مستمر.', ("حاكم ديالى",)),
        (
            "ووثق التقرير الصادر عن مركز الزعتور لحقوق الإنسان (مستقل) مقتل 5 جنود في ديالى.",
            ("مركز الزعتور لحقوق الإنسان",),
        ),
        ("قتل داعش 5 جنود في ديالى، حسب أرقام وضعتها وكالة رويترز.", ("reuters",)),
        ("أعلنت السلطات الباكستانية، الخميس، مقتل 5 من داعش.", ("pakistan",)),
        ("أعلنت السلطات الفنلندية مقتل 5 من داعش.", ("finland",)),
    ],
)
def test_who_speaks_without_a_clause_of_his_own(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain
