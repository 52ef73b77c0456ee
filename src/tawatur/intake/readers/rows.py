"""Rows of a table under its header: what the readers of tables share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.intake.fields import Fields
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError

_SHOWN = 8


def unknown(stream: Stream, header: Sequence[object], where: str | None = None) -> InputError:
    """Return the error of a table none of whose columns is known to be the text."""
    names = ", ".join(str(name).strip() for name in header[:_SHOWN] if name is not None)
    problem = f"a table without a column of text that is known ({names})"
    return stream.error(problem, where, "name it: --map text=COLUMN")


def record_of(
    stream: Stream, fields: Fields, header: Sequence[object], cells: Sequence[object], where: str, encoding: str | None
) -> Iterator[Record | InputError]:
    """Yield the record of a row: none of a row without any cell filled, an error where it has more cells than names."""
    if all(cell is None or cell == "" for cell in cells):
        return
    if any(cell not in (None, "") for cell in cells[len(header) :]):
        yield stream.error("more cells than the header has names", where, "a quotation mark may be missing")
        return
    row = {name: cell for name, cell in zip(header, cells, strict=False) if name not in (None, "")}
    yield fields.record(stream, where, encoding, row)
