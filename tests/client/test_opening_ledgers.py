"""A ledger is opened with the language in which it is searched."""

import pytest

from tawatur.client import open_ledger
from tawatur.model import Document, InputError


def test_a_ledger_is_made_on_first_use_and_read_without_writing(tmp_path):
    path = str(tmp_path / "ledger.db")
    with pytest.raises(InputError, match="no such ledger"):
        open_ledger(path, read_only=True)
    with open_ledger(path) as ledger:
        ledger.add(Document(id="a", text="نص"), [])
    with open_ledger(path, read_only=True) as ledger:
        assert ledger.has("a")
