"""Spellings put into the form that the other number readers know: their best case.

Digits of the three scripts become ASCII; a dot or comma before exactly three digits goes, another comma is a decimal
point; a conjunction or preposition written together with a number is set apart.
"""

import re
import unicodedata
from collections.abc import Callable

_SEPARATOR = re.compile(r"(?<=\d)([.,٬٫])(\d+)(?!\d)")
_CLITIC_BEFORE_DIGIT = re.compile(r"(?<!\w)([وفبلك])(?=\d)")
_WORD = re.compile(r"[^\W\d_]+")
_CLITICS = "وفبلك"


def plain_digits(text: str) -> str:
    """Return a text with ASCII digits, `.` as decimal point and nothing between thousands."""
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    return _SEPARATOR.sub(_separator, digits)


def _separator(match: re.Match[str]) -> str:
    sign, after = match.groups()
    grouped = sign == "٬" or (sign != "٫" and len(after) == 3)
    return ("" if grouped else ".") + after


def clitics_apart(text: str, is_number_word: Callable[[str], bool]) -> str:
    """Return a text in which `و`, `ف`, `ب`, `ل`, `ك` stand apart from digits and number words."""

    def parted(match: re.Match[str]) -> str:
        word = match[0]
        if word[0] in _CLITICS and not is_number_word(word) and is_number_word(word[1:]):
            return f"{word[0]} {word[1:]}"
        return word

    return _WORD.sub(parted, _CLITIC_BEFORE_DIGIT.sub(r"\1 ", text))
