"""Tables as text: CSV and TSV, told from plain text by a header and rows of as many cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tawatur.intake.fields import Fields
from tawatur.intake.readers import texts
from tawatur.intake.readers.encodings import encoding_of
from tawatur.intake.readers.rows import record_of, unknown
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError

_DELIMITERS = ("\t", ",", ";", "|")
_BEFORE = "\ufeff\0"
_LONGEST_NAME = 60
#: The longest line and the longest cell, in characters.
_LONGEST = 1 << 24
#: A table whose columns are not known is told by this many rows of as many cells as its header, three at least.
_ALIKE = 3
_SEPARATOR_LINE = "sep="


def read_or_plain(stream: Stream, fields: Fields) -> Iterator[Record | InputError]:
    """Yield the records of a table, or of a plain text where the stream is none."""
    encoding = encoding_of(stream) or "utf-8"
    opening = stream.head.decode(encoding, errors="replace").lstrip(_BEFORE)
    declared = _declared(opening)
    delimiter = declared or next((mark for mark in _DELIMITERS if _has_text(opening, mark, fields)), None)
    if delimiter is not None:
        return _rows(stream, fields, encoding, delimiter, skipped=1 if declared else 0)
    other = next((mark for mark in _DELIMITERS if _is_table(opening, mark)), None)
    if other is not None:
        raise unknown(stream, _first(opening, other))
    return texts.text(stream, fields)


def _declared(opening: str) -> str | None:
    """Return the delimiter that a first line `sep=;` declares, as Excel writes it."""
    line = opening.partition("\n")[0].strip()
    return line[-1] if line.lower().startswith(_SEPARATOR_LINE) and len(line) == len(_SEPARATOR_LINE) + 1 else None


def _first(opening: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(opening), delimiter=delimiter), [])
    except csv.Error:
        return []


def _has_text(opening: str, delimiter: str, fields: Fields) -> bool:
    """Tell whether the first row is a header that names a text: one name alone must fill its line."""
    header = _first(opening, delimiter)
    if len(header) < 2 and (delimiter != "," or "\n" not in opening.strip()):
        return False
    return all(len(name) <= _LONGEST_NAME for name in header) and fields.has_text(header)


def _is_table(opening: str, delimiter: str) -> bool:
    """Tell whether a text is a table whose columns are not known."""
    header = [name.strip() for name in _first(opening, delimiter)]
    if len(header) < 3 or not all(name and len(name) <= _LONGEST_NAME for name in header):
        return False
    if len(set(header)) < len(header):
        return False
    reader = csv.reader(io.StringIO(opening), delimiter=delimiter)
    try:
        rows = [row for _, row in zip(range(_ALIKE + 1), reader, strict=False)]
    except csv.Error:
        return False
    return len(rows) == _ALIKE + 1 and all(len(row) == len(header) for row in rows)


class _Lines:
    """The lines of a table; one that is too long is an error, and the next are read."""

    def __init__(self, stream: Stream, encoding: str) -> None:
        self._stream = stream
        self._text = io.TextIOWrapper(stream.body, encoding=encoding, errors="replace", newline="")
        self._number = 0
        #: The lines of the row that is being read.
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(_LONGEST)
        self._number += 1
        if not line:
            raise StopIteration
        if len(line) < _LONGEST or line.endswith(("\n", "\r")):
            self.taken.append(line)
            return line
        while line and not line.endswith(("\n", "\r")):
            line = self._text.readline(_LONGEST)
        raise self._stream.error("a line too long for one report", f"line {self._number}", "is it a table?")


def _rows(
    stream: Stream, fields: Fields, encoding: str, delimiter: str, *, skipped: int
) -> Iterator[Record | InputError]:
    csv.field_size_limit(_LONGEST)  # the standard library's own is lower than a long report
    lines = _Lines(stream, encoding)
    reader = csv.reader(lines, delimiter=delimiter)
    header: list[str] | None = None
    while True:
        lines.taken.clear()
        where = f"line {reader.line_num + 1}"
        rows: list[list[str]] = []
        try:
            rows = [next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            if header is None or not _torn_apart(lines.taken, delimiter, len(header), broken=True):
                yield stream.error(f"malformed: {error}", where, "a quotation mark may be missing")
                continue
        except InputError as error:
            yield error
            continue
        if skipped:
            skipped -= 1
        elif header is None:
            header = [name.strip(_BEFORE) for name in rows[0]]
        else:
            rows = _torn_apart(lines.taken, delimiter, len(header), broken=not rows) or rows
            for number, row in enumerate(rows):
                place = where if len(rows) == 1 else f"line {reader.line_num - len(rows) + 1 + number}"
                yield from record_of(stream, fields, header, row, place, encoding)


def _torn_apart(taken: list[str], delimiter: str, columns: int, *, broken: bool = False) -> list[list[str]]:
    """Return the rows that a stray quotation mark has put into one, none where the row is one.

    Each of the lines that it took is a row by itself, and either a tab sets cells apart, which no text holds, or the
    mark was never closed. `broken`: there is no telling, the row was too long.
    """
    if len(taken) < 2 or (not broken and delimiter != "\t" and sum(line.count('"') for line in taken) % 2 == 0):
        return []
    rows = list(csv.reader(taken, delimiter=delimiter, quoting=csv.QUOTE_NONE))
    return rows if all(len(row) == columns for row in rows) else []
