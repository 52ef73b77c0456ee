"""Reading a pack's files: tab-separated tables into rows, TOML into rows, with the line of whatever is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from tawatur.model import InputError

Row = TypeVar("Row", bound=msgspec.Struct)


class Column(NamedTuple):
    """A column of a table: its name, how its cells are read, and whether an empty cell is None."""

    name: str
    read: Callable[[str], Any]
    optional: bool


class Line(NamedTuple):
    """A data line of a table: its number in the file (from 1) and its cells by the header's order."""

    number: int
    cells: list[str]


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(part for piece in cell.split("|") if (part := piece.strip()))


_READERS: dict[str, tuple[Callable[[str], Any], bool]] = {
    "str": (str, False),
    "str | None": (str, True),
    "tuple[str, ...]": (_alternatives, True),
    "float | None": (float, True),
    "int | None": (int, True),
}


@lru_cache(maxsize=16)
def columns(kind: type[msgspec.Struct]) -> tuple[Column, ...]:
    """Return the columns of a table of `kind`, one per field; a `Literal` may be empty only where None is allowed."""
    made = []
    for field in msgspec.structs.fields(kind):
        annotation = str(kind.__annotations__[field.name])
        read, optional = _READERS.get(annotation, (str, "None" in annotation or annotation == "Precision | None"))
        made.append(Column(field.encode_name, read, optional))
    return tuple(made)


def read_lines(path: Path) -> tuple[list[str], Iterator[Line]]:
    """Return the header of a tab-separated table and its data lines; `#` comments and blank lines are passed over.

    Raises InputError where the file is not UTF-8 or has no header.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", source=str(path), remedy="save the file as UTF-8") from error
    numbered = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line and line[0] != "#")
    for _number, line in numbered:
        return line.split("\t"), (Line(at, row.split("\t")) for at, row in numbered if not row.isspace())
    raise InputError("no header line", source=str(path), remedy="see docs/packs.md for the columns")


def read_table(kind: type[Row], path: Path) -> Iterator[tuple[int, Row]]:
    """Yield (line number, row) of a table of `kind`; columns may stand in any order.

    The values of a `Literal` are taken as they are, for speed; `check` tells whether they are allowed. Raises
    InputError at the first line that can't be read.
    """
    for number, row in try_table(kind, path):
        if isinstance(row, InputError):
            raise row
        yield number, row


def try_table(kind: type[Row], path: Path) -> Iterator[tuple[int, Row | InputError]]:
    """Yield what `read_table` yields, and an InputError in the stead of each line that can't be read."""
    try:
        header, lines = read_lines(path)
        plan = _plan(kind, header, path)
    except InputError as error:
        yield 1, error
        return
    for line in lines:
        try:
            yield line.number, kind(*_values(line, plan, len(header)))
        except ValueError as error:
            place = f"line {line.number}"
            remedy = "see docs/packs.md for the columns"
            yield line.number, InputError(str(error), source=str(path), place=place, remedy=remedy)


def _plan(kind: type[msgspec.Struct], header: list[str], path: Path) -> list[tuple[int, Callable[[str], Any], bool]]:
    """Return, for each field of `kind`, where its cell stands, how it is read and whether it may be empty."""
    expected = columns(kind)
    names = [column.name for column in expected]
    if sorted(header) != sorted(names):
        raise InputError(
            f"the columns are {', '.join(header)}",
            source=str(path),
            place="header",
            remedy=f"they must be {', '.join(names)}",
        )
    return [(header.index(column.name), column.read, column.optional) for column in expected]


def _values(line: Line, plan: list[tuple[int, Callable[[str], Any], bool]], width: int) -> list[Any]:
    if len(line.cells) != width:
        raise ValueError(f"{len(line.cells)} cells where the header has {width}; one tab parts two cells")
    return [_cell(line.cells[at], read, optional) for at, read, optional in plan]


def _cell(cell: str, read: Callable[[str], Any], optional: bool) -> Any:
    if not cell and optional and read in (str, float, int):
        return None
    return read(cell)


def read_toml(path: Path) -> dict[str, Any]:
    """Return a TOML file's tables. Raises InputError, with the line, where it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not TOML: {error}", source=str(path), remedy="see docs/packs.md for the form") from error


def read_keyed(kind: type[Row], path: Path) -> Iterator[tuple[int, Row]]:
    """Yield (line number, row) of a TOML file with a table per key: `[daesh]`, then the row's other fields.

    Raises InputError at the first table that is no `kind`.
    """
    for number, row in try_keyed(kind, path):
        if isinstance(row, InputError):
            raise row
        yield number, row


def try_keyed(kind: type[Row], path: Path) -> Iterator[tuple[int, Row | InputError]]:
    """Yield what `read_keyed` yields, and an InputError in the stead of each table that is no `kind`."""
    try:
        tables = read_toml(path)
    except InputError as error:
        yield 1, error
        return
    at = key_lines(path)
    for key, table in tables.items():
        number = at.get(key, 1)
        try:
            yield number, msgspec.convert({**table, "key": key} if isinstance(table, dict) else table, kind)
        except msgspec.ValidationError as error:
            yield (
                number,
                InputError(
                    f"[{key}]: {error}",
                    source=str(path),
                    place=f"line {number}",
                    remedy="see docs/packs.md for the fields",
                ),
            )


def key_lines(path: Path) -> dict[str, int]:
    """Return the line on which each table of a TOML file begins."""
    return {
        line.strip()[1:-1].strip().strip('"'): number
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if line.startswith("[") and line.rstrip().endswith("]")
    }
