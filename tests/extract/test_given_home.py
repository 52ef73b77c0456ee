"""People of the camps given over to their states, and the state that takes them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("سلمت الإدارة الذاتية إلى وفد روسي 14 امرأة و30 طفلا من مخيم روج.", [(14, "russia"), (30, "russia")]),
        ("تسلمت كازاخستان 14 امرأة و30 طفلا كانوا في مخيم الهول.", [(14, "kazakhstan"), (30, "kazakhstan")]),
        (
            "سلمت الإدارة الذاتية 44 من نساء وأطفال مخيم الهول إلى حكومات بلدانهم، منهم 30 إلى فرنسا و14 إلى روسيا.",
            [(44, None), (30, "france"), (14, "russia")],
        ),
    ],
)
def test_they_are_repatriated_by_the_state_to_which_they_go(read, text, figures) -> None:
    assert [(claim.measure, claim.low, claim.by) for claim in read(text)] == [
        ("repatriated", low, by) for low, by in figures
    ]


@pytest.mark.parametrize(
    "text",
    [
        "سلمت السلطات التركية 12 مطلوبا من داعش إلى العراق.",
        "سلم 20 مسلحا من داعش أنفسهم إلى الحكومة العراقية قرب مخيم الهول.",
    ],
)
def test_wanted_men_and_those_who_surrender_are_not(read, text) -> None:
    assert "repatriated" not in [claim.measure for claim in read(text)]


BATCH = "وصلت إلى الموصل دفعة جديدة من العراقيين العائدين من مخيم الهول. "


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ("وقال مسؤول إن الوجبة ضمت 640 فردا، معظمهم من النساء.", [(640, "person")]),
        ("وقال مسؤول إن القافلة شملت 120 عائلة، بمجموع 430 فردا.", [(120, "household"), (430, "person")]),
        (
            "وقال مسؤول إن عدد العائدين ارتفع إلى 9300 فرد يمثلون 2400 أسرة.",
            [(9300, "person"), (2400, "household")],
        ),
        ("وقال مسؤول إن الرحلة المتجهة إلى العراق صباح الأحد حملت 85 أسرة.", [(85, "household")]),
    ],
)
def test_what_is_told_of_a_batch_later_counts_those_taken_home(read, told, figures) -> None:
    found = [(claim.measure, claim.low, claim.unit) for claim in read(BATCH + told)]
    assert found == [("repatriated", low, unit) for low, unit in figures]


def test_where_no_camp_is_told_of_a_batch_is_another(read) -> None:
    text = "خرجت دفعة جديدة من المسلحين من دوما أمس. وقال مصدر إن الدفعة ضمت 640 شخصا."
    assert "repatriated" not in [claim.measure for claim in read(text)]


@pytest.mark.parametrize("verb", ["أعادت", "استعادت", "استرجعت", "خلصت"])
@pytest.mark.parametrize("people", ["12 رهينة", "12 مختطفا"])
def test_hostages_brought_back_are_free(read, verb, people) -> None:
    text = f"قتل الجيش النيجيري 5 من بوكو حرام. وقال إن القوات {verb} {people} إلى عائلاتهم."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 5), ("released", 12)]
