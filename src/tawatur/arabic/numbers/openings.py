"""Which words of a text a numeral can begin at, so that the reader passes over all others at once.

Whether a numeral does begin there is for the readers to say; here a word is judged on its own, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from operator import itemgetter
from typing import Literal

from tawatur.arabic.nouns import Nouns
from tawatur.arabic.numbers.counted_nouns import counts_itself
from tawatur.arabic.numbers.kinds import contexts
from tawatur.arabic.numbers.lexicon import NUMERALS
from tawatur.arabic.tokens import Token

#: `fraction`: a fraction, which makes a number of a singular before it, too, `قرية ونصف`. The empty opening is none.
Opening = Literal["", "word", "fraction"]

#: How many words are remembered, and how long such a word may be; a hostile text may have more, and longer.
_REMEMBERED = 200_000
_LONGEST_REMEMBERED = 40
#: How many lexicons' words are remembered.
_LEXICONS = 8

_text = itemgetter(0)


class Openings(dict[str, Opening]):
    """What each word of the view can begin, worked out when first asked for and remembered."""

    def __init__(self, nouns: Nouns) -> None:
        super().__init__()
        self._nouns = nouns

    def __missing__(self, word: str) -> Opening:
        """Work out what a word can begin: digits, numerals, duals and what measures a number."""
        opening = self._opening(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = opening
        return opening

    def places(self, tokens: Sequence[Token]) -> Iterator[int]:
        """Yield the tokens at which a numeral can begin, in order."""
        for at in compress(range(len(tokens)), map(self.__getitem__, map(_text, tokens))):
            if self[tokens[at].text] == "fraction":
                before = at - 2 if at and tokens[at - 1].text == "و" else at - 1
                if before >= 0 and not self[tokens[before].text]:
                    yield before
            yield at

    def _opening(self, word: str) -> Opening:
        readings = NUMERALS[word]
        if readings:
            return "fraction" if any(reading.role == "fraction" for reading in readings) else "word"
        forms = self._nouns.look_up(word)
        if word[0].isdecimal() or counts_itself(forms):
            return "word"
        words = contexts()
        measures = words.time_units | words.measures
        return "word" if any(form.number == "singular" and form.lemma in measures for _, form in forms) else ""


@lru_cache(maxsize=_LEXICONS)
def openings(nouns: Nouns) -> Openings:
    """Return the openings of a lexicon, filled as texts are read."""
    return Openings(nouns)
