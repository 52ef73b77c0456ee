"""Genitives of events: whether a party behind an event is its genitive, and whether a masdar has its object besides."""

from __future__ import annotations

from tawatur.extract.clauses.nominals import phrase_end
from tawatur.extract.clauses.subjects import QUOTES
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_OWNING = frozenset(words_of("owning")) - {"من"}

_REMNANTS = words_of("remnants")


def is_apart(sentence: list[Chunk], last: int, at: int) -> bool:
    """`استهدف هجوم آخر تعزيزات تابعة لكذا`: behind an adjective stands no genitive, and not whose it is."""
    between = [piece for piece in sentence[last:at] if piece.text not in QUOTES]
    if not between or between[-1].text in ("من", "ل") or between[0].text in _OWNING:
        return False  # دورية تابعة لكذا
    if between[-1].is_(*_REMNANTS):
        return False  # لغم من مخلفات كذا
    return not sentence[at].preposition or any(piece.text in _OWNING for piece in between)


def has_object(sentence: list[Chunk], at: int) -> bool:
    """`استهداف الميليشيات سيارة`, `لسيارة`: an object behind the genitive of a masdar, which then is who acts."""
    end = phrase_end(sentence, at)
    return any(
        any(reading.noun.unit in ("vehicle", "site", "facility") for reading in piece.nouns)
        and piece.preposition in ("", "ل")
        and not piece.conjunction
        for piece in sentence[at + 1 : end + 1]
    )
