"""A statement's table: figures down, texts across, odd readings marked, copies folded into one witness."""

import random

import pytest

from tawatur.collate import Collation

SLOTS = {"of": "daesh", "source": ("centcom",)}


@pytest.fixture
def half_year(claim, report):
    """Five outlets on one half-year: one transposes a figure, one dates it to the year before, one is copied."""
    figures = [("operations", 196, ("IQ", "SY")), ("killed", 44, ("IQ", "SY")), ("detained", 166, ("IQ", "SY"))]
    reports, claims = [], []
    for doc in "abcde":
        text = None if doc in "abc" else " ".join(f"كلمة{number}" for number in range(80))
        reports.append(report(doc, date=f"2024-07-{16 + 'abcde'.index(doc)}", text=text))
        for measure, value, where in figures:
            stated = 169 if (doc, value) == ("b", 196) else value
            when = ("2023-01-01", "2023-06-30") if doc == "c" else ("2024-01-01", "2024-06-30")
            unit = "event" if measure == "operations" else "person"
            claims.append(claim(doc, measure, stated, where=where, when=when, unit=unit, **SLOTS))
    return claims, reports


@pytest.fixture
def table(half_year, knowledge):
    (found,) = Collation(*half_year, knowledge).statements()
    return found


def test_copies_are_one_witness_and_each_outlet_has_its_date(table):
    assert [[carrier.doc for carrier in witness.reports] for witness in table.witnesses] == [
        ["a"],
        ["b"],
        ["c"],
        ["d", "e"],
    ]
    assert [witness.siglum for witness in table.witnesses] == ["A", "B", "C", "D"]
    first, copy = table.witnesses[3].reports
    assert (first.date, first.nearness, copy.date, copy.nearness) == ("2024-07-19", None, "2024-07-20", 1.0)


def test_a_garbled_figure_stands_in_the_row_of_the_figure_that_it_garbles(table):
    assert [figure.low for figure in table.figures] == [196, 44, 166]
    cells = {cell.witness: cell for cell in table.figures[0].cells}
    assert {name: cell.low for name, cell in cells.items()} == {"A": 196, "B": 169, "C": 196, "D": 196}
    (mark,) = cells["B"].marks
    assert (mark.slot, mark.odd, mark.reading, mark.usual) == ("value", True, "169", "196")
    assert not cells["A"].marks


def test_another_period_is_marked_with_both_periods(table):
    for figure in table.figures:
        (mark,) = next(cell for cell in figure.cells if cell.witness == "C").marks
        assert (mark.slot, mark.odd) == ("when", True)
        assert (mark.reading, mark.usual) == ("2023-01-01/2023-06-30", "2024-01-01/2024-06-30")


def test_neither_side_is_odd_where_witnesses_part_with_no_majority(claim, report, knowledge):
    slots = {"where": ("Kirkuk, IQ",), "when": "2024-05-03", **SLOTS}
    claims = [claim(doc, "wounded", 57, **slots) for doc in "ab"]
    claims += [claim("a", "killed", 153, **slots), claim("b", "killed", 135, **slots)]
    (found,) = Collation(claims, [report("a"), report("b")], knowledge).statements()
    (row,) = [figure for figure in found.figures if figure.measure == "killed"]
    assert [(cell.low, [(mark.slot, mark.odd, mark.usual) for mark in cell.marks]) for cell in row.cells] == [
        (153, [("value", False, "135")]),
        (135, [("value", False, "153")]),
    ]


def test_the_order_of_the_input_never_changes_a_table(half_year, table, knowledge):
    claims, reports = half_year
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        random.Random(seed).shuffle(reports)
        assert list(Collation(claims, reports, knowledge).statements()) == [table]
