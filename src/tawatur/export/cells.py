"""Cells of tables: what a spreadsheet would run is disarmed, what would move or break a cell is left out.

A cell that begins with `=`, `+`, `-` or `@` is a formula to a spreadsheet, whoever wrote it; an apostrophe in front
makes it text (OWASP, CSV Injection). Controls that turn the direction of letters around (UAX 9: embeddings, overrides,
isolates) reach beyond an unclosed cell and are left out, and so are letters that are no Unicode.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

_TURNING = "\u202a-\u202e\u2066-\u2069"
_BROKEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_LEFT_OUT = re.compile(f"[{_TURNING}{_BROKEN}]")
#: Full-width forms count: some programs fold them. Marks of direction in front hide none of them.
_FORMULA = re.compile("[\\s\u200e\u200f\u061c\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")

#: Rows written at a time.
_ROWS = 200

#: What a cell may hold.
Cell = str | int | float | bool | None


def text(value: str) -> str:
    """Return `value` on one line, without controls that move what stands around it."""
    return " ".join(_LEFT_OUT.sub("", value).split()) if value else ""


def disarmed(value: str) -> str:
    """Return a text for a cell that no spreadsheet takes for a formula."""
    return text(guarded(value))


def guarded(value: str) -> str:
    """Return a text as it is, an apostrophe before one that begins like a formula."""
    return f"'{value}" if _FORMULA.match(value) else value


def plain(value: Cell) -> Cell:
    """Return a cell as CSV has it: numbers as they are, in full; truth as `true`, `false`; nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return disarmed(value) if isinstance(value, str) else value


def csv_rows(rows: Iterable[Sequence[Cell]], *, delimiter: str = ",") -> Iterator[bytes]:
    """Yield rows as CSV (RFC 4180), UTF-8, some at a time."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    for number, row in enumerate(rows, 1):
        writer.writerow([plain(value) for value in row])
        if number % _ROWS == 0:
            yield _taken(written)
    if written.tell():
        yield _taken(written)


def _taken(written: io.StringIO) -> bytes:
    found = written.getvalue().encode()
    written.seek(0)
    written.truncate()
    return found
