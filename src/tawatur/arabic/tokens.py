"""Tokens and sentences of the normalised view."""

from __future__ import annotations

import re
from itertools import accumulate, chain, compress
from operator import attrgetter
from typing import Literal, NamedTuple

import msgspec

from tawatur.arabic.memory import Memory
from tawatur.arabic.view import LETTER, View

TokenKind = Literal["word", "digits", "latin", "mark", "break"]

# A text is cut into these pieces with nothing left over; space without a line feed is no token.
_TOKENS = rf"[{LETTER}]+|\d+|[^\W\d_]+|\.{{2,}}|[^\w\s]|_"
_PIECE = re.compile(rf"{_TOKENS}|\s+")
# The same without such space. A break is sought where a run of space begins, and nowhere in it: cost stays linear.
_TOKEN = re.compile(rf"{_TOKENS}|(?<!\s)[^\S\n]*+\n\s*")
_KIND = re.compile(rf"(?P<word>[{LETTER}])|(?P<digits>\d)|(?P<latin>[^\W\d_])|(?P<mark>\S)|(?P<break>\s*\n)|\s")
_TERMINALS = frozenset(".!?؟…")
_QUOTES = frozenset("\"')]")
_MAY_END = frozenset(("mark", "break"))


class Token(msgspec.Struct, frozen=True, gc=False):
    """A token of the view: `text == view.text[start:end]`; a `break` is a line feed with the space around it."""

    text: str
    start: int
    end: int
    kind: TokenKind


class Sentence(NamedTuple):
    """A sentence: the tokens `[first, last)` of its text."""

    first: int
    last: int


class AnalysedText:
    """A text taken apart once for all readers of the language layer.

    `view` is its normalised view, `tokens` the view's tokens, `texts` their texts. Cost is linear in the text's length.
    """

    __slots__ = ("_sentences", "_tokens", "texts", "view")

    def __init__(self, raw: str) -> None:
        self.view = View(raw)
        self.texts: list[str] = _TOKEN.findall(self.view.text)
        self._tokens: list[Token] | None = None
        self._sentences: list[Sentence] | None = None

    @property
    def tokens(self) -> list[Token]:
        """The view's tokens, in order; made when first asked for, as the texts alone tell what most articles are."""
        if self._tokens is None:
            self._tokens = tokenise(self.view.text)
        return self._tokens

    @property
    def sentences(self) -> list[Sentence]:
        """Ranges of tokens that cover all of them but the breaks; found when first asked for."""
        if self._sentences is None:
            self._sentences = segment(self.tokens)
        return self._sentences

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Return the raw span of the tokens `[first, last)`."""
        return self.view.raw_span(self.tokens[first].start, self.tokens[last - 1].end)


def analyse(text: str | AnalysedText) -> AnalysedText:
    """Return `text` analysed; a text that already is comes back as it is."""
    return text if isinstance(text, AnalysedText) else AnalysedText(text)


def kind_of(piece: str) -> TokenKind | None:
    """Return the kind of a token by its text; None for space, which is no token."""
    match = _KIND.match(piece)
    return None if match is None else match.lastgroup  # type: ignore[return-value]


_KINDS = Memory(kind_of)
_kind = attrgetter("kind")


def pieces(view: str) -> list[str]:
    """Return what a normalised text is cut into, with nothing left over: tokens and the space between them."""
    return _PIECE.findall(view)


def tokenise(view: str) -> list[Token]:
    """Return the tokens of a normalised text, in order."""
    # No loop of ours: every step runs over all pieces at once, which is several times as fast.
    found = pieces(view)
    ends = list(accumulate(map(len, found)))
    kinds = list(map(_KINDS.__getitem__, found))
    starts = chain((0,), ends)
    return list(map(Token, *(compress(column, kinds) for column in (found, starts, ends, kinds))))


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


def fold(text: str) -> str:
    """Return the view of a lexicon's entry, spaces made single, so that it compares with a text's view."""
    return _FOLDED[text]


def _fold(text: str) -> str:
    return " ".join(View(text).text.split())


_FOLDED = Memory(_fold)
