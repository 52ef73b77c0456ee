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
MOST = 50_000
LONGEST = 40


class Memory(dict[str, Worked]):
    """The results of a function of a word, worked out when first asked for and remembered, in bounded space.

    A full memory is emptied. A word longer than any in print is worked out anew each time.
    """

    __slots__ = ("_work_out",)

    def __init__(self, work_out: Callable[[str], Worked]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> Worked:
        """Work out a word that is not remembered."""
        result = self._work_out(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = result
        return result

    def of_all(self, words: Sequence[str], stems: Collection[str], same: Worked) -> list[Worked]:
        """Return the results for words, in order.

        Of the words that are new, only those are worked out that may hold one of the stems, or begin with no Arabic
        letter; for all others the result is `same`. This is for a function that says the same of nearly every word.
        """
        new = [word for word in set(filterfalse(self.__contains__, words)) if len(word) <= LONGEST]
        if len(self) + len(new) > MOST:
            self.clear()
        if new and len(new) <= MOST:
            self.update(dict.fromkeys(new, same))
            for word in holding(new, stems):
                self[word] = self._work_out(word)
        return list(map(self.__getitem__, words))
