"""Figures of one statement that are one with its digits in another order, as a program read their slots."""

import pytest

SLOTS = {"by": "iraq_forces", "when": ("2024-05-01", "2024-05-31"), "source": ("iraq_forces",)}
KILLED = SLOTS | {"of": "daesh", "where": ("Kirkuk, IQ",)}


def values(findings):
    told = [finding for finding in findings if finding.kind == "variant" and finding.slot == "value"]
    return [{one.low for one in finding.claims} for finding in told]


def report_of(killed, wounded, slots):
    text = f"قال الجيش إن {killed} مسلحا قتلوا وإن {wounded} آخرين اعتقلوا."
    return text, (f"{killed} مسلحا", "killed", KILLED), (f"{wounded} آخرين", "detained", SLOTS | slots)


@pytest.mark.parametrize(("other", "values_told"), [(36, [{63, 36}]), (48, [])])
def test_the_same_digits_are_one_figure_though_a_program_read_other_slots(found, other, values_told):
    first = report_of(187, 63, {"of": "مطلوبا", "where": ("Kirkuk, IQ",)})
    second = report_of(187, other, {"of": "مطلوبين", "where": ("Diyala, IQ",), "loose": ("where",)})
    assert values(found(first, second)) == values_told


def test_who_has_both_figures_has_misprinted_neither(found):
    first = report_of(187, 63, {"of": "مطلوبا", "where": ("Kirkuk, IQ",)})
    text, *figures = report_of(187, 36, {"of": "مطلوبين", "where": ("Diyala, IQ",), "loose": ("where",)})
    text += " وقتل 63 جنديا."
    soldiers = ("63 جنديا", "killed", SLOTS | {"of": "iraq_forces", "where": ("Diyala, IQ",)})
    assert not values(found(first, (text, *figures, soldiers)))
