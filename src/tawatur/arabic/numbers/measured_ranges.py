"""Ranges whose first end has its noun with it: `من نصف متر إلى متر ونصف`, `بين عام وثلاثة أعوام`, `هجوم أو اثنين`.

The noun stands between the two numbers, and a singular is one of the ends itself.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from tawatur.arabic.numbers.grammar import Amount, Quantity
from tawatur.arabic.numbers.passage import Passage
from tawatur.arabic.numbers.ranges import Opening

_TO = frozenset(("الي", "حتي"))
_DUAL, _FEW = 2, 10
_LENGTHS = frozenset(("متر", "قدم"))
_HALVES = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 4))


class End(NamedTuple):
    """An end of a range: its value, and the token after its words, its noun left out where a number has one."""

    value: Quantity
    last: int
    after: int
    indefinite: bool = False


def counted_lemmas(passage: Passage, at: int) -> frozenset[str]:
    """Return the lemmas that an indefinite noun at a token may have."""
    return frozenset(
        form.lemma
        for stem, form in passage.nouns.look_up(passage.word(at))
        if not stem.article and not stem.conjunction and not stem.preposition and not form.possessed
    )


def second_measure(passage: Passage, at: int, lemmas: frozenset[str], opening: Opening) -> End | None:
    """Return the other end of a range that `opening` opens, whose first noun stands before token `at`."""
    if opening.label == "between":
        joined = passage.grammar.joined(at)
        start = None if joined is None else joined[0]
    else:
        start = at + 1 if passage.word(at) in _TO else None
    return None if start is None else measure(passage, start, lemmas)


def measure(passage: Passage, at: int, lemmas: frozenset[str]) -> End | None:
    """Read so many of one of these nouns at a token: `ثلاثة أعوام`, `عامين`, `متر ونصف`."""
    for amount in passage.grammar.amounts(at) if at < passage.count else ():
        if not amount.indefinite and not lemmas.isdisjoint(counted_lemmas(passage, amount.last)):
            return End(amount.low, amount.last, amount.last + 1)
    for stem, form in passage.nouns.look_up(passage.word(at)):
        if form.lemma not in lemmas or stem.article or stem.preposition or form.possessed:
            continue
        if form.number == "dual" and not form.construct:
            return End(2, at + 1, at + 1)
        if form.number == "singular":
            half = _half(passage, at + 1)
            return End(1 + half[0], half[1], half[1]) if half is not None else None
    return None


def _half(passage: Passage, at: int) -> tuple[Fraction, int] | None:
    joined = passage.grammar.joined(at)
    reading = None if joined is None else passage.grammar.reading(joined[0], "fraction")
    if joined is None or reading is None or reading.article or reading.value not in _HALVES:
        return None
    return Fraction(reading.value), joined[0] + 1


def noun_range(passage: Passage, amount: Amount, opening: Opening, *, change: bool) -> Amount | None:
    """Return the range of `من 3 أشهر إلى 5 أشهر`, the first end an amount with its noun.

    `change` tells that a word of change goes before; of lengths it is their height,
    `ارتفاع الموج من نصف متر إلى مترين`.
    """
    lemmas = counted_lemmas(passage, amount.last)
    if not lemmas or amount.indefinite or (change and lemmas.isdisjoint(_LENGTHS)):
        return None
    end = second_measure(passage, amount.last + 1, lemmas, opening)
    if end is None or end.value <= amount.low:
        return None
    return amount._replace(high=end.value, last=end.last, plain=False, bracket=False)


def or_more(passage: Passage, at: int, lemma: str) -> End | None:
    """Return the other end of `نقطتان أو ثلاث نقاط`, `مرتين أو ثلاثا`, whose dual stands before token `at`."""
    start = at + 1 + (passage.word(at + 1) == "حتي")
    if passage.word(at) != "او" or start >= passage.count:
        return None
    end = measure(passage, start, frozenset((lemma,)))
    if end is None:
        amounts = passage.grammar.amounts(start)
        alone = bool(amounts) and not amounts[0].indefinite and not passage.counted(amounts[0].last)
        end = End(amounts[0].low, amounts[0].last, amounts[0].last) if alone and amounts[0].scale == 1 else None
    return end if end is not None and _DUAL < end.value <= _FEW else None


def one_or_two(passage: Passage, amount: Amount) -> bool:
    """Tell whether an amount is the two of `هجوم أو اثنين`: one to two of the noun before."""
    at = amount.first
    if amount.low != 2 or amount.final != "unit" or amount.cut or at - 2 < passage.floor:
        return False
    return passage.word(at - 1) == "او" and any(
        form.number == "singular" and not form.possessed and not stem.article
        for stem, form in passage.nouns.look_up(passage.word(at - 2))
    )
