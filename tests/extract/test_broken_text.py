"""Texts broken up to slip past filters, printed in a wrong encoding, or glued together by a crawler."""

import pytest

WHOLE = "أعلن التحالف الدولي أن قواته نفذت ثلاث غارات على داعش في الرقة ما أسفر عن مقتل 12 عنصرا وإصابة 9 آخرين."


@pytest.mark.parametrize(
    "broken",
    [
        WHOLE.replace("داعش", "د*ا*عـ ـش").replace("نفذت", "نفـ ـذت").replace("مقتل", "مقـ ـتل"),
        WHOLE.replace("داعش", "د ا ع ش").replace("غارات", "غـ.ـارات").replace("إصابة", "إصـ.ـابة"),
        WHOLE.replace("داعش", "د/ا/ع/ش").replace("مقتل", "مـ*ـقتل"),
        WHOLE.replace("داعش", "دا*عش").replace("عنصرا", "عنـصــرا"),
        WHOLE.replace("داعش", "د ا عش").replace("غارات", "غـ..ـارات"),
        WHOLE.encode("utf-8").decode("latin-1"),
        WHOLE.encode("cp1256").decode("latin-1"),
        WHOLE.replace("وإصابة 9", "وإصابة9").replace("مقتل 12 ", "مقتل 12"),
        WHOLE.replace("عنصرا وإصابة", "عنصراًوإصابة"),
        WHOLE.replace(" 12 ", " ١٢ ").replace(" 9 ", " ۹ "),
        "".join(f"{letter}\u200c" if letter == "ل" else letter for letter in WHOLE),
    ],
)
def test_the_claims_are_those_of_the_whole_text(figures, broken):
    assert [found[:3] for found in figures(broken)] == [("airstrikes", 3, 3), ("killed", 12, 12), ("wounded", 9, 9)]
    assert figures(broken)[1][3] == "daesh"


def test_words_glued_behind_a_letter_that_only_ends_words_come_apart(read):
    body = "أعلنت وزارة الدفاع العراقيةمقتل 12 عنصرا من داعش.وأضافت أن 9 آخرين اعتقلوا في كركوك.كما دمرت 3أوكار."
    claims = read(body)
    assert [(claim.measure, claim.low, claim.source) for claim in claims] == [
        ("killed", 12, ("iraq_forces",)),
        ("detained", 9, ("iraq_forces",)),
        ("destroyed", 3, ("iraq_forces",)),
    ]


def test_evidence_points_at_the_broken_words_as_printed(document, read):
    body = WHOLE.replace("مقتل", "مقـ ـتل").replace("داعش", "د ا ع ش")
    raw = document(body).text
    killed = next(claim for claim in read(body) if claim.measure == "killed")
    assert raw[killed.start : killed.end] == "12"
    assert killed.quote == "مقـ ـتل 12 عنصرا"
    assert [raw[start:end] for start, end in killed.spans["measure"]] == ["مقـ ـتل"]
