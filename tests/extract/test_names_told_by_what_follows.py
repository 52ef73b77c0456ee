"""Names that are words as well, told as places by what stands behind them, or by the preposition before their noun."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("وفي الباب، شمال شرق حلب، قتل 14 مدنيا في غارة.", "al-Bab, SY"),
        ("قتل 14 مدنيا في غارة في الباب شمالي البلاد.", "al-Bab, SY"),
        ("قتل 14 جنديا في هجوم في منطقة رماجة التابعة لمحافظة حلب.", "Ramajah, SY"),
        ("قتل 14 جنديا في قصف على محلية كرفوش في محافظة حلب.", "Karfush, SY"),
        ("قتل 14 جنديا في قصف بمحلية أم زعتورة بمحافظة حلب.", "Umm Zaturah, SY"),
    ],
)
def test_they_are_places(one, words, place):
    assert one("معارك بين الجيش السوري وتنظيم داعش في سوريا. " + words, "14").where == (place,)


@pytest.mark.parametrize(
    "words",
    [
        "قالت مصادر محلية رفيعة إن 14 جنديا قتلوا في الرقة.",
        "قتل 14 جنديا في الرقة بحسب صحف محلية زعترية.",
        "قتل 14 جنديا في الرقة، في منطقة وعرة تابعة لها.",
    ],
)
def test_adjectives_open_no_name(one, words):
    assert one("معارك بين الجيش السوري وتنظيم داعش في سوريا. " + words, "14").where == ("Raqqa, SY",)
