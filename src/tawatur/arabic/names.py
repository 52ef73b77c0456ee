"""Names found in a text: longest match of a gazetteer's names over tokens, whatever prefixes or quotes they wear.

A name's words match with or without the article, and with `ـون` for `ـين` and `ه` for `ة`; the first word may wear
a conjunction and a preposition. A name of one word that is listed with its article (`القاعدة`) needs it in the text,
as without it it's a common noun. Quotation marks and brackets between a name's words are passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.prefixes import may_hold, stems
from tawatur.arabic.tokens import AnalysedText, fold, kind_of, tokenise

_PASSED = frozenset("\"'()[]")


class NameMatch(NamedTuple):
    """A name in a text: its tokens `[first, last)`, the keys that it is a name of, and the prefixes it wears."""

    first: int
    last: int
    keys: tuple[str, ...]
    conjunction: str
    preposition: str


class _Name(NamedTuple):
    rest: tuple[str, ...]
    needs_article: bool
    keys: tuple[str, ...]


class _Begun(NamedTuple):
    """The names that a word may begin, each with the prefixes that it then wears: all, and those of one word alone.

    `by_second` has by their second word those of more words, beside those of one.
    """

    names: tuple[tuple[_Name, str, str], ...]
    alone: tuple[tuple[_Name, str, str], ...]
    by_second: dict[str, list[tuple[_Name, str, str]]]


class NameIndex:
    """Names and their keys, indexed by their first word. Built once, used on many texts.

    With `exact_article` a name's first word has the article in the text just where it has it in the list, as place
    names do (`الموصل`, but `دولة` is no `الدولة`).
    """

    def __init__(self, pairs: Iterable[tuple[str, str]], *, exact_article: bool = False) -> None:
        self._exact = exact_article
        keys: dict[tuple[tuple[str, ...], bool], list[str]] = defaultdict(list)
        for name, key in pairs:
            words = [token.text for token in tokenise(fold(name)) if token.text not in _PASSED]
            if not words:
                continue
            single = (len(words) == 1 or exact_article) and words[0].startswith("ال") and len(words[0]) > 4
            known = keys[tuple(_plain(word) for word in words), single]
            if key not in known:
                known.append(key)
        names: dict[str, list[_Name]] = defaultdict(list)
        for (words_of_name, needs_article), keys_of_name in keys.items():
            first, *rest = words_of_name
            names[first].append(_Name(tuple(rest), needs_article, tuple(keys_of_name)))
        self._index(names)

    def _index(self, names: dict[str, list[_Name]]) -> None:
        self._names = {first: sorted(known, key=lambda name: -len(name.rest)) for first, known in names.items()}
        #: The words that a name may begin with, prefixes left out.
        self.first_words = frozenset(chain.from_iterable(map(_opened, self._names)))
        self._begun = Memory(self._beginning)

    def limited(self, wanted: Callable[[str], bool]) -> NameIndex:
        """Return an index of the names alone that are names of a wanted key."""
        index = NameIndex((), exact_article=self._exact)
        kept = {first: [name for name in known if any(map(wanted, name.keys))] for first, known in self._names.items()}
        index._index({first: known for first, known in kept.items() if known})
        return index

    def find(self, text: AnalysedText) -> list[NameMatch]:
        """Return the names in `text`, in order, longest first where they begin together, never overlapping."""
        matches: list[NameMatch] = []
        at = 0
        texts = text.texts
        while at < len(texts):
            match = self.match_at(texts, at)
            if match is None:
                at += 1
            else:
                matches.append(match)
                at = match.last
        return matches

    def match_at(self, texts: Sequence[str], at: int) -> NameMatch | None:
        """Return the longest name that begins at a text's token `at`, or None; `texts` are those of all its tokens."""
        begun = self._begun[texts[at]]
        if begun is None:
            return None
        following = texts[at + 1] if at + 1 < len(texts) else ""
        named = begun.names if following in _PASSED else begun.by_second.get(_PLAIN[following], begun.alone)
        best, longest = None, 0
        for one in named:
            rest = one[0].rest
            last = _rest_matches(texts, at + 1, rest) if rest else at + 1
            if last > longest:
                best, longest = one, last
        return None if best is None else NameMatch(at, longest, best[0].keys, best[1], best[2])

    def begins(self, word: str) -> bool:
        """Tell whether a name may begin with a word of the view."""
        return self._begun[word] is not None

    def _beginning(self, word: str) -> _Begun | None:
        """Return the names that a word may begin, None for no name."""
        names = tuple(self._names_with(word)) if may_hold(word, self.first_words) else ()
        if not names:
            return None
        alone = tuple(one for one in names if not one[0].rest)
        by_second: dict[str, list[tuple[_Name, str, str]]] = {}
        for one in names:
            if one[0].rest:
                by_second.setdefault(one[0].rest[0], [*alone]).append(one)
        return _Begun(names, alone, by_second)

    def _names_with(self, word: str) -> Iterator[tuple[_Name, str, str]]:
        """Yield the names that a word may begin, with the conjunction and preposition that it then wears."""
        kind = kind_of(word)
        if kind in {"latin", "digits"}:
            yield from ((name, "", "") for name in self._names.get(word, ()))
        for stem in stems(word) if kind == "word" else ():
            if stem.preposition == "ك" and self._exact:
                continue
            for name in self._names.get(_closed(stem.text), ()):
                if name.needs_article == stem.article or not (name.needs_article or self._exact):
                    yield name, stem.conjunction, stem.preposition


def _rest_matches(texts: Sequence[str], at: int, rest: tuple[str, ...]) -> int:
    """Return the token after the name's last, or 0 where the rest of the name does not follow."""
    for word in rest:
        while at < len(texts) and texts[at] in _PASSED:
            at += 1
        if at >= len(texts) or _PLAIN[texts[at]] != word:
            return 0
        at += 1
    return at


def _plain(word: str) -> str:
    """Return a name's word without its article, its ending closed."""
    if (word.startswith("ال") and len(word) > 3) or (word.startswith("لل") and len(word) > 4):
        word = word[2:]
    return _closed(word)


_PLAIN = Memory(_plain)


def _opened(word: str) -> tuple[str, ...]:
    """Return the words that `_closed` makes one of."""
    if word.endswith("ين"):
        return word, word[:-2] + "ون"
    return (word, word[:-1] + "ة") if word.endswith("ه") else (word,)


def _closed(word: str) -> str:
    if len(word) > 4 and word.endswith("ون"):
        return word[:-2] + "ين"
    if word.endswith("ة"):
        return word[:-1] + "ه"
    return word
