"""Statements of a sentence's own subject: `أوقفت القوات 12 شخصا، بحسب بيان`, `فقد الجيش، باعترافه، 12 جنديا`."""

from __future__ import annotations

from tawatur.extract.attribution.naming import Keys
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_definite, noun_of
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Passage
from tawatur.extract.phrases.function_words import words_of

_STATEMENT, _ADMISSION = words_of("statement_noun"), words_of("own_admission")


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
    return _of_subject(clauses, at, at + 2, speakers, keys, passage)


def own_admission(
    clauses: Clauses | None, at: int, speakers: Speakers, keys: Keys, passage: Passage
) -> Attributed | None:
    """Read `باعترافه` at a chunk: what its sentence tells is told by its subject."""
    if clauses is None or not at or not clauses.sentence[at].is_(*_ADMISSION):
        return None
    return _of_subject(clauses, at, at + 1, speakers, keys, passage)


def _of_subject(
    clauses: Clauses, at: int, content: int, speakers: Speakers, keys: Keys, passage: Passage
) -> Attributed | None:
    """Attribute to the subject of its sentence's outermost clause that is told before a chunk."""
    sentence = clauses.sentence
    clause = clauses.at(at - 1)
    while clause.parent is not None:
        clause = clause.parent
    subject = clause.subject
    if subject is None or not subject < at or not keys.is_body(sentence[subject]):
        return None
    hops = speakers.describe(sentence, subject, subject + 1, passage, named=False)
    if not hops:
        return None
    return Attributed(at, forward=False, chain=hops, modality=None, content=content, rule="preposition")
