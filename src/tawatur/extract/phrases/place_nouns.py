"""Nouns of places (`مدينة`, `قرية`, `المحافظة`), read from `data/place_nouns.tsv`, whatever prefixes they wear."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from tawatur.arabic import fold, stems
from tawatur.arabic.prefixes import wearing
from tawatur.packs import PlaceKind

#: The preposition of likeness: no noun of place wears it in reports.
_LIKE = "ك"
#: How nouns begin what they refer back to only where a word says so.
_SAME = "same:"
_FEMININE = "ة"
_DUAL, _FEMININE_DUAL = "ي", "تي"


class PlaceNoun(NamedTuple):
    """A noun of place as it stands in a text.

    `kind` is that of a place so called, `takes_any` whether even an ordinary word behind it is a name, `many` whether
    several names follow, `refers` the kinds of places that it refers back to where it is `definite`, `written` how it
    stands in the English name of such a place (`Jabal {}`), `feminine` whether adjectives behind it end in ة, `led`
    whether it is a noun only behind a preposition (`في محلية كذا`, no `مصادر محلية`), `vague` whether it refers back
    only where a word says so (`المنطقة ذاتها`).
    """

    kind: PlaceKind
    takes_any: bool
    many: bool
    refers: frozenset[str]
    written: str
    feminine: bool
    definite: bool
    preposition: str
    led: bool = False
    vague: bool = False


def place_noun(word: str) -> PlaceNoun | None:
    """Return the noun of place that a word of the view is, its prefixes taken off; None where it is none."""
    return _by_word().get(word)


@lru_cache(maxsize=1)
def _by_word() -> dict[str, PlaceNoun]:
    """Return the nouns of place by every word that they may be in a text: every word of a text is looked up."""
    read = {word: _read(word) for noun in _rows() for word in wearing(noun)}
    return {word: noun for word, noun in read.items() if noun is not None}


def _read(word: str) -> PlaceNoun | None:
    for stem in stems(word):
        row = None if stem.preposition == _LIKE else _rows().get(stem.text)  # كتلة is a bloc
        if row is not None and not (row.led and stem.article):
            return row._replace(definite=stem.article, preposition=stem.preposition)
    return None


@lru_cache(maxsize=1)
def _rows() -> dict[str, PlaceNoun]:
    return {
        fold(row["noun"]): PlaceNoun(
            row["kind"],  # type: ignore[arg-type]
            row["names"] == "any",
            row["many"] == "yes",
            frozenset(row["refers"].removeprefix(_SAME).split("|")) - {""},
            row["written"] or "{}",
            row["noun"].endswith(_FEMININE) or (row["many"] == "yes" and not _is_masculine_dual(row["noun"])),
            definite=False,
            preposition="",
            led=row["names"] == "led",
            vague=row["refers"].startswith(_SAME),
        )
        for row in _table("place_nouns.tsv")
    }


def _is_masculine_dual(noun: str) -> bool:
    """`مخيمي`: adjectives behind it end in ي as well; those behind `بلدتي`, `قرى`, `مخيمات` end in ة or in ين."""
    return noun.endswith(_DUAL) and not noun.endswith(_FEMININE_DUAL)


@lru_cache(maxsize=1)
def name_parts() -> dict[str, frozenset[str]]:
    """Return the words that lengthen, end or forbid a place's name, by class (`data/place_name_parts.tsv`)."""
    return {
        row["class"]: frozenset(fold(word) for word in row["words"].split("|"))
        for row in _table("place_name_parts.tsv")
    }


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Return the words that are no names of places by themselves (`data/ordinary_words.txt`)."""
    lines = _text("ordinary_words.txt").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _table(name: str) -> list[dict[str, str]]:
    lines = [line for line in _text(name).splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _text(name: str) -> str:
    return (resources.files("tawatur.extract") / "data" / name).read_text(encoding="utf-8")
