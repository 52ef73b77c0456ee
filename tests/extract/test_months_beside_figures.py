"""Which of a sentence's times dates which figure: the one beside it, the one of the event that a clause tells of."""

from __future__ import annotations


def months(read, text):
    return {claim.low: claim.when and claim.when.start for claim in read(text)}


def test_each_bare_figure_has_the_month_beside_it(read):
    found = months(read, "قتل 12 جنديا عراقيا في كانون الثاني و20 في شباط و30 في آذار.")
    assert found == {12: "2024-01-01", 20: "2024-02-01", 30: "2024-03-01"}


def test_the_dead_of_an_earlier_event_have_its_date(read):
    text = "هذا أعنف هجوم لداعش على الجيش العراقي منذ تفجير كركوك في آذار 2023 الذي راح ضحيته 133 شخصا."
    assert months(read, text) == {133: "2023-03-01"}


def test_what_is_the_worst_since_then_is_not_of_that_date(one):
    text = "قتل 12 جنديا عراقيا في هجوم لداعش هو الأعنف منذ تفجير كركوك في آذار 2023."
    assert one(text, "12").when is None
