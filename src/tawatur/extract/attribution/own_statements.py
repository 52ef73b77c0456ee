"""A statement of nobody: `أوقفت القوات 12 شخصا، بحسب بيان`, which those put out whose deed the sentence tells."""

from __future__ import annotations

from tawatur.extract.attribution.naming import Keys
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_definite, noun_of
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Passage
from tawatur.extract.phrases.function_words import words_of

_STATEMENT = words_of("statement_noun")


def own_statement(
    clauses: Clauses | None, at: int, speakers: Speakers, keys: Keys, passage: Passage
) -> Attributed | None:
    """Read `بحسب بيان` at a chunk, where the statement has no issuer: the subject of its sentence put it out."""
    if clauses is None or not 0 < at < len(clauses.sentence) - 1:
        return None
    sentence = clauses.sentence
    document = sentence[at + 1]
    if noun_of(document) not in _STATEMENT or is_definite(document) or document.actors:
        return None
    clause = clauses.at(at - 1)
    while clause.parent is not None:
        clause = clause.parent
    subject = clause.subject
    if subject is None or not subject < at or not keys.is_body(sentence[subject]):
        return None
    hops = speakers.describe(sentence, subject, subject + 1, passage, named=False)
    if not hops:
        return None
    return Attributed(at, forward=False, chain=hops, modality=None, content=at + 2, rule="preposition")
