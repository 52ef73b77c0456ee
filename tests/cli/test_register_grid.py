"""Grids in a terminal."""

import pytest

from tawatur.cli.bidi import width
from tawatur.cli.grid import Grid

HEADINGS = ["by", "where", "when", "leaders killed"]
ROWS = [
    [["coalition + partner forces"], ["IQ; SY"], ["2024-01-01/06-30"], ["8", "12 (est.)"]],
    [["جماعة أنصار بيت المقدس في سيناء"], ["Deir ez-Zor, SY; Hasakah, SY; Homs, SY"], ["–"], []],
]


@pytest.mark.parametrize("room", [120, 80, 60, 48])
def test_no_line_is_wider_than_the_screen(room):
    grid = Grid(HEADINGS, ROWS, room)
    lines = [*grid.heading(), *(line for row in ROWS for line in grid.row(row))]
    assert max(map(width, lines)) <= room


@pytest.mark.parametrize("room", [120, 60])
def test_nothing_of_a_cell_is_lost_where_its_words_fit(room):
    grid = Grid(HEADINGS, ROWS, room)
    shown = " ".join(line for row in ROWS for line in grid.row(row))
    for word in ("coalition", "partner", "2024-01-01/", "06-30", "Hasakah,", "(est.)", "المقدس"):
        assert word in shown


def test_columns_stand_under_their_headings_whatever_runs_in_them():
    grid = Grid(HEADINGS, ROWS, 120)
    at = width(grid.heading()[0].partition("where")[0])
    first, second = (grid.row(row)[0] for row in ROWS)
    assert width(first.partition("IQ")[0]) == width(second.partition("Deir")[0]) == at


def test_every_arabic_cell_is_kept_to_itself():
    for line in Grid(HEADINGS, ROWS, 60).row(ROWS[1]):
        assert line.count("\u2068") == line.count("\u2069")
        assert line.startswith("\u200e") is ("\u2068" in line)


def test_controls_of_a_text_move_nothing():
    (line,) = Grid(["of"], [[["abc\u202edef\nghi"]]], 60).row([["abc\u202edef\nghi"]])
    assert line == "abcdef ghi"
