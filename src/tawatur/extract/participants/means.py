"""Means: the aircraft that an act was done with, whose owner did it: `غارة بطائرة مسيرة تركية`."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.clauses.nominals import phrase_end
from tawatur.extract.clauses.subjects import Subjects
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

_BY = words_of("flown_by")
_MADE = words_of("made")
_AIRCRAFT = words_of("flying_things")


def flown_by(
    sentence: list[Chunk], at: int, subjects: Subjects, party_in: Callable[[int, int], Party | None]
) -> Doers | None:
    """Return who flew the aircraft that `ب` or `بواسطة` at a chunk names; `party_in` reads the party of some chunks."""
    flown = aircraft(sentence, at)
    party = party_in(*flown) if flown is not None else None
    return subjects.joined(party, "agent phrase") if party is not None and subjects.may_act(party.actor) else None


def aircraft(sentence: list[Chunk], at: int) -> tuple[int, int] | None:
    """Return the chunks of the aircraft that `ب` or `بواسطة` at a chunk says an act was done with.

    None where no aircraft follows, or where words tell who made it (`طائرات روسية الصنع`).
    """
    first = at + 1 if sentence[at].is_(*_BY) else at
    if first == at and sentence[at].preposition != "ب":
        return None
    if first >= len(sentence) or not sentence[first].names("vehicle"):
        return None
    if not sentence[first].text.removeprefix("ب").startswith(_AIRCRAFT):
        return None
    end = phrase_end(sentence, first)
    return None if any(piece.is_(*_MADE) for piece in sentence[first : end + 1]) else (first, end)
