"""Drones: fired at somebody they are weapons, shot down they are vehicles, of whose state an adjective tells."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "number", "measure", "unit"),
    [
        ("أطلقت إيران 40 طائرة مسيرة على بلدة حدودية وقتل جندي.", "40", "attacks", "weapon"),
        ("أطلق المسلحون أربع طائرات بدون طيار على القاعدة وقتل جندي.", "أربع", "attacks", "weapon"),
        ("هاجمت روسيا المدينة بـ40 مسيرة وقتل مدني.", "40", "attacks", "weapon"),
        ("شنت روسيا هجوما بـ40 مسيرة على كييف قتل فيه مدني.", "40", "attacks", "weapon"),
        ("نفذت روسيا هجوما بـ63 صاروخا و40 طائرة مسيرة على كييف قتل فيه مدني.", "40", "attacks", "weapon"),
        ("شنت روسيا هجوما ليليا بواسطة 63 مسيرة و40 صاروخا قتل فيه مدني.", "40", "attacks", "weapon"),
        ("أسقطت الدفاعات الجوية 63 صاروخا و40 مسيرة في معارك قتل فيها جندي.", "40", "other", "weapon"),
        ("دمرت الدفاعات الجوية 40 هدفا جويا في معارك قتل فيها جندي.", "40", "other", "weapon"),
        ("أسقطت الدفاعات الجوية 40 مسيرة في معارك قتل فيها جندي.", "40", "destroyed", "vehicle"),
        ("أطلقت روسيا صاروخا، ودمر الجيش الأوكراني 40 مسيرة وقتل جندي.", "40", "destroyed", "vehicle"),
    ],
)
def test_drones_are_weapons_where_they_are_fired(one_of_all, body, number, measure, unit):
    claim = one_of_all(body, number)
    assert (claim.measure, claim.unit) == (measure, unit)


@pytest.mark.parametrize("things", ["40 مسيرة روسية", "40 دبابة روسية", "40 سفينة روسية"])
def test_what_is_destroyed_is_of_the_state_whose_adjective_it_bears(one_of_all, things):
    assert one_of_all(f"أعلنت أوكرانيا مقتل جندي، ودمر الجيش الأوكراني {things}.", "40").of == "russia"


@pytest.mark.parametrize(
    "struck", ["قصفت روسيا كييف بـ40 صاروخا", "قصف الجيش الروسي كييف بـ40 صاروخا", "هاجمت روسيا كييف بـ40 صاروخا"]
)
def test_a_capital_that_is_struck_is_the_town(one_of_all, struck):
    claim = one_of_all(f"{struck} وقتل مدني.", "40")
    assert (claim.by, claim.where) == ("russia", ("Kyiv, UA",))


def test_a_government_that_is_attacked_in_words_is_no_town(one_of_all):
    claim = one_of_all("قتل 12 جنديا في دونيتسك بأوكرانيا. وهاجمت موسكو واشنطن بسبب مقتل 14 مدنيا.", "14")
    assert not any("Washington" in place for place in claim.where)
