"""Communiqués printed as they were issued: whose they are tells every figure to the end."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "تعلن قيادة عمليات الوادي أن قواتها قتلت 12 عنصرا من داعش في كركوك. وأصيب خمسة من جنودنا.",
            "قيادة عمليات الوادي",
        ),
        (
            "سجل مركز النهر للدراسات ما يلي: قتل 20 مدنيا في قصف على حلب. وجرح 40 آخرون.",
            "مركز النهر للدراسات",
        ),
        (
            "صدر عن غرفة عمليات الجبل البلاغ الآتي: هاجمنا موقعا لداعش قرب كركوك فقتل 9 مسلحين. وجرح أربعة من مقاتلينا.",
            "غرفة عمليات الجبل",
        ),
    ],
)
def test_whoever_issued_it_tells_what_follows(read, text, source) -> None:
    claims = read(text)
    assert len(claims) == 2
    assert all(claim.source == (source,) for claim in claims)


def test_another_speaker_ends_it(read) -> None:
    text = "سجل مركز النهر للدراسات ما يلي: قتل 20 مدنيا في قصف على حلب. وقال تنظيم داعش إنه قتل 9 جنود. وقتل 3 مدنيين في الرقة."
    sources = {claim.low: claim.source for claim in read(text)}
    assert sources[20] == ("مركز النهر للدراسات",)
    assert sources[9] == ("daesh",)
    assert sources[3] == ()


def test_letters_number_the_items_of_a_list(read) -> None:
    text = "وقالت القيادة المركزية الأميركية إنها حققت الآتي:\nأ) مقتل 12 عنصرا من داعش في الرقة.\nب) اعتقال أربعة في منبج."
    assert [claim.source for claim in read(text)] == [("centcom",)] * 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("ووثق المرصد المدني للسلام مقتل 41 مدنيا في حلب.", "المرصد المدني للسلام"),
        ("ووثق المرصد السوري لحقوق الإنسان مقتل 41 مدنيا في حلب.", "sohr"),
        ("ووثق المرصد مقتل 41 مدنيا في حلب.", "sohr"),
    ],
)
def test_an_observatory_with_an_adjective_of_its_own_is_another(read, text, source) -> None:
    assert [claim.source for claim in read(text)] == [(source,)]
