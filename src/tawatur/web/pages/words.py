"""The pages' words in both languages, and nouns counted as each language counts."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from tawatur.page.convention import Convention
from tawatur.page.labels import LANGUAGES, Language

Catalogue = dict[str, list[str]]


@lru_cache(maxsize=1)
def catalogue() -> tuple[Catalogue, dict[str, list[list[str]]]]:
    """Return (texts, counted nouns) by their names; of each the English and the Arabic."""
    read = tomllib.loads(files("tawatur.web.pages").joinpath("messages.toml").read_text(encoding="utf-8"))
    return read["text"], read["count"]


def text(name: str, language: Language, /, **values: object) -> str:
    """Return a text in a language, its values filled in. Raises KeyError where the catalogue has none of the name."""
    told = catalogue()[0][name][LANGUAGES.index(language)]
    return told.format(**values) if values else told


def has(name: str) -> bool:
    """Tell whether the catalogue has a text of a name."""
    return name in catalogue()[0]


def counted(noun: str, count: int, convention: Convention) -> str:
    """Return a noun with its number: `3 claims`, `3 ادعاءات`, `ادعاءان`."""
    forms = catalogue()[1][noun][LANGUAGES.index(convention.language)]
    return forms[_form(count, convention.language)].format(convention.number(count))


def _form(count: int, language: Language) -> int:
    """Return which form a count takes; in Arabic the last two digits decide (Unicode CLDR, plural rules of `ar`)."""
    if language == "en":
        return int(count != 1)
    if count in (1, 2):
        return count - 1
    last = count % 100
    if 3 <= last <= 10:
        return 2
    return 3 if last > 10 else 4
