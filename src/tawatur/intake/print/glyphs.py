"""Glyphs: what stands where on a page of a PDF."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple


class Glyph(NamedTuple):
    """A glyph: the letters that it stands for, its extent and its baseline in points, the size of its type."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def edge(self) -> float:
        """Where it stands among its neighbours: a mark on a letter by its middle, all else by its right edge."""
        return (self.left + self.right) / 2 if unicodedata.combining(self.text[0]) else self.right


def glyphs(page: Any) -> Iterator[Glyph]:
    """Yield the glyphs of a page (pypdfium2's), in the order in which it paints them.

    Spaces are left out: what is a space shows in the places of the others, and PDFs are wrong about theirs.
    """
    from pypdfium2 import raw  # noqa: PLC0415  slow to import, and for PDF only

    text_page = page.get_textpage()
    handle = text_page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = raw.FS_MATRIX()
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        letter = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF else ""
        if not letter or letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Cn", "Co"}:
            continue
        if not raw.FPDFText_GetCharOrigin(handle, index, x, y) or not raw.FPDFText_GetMatrix(handle, index, matrix):
            continue
        size = raw.FPDFText_GetFontSize(handle, index) * abs(matrix.d or matrix.b)
        left, _, right, _ = text_page.get_charbox(index, loose=True)
        # The box of many a glyph is that of its ink: the origin is where the one before it ends.
        yield Glyph(_plain(letter), min(left, right, x.value), max(left, right), y.value, size or 1.0)
    text_page.close()


def _plain(letter: str) -> str:
    """Return a letter for its presentation form: `ﻻ` is `لا`."""
    return unicodedata.normalize("NFKC", letter) if "\ufb50" <= letter <= "\ufeff" else letter
