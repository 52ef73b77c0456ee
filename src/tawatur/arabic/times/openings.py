"""Where in a text a time may begin: all other places are passed over without a look at the grammar.

A word is judged by itself, once: what it needs behind it to open a time, and what it is to a word before it. A place
is worth reading where the one meets the other; both run over a whole text at once, with no loop of ours. What a time
is, and whether there is one, stays the grammar's to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from operator import and_, itemgetter

from tawatur.arabic.memory import Memory
from tawatur.arabic.prefixes import may_hold
from tawatur.arabic.times.numerals import PIECES, number_words
from tawatur.arabic.times.words import PREPOSITIONS, READINGS, Reading, lexicon, spellings

#: What a token may be to the word before it, as bits. `ANYTHING`: whatever it is; the end of the text too.
ANYTHING = 1
#: A word that goes on a time: `2014` behind `عام`, `الماضي` behind `الشهر`, `من` behind `مطلع`.
COMPANY = 2
#: A sign, or Latin letters, that go on a number: `20/10`, `3rd`.
SIGN = 4
#: The second word of an entry: `مدى` behind `على`.
SECOND = 8
#: The first word behind a preposition: that of a time, or of an amount (`نحو عامين`) or `الآن`.
INTRODUCED = 16

#: A word's part: what it needs behind it to be a time's first word, or a preposition's; what it needs behind it where
#: a preposition stands before it; what it is to the word before.
Part = tuple[int, int, int]
_NEEDS, _NEEDS_INTRODUCED, _IS = range(3)

#: The kinds of entry that may be a time by themselves; that need something behind them.
_WHOLE = frozenset({"weekday", "month", "day_word", "decade", "feast"})
_BEGUN = frozenset({"day_part", "unit", "first_day", "part", "fraction", "season", "demonstrative"})
#: The kinds that may stand by themselves behind a preposition, besides.
_WHOLE_INTRODUCED = frozenset({"unit", "now"})
#: The kinds that go on a time behind its first word.
_COMPANY = _WHOLE | _BEGUN | {"direction", "few", "calendar"}
_COMPANY_AMOUNTS = frozenset({"few", "several", "half_of", "third_of", "quarter_of", "one", "two", "first_two", "last"})
_JOINS = frozenset({"من", "في", "ل", "لـ", "الي", "حتي", "و", "او", "ال", "الواحد", "الواحدة"})
_HEDGES = frozenset({"about", "elapsed", "more", "less"})
_KINDS = _COMPANY | {"amount", "now", "relation"}
#: Amounts that are no time's, and stand behind one.
_POINTING = ("ذلك", "تلك")
#: The article set apart from digits: `الـ24`.
_ARTICLE = "ال"
_YEAR = 4
#: From here on, letters are no Latin ones.
_ARABIC = "\u0600"
_NUMBER = COMPANY | SIGN
_OTHER: Part = (0, 0, ANYTHING)


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of the entries that open a time, introduce one or go on one, prefixes left out."""
    words = (word for word, phrases in lexicon().items() if any(phrase.kind in _KINDS for phrase in phrases))
    return number_words().union(words, (_ARTICLE,))


@cache
def _second_words() -> frozenset[str]:
    seconds = (phrase.rest[0] for phrases in lexicon().values() for phrase in phrases if phrase.rest)
    return frozenset(chain.from_iterable(map(spellings, seconds)))


@cache
def _playing() -> frozenset[str]:
    """Return the words that play any part, prefixes left out."""
    return _first_words() | _second_words() | _JOINS


def _part(word: str) -> Part:
    """Return what a token's text may be at the beginning of a time, or behind it."""
    first = word[0]
    if first.isdecimal():
        needs = ANYTHING if len(word) == _YEAR else _NUMBER
        return needs, needs, ANYTHING | COMPANY | INTRODUCED
    behind = ANYTHING
    if first < _ARABIC or not (first.isalpha() or first.isspace()):
        word = word.lower()
        behind |= 0 if first.isspace() else SIGN
    if word in _second_words():
        behind |= SECOND
    if may_hold(word, _first_words()):
        return _known(word, READINGS[word], behind)
    if word in _JOINS:
        behind |= COMPANY
    return _OTHER if behind == ANYTHING else (0, 0, behind)


def _known(word: str, kinds: Mapping[str, list[Reading]], behind: int) -> Part:
    whole, begun = _of_words(kinds, _WHOLE), _of_words(kinds, _BEGUN)
    amounts = {reading.phrase.value for reading in kinds.get("amount", ())}
    pointing = "direction" in kinds and word.endswith(_POINTING)
    needs = 0
    if whole:
        needs |= ANYTHING
    if begun or pointing or word == _ARTICLE or "last" in amounts:
        needs |= COMPANY
    if PIECES[word]:
        needs |= COMPANY | SIGN
    if any(reading.phrase.rest for kind in _WHOLE | _BEGUN for reading in kinds.get(kind, ())):
        needs |= SECOND
    introduced = needs
    if _of_words(kinds, _WHOLE_INTRODUCED):
        introduced |= ANYTHING
    if amounts:
        introduced |= COMPANY
    if any(reading.phrase.rest for kind in ("amount", "now") for reading in kinds.get(kind, ())):
        introduced |= SECOND
    if introduced:
        behind |= INTRODUCED
    if PIECES[word] or word in _JOINS or not _COMPANY.isdisjoint(kinds) or amounts & (_COMPANY_AMOUNTS | _HEDGES):
        behind |= COMPANY
    if any(reading.phrase.value == "until" for reading in kinds.get("relation", ())):
        behind |= COMPANY
    for reading in kinds.get("relation", ()):
        if reading.preposition not in PREPOSITIONS:
            continue
        needs |= SECOND if reading.phrase.rest else INTRODUCED
    return needs, introduced, behind


def _of_words(kinds: Mapping[str, list[Reading]], wanted: frozenset[str]) -> bool:
    """Tell whether a word by itself is an entry of one of the kinds."""
    return any(not reading.phrase.rest for kind in wanted for reading in kinds.get(kind, ()))


def _seconds(word: str) -> frozenset[str]:
    """Return the words that may be the second of an entry that a word begins."""
    rests = (reading.phrase.rest for readings in READINGS[word].values() for reading in readings)
    return frozenset(chain.from_iterable(spellings(rest[0]) for rest in rests if rest))


_PARTS = Memory(_part)
_SECONDS = Memory(_seconds)


class Openings:
    """The places of a text where a time may begin."""

    __slots__ = ("_parts", "_texts")

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._parts = _PARTS.of_all(texts, _playing(), _OTHER)

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield the tokens at which a time, or a preposition and a time, may begin, in order, and what is met there.

        What is met are bits: `INTRODUCED` or `SECOND` where a preposition may begin, any but `INTRODUCED` where
        a time may.
        """
        parts = self._parts
        behind = chain(map(itemgetter(_IS), islice(parts, 1, None)), (ANYTHING,))
        met = map(and_, map(itemgetter(_NEEDS), parts), behind)
        for at, meets in enumerate(met):
            if meets and (meets := self._surely(at, meets)):
                yield at, meets

    def _surely(self, at: int, meets: int) -> int:
        """Return what is met at a token, no second word of another entry, no preposition before what is no time."""
        if meets & SECOND and self._texts[at + 1] not in _SECONDS[self._texts[at]]:
            meets &= ~SECOND
        if meets & INTRODUCED and not self.introduced(at + 1):
            meets &= ~INTRODUCED
        return meets

    def introduced(self, at: int) -> bool:
        """Tell whether the token behind a preposition may be the first of a time or of an amount."""
        parts = self._parts
        if at >= len(parts):
            return False
        return bool(parts[at][_NEEDS_INTRODUCED] & (parts[at + 1][_IS] if at + 1 < len(parts) else ANYTHING))
