"""Reactions: attacks of others that a clause's subject answers, condemns, looks into or follows up, and does not do."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.event_nouns import bare_word
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.clauses.subjects import QUOTES
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_APART = words_of("apart")
_CONCERNING = words_of("concerning")
_ASKED_ABOUT = words_of("asked_about")
_OF_ATTACK = words_of("of_attack")
_CONDEMNING = frozenset(words_of("condemning"))
_DEMONSTRATIVES = frozenset(words_of("demonstrative"))
#: How far before the preposition of an attack the word for an inquiry into it, or a part in it, may stand.
_ASKED_WITHIN = 5


def is_of_others(sentence: list[Chunk], first: int, clause: Clause) -> bool:
    """Tell whether an event at a chunk is of others than its clause's subject.

    So it is behind `بعد`, `على`, `بشأن`; behind `في` and a word for an inquiry or a part in it; as the genitive of
    its doers, its victims or its place; and as the object of a verb of condemning.
    """
    at = first - 1
    while at >= clause.first and (sentence[at].text in QUOTES or sentence[at].text in _DEMONSTRATIVES):
        at -= 1
    if clause.verb is not None and fold(clause.verb.form.lemma) in _CONDEMNING:
        return True
    if at < 0:
        return False
    before = sentence[at]
    if before.is_(*_APART) or before.is_(*_CONCERNING) or bare_word(before) in _OF_ATTACK:
        return True
    led = before.is_("في") or before.is_("عن") or sentence[first].preposition in ("ب", "ل")
    return led and any(piece.is_(*_ASKED_ABOUT) for piece in sentence[max(0, at - _ASKED_WITHIN) : at])


def answering(clauses: Clauses, at: int) -> tuple[Clause, int] | None:
    """Return the clause that answers the attack of others in whose clause chunk `at` stands, and the attack's chunk."""
    clause: Clause | None = clauses.at(at)
    while clause is not None and clause.parent is not None:
        event = event_told_of(clauses, clause)
        if event is not None:
            outer = clauses.at(event)
            return (outer, event) if is_of_others(clauses.sentence, event, outer) else None
        clause = clause.parent
    return None


def event_told_of(clauses: Clauses, clause: Clause) -> int | None:
    """Return the event that a clause is said of: its antecedent, or the last before one that no word opens."""
    if clause.link == "relative" and clause.antecedent is not None:
        return clause.antecedent if event_class(clauses.sentence[clause.antecedent]) is not None else None
    if clause.link != "result" or clause.verb_at != clause.first or clause.parent is None:
        return None
    before = (
        here for here in range(clause.first - 1, clause.parent.first - 1, -1) if clauses.at(here) is clause.parent
    )
    return next((here for here in before if event_class(clauses.sentence[here]) is not None), None)
