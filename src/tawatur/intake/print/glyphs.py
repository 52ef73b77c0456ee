"""Glyphs: what stands where on a page of a PDF."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple


class Glyph(NamedTuple):
    """A glyph: the letters that it stands for, its extent, origin and baseline in points, the size of its type.

    `word` counts the spaces painted before it on its page.
    """

    text: str
    left: float
    right: float
    origin: float
    baseline: float
    size: float
    word: int


def glyphs(page: Any) -> Iterator[Glyph]:
    """Yield the glyphs of a page (pypdfium2's), in the order in which it paints them.

    Spaces come as the number of the word that they set apart: where they stand, PDFs do not say.
    """
    from pypdfium2 import raw  # noqa: PLC0415  slow to import, and for PDF only

    text_page = page.get_textpage()
    handle = text_page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = raw.FS_MATRIX()
    word = 0
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        letter = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF else ""
        word += code < 0x21 or letter.isspace()
        if not letter or letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Cn", "Co"}:
            continue
        if not raw.FPDFText_GetCharOrigin(handle, index, x, y) or not raw.FPDFText_GetMatrix(handle, index, matrix):
            continue
        size = raw.FPDFText_GetFontSize(handle, index) * abs(matrix.d or matrix.b)
        left, _, right, _ = text_page.get_charbox(index, loose=True)
        # The box of many a glyph is that of its ink: the origin is where the one before it ends.
        left, right = min(left, right, x.value), max(left, right)
        yield Glyph(_plain(letter), left, right, x.value, y.value, size or 1.0, word)
    text_page.close()


def _plain(letter: str) -> str:
    """Return a letter for its presentation form: `ﻻ` is `لا`."""
    return unicodedata.normalize("NFKC", letter) if "\ufb50" <= letter <= "\ufeff" else letter
