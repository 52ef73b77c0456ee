"""Fixed phrases of the language's data files, found before or behind a place in a text's tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tawatur.arabic.prefixes import stems
from tawatur.arabic.tokens import Token, fold, tokenise


class Phrase(NamedTuple):
    """A phrase of the view, word by word, and what it says."""

    words: tuple[str, ...]
    label: Any


def _phrases(table: Mapping[str, Iterable[str]]) -> list[Phrase]:
    phrases = [
        Phrase(tuple(token.text for token in tokenise(fold(text))), label)
        for label, texts in table.items()
        for text in texts
    ]
    return sorted(set(phrases), key=lambda phrase: (-len(phrase.words), phrase))


class PhrasesBefore:
    """Phrases that are sought backwards: those that end just before a token. A prefix may join the first word."""

    __slots__ = ("_by_last",)

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._by_last: dict[str, list[Phrase]] = {}
        for phrase in _phrases(table):
            for last in (phrase.words[-1],) if len(phrase.words) > 1 else _with_prefixes(phrase.words[0]):
                self._by_last.setdefault(last, []).append(phrase)

    def find(self, tokens: Sequence[Token], end: int, floor: int) -> tuple[Phrase, int, int] | None:
        """Return the longest phrase that ends before token `end`, its first token, and its prefixes' letters."""
        if end <= floor:
            return None
        for phrase in self._by_last.get(tokens[end - 1].text, ()):
            first = end - len(phrase.words)
            if first < floor:
                continue
            inner = all(tokens[first + at].text == word for at, word in enumerate(phrase.words) if at)
            if not inner:
                continue
            cut = prefix_cut(tokens[first].text, phrase.words[0])
            if cut is not None:
                return phrase, first, cut
        return None


class PhrasesAfter:
    """Phrases that are sought forwards: those that begin at a token."""

    __slots__ = ("_by_first",)

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in _phrases(table):
            self._by_first.setdefault(phrase.words[0], []).append(phrase)

    def find(self, tokens: Sequence[Token], at: int) -> tuple[Phrase, int] | None:
        """Return the longest phrase that begins at a token, and the token after it."""
        if at >= len(tokens):
            return None
        for phrase in self._by_first.get(tokens[at].text, ()):
            end = at + len(phrase.words)
            if end <= len(tokens) and all(
                tokens[at + place].text == word for place, word in enumerate(phrase.words) if place
            ):
                return phrase, end
        return None


def _with_prefixes(word: str) -> list[str]:
    prefixes = [first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك")]
    return [prefix + word for prefix in prefixes]


def prefix_cut(text: str, word: str) -> int | None:
    """Return how many letters of prefixes `text` has before `word`; None where it is another word."""
    if text == word:
        return 0
    if not text.endswith(word):
        return None
    for stem in stems(text):
        if stem.text == word and not stem.article:
            return len(stem.conjunction) + len(stem.preposition)
        if word.startswith("ال") and stem.article and "ال" + stem.text == word:
            return len(text) - len(word)
    return None


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the view spellings of single words."""
    return frozenset(fold(text) for text in texts)
