"""The words that make numbers, read from `data/numerals.toml`, and what a word of a text may be among them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.nouns import prefix_letters
from tawatur.arabic.prefixes import may_hold, stems
from tawatur.arabic.tokens import fold

Role = Literal[
    "unit", "ten", "tens", "hundred", "hundreds", "scale", "scale_dual", "magnitude", "few", "several", "fraction",
    "fraction_part", "zero", "ordinal",
]  # fmt: skip

#: In the order in which a word's readings are tried.
_ROLES: dict[str, Role] = {
    "units": "unit", "ten": "ten", "tens": "tens", "hundred": "hundred", "hundreds": "hundreds",
    "scale_duals": "scale_dual", "magnitudes": "magnitude", "scales": "scale", "few": "few", "several": "several",
    "fractions": "fraction", "fraction_parts": "fraction_part", "zero": "zero", "ordinals": "ordinal",
}  # fmt: skip


class Reading(NamedTuple):
    """What a word may be in a number. `cut` counts the letters of its prefixes, the article's apart.

    `value` is the word's own: of a scale the scale, of a scale's dual the scale too.
    """

    role: Role
    value: int | Fraction
    text: str
    cut: int
    conjunction: bool
    preposition: bool
    article: bool


Readings = tuple[Reading, ...]


@lru_cache(maxsize=1)
def lexicon() -> dict[str, tuple[tuple[Role, int | Fraction], ...]]:
    """Return the numerals of `data/numerals.toml` by their view spelling, with their roles and values."""
    table = load_table("numerals.toml")
    words: dict[str, list[tuple[Role, int | Fraction]]] = {}
    for section, role in _ROLES.items():
        for value, spellings in table[section].items():
            for spelling in spellings:
                _add(words, fold(spelling), role, Fraction(value) if "/" in value else int(value))
    for value, beginnings in table["hundred_stems"].items():
        for beginning in beginnings:
            for hundred in table["hundred"]["100"]:
                _add(words, fold(beginning + hundred), "hundreds", 100 * int(value))
    for value, units in table["units"].items():
        for unit in units:
            for ten in table["ten"]["10"]:
                _add(words, fold(unit + ten), "ten", 10 + int(value))
    for value, spellings in table["fractions"].items():
        for spelling in spellings:
            for pronoun in table["fraction_pronouns"]["words"] if fold(spelling).isalpha() else ():
                _add(words, fold(spelling + pronoun), "fraction", Fraction(value))
    for pronoun in table["fifth_pronouns"]["words"]:  # خمسهم: five would take no pronoun
        _add(words, fold(table["fifth_pronouns"]["stem"] + pronoun), "fraction", Fraction(1, 5))
    for value, spellings in table["fraction_parts"].items():
        for pronoun in table["fraction_pronouns"]["words"]:
            _add(words, fold(spellings[0] + pronoun), "fraction_part", Fraction(value))
    return {word: tuple(readings) for word, readings in words.items()}


def _add(words: dict[str, list[tuple[Role, int | Fraction]]], word: str, role: Role, value: int | Fraction) -> None:
    spellings = (word, word[:-1] + "ه") if word.endswith("ة") else (word,)
    for spelling in spellings:
        readings = words.setdefault(spelling, [])
        if (role, value) not in readings:
            readings.append((role, value))


@lru_cache(maxsize=1)
def _not_numerals() -> frozenset[str]:
    return frozenset(fold(word) for word in load_table("numerals.toml")["not_numerals"])


@lru_cache(maxsize=1)
def decimal_points() -> frozenset[str]:
    """Return the words that stand between a whole number and its decimals."""
    return frozenset(fold(word) for word in load_table("numerals.toml")["decimal_points"])


@lru_cache(maxsize=1)
def decimal_letters() -> frozenset[str]:
    """Return the letters that are printed for a decimal comma."""
    return frozenset(fold(word) for word in load_table("numerals.toml")["decimal_letters"])


@lru_cache(maxsize=1)
def negatives() -> frozenset[str]:
    """Return the words that make a number negative."""
    return frozenset(fold(word) for word in load_table("numerals.toml")["negative"])


@lru_cache(maxsize=1)
def latin_scales() -> dict[str, int]:
    """Return the scales that are written in Latin letters behind digits."""
    table = load_table("numerals.toml")["latin_scales"]
    return {letters: int(value) for value, spellings in table.items() for letters in spellings}


def _readings(word: str) -> Readings:
    if not may_hold(word, lexicon()) or word in _not_numerals():
        return ()
    return tuple(_read(word))


#: The readings of every word met so far.
NUMERALS = Memory(_readings)


def _read(word: str) -> Iterator[Reading]:
    entries = lexicon()
    if len(word) == 1:  # a sign, `½`: prefixes leave no single letter
        for role, value in entries.get(word, ()):
            yield Reading(role, value, word, 0, conjunction=False, preposition=False, article=False)
    for stem in stems(word):
        for role, value in entries.get(stem.text, ()):
            cut = prefix_letters(stem)
            yield Reading(
                role, value, stem.text, cut, bool(stem.conjunction), bool(stem.preposition), article=stem.article
            )


@lru_cache(maxsize=16)
def load_table(name: str) -> dict[str, Any]:
    """Return a TOML file of `arabic/data` as it stands."""
    data = resources.files("tawatur.arabic") / "data" / name
    return tomllib.loads(data.read_text(encoding="utf-8"))
