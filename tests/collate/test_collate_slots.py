"""How values, periods, places and parties compare, slot by slot."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collate.facts.actors import Actors
from tawatur.collate.facts.periods import Days, compare_days, days, is_vaguer
from tawatur.collate.facts.places import Places
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import information, interval, meet
from tawatur.model import Period


def span(start, end):
    return days(Period(start=start, end=end))


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ((68, 68, "exact"), (40, None, "more_than"), True),
        ((50, 50, "exact"), (50, 50, "about"), True),
        ((104, 104, "exact"), (100, 100, "about"), True),
        ((115, 115, "exact"), (100, 100, "about"), False),
        ((9000, 9000, "exact"), (12000, 12000, "exact"), False),
        ((12000, 12000, "exact"), (1000, 9999, "indefinite"), True),  # "thousands" is said of 12,000 too
        ((5, 5, "exact"), (2, None, "ambiguous"), True),
        ((None, 10, "at_most"), (11, 11, "exact"), False),
    ],
)
def test_values_are_compatible_where_their_intervals_meet(one, other, compatible):
    assert meet(interval(*one), interval(*other)) is compatible


def test_a_date_is_no_interval():
    assert interval("2014-09", "2014-09", "exact") is None


def test_a_long_figure_tells_more_than_a_short_or_a_round_one():
    assert information((713.0, 713.0)) > information((36.0, 36.0)) > information((3.0, 3.0))
    assert information((713.0, 713.0)) > information((7000.0, 7000.0))


@given(st.integers(0, 10**12))
def test_what_a_figure_tells_is_bounded(value):
    assert 0 <= information((float(value), float(value))) <= 12 < math.inf


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("2024-01-01", "2024-06-30"), ("2024-01-01", "2024-06-30"), Relation.SAME),
        (("2024-01-16", "2024-07-16"), ("2024-01-01", "2024-06-30"), Relation.SAME),  # "the past six months"
        (("2024-01-17", "2024-01-17"), ("2024-01-18", "2024-01-18"), Relation.SAME),  # a night
        (("2024-01-17", "2024-01-17"), ("2024-02-17", "2024-02-17"), Relation.APART),
        (("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-12-31"), Relation.APART),
        (("2024-01-17", "2024-01-17"), ("2024-01-01", "2024-01-31"), Relation.WITHIN),
        (("2014-01-01", None), ("2014-01-01", "2014-12-31"), Relation.UNKNOWN),
        ((None, "2013-12-31"), ("2014-01-01", None), Relation.APART),
    ],
)
def test_periods_compare(one, other, relation):
    assert compare_days(span(*one), span(*other)) is relation


def test_an_unstated_period_is_unknown():
    assert compare_days(None, span("2024-01-01", "2024-01-31")) is Relation.UNKNOWN
    assert days(Period(start="no day", end=None)) is None


def test_a_month_is_a_vaguer_day_but_a_year_is_another_half_year():
    assert is_vaguer(span("2024-01-17", "2024-01-17"), span("2024-01-01", "2024-01-31"))
    assert not is_vaguer(span("2024-01-01", "2024-06-30"), span("2024-01-01", "2024-12-31"))


@given(st.tuples(st.integers(1, 5000), st.integers(0, 900)), st.tuples(st.integers(1, 5000), st.integers(0, 900)))
def test_periods_compare_alike_from_both_sides(one, other):
    first, second = (Days(start, start + length) for start, length in (one, other))
    mirror = {Relation.WITHIN: Relation.HOLDS, Relation.HOLDS: Relation.WITHIN}
    relation = compare_days(first, second)
    assert compare_days(second, first) is mirror.get(relation, relation)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("IQ", "SY"), ("SY", "IQ"), Relation.SAME),
        (("SY",), ("IQ", "SY"), Relation.WITHIN),
        (("Raqqa, SY",), ("SY",), Relation.WITHIN),
        (("SY",), ("Raqqa, SY",), Relation.HOLDS),
        (("IQ",), ("SY",), Relation.APART),
        ((), ("SY",), Relation.UNKNOWN),
        (("Nowhere Known, XX",), ("Nowhere Known, XX",), Relation.SAME),
        (("Nowhere Known, XX",), ("XX",), Relation.WITHIN),
        (("Nowhere Known, XX",), ("Elsewhere Unknown, XX",), Relation.UNKNOWN),
        # a place that no pack knows may lie in the province
        (("al-Tabqa, Raqqa, SY", "Nowhere Known, SY"), ("Raqqa, SY",), Relation.UNKNOWN),
        (("al-Tabqa, Raqqa, SY", "Homs, SY"), ("Raqqa, SY",), Relation.OVERLAPS),
    ],
)
def test_places_compare(knowledge, one, other, relation):
    assert Places(knowledge).compare(one, other) is relation


def test_parts_make_up_a_list_of_places_only_without_gaps_and_doubles(knowledge):
    places = Places(knowledge)
    assert places.make_up((("IQ",), ("SY",)), ("IQ", "SY"))
    assert not places.make_up((("IQ",), ("IQ",)), ("IQ", "SY"))
    assert not places.make_up((("IQ",),), ("IQ", "SY"))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("centcom", "usa", Relation.WITHIN),
        ("houthis+saleh_forces", "saleh_forces+houthis", Relation.SAME),
        ("houthis", "houthis+saleh_forces", Relation.WITHIN),
        ("daesh", "civilians", Relation.APART),
        ("attackers", "militants", Relation.UNKNOWN),
        ("attackers", "security_forces", Relation.APART),
        (None, "civilians", Relation.UNKNOWN),
        ("شبكة الرصد المحلية", "شبكة رصد محلية", Relation.SAME),
    ],
)
def test_parties_compare(knowledge, one, other, relation):
    actors = Actors(knowledge)
    assert actors.compare(actors.parties(one), actors.parties(other)) is relation


def test_a_states_key_keeps_its_low_lines(knowledge):
    actors = Actors(knowledge)
    assert actors.name("central_african_republic") == "central_african_republic"
    assert actors.is_state(actors.name("saudi_arabia"))
    assert actors.name("houthis strikes").split()[0] == "houthis"
    assert actors.name("us_forces strikes").split()[0] == "us_forces"
