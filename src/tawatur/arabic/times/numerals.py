"""Numerals inside times: the counts, days and years that dates and periods are made of.

Words come from the number reader's lexicon (`data/numerals.toml`). Here only what a time can hold is put together:
cardinals below a thousand and years in words, ordinals to a hundred.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.prefixes import may_hold, stems
from tawatur.arabic.times.words import Words
from tawatur.arabic.tokens import fold


class Numeral(NamedTuple):
    """A value, the token behind its last word, how many letters its prefixes take; `high` of `ثلاثة أو أربعة`."""

    value: int
    next: int
    prefix: int = 0
    high: int | None = None


class Piece(NamedTuple):
    """A word as a piece of a numeral: group (units, ten, tens, hundred, thousand, ordinal), value, prefixes."""

    group: str
    value: int
    conjunction: str
    article: bool
    prefix: int


@cache
def _pieces() -> dict[str, tuple[tuple[str, int], ...]]:
    data = resources.files("tawatur.arabic") / "data" / "numerals.toml"
    table = tomllib.loads(data.read_text(encoding="utf-8"))
    found: dict[str, list[tuple[str, int]]] = {}

    def add(word: str, group: str, value: int) -> None:
        folded = fold(word)
        for spelling in (folded, folded[:-1] + "ه") if folded.endswith("ة") else (folded,):
            found.setdefault(spelling, []).append((group, value))

    for group in ("units", "ten", "tens", "hundred", "hundreds"):
        for value, words in table[group].items():
            for word in words:
                add(word, "hundred" if group == "hundreds" else group, int(value))
    for value, stem_words in table["hundred_stems"].items():
        for stem in stem_words:
            for hundred in table["hundred"]["100"]:
                add(stem + hundred, "hundred", int(value) * 100)
    for word in table["scales"]["1000"]:
        add(word, "thousand", 1000)
    for word in table["scale_duals"]["1000"]:
        add(word, "thousands", 2000)
    for value, words in table["ordinals"].items():
        for word in words:
            add(word, "ordinal", int(value))
    return {word: tuple(pieces) for word, pieces in found.items()}


def number_words() -> frozenset[str]:
    """Return the words that a numeral is made of, prefixes left out."""
    return frozenset(_pieces())


def pieces_of(word: str) -> Iterator[Piece]:
    """Yield what a word of the view may be in a numeral."""
    table = _pieces()
    for stem in stems(word):
        for group, value in table.get(stem.text, ()):
            yield Piece(group, value, stem.conjunction, stem.article, len(stem.conjunction) + len(stem.preposition))


#: The pieces of a word that has none.
_NONE: Mapping[str, Piece] = {}


def _by_group(word: str) -> Mapping[str, Piece]:
    """Return a token's first piece of each group; signs, digits and Latin letters are none."""
    if not may_hold(word, _pieces()):
        return _NONE
    groups: dict[str, Piece] = {}
    for piece in pieces_of(word):
        groups.setdefault(piece.group, piece)
    return groups or _NONE


#: The pieces by their group of every word met so far.
PIECES = Memory(_by_group)


def _piece(words: Words, at: int, group: str) -> Piece | None:
    return PIECES[words.texts[at]].get(group) if 0 <= at < words.count else None


def _is_joined(word: str) -> bool:
    """Return whether a word may go on a numeral by `و`."""
    return any(piece.conjunction for piece in pieces_of(word))


def digits(words: Words, at: int, longest: int = 4) -> int | None:
    """Return the value of a token of at most so many digits that is no part of a longer number (`3.5`, `1,200`)."""
    if words.kind(at) != "digits" or len(words.word(at)) > longest:
        return None
    for step in (-1, 1):
        mark, beyond = at + step, at + 2 * step
        if (
            words.word(mark) in {".", ",", "٫", "٬", ":"}
            and words.kind(beyond) == "digits"
            and words.glued(max(at, mark))
            and words.glued(max(mark, beyond))
        ):
            return None
    return int(words.word(at))


def cardinal(words: Words, at: int) -> Numeral | None:
    """Read a count: digits, or words below a thousand (`ثلاثة`, `خمسة عشر`, `خمس وعشرون`, `مئة`); `الـ24` too."""
    if words.word(at) == "ال" and words.kind(at + 1) == "digits":
        value = digits(words, at + 1)
        return None if value is None else Numeral(value, at + 2)
    value = digits(words, at)
    if value is not None:
        return Numeral(value, at + 1)
    return _below_hundred(words, at) or _hundreds(words, at)


def _below_hundred(words: Words, at: int) -> Numeral | None:
    unit = _piece(words, at, "units")
    ten = _piece(words, at, "ten")
    tens = _piece(words, at, "tens")
    if unit is not None:
        teen = _piece(words, at + 1, "ten")
        if teen is not None and not teen.conjunction and not teen.article:
            return Numeral(unit.value + 10, at + 2, unit.prefix)
        more = _piece(words, at + 1, "tens")
        if more is not None and more.conjunction:
            return Numeral(unit.value + more.value, at + 2, unit.prefix)
        hundred = _piece(words, at + 1, "hundred")
        if hundred is not None and hundred.value == 100 and not hundred.conjunction:
            return _with_rest(words, Numeral(unit.value * 100, at + 2, unit.prefix))
        return Numeral(unit.value, at + 1, unit.prefix)
    piece = ten or tens
    return None if piece is None else Numeral(piece.value, at + 1, piece.prefix)


def _hundreds(words: Words, at: int) -> Numeral | None:
    hundred = _piece(words, at, "hundred")
    return None if hundred is None else _with_rest(words, Numeral(hundred.value, at + 1, hundred.prefix))


def _with_rest(words: Words, hundreds: Numeral) -> Numeral:
    """Add what follows a hundred by `و`."""
    if _is_joined(words.word(hundreds.next)):
        rest = _below_hundred(words, hundreds.next)
        if rest is not None:
            return Numeral(hundreds.value + rest.value, rest.next, hundreds.prefix)
    return hundreds


def year_in_words(words: Words, at: int) -> Numeral | None:
    """Read a year in words: `ألفين وأربعة عشر`, `ألف وتسعمئة وثمانية وأربعين`."""
    head = _piece(words, at, "thousands") or _piece(words, at, "thousand")
    if head is None:
        return None
    value, after = head.value, at + 1
    rest = cardinal(words, after) if _is_joined(words.word(after)) else None
    if rest is None or words.kind(after) != "word":
        return Numeral(value, after, head.prefix)
    return Numeral(value + rest.value, rest.next, head.prefix)


def ordinal(words: Words, at: int, *, article: bool = True) -> Numeral | None:
    """Read an ordinal: `العاشر`, `الرابع عشر`, `الثامن والعشرين`, `الثلاثين`; `article` wants the article."""
    first = _piece(words, at, "ordinal")
    if first is not None:
        if article and not first.article:
            return None
        teen = _piece(words, at + 1, "ten")
        if teen is not None and not teen.conjunction:
            return Numeral(first.value + 10, at + 2, first.prefix)
        tens = _piece(words, at + 1, "tens")
        if tens is not None and tens.conjunction:
            return Numeral(first.value + tens.value, at + 2, first.prefix)
        return Numeral(first.value, at + 1, first.prefix)
    tens = _piece(words, at, "tens")
    if tens is not None and tens.article:
        return Numeral(tens.value, at + 1, tens.prefix)
    return None
