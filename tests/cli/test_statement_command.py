"""`tawatur statement`: the list, the matrix, the tree, JSON Lines and SVG."""

import json
from importlib import resources

import pytest

from tawatur.cli.bidi import width
from tawatur.demo import __name__ as demo
from tawatur.model import StatementTable, read_lines


@pytest.fixture(scope="module")
def specimens():
    return resources.files(demo).joinpath("reports.jsonl")


def test_without_an_id_the_statements_are_listed(tawatur, specimens):
    outcome = tawatur("statement", specimens)
    assert outcome.status == 0
    assert all(line.startswith(("statement-", "\u200estatement-")) for line in outcome.out.splitlines())
    tables = list(
        read_lines(StatementTable, tawatur("statement", "--format", "jsonl", specimens).out.splitlines(), "-")
    )
    assert len(tables) == len(outcome.out.splitlines()) > 0


def test_the_matrix_has_every_figure_and_marks_what_is_odd(tawatur, specimens):
    tables = list(
        read_lines(StatementTable, tawatur("statement", "--format", "jsonl", specimens).out.splitlines(), "-")
    )
    table = max(tables, key=lambda table: len(table.witnesses))
    shown = tawatur("statement", table.id, specimens).out
    for witness in table.witnesses:
        assert witness.reports[0].publisher in shown
    marks = [mark for figure in table.figures for cell in figure.cells for mark in cell.marks]
    assert marks
    assert shown.count("most have") + shown.count("others have") == sum(bool(mark.usual) for mark in marks)
    assert "Stemma" in shown
    (only,) = tawatur("statement", table.id[:14], specimens, "--format", "jsonl").out.splitlines()
    assert json.loads(only)["id"] == table.id


@pytest.mark.parametrize("columns", [60, 100])
def test_no_line_is_wider_than_the_terminal(tawatur, specimens, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    for row in tawatur("statement", "--format", "jsonl", specimens).out.splitlines():
        for line in tawatur("statement", json.loads(row)["id"], specimens).out.splitlines():
            if "Statement of" not in line and "  = " not in line:
                assert width(line) <= columns, line


def test_svg_goes_to_a_file_or_to_standard_output(tawatur, specimens, tmp_path):
    wanted = json.loads(tawatur("statement", "--format", "jsonl", specimens).out.splitlines()[0])["id"]
    assert tawatur("statement", wanted, specimens, "--svg", "stemma.svg").out.startswith(
        ("Statement", "\u200eStatement")
    )
    drawn = (tmp_path / "stemma.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert tawatur("statement", wanted, specimens, "--svg", "-").out == drawn


def test_an_id_that_there_is_not_is_one_line(tawatur, specimens):
    outcome = tawatur("statement", "zzzz", specimens)
    assert outcome.status == 1
    assert "no statement of that id" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_too_short_a_beginning_of_an_id_is_one_line(tawatur, shared):
    documents = shared / "gold" / "collation" / "dev" / "docs.jsonl"
    outcome = tawatur("statement", "statement-", documents)
    assert outcome.status == 1
    assert "the beginning of" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_statements_of_a_ledger(tawatur, ledger):
    assert "statement-" in tawatur("statement", "--ledger", ledger).out


def test_the_page_of_a_statement_and_of_findings(tawatur, specimens):
    wanted = json.loads(tawatur("statement", "--format", "jsonl", specimens).out.splitlines()[0])["id"]
    one = tawatur("statement", wanted, specimens, "--format", "html").out
    whole = tawatur("collate", specimens, "--format", "html").out
    for made in (one, whole):
        assert made.startswith("<!doctype html>")
        assert f'id="matrix-{wanted}"' in made
    assert tawatur("statement", specimens, "--format", "html").status == 2
