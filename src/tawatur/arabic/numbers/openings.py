"""Which words of a text a numeral can begin at, so that the reader passes over all others at once.

Whether a numeral does begin there is for the readers to say; here a word is judged on its own, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import Literal

from tawatur.arabic.memory import Memory
from tawatur.arabic.nouns import NounForm, Nouns
from tawatur.arabic.numbers.counted_nouns import DUALS, counts_itself, pairs_of_corps
from tawatur.arabic.numbers.kinds import contexts
from tawatur.arabic.numbers.lexicon import NUMERALS, lexicon

#: `fraction`: a fraction, which makes a number of a singular before it, too, `قرية ونصف`. The empty opening is none.
Opening = Literal["", "word", "fraction"]

#: How many lexicons' words are remembered.
_LEXICONS = 8


class Openings(Memory[Opening]):
    """What each word of the view can begin: digits, numerals, duals and what measures a number."""

    def __init__(self, nouns: Nouns) -> None:
        super().__init__(self._opening)
        self._nouns = nouns
        self._first_words = nouns.forms(_may_open).union(lexicon(), pairs_of_corps())

    def places(self, texts: Sequence[str]) -> Iterator[int]:
        """Yield the tokens at which a numeral can begin, in order, by the tokens' texts."""
        opened = self.of_all(texts, self._first_words, "")
        for at in compress(range(len(texts)), opened):
            if opened[at] == "fraction":
                before = at - 2 if at and texts[at - 1] == "و" else at - 1
                if before >= 0 and not opened[before]:
                    yield before
            yield at

    def _opening(self, word: str) -> Opening:
        if word[0].isdecimal():
            return "word"
        readings = NUMERALS[word]
        if readings:
            return "fraction" if any(reading.role == "fraction" for reading in readings) else "word"
        if word in pairs_of_corps():
            return "word"
        forms = self._nouns.look_up(word)
        return "word" if counts_itself(forms) or any(_measures(form) for _, form in forms) else ""


def _may_open(form: NounForm) -> bool:
    return form.number in DUALS or _measures(form)


def _measures(form: NounForm) -> bool:
    """Tell whether a form is the singular of a unit of time or a measure, which a hedge makes a number."""
    words = contexts()
    return form.number == "singular" and (form.lemma in words.time_units or form.lemma in words.measures)


@lru_cache(maxsize=_LEXICONS)
def openings(nouns: Nouns) -> Openings:
    """Return the openings of a lexicon, filled as texts are read."""
    return Openings(nouns)
