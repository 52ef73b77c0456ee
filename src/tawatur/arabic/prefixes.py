"""The prefixes that Arabic writes together with its words, and what is left of a word without them.

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 2.9 (prefixed particles), 12.1 (article).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple


class Stem(NamedTuple):
    """One way to take a word apart: its prefixes (`و`, `ب`, `ال` … as written) and what is left."""

    conjunction: str
    preposition: str
    article: bool
    text: str


_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ك", "ل")
_FIRST_LETTER, _LAST_LETTER = "\u0621", "\u06ff"
#: How many letters the prefixes of a word take at most: `وبال`.
LONGEST_PREFIX = 4
#: What a word with any prefix begins with.
_PREFIX_LETTERS = frozenset("وفبكلا")


@lru_cache(maxsize=10_000)
def stems(word: str) -> tuple[Stem, ...]:
    """Return every way to strip prefixes from a word of the view, the whole word first.

    At least two letters are left. `للعناصر` is `ل` + `ال` + `عناصر`. Which reading is right is the caller's
    lexicon to say.
    """
    if word[:1] not in _PREFIX_LETTERS:
        return (Stem("", "", article=False, text=word),) if len(word) >= 2 else ()
    readings = []
    for conjunction in _CONJUNCTIONS:
        if not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        for preposition in _PREPOSITIONS:
            if not rest.startswith(preposition):
                continue
            stem = rest[len(preposition) :]
            if len(stem) >= 2:
                readings.append(Stem(conjunction, preposition, article=False, text=stem))
            if preposition == "ل" and stem.startswith("ل") and len(stem) >= 3:
                readings.append(Stem(conjunction, preposition, article=True, text=stem[1:]))
            elif stem.startswith("ال") and len(stem) >= 4:
                readings.append(Stem(conjunction, preposition, article=True, text=stem[2:]))
    return tuple(readings)


def wearing(stem: str) -> Iterator[str]:
    """Yield the words that `stems` reads as a stem with any prefixes or none: a small table of them needs no reading.

    A stem of one letter wears none.
    """
    for conjunction in _CONJUNCTIONS if len(stem) >= 2 else ():
        for preposition in _PREPOSITIONS:
            yield conjunction + preposition + stem
            yield conjunction + preposition + "ال" + stem
        yield conjunction + "لل" + stem


def may_hold(word: str, stems_sought: Collection[str]) -> bool:
    """Tell whether `stems` may find one of the stems sought in a word, at a fraction of its cost.

    False is certain; True is not.
    """
    if word in stems_sought or word[:1] not in _PREFIX_LETTERS:
        return word in stems_sought
    # `LONGEST_PREFIX` letters at most; no loop, as this is asked of every word that is new
    return word[1:] in stems_sought or word[2:] in stems_sought or word[3:] in stems_sought or word[4:] in stems_sought


def holding(words: Iterable[str], stems_sought: Collection[str]) -> list[str]:
    """Return the words in which `stems` may find one of the stems sought, and all that begin with no Arabic letter."""
    # `may_hold`, written out: this is asked of every word that is new
    sought = stems_sought
    return [
        word
        for word in words
        if word in sought
        or not _FIRST_LETTER <= word[0] <= _LAST_LETTER
        or (
            word[0] in _PREFIX_LETTERS
            and (word[1:] in sought or word[2:] in sought or word[3:] in sought or word[4:] in sought)
        )
    ]
