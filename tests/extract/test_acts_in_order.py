"""How many acts there were within a time says nothing of when the last of them was."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "words",
    ["وهو ثالث هجوم خلال أسبوع", "هو الثاني من نوعه خلال شهر", "في ثاني عملية من نوعها خلال ثلاثة أشهر"],
)
def test_the_time_of_several_is_not_the_time_of_one(read, words) -> None:
    claims = read(f"قتل 12 جنديا عراقيا في هجوم لداعش في كركوك، {words}.")
    assert [(claim.low, claim.when) for claim in claims] == [(12, None)]


def test_the_time_of_what_is_counted_stays(read) -> None:
    claims = read("قتل 12 جنديا عراقيا في هجمات لداعش في كركوك خلال أسبوع.", date="2024-08-10")
    assert claims[0].when is not None
