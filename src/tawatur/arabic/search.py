"""The forms under which a word is searched: as the view spells it, and without what is written together with it.

A search for `الارهابي` should find `الإرهابيّ`, `للإرهابي` and `والارهابي`. Which prefixes a word carries is told by
the article, which can hardly be anything else, and by the lexicon of nouns; where neither tells, the word is kept
whole, and what it may be besides is a further reading: found by those who seek that, but never in search of it.

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 2.9 (prefixed particles), 12.1 (article),
12.3 (pronoun suffixes); Larkey, Ballesteros, Connell, Light Stemming for Arabic Information Retrieval (2007), for how
long a stem must be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.nouns import Nouns, default_nouns
from tawatur.arabic.prefixes import Stem, stems
from tawatur.arabic.tokens import AnalysedText, kind_of, pieces
from tawatur.arabic.view import View

#: Changes with every change of the forms, so that what was indexed under others is indexed anew.
VERSION = "1"

#: Pronouns, the longest first; the letters that a stem keeps at least.
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ه")
_LEAST = 3
_INDEXED = frozenset(("word", "digits", "latin"))


class SearchWord(NamedTuple):
    """A word of a text: its place in the raw text, its form in the view, its stem, what else that may be."""

    start: int
    end: int
    form: str
    stem: str
    readings: tuple[str, ...]


class WordForms(NamedTuple):
    """A word's form in the view, its stem, what else that may be."""

    form: str
    stem: str
    readings: tuple[str, ...]


class Arabic:
    """The forms of the words of a text, for an index and for those who ask it: both sides by the same rules."""

    #: What the forms were made by.
    version = f"arabic-{VERSION}"

    def words(self, text: str) -> list[SearchWord]:
        """Return the words and figures of a text in order, their offsets counted in the raw text."""
        analysed = AnalysedText(text)
        even = analysed.view.is_even
        found = []
        for at, token in enumerate(analysed.tokens):
            if token.kind in _INDEXED:
                word = token.text
                form, stem, readings = _forms(word) if token.kind == "word" else _as_written(word)
                start, end = (token.start, token.end) if even else analysed.raw_span(at, at + 1)
                found.append(SearchWord(start, end, form, stem, readings))
        return found

    def forms(self, text: str) -> list[WordForms]:
        """Return the forms of the words and figures of a text in order: several times as fast as with their places."""
        return list(filter(None, map(_OF_PIECES.__getitem__, pieces(View(text).text))))


def _as_written(word: str) -> WordForms:
    form = word.casefold()
    return WordForms(form, form, ())


@lru_cache(maxsize=10_000)
def _forms(word: str) -> WordForms:
    """Return a word's form, its stem, and its other readings, the shortest first; teh marbuta is spelt as heh."""
    nouns = default_nouns()
    found = stems(word)
    if not found:
        return WordForms(word, word, ())
    stem = _likeliest(found, nouns)
    bare = _without_pronoun(stem, nouns)
    others = [*_others(word, found, nouns)][::-1] if stem == word else []
    if bare != stem:
        others.append(stem)
    told = dict.fromkeys(_spelt(other) for other in others)
    told.pop(_spelt(bare), None)
    return WordForms(_spelt(word), _spelt(bare), tuple(told))


def _of_piece(piece: str) -> WordForms | None:
    kind = kind_of(piece)
    if kind not in _INDEXED:
        return None
    return _forms(piece) if kind == "word" else _as_written(piece)


_OF_PIECES = Memory(_of_piece)


def _spelt(word: str) -> str:
    return f"{word[:-1]}ه" if word.endswith("ة") else word


def _likeliest(found: tuple[Stem, ...], nouns: Nouns) -> str:
    """Return the stem of the reading with the fewest prefixes that the lexicon knows; else without the article."""
    known = next(
        (
            reading.text
            for at, reading in enumerate(found)
            if nouns.has_form(reading.text) and (at == 0 or reading.article or len(reading.text) >= _LEAST)
        ),
        None,
    )
    if known is not None:
        return known
    definite = [reading.text for reading in found if reading.article and len(reading.text) >= _LEAST]
    return definite[0] if definite else found[0].text


def _others(word: str, found: tuple[Stem, ...], nouns: Nouns) -> Iterator[str]:
    """Yield what a word that no lexicon knows may be, without prefixes or a pronoun."""
    if nouns.has_form(word):
        return
    for reading in found:
        if len(reading.text) >= _LEAST:
            if reading.text != word:
                yield reading.text
            for pronoun in _PRONOUNS:
                if reading.text.endswith(pronoun) and len(reading.text) - len(pronoun) >= _LEAST:
                    base = reading.text.removesuffix(pronoun)
                    yield base
                    if base.endswith("ت"):
                        yield f"{base[:-1]}ة"
                    break


def _without_pronoun(stem: str, nouns: Nouns) -> str:
    """Return a stem without the pronoun that it carries, where the lexicon knows what is then left."""
    if nouns.has_form(stem):
        return stem
    for pronoun in _PRONOUNS:
        if stem.endswith(pronoun):
            base = stem.removesuffix(pronoun)
            for whole in (base, f"{base[:-1]}ة" if base.endswith("ت") else base):
                if len(whole) >= _LEAST and nouns.has_form(whole):
                    return whole
    return stem
