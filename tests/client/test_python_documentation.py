"""The examples of docs/python.md do what the document says, on a file, on PostgreSQL and on a server."""

import doctest
import os
import pathlib

import pytest

import tawatur

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "python.md"


@pytest.mark.parametrize("kind", ["file", "postgresql", "server"])
def test_the_examples_of_the_page(kind, tmp_path, monkeypatch, request):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    if kind != "file":
        where = request.getfixturevalue("new_database")() if kind == "postgresql" else None
        if where is None:
            where = request.getfixturevalue("serve")(str(tmp_path / "served.db"))
        known = tawatur.open
        monkeypatch.setattr(
            tawatur, "open", lambda path, **named: known(where if path == "tawatur.db" else path, **named)
        )
    outcome = doctest.testfile(
        os.fspath(PAGE), module_relative=False, encoding="utf-8", optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert outcome.attempted > 20
    assert outcome.failed == 0
