"""A rare figure that two speakers give, of which a program read other times or places."""

import pytest

FLED = {"where": ("Minova, CD",), "unit": "person"}
UN, ICRC = {"source": ("un",)}, {"source": ("icrc",)}


def agreements(findings):
    return [{voice.origin for voice in finding.voices} for finding in findings if finding.kind == "agreement"]


def told(number, speaker, **slots):
    text = f"قالت الهيئة إن {number} شخص فروا من ديارهم"
    return text, (f"{number} شخص", "displaced", FLED | {"source": (speaker,)} | slots)


@pytest.mark.parametrize(("number", "agree"), [(178300, True), (40, False)])
def test_a_rare_figure_confirms_its_equal_whatever_place_was_carried_over(found, number, agree):
    reports = told(number, "un"), told(number, "icrc", where=("Bukavu, CD",), loose=("where",))
    assert agreements(found(*reports, speakers=True)) == ([{"un", "icrc"}] if agree else [])


def test_equal_figures_of_two_lands_confirm_nothing(found):
    reports = told(178300, "un"), told(178300, "icrc", where=("Khartoum, SD",), loose=("where",))
    assert not agreements(found(*reports, speakers=True))


def test_one_man_under_two_offices_confirms_himself_nowhere(found):
    names = "المتحدث باسم قيادة الدفاع سالم بوبا", "سالم بوبا مدير العمليات الإعلامية"
    reports = [
        told(178300, name, **({"where": ("Bukavu, CD",), "loose": ("where",)} if at else {}))
        for at, name in enumerate(names)
    ]
    assert not agreements(found(*reports, speakers=True))
