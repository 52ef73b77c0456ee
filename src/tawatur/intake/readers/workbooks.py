"""Workbooks (XLSX): every sheet a table under its header."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from tawatur.intake.fields import Fields
from tawatur.intake.readers.rows import record_of, unknown
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError


def read(stream: Stream, fields: Fields) -> Iterator[Record | InputError]:
    """Yield the records of all sheets: the first row that is filled is the header."""
    from openpyxl import load_workbook  # noqa: PLC0415  slow to import, and for workbooks only

    with stream.seekable() as body:
        try:
            workbook = load_workbook(body, read_only=True, data_only=True)
        except (KeyError, ValueError, TypeError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
            raise stream.error(f"a damaged workbook: {error}", remedy="save it again") from None
        found = False
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()
            header: tuple[object, ...] | None = None
            try:
                for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                    where = f"sheet {sheet.title}, row {number}"
                    if header is None:
                        if all(cell in (None, "") for cell in row):
                            continue
                        header = row
                        found = True
                        if not fields.has_text(name for name in header if name is not None):
                            yield unknown(stream, header, f"sheet {sheet.title}")
                            break
                        continue
                    yield from record_of(stream, fields, header, row, where, None)
            except (KeyError, ValueError, TypeError, SyntaxError, zipfile.BadZipFile) as error:
                yield stream.error(f"a damaged sheet: {error}", f"sheet {sheet.title}", "save it again")
        workbook.close()
        if not found:
            yield stream.error("an empty workbook", remedy="nothing to read in it")
