"""What a search asks for, read from what its user wrote.

`قتلى حلب` asks for both words, `"قوات التحالف"` for words one after the other, `حلب | إدلب` for either, `-مدنيين` for
texts without the word, `ارهاب*` for all words that begin so, `="الإرهابي"` for a word just as it is written. Elsewhere
a word is found whatever is written together with it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.ledger.language import Language, Word

_PHRASES = {'"': '"', "«": "»", "“": "”", "„": "“"}
_PIECE = re.compile(r'(?P<minus>-)?(?P<exact>=)?(?:(?P<open>["«“„])(?P<phrase>[^"»”“]*)["»”“]?|(?P<word>\S+))')
_OR = frozenset({"|", "OR", "أو"})


class Term(NamedTuple):
    """Words one after the other: just as they are written where `exact`, the last a beginning where `prefix`."""

    words: tuple[Word, ...]
    exact: bool = False
    prefix: bool = False


class Request(NamedTuple):
    """Terms that a text must have, one of each group, and terms that it must not have."""

    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return bool(self.groups or self.without)

    @property
    def wanted(self) -> tuple[Term, ...]:
        """Return all terms of the groups."""
        return tuple(term for group in self.groups for term in group)


def parse(text: str, language: Language) -> Request:
    """Return what a search asks for; nothing, where it holds no word."""
    groups: list[list[Term]] = []
    without: list[Term] = []
    joins = False
    for piece in _PIECE.finditer(text):
        if piece["word"] in _OR and not piece["minus"]:
            joins = bool(groups)
            continue
        written = piece["phrase"] if piece["open"] else piece["word"]
        words = tuple(language.words(written))
        if not words:
            continue
        term = Term(words, bool(piece["exact"]), prefix=written.endswith("*") and not piece["exact"])
        if piece["minus"]:
            without.append(term)
        elif joins:
            groups[-1].append(term)
        else:
            groups.append([term])
        joins = False
    return Request(tuple(tuple(group) for group in groups), tuple(without))
