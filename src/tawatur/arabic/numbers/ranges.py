"""Ranges: two numbers that are the ends of one interval, and may share a scale word or a unit between them.

`بين 30 و40`, `من خمسة إلى سبعة`, `40 - 50 ألف`, `ثلاثة أو أربعة`. A change from one level to another (`ارتفع من 30
إلى 50`) is two numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.numbers.grammar import Amount, Grammar
from tawatur.arabic.numbers.lexicon import load_table
from tawatur.arabic.numbers.units import percent_after, unit_after
from tawatur.arabic.phrases import PhrasesBefore, words_of
from tawatur.arabic.tokens import Token

#: How many words before `من` a verb of change is sought.
_REACH = 7


class _Tables(NamedTuple):
    openings: PhrasesBefore
    joins: frozenset[str]
    marks: frozenset[str]
    changes: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    table = load_table("number_bounds.toml")["ranges"]
    return _Tables(
        openings=PhrasesBefore({"between": table["open"], "from": table["from"]}),
        joins=words_of(table["joins"]),
        marks=frozenset(table["join_marks"]),
        changes=words_of(table["changes"]),
    )


class Opening(NamedTuple):
    """The word that opens a range: `between` or `from`, its first token and its prefixes' letters."""

    label: str
    first: int
    cut: int


def opening_before(tokens: Sequence[Token], first: int, floor: int) -> Opening | None:
    """Return what opens a range just before a token."""
    match = _tables().openings.find(tokens, first, floor)
    if match is None:
        return None
    phrase, at, cut = match
    if phrase.label == "between" and at > floor and tokens[at - 1].text in ("من", "ومن"):
        return None  # `من بين`, among
    return Opening(phrase.label, at, cut)


def changes_level(tokens: Sequence[Token], first: int, *, reach: int = _REACH) -> bool:
    """Tell whether a verb or noun of change goes before a token, in reach and in the same clause."""
    changes = _tables().changes
    for at in range(first - 1, max(0, first - reach) - 1, -1):
        token = tokens[at]
        if token.kind == "break" or token.text in (".", "؛"):
            return False
        text = token.text
        if text in changes or (text[0] in "وفبل" and text[1:] in changes) or text.removeprefix("ال") in changes:
            return True
    return False


def second_end(grammar: Grammar, tokens: Sequence[Token], amount: Amount, opening: Opening | None) -> Amount | None:
    """Return the other end of a range whose first end is `amount`; None where there is no range."""
    at = percent_after(tokens, amount.last) or amount.last
    if opening is not None and at == amount.last:
        unit = unit_after(tokens, at)
        at = unit.last if unit is not None else at
    start = _second_start(grammar, tokens, at, opening)
    if start is None:
        return None
    percent = at > amount.last and percent_after(tokens, amount.last) is not None
    for second in grammar.amounts(start):
        if percent and percent_after(tokens, second.last) is None:
            return None
        if second.indefinite or second.final == "zero":
            return None
        if _ascends(share_scale(amount, second), second):
            return second
    return None


def _second_start(grammar: Grammar, tokens: Sequence[Token], at: int, opening: Opening | None) -> int | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    if opening is not None and opening.label == "between":
        joined = grammar.joined(at)
        if joined is not None:
            return joined[0]
    if at + 1 >= len(tokens):
        return None
    tables = _tables()
    if token.text in tables.marks:
        return at + 1 if tokens[at + 1].kind in ("digits", "word") else None
    if token.text in tables.joins:
        article = tokens[at + 1].text == "ال" and at + 2 < len(tokens)
        return at + 2 if article else at + 1
    return None


def share_scale(first: Amount, second: Amount) -> Amount:
    """Give the first end the scale word that stands behind the second: `40 - 50 ألف`."""
    shares = (
        second.scale > 1
        and first.scale == 1
        and not first.indefinite
        and first.final in ("digits", "unit", "ten", "tens", "hundreds")
        and second.group > first.low
        and second.final == "scale"
    )
    if not shares:
        return first
    value = first.low * second.scale
    return first._replace(low=value, high=value)


def _ascends(first: Amount, second: Amount) -> bool:
    share = first.low < 1 < second.low  # لجأ نصفهم إلى 92 مدرسة
    return not first.indefinite and not share and first.low < second.low
