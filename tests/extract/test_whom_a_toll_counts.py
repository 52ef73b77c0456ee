"""Tolls that tell before their figure whom they count, and what befell them."""

from functools import partial

import pytest


@pytest.fixture(scope="module")
def one(one_on):
    return partial(one_on, "2018-03-20")


@pytest.mark.parametrize(
    ("body", "number", "measure", "of"),
    [
        (
            "قال الجيش التركي إن عدد «الإرهابيين» الذين تم تحييدهم منذ بدء القصف على عفرين بلغ 2715.",
            "2715",
            "neutralized",
            "militants",
        ),
        (
            "قالت الأمم المتحدة إن عدد المدنيين الذين تم إجلاؤهم من الغوطة تحت القصف وصل إلى 2715.",
            "2715",
            "displaced",
            "civilians",
        ),
        ("بلغ عدد المدنيين الذين قتلوا في القصف على عفرين منذ بدء الحملة 271.", "271", "killed", "civilians"),
        ("وصل عدد الأطفال الذين أصيبوا في الغارات على دوما إلى 271.", "271", "wounded", "children"),
    ],
)
def test_whom_a_toll_counts(one, body, number, measure, of):
    claim = one(body, number)
    assert (claim.measure, claim.of) == (measure, of)


@pytest.mark.parametrize(
    ("body", "number", "measure"),
    [
        ("بلغت حصيلة الشهداء في غزة 47، إضافة إلى شهيدين تحتجز إسرائيل جثمانيهما بعد القصف.", "47", "killed"),
        ("ارتفع عدد القتلى في القصف على غزة إلى 47، بينهم ستة تحتجز إسرائيل جثامينهم.", "ستة", "killed"),
        ("ما زالت إسرائيل تحتجز 47 أسيرا من غزة منذ الحرب والقصف.", "47", "held"),
        ("بلغت حصيلة الشهداء في القصف على غزة 47، بينهم الصحفي ياسر السقا.", "47", "killed"),
        ("نالت الشهادة سبعة من الجنود المصريين في هجوم بسيناء.", "سبعة", "killed"),
        ("إن 2870 شخصا، بينهم 430 مسلحا، غادروا حرستا بعد القصف والمعارك في سوريا.", "2870", "displaced"),
    ],
)
def test_what_befell_them(one, body, number, measure):
    assert one(body, number).measure == measure
