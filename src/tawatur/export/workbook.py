"""XLSX: a workbook with a sheet of claims and one that says what it holds."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tawatur.export.account import Account
from tawatur.export.cells import Cell, text
from tawatur.export.fields import FIELDS, row
from tawatur.export.items import Item
from tawatur.export.naming import Naming

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

#: Limits of the format: rows of a sheet, letters of a cell, digits that a number keeps.
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
MOST_DIGITS = 15
_PIECE = 1 << 16


def write(items: Iterable[Item], _naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield the workbook, once it is whole: its parts are packed at the end. It grows on disk, not in memory."""
    from openpyxl import Workbook  # noqa: PLC0415  slow to import

    book = Workbook(write_only=True)
    sheet = None
    filled = 0
    for item in items:
        if sheet is None or filled >= MOST_ROWS:
            sheet = book.create_sheet(f"claims {len(book.worksheets) + 1}" if book.worksheets else "claims")
            sheet.append([_cell(sheet, name) for name in FIELDS])
            filled = 1
        sheet.append([_cell(sheet, value) for value in row(item)])
        filled += 1
        account.written += 1
    if sheet is None:
        sheet = book.create_sheet("claims")
        sheet.append([_cell(sheet, name) for name in FIELDS])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _cell(sheet: object, value: Cell) -> WriteOnlyCell:
    """Return a cell; a text is one whatever it begins with, and a number that would lose digits is written as text."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    if isinstance(value, int) and not isinstance(value, bool) and len(str(abs(value))) > MOST_DIGITS:
        value = str(value)
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, "")
    cell._value = text(value)[:LONGEST_CELL]  # noqa: SLF001  the setter would take `=1+1` for a formula
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell
