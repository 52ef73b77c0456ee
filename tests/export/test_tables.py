"""CSV, Parquet and workbooks, loaded by the libraries that their users have."""

import csv
import io

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest

from tawatur.export.cells import disarmed
from tawatur.export.fields import FIELDS
from tawatur.export.workbook import LONGEST_CELL

csv.field_size_limit(1_000_000)  # a word of 40,000 letters stands in a note four times
NUMBERS = {"a": 20_000_000_000, "b": 9_007_199_254_740_993, "c": 0.3333, "d": -18, "e": 0}


def rows(written):
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def sheet(written):
    return openpyxl.load_workbook(io.BytesIO(written)).active


@pytest.fixture(scope="module")
def numbers(claim):
    made = [claim(id=f"{name}-1", doc="007", low=low, number="0037") for name, low in NUMBERS.items()]
    return [*made, claim("began", "2014-09", id="f-1", doc="007", unit="date", number="0037")]


def test_csv_keeps_numbers_to_the_digit_and_leading_zeros(exported, numbers):
    found = {row["id"]: row for row in rows(exported("csv", numbers))}
    assert [found[f"{name}-1"]["low"] for name in NUMBERS] == [str(low) for low in NUMBERS.values()]
    assert found["f-1"]["low"] == "2014-09"
    assert {row["doc"] for row in found.values()} == {"007"}
    assert {row["number"] for row in found.values()} == {"0037"}


def test_pandas_reads_the_csv(exported, claim):
    table = pd.read_csv(io.BytesIO(exported("csv", [claim(), claim(id="n1-2", low=None)])), dtype={"doc": str})
    assert tuple(table.columns) == FIELDS
    first = table.iloc[0]
    assert (first["low"], first["of"], first["source"], first["when_start"]) == (
        37,
        "daesh",
        "centcom > afp",
        "2024-03-02",
    )
    assert (first["report_publisher"], first["report_date"]) == ("وكالة النخلة", "2024-03-03")
    assert table["low"].isna().tolist() == [False, True]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", " =1", "\u200e=1", "＝1", "＠a"])
def test_what_begins_like_a_formula_is_disarmed(text):
    assert disarmed(text).startswith("'")


@pytest.mark.parametrize("text", ["1=1", "مقتل 37", "أكثر من 20", "a-b", ""])
def test_what_begins_otherwise_is_left_alone(text):
    assert disarmed(text) == text


@pytest.mark.parametrize("form", ["csv", "hxl", "ucdp", "acled", "plover"])
def test_no_cell_of_a_table_is_a_formula_or_turns_the_line_around(exported, hostile, form):
    claims, documents = hostile
    written = exported(form, claims, documents).decode()
    found = list(csv.reader(io.StringIO(written, newline=""), delimiter="\t" if form == "plover" else ","))
    assert len(found) > len(claims)
    assert len({len(row) for row in found}) == 1
    for cell in (cell for row in found for cell in row):
        number = cell.lstrip("-").replace(".", "", 1).isdigit()
        assert number or not cell.lstrip(" \u200e\u200f").startswith(("=", "+", "-", "@", "＝", "\t", "\r"))
        assert not set(cell) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\n\r\t")


def test_no_cell_of_a_workbook_is_a_formula(exported, hostile):
    claims, documents = hostile
    found = sheet(exported("xlsx", claims, documents))
    kinds = {cell.data_type for row in found.iter_rows() for cell in row}
    assert "f" not in kinds
    quotes = [row[FIELDS.index("quote")] for row in found.iter_rows(min_row=2)]
    assert quotes[0].value == '=HYPERLINK("http://evil.example","x")'
    assert all(cell.quotePrefix for cell in quotes)
    assert max(len(cell.value) for cell in quotes) == LONGEST_CELL


def test_a_workbook_keeps_numbers_or_writes_them_as_text(exported, numbers):
    found = sheet(exported("xlsx", numbers))
    low, number = FIELDS.index("low"), FIELDS.index("number")
    values = [row[low].value for row in found.iter_rows(min_row=2)]
    assert values == [20_000_000_000, "9007199254740993", 0.3333, -18, 0, "2014-09"]
    assert {row[number].value for row in found.iter_rows(min_row=2)} == {"0037"}


def test_a_workbook_without_claims_has_its_heading(exported):
    assert [cell.value for cell in next(sheet(exported("xlsx", [])).iter_rows())] == list(FIELDS)


def test_a_full_sheet_is_followed_by_another(exported, claim, monkeypatch):
    monkeypatch.setattr("tawatur.export.workbook.MOST_ROWS", 3)
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", [claim(id=f"n1-{n}") for n in range(5)])))
    assert [(one.title, one.max_row) for one in book.worksheets] == [("claims", 3), ("claims 2", 3), ("claims 3", 2)]


def test_parquet_has_types_and_lists(exported, numbers, claim):
    table = pyarrow.parquet.read_table(io.BytesIO(exported("parquet", [*numbers, claim()])))
    assert str(table.schema.field("low").type) == "double"
    assert str(table.schema.field("change").type) == "bool"
    rows = table.to_pylist()
    assert [row["low"] for row in rows[:4]] == [2e10, 9007199254740992.0, 0.3333, -18.0]
    assert (rows[5]["low"], rows[5]["low_date"]) == (None, "2014-09")
    assert rows[6]["source"] == ["centcom", "afp"]
    assert rows[6]["places"][0]["latitude"] == 36.2
    assert rows[6]["doc"] == "n1"


def test_pandas_reads_parquet_of_many_groups_and_of_none(exported, claim, monkeypatch):
    monkeypatch.setattr("tawatur.export.parquet._GROUP", 7)
    table = pd.read_parquet(io.BytesIO(exported("parquet", [claim(id=f"n1-{n}") for n in range(30)])))
    assert table["id"].tolist() == [f"n1-{n}" for n in range(30)]
    assert pd.read_parquet(io.BytesIO(exported("parquet", []))).empty
