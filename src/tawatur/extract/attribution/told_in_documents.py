"""Documents that tell by a clause of theirs: `تتعارض مع بيان التحالف الذي تحدث عن 137 غارة`."""

from __future__ import annotations

from tawatur.extract.attribution.naming import Keys
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.statements import OPENING, records
from tawatur.extract.attribution.word_classes import is_told, noun_of
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_TOLLS = words_of("tally")
#: How far behind its verb the figure may stand, or what it counts.
_NEAR = 3


def of_its_document(
    sentence: list[Chunk], at: int, speakers: Speakers, keys: Keys, passage: Passage
) -> Attributed | None:
    """Attribute what a relative clause's verb at a chunk tells to whose document the clause is said of."""
    body = _counting_body(sentence, at, keys)
    if body is not None:
        hops = speakers.describe(sentence, body, at - 1, passage, named=False)
        return Attributed(at, forward=True, chain=hops, modality=None, content=at + 1, rule="document", since=at + 1)
    first = _document_before(sentence, at - 1, keys)
    behind = sentence[at + 1 : at + 1 + _NEAR]
    if first is None or not any(piece.number is not None or is_told(piece) for piece in behind):
        return None
    hops = speakers.describe(sentence, first, at - 1, passage, named=False)
    if not hops or not keys.names_source(hops):
        return None
    return Attributed(at, forward=True, chain=hops, modality=None, content=at + 1, rule="document", since=at + 1)


def _counting_body(sentence: list[Chunk], at: int, keys: Keys) -> int | None:
    """`خالفته الشبكة التي أحصت 12 قتيلا`: where the observatory begins of which a verb of counting is said."""
    if not records(sentence, at):
        return None
    for before in range(at - 2, max(-1, at - 2 - OPENING), -1):
        piece = sentence[before]
        if keys.is_watcher(piece) and not piece.preposition:
            return before
        if piece.mark or piece.number is not None or piece.verb_says or "clause" in piece.cues:
            return None
    return None


def _document_before(sentence: list[Chunk], at: int, keys: Keys) -> int | None:
    """Return where the document begins of which a relative pronoun at a chunk is said."""
    for before in range(at - 1, max(-1, at - 1 - OPENING), -1):
        piece = sentence[before]
        if keys.is_document(piece) or noun_of(piece) in _TOLLS:
            return before
        if piece.mark or piece.number is not None or piece.verb_says or "clause" in piece.cues:
            return None
    return None
