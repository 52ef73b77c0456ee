"""What packs there are and what they hold, for a user who looks for one."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tawatur.packs.load import KEYED, TABLES, Pack, describe, folder, names, rows


class Inventory(msgspec.Struct, frozen=True):
    """A pack and the number of rows in each of its files."""

    pack: Pack
    rows: dict[str, int]


def packs() -> tuple[Pack, ...]:
    """Return the bundled packs, `core` first."""
    return tuple(describe(name) for name in names())


def show(pack: str | Path) -> Inventory:
    """Return what a bundled pack, or one in a folder, holds.

    Raises InputError where there is no such pack or a file of it can't be read.
    """
    path = folder(pack)
    counted = {file: len(rows(kind, path, file)) for file, kind in (*TABLES.items(), *KEYED.items())}
    return Inventory(describe(pack), {file: count for file, count in counted.items() if count})
