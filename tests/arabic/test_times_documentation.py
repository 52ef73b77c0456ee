"""The documentation's examples run, and its table of rules is the program's."""

import doctest
import pathlib

from tawatur.arabic import RULES

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "arabic.md"


def test_the_examples_run():
    results = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert results.attempted >= 10
    assert results.failed == 0


def test_the_table_of_rules_is_complete():
    page = PAGE.read_text(encoding="utf-8")
    missing = [name for name, meaning in RULES.items() if f"| `{name}` | {meaning} |" not in page]
    assert missing == []
