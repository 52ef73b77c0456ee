"""`tawatur register`."""

import csv
import io
import json

import pytest


def test_without_a_name_it_lists_the_registers(tawatur):
    done = tawatur("register")
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines()][:3] == ["operations", "attacks", "strength"]


def test_a_register_of_the_ledger_and_of_files_are_the_same(tawatur, ledger, reports):
    stored = tawatur("register", "operations", "--ledger", ledger, "--format", "jsonl")
    passing = tawatur("register", "operations", reports, "--format", "jsonl", "--jobs", 1)
    assert stored.status == passing.status == 0
    assert stored.out == passing.out
    rows = [json.loads(line) for line in stored.out.splitlines()]
    killed = [one for row in rows for cell in row["cells"] if cell["column"] == "killed" for one in cell["readings"]]
    assert [one["low"] for one in killed] == [37, 37]


def test_the_table_shows_rows_under_their_statements_and_cites_claims(tawatur, ledger):
    done = tawatur("register", "operations", "--ledger", ledger, "--cite")
    assert "── centcom" in done.out
    assert "killed: n1" in done.out
    for text in done.out.splitlines():
        assert len(text) <= 130


def test_filters_hold_together(tawatur, ledger):
    found = tawatur("register", "operations", "--ledger", ledger, "--publisher", "السدرة", "--format", "jsonl")
    assert {row["reports"][0]["doc"] for row in map(json.loads, found.out.splitlines())} == {"s1"}
    nothing = tawatur("register", "operations", "--ledger", ledger, "--where", "YE")
    assert "no claim stands in it" in nothing.out


def test_csv_has_a_row_for_each_reading(tawatur, ledger):
    done = tawatur("register", "operations", "--ledger", ledger, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert {(row["register"], row["column"], row["low"]) for row in rows} >= {("operations", "killed", "37")}
    assert all(row["claims"] and row["of"] == "daesh" for row in rows if row["column"] == "killed")


@pytest.mark.parametrize(("name", "problem"), [("ops", "no such register"), ("", "no such register")])
def test_a_name_that_is_none_is_refused_with_those_that_are(tawatur, ledger, name, problem):
    done = tawatur("register", name, "--ledger", ledger)
    assert done.status == 1
    assert problem in done.err
    assert "operations" in done.err


def test_the_membership_matrix_has_theatres_as_columns(tawatur, tmp_path):
    claims, docs = tmp_path / "claims.jsonl", tmp_path / "docs.jsonl"
    text = "تشارك إيطاليا في التدريب"
    docs.write_text(json.dumps({"doc": "r1", "text": text}) + "\n", encoding="utf-8")
    role = {
        "id": "r1-1", "doc": "r1", "start": 0, "end": 5, "quote_start": 0, "quote_end": 5, "quote": text[:5], "number": "",
        "measure": "role", "of": "coalition", "by": "italy", "name": "training", "where": ["IQ"],
    }  # fmt: skip
    claims.write_text(json.dumps(role, ensure_ascii=False) + "\n", encoding="utf-8")
    done = tawatur("register", "membership", docs, "--claims", claims)
    assert done.status == 0, done.err
    heading, row = done.out.splitlines()[-2:]
    assert heading.split() == ["by", "IQ"]
    assert row.split() == ["italy", "training"]


def test_a_table_ends_with_where_it_goes_on(tawatur, ledger):
    first = tawatur("register", "operations", "--ledger", ledger, "--limit", 1)
    more = first.out.splitlines()[-1]
    assert more.startswith("more: --view outcomes --after ")
    rest = tawatur("register", "operations", "--ledger", ledger, *more.removeprefix("more: ").split())
    assert rest.status == 0
    assert "37" in rest.out
    assert "more:" not in rest.out
    whole = tawatur("register", "operations", "--ledger", ledger)
    assert first.out.count("── ") + rest.out.count("── ") == whole.out.count("── ")
    wrong = tawatur("register", "operations", "--ledger", ledger, "--view", "outcomes", "--after", "x")
    assert (wrong.status, len(wrong.err.splitlines())) == (1, 1)


def test_a_formula_in_a_name_is_disarmed(tawatur, tmp_path):
    docs, claims = tmp_path / "docs.jsonl", tmp_path / "claims.jsonl"
    docs.write_text(json.dumps({"doc": "r1", "text": "12 قتيلا"}) + "\n", encoding="utf-8")
    killed = {
        "id": "r1-1", "doc": "r1", "start": 0, "end": 2, "quote_start": 0, "quote_end": 8, "quote": "12 قتيلا", "number": "12",
        "measure": "killed", "low": 12, "high": 12, "of": "=1", "source": ["@SUM(1)"],
    }  # fmt: skip
    claims.write_text(json.dumps(killed, ensure_ascii=False) + "\n", encoding="utf-8")
    done = tawatur("register", "attacks", docs, "--claims", claims, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.out))
    assert (row["of"], row["origins"], row["low"]) == ("'=1", "'@SUM(1)", "12")
