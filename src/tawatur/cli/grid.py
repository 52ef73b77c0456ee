"""Grids in a terminal: columns as wide as what stands in them, cells of several lines, wrapped where room is scarce."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawatur.cli.bidi import cell, clean, line, width, wrap
from tawatur.cli.style import styled

_WIDE_GAP, _GAP = 2, 1
#: No column is made narrower than its longest word, up to this.
_WORD = 12

#: A row: for every column the lines of its cell.
GridRow = Sequence[Sequence[str]]


class Grid:
    """A grid of `rows` under `headings` within `room` columns of the screen; the widest columns give way first."""

    def __init__(self, headings: Sequence[str], rows: Sequence[GridRow], room: int) -> None:
        self._headings = headings
        columns = range(len(headings))
        needed = [
            max([*map(width, headings[at].split()), *(width(clean(t)) for r in rows for t in r[at])]) for at in columns
        ]
        least = [max(_longest_word(headings[at]), *(_longest_word(t) for r in rows for t in r[at])) for at in columns]
        least = [min(_WORD, size) for size in least]
        fits = sum(needed) + _WIDE_GAP * (len(needed) - 1) <= room
        self._gap = " " * (_WIDE_GAP if fits or sum(least) + _WIDE_GAP * (len(least) - 1) <= room else _GAP)
        spare = room - len(self._gap) * (len(needed) - 1)
        while sum(needed) > spare and any(size > bottom for size, bottom in zip(needed, least, strict=True)):
            widest = max(columns, key=lambda at: (needed[at] > least[at], needed[at]))
            needed[widest] -= 1
        self._widths = needed

    def heading(self) -> list[str]:
        """Return the lines above the rows."""
        return [styled(text, "strong") for text in self.row([[name] for name in self._headings])]

    def row(self, row: GridRow) -> list[str]:
        """Return the lines of one row, each cell's wrapped to its column."""
        wrapped = [list(_wrapped(texts, size)) for texts, size in zip(row, self._widths, strict=True)]
        height = max((len(texts) for texts in wrapped), default=0)
        filled = [[*texts, *[""] * (height - len(texts))] for texts in wrapped]
        return [
            line(
                self._gap.join(cell(texts[at], size) for texts, size in zip(filled, self._widths, strict=True)).rstrip()
            )
            for at in range(height)
        ]


def _pieces(text: str) -> list[str]:
    """Return a text's words, a period's two ends and parties joined by a sign apart."""
    return re.split(r"(?<=-\d\d/)| ", clean(text))


def _longest_word(text: str) -> int:
    return max(map(width, _pieces(text)), default=0)


def _wrapped(texts: Sequence[str], size: int) -> Iterator[str]:
    for text in texts:
        if width(clean(text)) <= size:
            yield clean(text)
        else:
            yield from wrap(" ".join(_pieces(text)), size)
