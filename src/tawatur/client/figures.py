"""A figure as a user types it: digits of any kind, a date, or an Arabic number in words."""

from __future__ import annotations

import re

from tawatur.arabic import find_numbers
from tawatur.model import Value

_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_WHOLE = re.compile(r"[-+]?\d+")
_DECIMAL = re.compile(r"[-+]?\d+\.\d+")
_SEPARATORS = str.maketrans(
    {",": "", "،": "", "٬": "", "_": "", " ": "", "\u00a0": "", "\u202f": "", "٫": ".", "%": ""}
)


def figure(text: str) -> Value:
    """Return the number or date (`2014-09`, `2014-09-15`) that `text` is, None where it is neither.

    Digits may be Arabic, and thousands set apart; `ألف ومئتان` is 1200.
    """
    text = text.strip()
    if _DATE.fullmatch(text):
        return text
    plain = text.translate(_SEPARATORS)
    if _WHOLE.fullmatch(plain):
        return int(plain)
    if _DECIMAL.fullmatch(plain):
        return float(plain)
    numbers = find_numbers(text)
    if len(numbers) == 1 and numbers[0].low == numbers[0].high:
        return numbers[0].low
    return None
