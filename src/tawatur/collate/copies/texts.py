"""The texts of reports as sets of shingles, kept in four bytes a shingle, with what they are found by."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rensa import RMinHash

from tawatur.collate.copies.prevalence import COMMON, key_of_bytes
from tawatur.collate.copies.shingles import body_words, containment, shingles, words_of
from tawatur.model import Report

#: Shorter texts (a headline and a line) are too short to tell a copy from a common phrase.
SHORTEST = 20
#: Of the shingles by which a text inside a longer one is found, one in so many is taken.
SAMPLE = 4

#: So much of a passage's wording stands in a text that prints it.
_MOST = 0.5
_BANDS, _ROWS, _SEED = 32, 4, 7
_HELD = 4096


class Texts:
    """The bodies of reports; a text is known by the report's number."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._arrays = [array("I", sorted(shingles(body_words(report)))) for report in reports]
        #: A number for each text; equal ones have equal numbers.
        self.numbers: tuple[int, ...] = tuple(key_of_bytes(b"text" + _bytes(words)) for words in self._arrays)
        self.words = lru_cache(maxsize=_HELD)(self._words)
        self._bands: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self._arrays)

    def _words(self, at: int) -> frozenset[int]:
        return frozenset(self._arrays[at])

    def size(self, at: int) -> int:
        """Return how many shingles a text has."""
        return len(self._arrays[at])

    def is_long(self, at: int) -> bool:
        """Tell whether a text is long enough for a copy of it to be told from a common phrase."""
        return self.size(at) >= SHORTEST

    def bands(self, at: int) -> array[int]:
        """Return the bands of a text's MinHash signature as keys; texts that resemble each other have one in common."""
        if at not in self._bands:
            self._bands[at] = array("Q", self._signed(at))
        return self._bands[at]

    def _signed(self, at: int) -> list[int]:
        signature = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
        signature.update([str(shingle) for shingle in self._arrays[at]])
        digest = _bytes(array("I", signature.digest()))
        size = len(digest) // _BANDS
        return [
            key_of_bytes(b"band" + bytes((band,)) + digest[band * size : (band + 1) * size]) for band in range(_BANDS)
        ]

    def also_has(self, at: int, passage: str) -> bool:
        """Tell whether a text holds most of the wording of a passage of another."""
        words = shingles(words_of(passage))
        return containment(words, self.words(at)) > _MOST

    def sample(self, at: int) -> list[int]:
        """Return the shingles by which a text inside a longer one is found."""
        return [shingle for shingle in self._arrays[at] if shingle % SAMPLE == 0]

    def common(self) -> set[int]:
        """Return the sampled shingles that too many different texts have for them to show anything."""
        different = {number: at for at, number in enumerate(self.numbers) if self.is_long(at)}
        counted = Counter(shingle for at in different.values() for shingle in self.sample(at))
        return {shingle for shingle, count in counted.items() if count > COMMON}


def _bytes(numbers: array[int]) -> bytes:
    """Return numbers of 32 bits as bytes, the same on every machine."""
    if sys.byteorder == "big":
        numbers = array("I", numbers)
        numbers.byteswap()
    return numbers.tobytes()
