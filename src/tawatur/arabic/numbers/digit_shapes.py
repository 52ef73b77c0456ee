"""Numbers written in digits: their separators, and the shapes that are dates, times of day, scores or no number.

A dot or comma may part thousands or begin a fraction; its shape tells: `42.500` has groups of three, `3.5` has
not; `3.500` before a scale word or a percent sign is a fraction again.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from tawatur.arabic.tokens import Token

Shape = Literal["number", "list", "date", "clock", "pair", "dotted", "long", "zero-led"]

#: A longer run of digits is an identifier, no count.
LONGEST = 15
# Both are bounded, so that a long list costs no more than its length times the bound.
_SEPARATED = re.compile(r"\d+(?:[.,\u066b\u066c\u060c'\u2019/:\-]\d+){0,15}")
_SPACED = re.compile(r"(?<![\d.,:/-])[1-9]\d{0,2}(?: \d{3}){1,4}(?!\d| \d{3}(?!\d)|[.,:/\u066b]\d)")
_PHONE = re.compile(r"\d{1,4}(?:[ ()-]{1,2}\d{2,12}){1,6}")
_PARTS = re.compile(r"[^\d]|\d+")
_GROUPING = frozenset(",.\u066c\u060c'\u2019")
_DECIMAL = frozenset(".,\u066b\u060c")


class DigitRun(NamedTuple):
    """A run of digits and what parts them: its shape, its end in the view, and its value where it is a number.

    `fraction` is the other value, where the separator's shape allows one (`3.500` before `مليون`); a `pair` has
    its two numbers in `pair`.
    """

    shape: Shape
    end: int
    value: int | Fraction | None = None
    fraction: Fraction | None = None
    pair: tuple[int | Fraction, int | Fraction] | None = None
    plain: bool = False


def read_run(view: str, token: Token) -> DigitRun:
    """Read the run of digits that begins with a digit token of the view."""
    if not view[token.end + 1 : token.end + 2].isdecimal():
        return _read_plain(token.text, token.end)  # nothing parts it from more digits
    spaced = _SPACED.match(view, token.start)
    separated = _SEPARATED.match(view, token.start)
    assert separated is not None
    if spaced is not None and separated.end() < spaced.end():
        text = spaced.group()
        if len(text) <= LONGEST + text.count(" "):
            return DigitRun("number", spaced.end(), int(text.replace(" ", "")))
    return _read_separated(separated.group(), separated.end(), token)


def phone_end(view: str, start: int) -> int:
    """Return where the phone number after a plus sign ends: its groups may be parted by spaces."""
    match = _PHONE.match(view, start)
    return match.end() if match is not None else start


def _read_separated(text: str, end: int, token: Token) -> DigitRun:
    first = token.end
    if token.end == end:
        return _read_plain(text, end)
    parts = _PARTS.findall(text)
    marks, digits = parts[1::2], parts[0::2]
    if max(map(len, digits)) > LONGEST or len(digits) > LONGEST:
        return DigitRun("long", end)
    kinds = set(marks)
    if ":" in kinds:
        return DigitRun("clock", end)
    if "/" in kinds:
        return DigitRun("date", end)
    if "-" in kinds:
        return _read_hyphenated(text, end, first)
    if len(digits) == 2 and text[0] == "0" and len(digits[0]) == len(digits[1]) == 2 and digits[1] < "60":
        return DigitRun("clock", end)  # `08,00`
    number = _read_number(digits, marks)
    if number is not None:
        value, fraction = number
        return DigitRun("number", end, value, fraction)
    if kinds == {"."}:
        return DigitRun("dotted", end)
    return DigitRun("list", first, _read_plain(digits[0], first).value)


def _read_plain(text: str, end: int) -> DigitRun:
    if len(text) > LONGEST:
        return DigitRun("long", end)
    if text.startswith("0") and len(text) > 1:
        return DigitRun("zero-led", end, int(text))
    return DigitRun("number", end, int(text), plain=True)


def _read_hyphenated(text: str, end: int, first: int) -> DigitRun:
    sides = text.split("-")
    if len(sides) != 2:
        return DigitRun("date", end)
    values = []
    for side in sides:
        parts = _PARTS.findall(side)
        number = _read_number(parts[0::2], parts[1::2]) if len(parts) > 1 else (_read_plain(side, 0).value, None)
        if number is None or number[0] is None:
            return DigitRun("list", first, None)
        values.append(number[0])
    return DigitRun("pair", end, pair=(values[0], values[1]), plain=text.replace("-", "").isdigit())


def _read_number(digits: list[str], marks: list[str]) -> tuple[int | Fraction, Fraction | None] | None:
    """Return a separated number's value, and its value as a fraction where that differs; None where it is none."""
    head, last = digits[0], digits[-1]
    groups = len(head) <= 3 and head[0] != "0" and all(len(part) == 3 for part in digits[1:])
    whole = marks[0] in _GROUPING and set(marks) == {marks[0]}
    if groups and whole:
        value = int("".join(digits))
        single = len(marks) == 1 and marks[0] in _DECIMAL
        return value, (_decimal(head, last) if single else None)
    if len(marks) == 1:
        if marks[0] not in _DECIMAL or (len(head) > 1 and head[0] == "0"):
            return None
        if marks[0] == "\u060c" and len(last) > 2:
            return None
        return _decimal(head, last), None
    inner = digits[:-1]
    mixed = set(marks[:-1]) == {marks[0]} and marks[0] in _GROUPING and marks[-1] != marks[0] and marks[-1] in _DECIMAL
    if mixed and len(head) <= 3 and head[0] != "0" and all(len(part) == 3 for part in inner[1:]):
        return _decimal("".join(inner), last), None
    return None


def _decimal(whole: str, part: str) -> Fraction:
    return Fraction(int(whole + part), 10 ** len(part))
