"""The unit that a text writes behind a number: percent, a currency's ISO 4217 code, or km2."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.numbers.lexicon import load_table
from tawatur.arabic.phrases import PhrasesAfter, words_of
from tawatur.arabic.tokens import Token, fold


class Unit(NamedTuple):
    """A unit; `last` is the token after its words."""

    code: str
    last: int


class _Money(NamedTuple):
    default: str | None
    adjectives: dict[str, str]


class _Tables(NamedTuple):
    percent: PhrasesAfter
    area: PhrasesAfter
    money: dict[str, _Money]
    signs: dict[str, str]
    latin: dict[str, str]
    degrees: frozenset[str]
    below_zero: PhrasesAfter


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    table = load_table("number_units.toml")
    currency = table["currency"]
    money: dict[str, _Money] = {}
    for name, entry in currency.items():
        if name in ("signs", "latin"):
            continue
        adjectives: dict[str, str] = {}
        for adjective, code in entry.get("adjectives", {}).items():
            base = fold(adjective)
            for form in (base, base + "ا", base + "ة", "ال" + base, "ال" + base + "ة", base[:-1] + "ة", base + "ه"):
                adjectives[form] = code
        for word in words_of(entry["words"]):
            money[word] = _Money(entry.get("default"), adjectives)
    percent = table["percent"]
    return _Tables(
        percent=PhrasesAfter({"percent": [*percent["signs"], *percent["words"]]}),
        area=PhrasesAfter({code: entry["words"] for code, entry in table["area"].items()}),
        money=money,
        signs=currency["signs"],
        latin=currency["latin"],
        degrees=words_of(table["degrees"]["words"]),
        below_zero=PhrasesAfter({"below": table["degrees"]["below_zero"]}),
    )


def currencies_called(word: str) -> tuple[str, ...]:
    """Return the currencies that a word without an adjective may mean, none where it means one alone (`دولار`)."""
    money = _tables().money.get(word.removeprefix("ال"))
    return tuple(dict.fromkeys(money.adjectives.values())) if money is not None and money.default is None else ()


def is_degree(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token counts degrees, or points of a rate."""
    return at < len(tokens) and tokens[at].text in _tables().degrees


def below_zero(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token after `درجات تحت الصفر` at a token; None where a number is not told to be below zero."""
    for _ in range(2):
        at += is_degree(tokens, at)
    match = _tables().below_zero.find(tokens, at)
    return None if match is None else match[1]


def percent_after(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token after a percent sign or its words at a token; None where there is none."""
    match = _tables().percent.find(tokens, at)
    return match[1] if match is not None else None


def sign_before(tokens: Sequence[Token], first: int) -> str | None:
    """Return the currency whose sign stands just before a token."""
    return _tables().signs.get(tokens[first - 1].text) if first else None


def unit_after(tokens: Sequence[Token], at: int) -> Unit | None:
    """Return the currency or area that is written at a token."""
    if at >= len(tokens):
        return None
    tables = _tables()
    token = tokens[at]
    area = tables.area.find(tokens, at)
    if area is not None:
        return Unit(area[0].label, area[1])
    code = tables.signs.get(token.text) or (tables.latin.get(token.text) if token.kind == "latin" else None)
    if code is not None:
        return Unit(code, at + 1)
    if token.text == "من" and at + 1 < len(tokens) and tokens[at + 1].text.startswith("ال"):
        at, token = at + 1, tokens[at + 1]  # `عشرات المليارات من الدولارات`
    money = tables.money.get(token.text.removeprefix("ال"))
    if money is None:
        return None
    if at + 1 < len(tokens) and (code := money.adjectives.get(tokens[at + 1].text)) is not None:
        return Unit(code, at + 2)
    return Unit(money.default, at + 1) if money.default is not None else None
