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
