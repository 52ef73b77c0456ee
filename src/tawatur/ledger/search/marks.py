"""The words of a text that answer a search, and the stretch of the text to show with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tawatur.ledger.language import Language, Word
from tawatur.ledger.search.request import Request, Term

#: Words before the first word shown that answers, and all that are shown.
_BEFORE = 6
_SHOWN = 32


class Snippet(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a text that shows why it was found: `text` is `raw[start:end]`.

    `marks` are the stretches of the raw text that answer the search, in order; all offsets count code points of the
    raw text, end exclusive.
    """

    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()


def marks(raw: str, request: Request, language: Language) -> tuple[tuple[int, int], ...]:
    """Return where a text answers a search, in order; none where it answers by words that it does not have."""
    words = language.words(raw)
    return tuple((words[first].start, words[last - 1].end) for first, last in _found(words, request))


def snippet(raw: str, request: Request, language: Language) -> Snippet:
    """Return the stretch of a text that has the most of what a search asks for; its beginning, where it has none."""
    words = language.words(raw)
    found = list(_found(words, request))
    if not words:
        return Snippet(start=0, end=len(raw), text=raw)
    lead = max(
        range(len(found)),
        key=lambda at: (len({_key(words, one) for one in found[at:] if one[1] <= found[at][0] + _SHOWN}), -at),
        default=None,
    )
    first = 0 if lead is None else max(0, found[lead][0] - _BEFORE)
    last = min(len(words), first + _SHOWN)
    start = 0 if first == 0 else words[first].start
    end = len(raw) if last == len(words) else words[last - 1].end
    shown = tuple((words[a].start, words[b - 1].end) for a, b in found if first <= a and b <= last)
    return Snippet(start=start, end=end, text=raw[start:end], marks=shown)


def _key(words: Sequence[Word], found: tuple[int, int]) -> tuple[str, ...]:
    return tuple(word.stem for word in words[found[0] : found[1]])


def _found(words: Sequence[Word], request: Request) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that answer a term, the longest at each place, none of them twice."""
    terms = sorted(request.wanted, key=lambda term: -len(term.words))
    at = 0
    while at < len(words):
        length = next((len(term.words) for term in terms if _stands(term, words, at)), 0)
        if length:
            yield at, at + length
        at += max(1, length)


def _stands(term: Term, words: Sequence[Word], at: int) -> bool:
    there = words[at : at + len(term.words)]
    if len(there) < len(term.words):
        return False
    if term.exact:
        return all(word.form == asked.form for word, asked in zip(there, term.words, strict=True))
    alone = len(there) == 1
    last = len(there) - 1
    return all(
        _begins(word, asked) if term.prefix and place == last else _is(word, asked, alone=alone)
        for place, (word, asked) in enumerate(zip(there, term.words, strict=True))
    )


def _begins(word: Word, asked: Word) -> bool:
    return any(form.startswith(asked.stem) for form in (word.stem, *word.readings))


def _is(word: Word, asked: Word, *, alone: bool) -> bool:
    return asked.stem == word.stem or asked.stem in word.readings or (alone and word.stem in asked.readings)
