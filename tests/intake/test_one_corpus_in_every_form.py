"""One corpus in every form gives the same claims: the demonstration's reports, as tools/same_in_every_form.py writes them."""

import importlib.util
import pathlib
from types import ModuleType

import pytest

from tawatur import demo, packs
from tawatur.intake import records

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    pytest.importorskip("pyarrow")
    path = ROOT / "tools" / "same_in_every_form.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(tool):
    return tool.rows_of(records([str(pathlib.Path(demo.__file__).with_name("reports.jsonl"))]), 1_000)


@pytest.fixture(scope="module")
def bundled():
    return packs.load()


def same(table):
    return [(name, differing) for name, _, differing in table if differing] == []


def test_with_all_their_fields_claims_are_the_same_byte_for_byte(tool, rows, bundled, tmp_path):
    table = tool.compared(tool.with_fields(rows), tmp_path, bundled, whole=True)
    assert len(rows) > 10
    assert table[0][1] > 100
    assert same(table)


def test_as_text_alone_claims_are_the_same_byte_for_byte(tool, rows, bundled, tmp_path):
    table = tool.compared(tool.texts_alone(rows), tmp_path, bundled, whole=True)
    assert table[0][1] > 100
    assert same(table)


def test_as_pages_and_documents_measures_and_values_are_the_same(tool, rows, bundled, tmp_path, browser):
    table = tool.compared(tool.as_documents(rows[:6], tmp_path, browser), tmp_path, bundled, whole=False)
    assert [name for name, _, _ in table] == ["plain texts", "HTML", "DOCX", "PDF"]
    assert table[0][1] > 30
    assert same(table)
