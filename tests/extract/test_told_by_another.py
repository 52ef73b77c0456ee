"""What another voice's bare figure counts: `أحصت اللجنة 45 قتيلا، في حين تتحدث الجمعية عن 89`."""

from __future__ import annotations

import pytest

WAR = "تتواصل المعارك العنيفة بين الجيش العراقي وتنظيم داعش وسط هجمات متبادلة.\n"


def told(read, text):
    return [(claim.measure, claim.low) for claim in read(WAR + text) if not claim.optional]


@pytest.mark.parametrize(
    ("text", "measure", "figures"),
    [
        ("أحصت اللجنة 45 قتيلا، في حين تتحدث الجمعية عن 89.", "killed", [45, 89]),
        ("أحصت المنظمة 493 ألف نازح، وأحصت الوزارة 502 ألفا.", "displaced", [493000, 502000]),
        ("تعرضت القاعدة لـ130 هجوما، فيما يتحدث المرصد عن 98.", "attacks", [130, 98]),
        ("أحصت اللجنة 45 قتيلا في الموصل.\nأما الجمعية فتتحدث عن 89.", "killed", [45, 89]),
        ("اعتقلت الشرطة 45 شخصا بحسب الوزارة، غير أن اللجنة سجلت 89 حتى مساء الأحد.", "detained", [45, 89]),
    ],
)
def test_a_second_voice_counts_the_same(read, text, measure, figures) -> None:
    assert told(read, text) == [(measure, figure) for figure in figures]


@pytest.mark.parametrize(
    "text",
    [
        "قتل 45 جنديا، فيما قال المتحدث إن الهجوم استمر ساعتين.",
        "قتل 45 جنديا وأصيب 60، بينما تتحدث الجمعية عن 89.",
    ],
)
def test_hours_and_what_may_count_either_of_two_are_none(read, text) -> None:
    assert all(low in (45, 60) for _, low in told(read, text))
