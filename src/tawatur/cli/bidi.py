"""Arabic in a terminal: widths as shown, cuts by width, and isolates that keep a line's columns in their places.

A terminal that reorders bidirectional text would otherwise let an Arabic cell swap places with its neighbours;
isolates (Unicode UAX 9: U+2068 first strong, U+2067 right to left, U+2069 end) keep it to itself, and a
left-to-right mark in front keeps the line's direction. None of them takes a column.
"""

from __future__ import annotations

import re
import shutil
import unicodedata

from tawatur.page.text import clean

__all__ = [
    "cell", "clean", "cut", "has_arabic", "isolate", "line", "right_to_left", "terminal_width", "width", "wrap",
    "wrap_mixed",
]  # fmt: skip

_FIRST_STRONG, _RIGHT_TO_LEFT, _END, _LEFT_MARK = "\u2068", "\u2067", "\u2069", "\u200e"
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RIGHT = re.compile(_LETTER)
# What is quoted, or Arabic words in a row with what stands between them.
_STRETCH = re.compile(f"«[^«»]*»|{_LETTER}(?:[^A-Za-z()\\[\\],،;؛:«»]*{_LETTER})*")
_ELLIPSIS = "…"
_HARD_SPACE = "\u00a0"


def has_arabic(text: str) -> bool:
    """Return whether some letter of `text` runs from right to left."""
    return _RIGHT.search(text) is not None


def width(text: str) -> int:
    """Return the columns that `text` takes in a terminal: 2 for wide letters, 0 for marks and controls."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def cut(text: str, columns: int) -> str:
    """Return `text` within `columns`, an ellipsis in place of what is left out."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for letter in text:
        used += _columns(letter)
        if used > columns - 1:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + _ELLIPSIS if columns > 0 else ""


def isolate(text: str) -> str:
    """Return `text` kept to itself, where it has Arabic in it."""
    return f"{_FIRST_STRONG}{text}{_END}" if has_arabic(text) else text


def right_to_left(text: str) -> str:
    """Return `text`, a line of its own in Arabic, read from right to left whatever it begins with."""
    return f"{_RIGHT_TO_LEFT}{text}{_END}"


def cell(text: str, columns: int) -> str:
    """Return `text` cut and padded to `columns`, kept to itself."""
    shown = cut(text, columns)
    return isolate(shown) + " " * (columns - width(shown))


def line(text: str) -> str:
    """Return a line that runs from left to right, whatever letters it begins with."""
    return f"{_LEFT_MARK}{text}" if has_arabic(text) else text


def wrap(text: str, columns: int) -> list[str]:
    """Return the lines of `text`, none wider than `columns` unless one word is."""
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        longer = f"{current} {word}" if current else word
        if current and width(longer) > columns:
            lines.append(current)
            current = word
        else:
            current = longer
    return [*lines, current] if current else lines


def wrap_mixed(text: str, columns: int) -> list[str]:
    """Return the lines of a left-to-right text, its Arabic stretches each kept to themselves and on one line."""

    def keep(match: re.Match[str]) -> str:
        stretch = match[0]
        short = width(stretch) <= columns // 2
        return isolate(stretch.replace(" ", _HARD_SPACE) if short else stretch)

    return [found.replace(_HARD_SPACE, " ") for found in wrap(_STRETCH.sub(keep, text), columns)]


def terminal_width() -> int:
    """Return the columns to write for: $COLUMNS, the terminal's, or 100."""
    return shutil.get_terminal_size((100, 24)).columns
