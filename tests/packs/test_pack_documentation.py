"""The format that docs/packs.md describes is the format that is read."""

from pathlib import Path

import msgspec
import pytest

from tawatur import packs
from tawatur.packs.load import KEYED, TABLES

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [*TABLES, *KEYED])
def test_every_file_is_described(file):
    assert f"`{file}`" in DOCUMENT


@pytest.mark.parametrize("file", [*TABLES, *KEYED])
def test_every_field_of_a_file_is_described(file):
    fields = [field.encode_name for field in msgspec.structs.fields({**TABLES, **KEYED}[file])]
    written = [name for name in fields if f"`{name}`" in DOCUMENT or f"    {name} = " in DOCUMENT or name == "key"]
    assert written == fields


@pytest.mark.parametrize("name", packs.names())
def test_every_bundled_pack_is_named(name):
    assert f"`{name}`" in DOCUMENT


def test_the_build_knows_every_bundled_pack():
    settings = (ROOT / "tools" / "places.toml").read_text(encoding="utf-8")
    assert all(f"[packs.{name}" in settings for name in packs.names())
