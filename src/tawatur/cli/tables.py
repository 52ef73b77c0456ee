"""Tables in a terminal: columns of known width, so that rows can be printed as they come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.cli.bidi import cell, clean, line
from tawatur.cli.style import styled

_GAP = 2


class Column(NamedTuple):
    """A column: its heading, its columns on the screen, and how soon it is left out (0: never) for want of room.

    The last column of a table takes what room is left, and `width` is the least that it needs.
    """

    heading: str
    width: int
    dispensable: int = 0


class Table:
    """A table of `columns` within `room` columns of the screen; the widest dispensables go first."""

    def __init__(self, columns: Sequence[Column], room: int) -> None:
        kept = list(columns)
        while _needed(kept) > room and any(column.dispensable for column in kept[:-1]):
            kept.remove(max(kept[:-1], key=lambda column: column.dispensable))
        spare = max(0, room - _needed(kept))
        kept[-1] = kept[-1]._replace(width=kept[-1].width + spare)
        self._columns = columns
        self._kept = kept

    def heading(self) -> str:
        """Return the line above the rows."""
        return styled(self._line([column.heading for column in self._kept]), "strong")

    def row(self, values: Sequence[str]) -> str:
        """Return one row; `values` stand for all columns, those left out as well."""
        by_heading = dict(zip((column.heading for column in self._columns), values, strict=True))
        return self._line([clean(by_heading[column.heading]) for column in self._kept])

    def _line(self, values: list[str]) -> str:
        cells = [cell(value, column.width) for value, column in zip(values, self._kept, strict=True)]
        return line((" " * _GAP).join(cells).rstrip())


def _needed(columns: Sequence[Column]) -> int:
    return sum(column.width for column in columns) + _GAP * (len(columns) - 1)
