"""Tokens and sentences of the normalised view, and the prefixes that Arabic writes together with its words.

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 2.9 (prefixed particles), 12.1 (article).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache, partial
from itertools import accumulate, chain, compress
from operator import itemgetter
from typing import Literal, NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.view import LETTER, View

TokenKind = Literal["word", "digits", "latin", "mark", "break"]

# A text is cut into these pieces with nothing left over; space without a line feed is no token.
_PIECE = re.compile(rf"[{LETTER}]+|\s+|\d+|[^\W\d_]+|\.{{2,}}|[^\w\s]|_")
_KIND = re.compile(rf"(?P<word>[{LETTER}])|(?P<digits>\d)|(?P<latin>[^\W\d_])|(?P<mark>\S)|(?P<break>\s*\n)|\s")
_TERMINALS = frozenset(".!?؟…")
_QUOTES = frozenset("\"')]")
_MAY_END = frozenset(("mark", "break"))


class Token(NamedTuple):
    """A token of the view: `text == view.text[start:end]`; a `break` is a line feed with the space around it."""

    text: str
    start: int
    end: int
    kind: TokenKind


class Stem(NamedTuple):
    """One way to take a word apart: its prefixes (`و`, `ب`, `ال` … as written) and what is left."""

    conjunction: str
    preposition: str
    article: bool
    text: str


class Sentence(NamedTuple):
    """A sentence: the tokens `[first, last)` of its text."""

    first: int
    last: int


class AnalysedText:
    """A text taken apart once for all readers of the language layer.

    `view` is its normalised view, `tokens` the view's tokens, `sentences` ranges of tokens that cover all of them
    but the breaks. Cost is linear in the text's length.
    """

    __slots__ = ("sentences", "tokens", "view")

    def __init__(self, raw: str) -> None:
        self.view = View(raw)
        self.tokens = tokenise(self.view.text)
        self.sentences = segment(self.tokens)

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Return the raw span of the tokens `[first, last)`."""
        return self.view.raw_span(self.tokens[first].start, self.tokens[last - 1].end)


def analyse(text: str | AnalysedText) -> AnalysedText:
    """Return `text` analysed; a text that already is comes back as it is."""
    return text if isinstance(text, AnalysedText) else AnalysedText(text)


def _kind_of(piece: str) -> TokenKind | None:
    """Return a piece's kind, None for space."""
    match = _KIND.match(piece)
    return None if match is None else match.lastgroup  # type: ignore[return-value]


_KINDS = Memory(_kind_of)
_kind = itemgetter(3)
_token = partial(tuple.__new__, Token)


def tokenise(view: str) -> list[Token]:
    """Return the tokens of a normalised text, in order."""
    # No loop of ours: every step runs over all pieces at once, which is several times as fast.
    pieces = _PIECE.findall(view)
    ends = list(accumulate(map(len, pieces)))
    kinds = list(map(_KINDS.__getitem__, pieces))
    return list(map(_token, compress(zip(pieces, chain((0,), ends), ends, kinds, strict=False), kinds)))


def segment(tokens: list[Token]) -> list[Sentence]:
    """Return the sentences: they end at a line's end, and at a full stop that is no decimal or abbreviation's."""
    sentences: list[Sentence] = []
    first = 0
    count = len(tokens)
    for at in compress(range(count), map(_MAY_END.__contains__, map(_kind, tokens))):
        token = tokens[at]
        if token.kind == "break":
            if at > first:
                sentences.append(Sentence(first, at))
            first = at + 1
        elif token.text[0] in _TERMINALS and _ends_sentence(tokens, at):
            last = at
            while last + 1 < count and tokens[last + 1].text in _QUOTES and tokens[last + 1].start == tokens[last].end:
                last += 1
            sentences.append(Sentence(first, last + 1))
            first = last + 1
    if first < count:
        sentences.append(Sentence(first, count))
    return sentences


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.text != ".":
        return True
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None or after is None:
        return True
    glued = before.end == token.start and after.start == token.end
    if glued and before.kind == "digits" and after.kind == "digits":
        return False  # 3.5
    if glued and "latin" in (before.kind, after.kind):
        return False  # an address: tawatur.example
    # an abbreviation: د. ب. أ. or سي.ان.ان
    return not (_is_initial(before) or (glued and len(before.text) <= 2 and len(after.text) <= 2))


def _is_initial(token: Token) -> bool:
    return token.kind == "word" and len(token.text) == 1


_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ك", "ل")
#: What a word with any prefix begins with.
_PREFIX_LETTERS = frozenset("وفبكلا")


@lru_cache(maxsize=200_000)
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


def may_hold(word: str, stems_sought: Collection[str]) -> bool:
    """Tell whether `stems` may find one of the stems sought in a word, at a fraction of its cost.

    False is certain; True is not.
    """
    if word in stems_sought or word[:1] not in _PREFIX_LETTERS:
        return word in stems_sought
    # prefixes take four letters at most, `وبال`; no loop, as this is asked of every word that is new
    return word[1:] in stems_sought or word[2:] in stems_sought or word[3:] in stems_sought or word[4:] in stems_sought


def fold(text: str) -> str:
    """Return the view of a lexicon's entry, spaces made single, so that it compares with a text's view."""
    return " ".join(View(text).text.split())
