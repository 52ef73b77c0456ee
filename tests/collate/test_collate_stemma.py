"""Descent from shared odd readings, as textual criticism infers it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collate.variants.lineage import STATEMENT, Descents, Text
from tawatur.collate.variants.partings import Variant


class Reading:
    """What descent asks of a fact."""

    def __init__(self, siglum, number, bits=7.0):
        self.siglum, self.number, self.bits = siglum, number, bits
        self.measure = "killed"
        self.position = (siglum, 0, int(number), "")


def tree(witnesses, errors, nearness=lambda _one, _other: 0.0):
    """`witnesses`: {siglum: (date, figures)}; `errors`: the sets of witnesses that share an odd reading each."""
    texts = [Text(name, date, frozenset(figures)) for name, (date, figures) in witnesses.items()]
    variants = [
        Variant("value", tuple(Reading(name, number) for name in sorted(members)), ())
        for number, members in enumerate(errors)
    ]
    return Descents(texts, variants, lambda fact: fact.siglum, nearness).tree()


def edges(found):
    return [(edge.parent, edge.child, len(edge.shared), edge.decided) for edge in found.edges]


ALL = {1, 2, 3}


def test_common_right_readings_show_nothing():
    found = tree({"A": (1, ALL), "B": (1, ALL), "C": (2, ALL)}, [{"B"}])
    assert edges(found) == [(STATEMENT, "A", 0, True), (STATEMENT, "B", 0, True), (STATEMENT, "C", 0, True)]


def test_the_earlier_of_two_that_share_an_error_is_the_others_exemplar():
    found = tree({"A": (1, ALL), "B": (2, ALL), "C": (3, {1, 2})}, [{"B", "C"}, {"C"}])
    assert edges(found) == [(STATEMENT, "A", 0, True), (STATEMENT, "B", 1, True), ("B", "C", 1, True)]


def test_siblings_that_each_err_alone_descend_from_a_lost_exemplar():
    found = tree({"A": (1, ALL), "B": (2, ALL), "C": (3, ALL)}, [{"B", "C"}, {"B"}, {"C"}])
    assert found.exemplars == ("α",)
    assert edges(found) == [
        (STATEMENT, "A", 0, True),
        (STATEMENT, "α", 0, True),
        ("α", "B", 1, True),
        ("α", "C", 1, True),
    ]


def test_who_lacks_a_figure_was_not_the_only_source_of_one_who_has_it():
    found = tree({"A": (1, ALL), "B": (2, {1}), "C": (3, {1, 2})}, [{"B", "C"}])
    assert found.exemplars == ("α",)


@pytest.mark.parametrize("dates", [(5, 5), (None, 5), (None, None)])
def test_without_an_earlier_date_the_direction_is_left_open(dates):
    found = tree({"A": (1, ALL), "B": (dates[0], ALL), "C": (dates[1], ALL)}, [{"B", "C"}])
    (kin,) = [edge for edge in found.edges if edge.parent != STATEMENT]
    assert not kin.decided
    assert {kin.parent, kin.child} == {"B", "C"}


def test_of_several_that_may_be_the_exemplar_the_nearest_text_is_drawn_and_left_open():
    def near(one, other):
        return 0.9 if {one, other} == {"C", "D"} else 0.1

    found = tree({"A": (1, ALL), "B": (2, ALL), "C": (2, ALL), "D": (3, {1})}, [{"B", "C", "D"}], near)
    assert ("C", "D", 1, False) in edges(found)


def test_errors_inside_errors_make_branches_of_branches():
    witnesses = {"A": (1, ALL), "B": (2, ALL), "C": (3, ALL), "D": (4, ALL)}
    found = tree(witnesses, [{"B", "C", "D"}, {"C", "D"}])
    assert edges(found)[1:] == [(STATEMENT, "B", 1, True), ("B", "C", 1, True), ("C", "D", 1, True)]


def test_an_error_shared_across_branches_is_told_and_not_drawn_into_the_tree():
    witnesses = dict.fromkeys("ABCD", (1, ALL))
    found = tree(witnesses, [{"A", "B"}, {"A", "B"}, {"B", "C"}])
    assert [names for names, _ in found.crossings] == [("B", "C")]
    assert {edge.child for edge in found.edges} >= set("ABCD")


@given(
    st.dictionaries(st.sampled_from("ABCDEFG"), st.tuples(st.integers(1, 4) | st.none(), st.sets(st.integers(1, 4)))),
    st.lists(st.sets(st.sampled_from("ABCDEFG"), min_size=1, max_size=4), max_size=8),
    st.integers(0, 5),
)
def test_every_witness_has_one_parent_and_a_way_up_to_the_statement(witnesses, errors, seed):
    errors = [members & witnesses.keys() for members in errors]
    errors = [members for members in errors if members]
    ordered = dict(sorted(witnesses.items()))
    found = tree(ordered, errors)
    parents = {edge.child: edge.parent for edge in found.edges}
    assert len(parents) == len(found.edges)
    assert parents.keys() == witnesses.keys() | set(found.exemplars)
    for name in parents:
        way = [name]
        while way[-1] != STATEMENT:
            assert parents[way[-1]] not in way
            way.append(parents[way[-1]])
    random.Random(seed).shuffle(errors)
    again = tree(ordered, errors)
    assert [(edge.parent, edge.child, edge.decided) for edge in again.edges] == [
        (edge.parent, edge.child, edge.decided) for edge in found.edges
    ]
