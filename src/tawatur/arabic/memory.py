"""What is worked out of each word once: a text repeats its words, and texts repeat each other's.

A look-up of a word that is remembered is the dictionary's own, without a call of ours, so that
`map(memory.__getitem__, words)` runs over a whole text at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import filterfalse
from typing import TypeVar

from tawatur.arabic.prefixes import holding

Worked = TypeVar("Worked")

#: How many words are remembered, and how long such a word may be; a hostile text may have more, and longer.
MOST = 10_000
LONGEST = 40


class Memory(dict[str, Worked]):
    """The results of a function of a word, worked out when first asked for and remembered, in bounded space.

    A full memory becomes the one before, and a new one begins, to which words that are met again are brought over: so
    what is rare is forgotten and what is frequent is not. A word longer than any in print is worked out anew each time.
    """

    __slots__ = ("_before", "_work_out")

    def __init__(self, work_out: Callable[[str], Worked]) -> None:
        super().__init__()
        self._work_out = work_out
        self._before: dict[str, Worked] = {}

    def __missing__(self, word: str) -> Worked:
        """Bring a word over from the memory before, or work it out."""
        result = self._before[word] if word in self._before else self._work_out(word)
        if len(word) <= LONGEST:
            self._make_room(1)
            self[word] = result
        return result

    def of_all(self, words: Sequence[str], stems: Collection[str], same: Worked) -> list[Worked]:
        """Return the results for words, in order.

        Of the words that are new, only those are worked out that may hold one of the stems, or begin with no Arabic
        letter; for all others the result is `same`. This is for a function that says the same of nearly every word.
        """
        new = [word for word in set(filterfalse(self.__contains__, words)) if len(word) <= LONGEST]
        if len(new) <= MOST:
            self._make_room(len(new))
            before = self._before
            unknown = list(filterfalse(before.__contains__, new)) if before else new
            if len(unknown) < len(new):
                self.update((word, before[word]) for word in new if word in before)
            self.update(dict.fromkeys(unknown, same))
            for word in holding(unknown, stems):
                self[word] = self._work_out(word)
        return list(map(self.__getitem__, words))

    def _make_room(self, count: int) -> None:
        """Begin anew where so many more words would be too many."""
        if len(self) + count > MOST:
            self._before = dict(self)
            self.clear()
