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


PRINTED = "تمكنت قواتنا من أسر 12 عنصرا من داعش في كركوك.\nكما دمرت ثلاث آليات."


@pytest.mark.parametrize(
    "opening",
    [
        "أصدرت قوات سوريا الديمقراطية بيانا هذا نصه:",
        "تلت قوات سوريا الديمقراطية اليوم بيانا أمام الصحفيين، وفيما يلي نصه:",
        "نشرت قوات سوريا الديمقراطية بيانا جاء فيه:",
        "نص البيان الصادر عن قوات سوريا الديمقراطية:",
        "وفيما يلي نص بيان قوات سوريا الديمقراطية:",
    ],
)
def test_whose_statement_is_printed_behind_a_colon_tells_it(read, opening) -> None:
    assert [claim.source for claim in read(f"{opening}\n{PRINTED}")] == [("sdf",)] * 2


def test_the_mark_that_closes_what_is_printed_ends_it(read) -> None:
    text = f'أصدرت قوات سوريا الديمقراطية بيانا هذا نصه:\n"{PRINTED}"\nوقتل 7 مدنيين في الموصل.'
    assert [claim.source for claim in read(text)] == [("sdf",), ("sdf",), ()]


@pytest.mark.parametrize(
    "opening",
    [
        "قال المتحدث باسم الجيش العراقي إن حملة في كركوك أسفرت عن:",
        "وبحسب الجيش العراقي، أسفرت الحملة في كركوك عن:",
        "أعلن الجيش العراقي نتائج الحملة في كركوك، وأبرزها:",
    ],
)
def test_a_list_that_leads_on_what_was_said_is_said_too(read, opening) -> None:
    text = f"{opening}\n- مقتل 25 عنصرا من داعش.\n- اعتقال 12 آخرين.\nوقتل 4 جنود في الموصل."
    assert [claim.source for claim in read(text)] == [("iraq_forces",), ("iraq_forces",), ()]


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
