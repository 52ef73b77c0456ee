"""Clauses: a sentence cut into its clauses, each with its link to the one it depends on, its verb and its subject.

`قالت القيادة | إن قواتها نفذت غارات | أسفرت عن مقتل 12 | فيما أعلن التنظيم …`: a statement, its complement, a
relative clause without a pronoun, whose antecedent is `غارات`, and a clause of contrast. A clause is what one finite
verb, or none, holds together; what stands between its parts (a relative clause) is a clause of its own.

Sources: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 4.2 (word order, agreement), 14 (relative
clauses), 18-19 (subordination); Badawi, Carter and Gully, Modern Written Arabic (2004), 3.1, 5.
"""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.clause_subjects import find_subject
from tawatur.extract.clauses.cutting import Cutter
from tawatur.extract.clauses.nominals import begins_phrase, names_body, phrase_end
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_GUNFIRE = words_of("gunfire")
_IMPOSED = words_of("imposed")
_QUOTES = frozenset('"()«»')
#: How far behind a noun for a part of some forces the word may stand that says whose it is.
_BODY = 4


class Clauses:
    """The clauses of a sentence, in the order in which they begin."""

    __slots__ = ("_members", "_of", "clauses", "sentence")

    def __init__(self, sentence: list[Chunk]) -> None:
        self.sentence = sentence
        self.clauses: list[Clause] = []
        self._of: list[int] = []
        Cutter(sentence, self.clauses, self._of).cut()
        self._members: list[list[int]] = [[] for _ in self.clauses]
        for at, number in enumerate(self._of):
            self._members[number].append(at)
        for clause in self.clauses:
            find_subject(sentence, clause, self._members[clause.number])

    def at(self, chunk: int) -> Clause:
        """Return the clause that a chunk of the sentence stands in."""
        return self.clauses[self._of[chunk]]

    def chunks(self, clause: Clause) -> list[int]:
        """Return a clause's own chunks, in order."""
        return self._members[clause.number]

    def is_active(self, clause: Clause) -> bool:
        """Tell whether a clause's subject does what its verb says: the verb shows it, or has an object of its own."""
        verb, subject, verb_at = clause.verb, clause.subject, clause.verb_at
        if verb is None or subject is None or verb_at is None or verb.passive:
            return False
        if verb.form.voice == "active" or verb.pronoun or verb.kind in ("say", "aid", "be", "occur", "cause", "suffer"):
            return True
        if subject < verb_at:
            return clause.thing is not None
        end = phrase_end(self.sentence, subject)
        if any(_is_object_behind(self.sentence, subject, at) for at in range(subject + 1, end)):
            return True
        while end < len(self.sentence) and (self.sentence[end].time is not None or self.sentence[end].text in _QUOTES):
            end += 1
        return end < len(self.sentence) and not self.sentence[end].mark and begins_phrase(self.sentence, end)


def _is_object_behind(sentence: list[Chunk], subject: int, at: int) -> bool:
    """`تقود السعودية تحالفا`, `قصفت القوات التركية أحياء`: a noun behind a name and its adjectives, none of them."""
    named = subject if sentence[subject].actors or at == subject + 1 else subject + 1  # مسلحو تنظيم كذا
    if names_body(sentence[subject]):  # المدفعية الثقيلة التركية, قوات حرس الحدود التركية
        named = next((i for i in range(subject, min(at, subject + _BODY)) if sentence[i].state is not None), named)
    piece, between = sentence[at], sentence[named + 1 : at]
    told = sentence[named].actors or (named > subject and sentence[named].state is not None)  # مروحية تركية
    if not told or piece.preposition or piece.conjunction or piece.actors:
        return False
    if piece.heads or not all(_is_adjective(one) for one in between):
        return False
    if piece.places:
        return sentence[named].definite and not piece.text.startswith("ال")  # اقتحمت القوات الإسرائيلية مخيم جنين
    if any(reading.noun.unit != "person" for reading in piece.nouns) or event_class(piece) is not None:
        return True
    if piece.is_(*_GUNFIRE, *_IMPOSED):
        return True  # أطلقت دورية إسرائيلية النار, فرضت الدولة عقوبات
    if between or piece.text.startswith("ال"):
        return False
    dual = piece.number is not None and piece.number.noun is not None  # قصف المسلحون قريتين
    return dual or piece.text.endswith("ا")


def _is_adjective(piece: Chunk) -> bool:
    """Tell whether a chunk may be an adjective of a definite noun: `الإرهابية`."""
    return piece.text.startswith("ال") and event_class(piece) is None and not (piece.actors or piece.places)
