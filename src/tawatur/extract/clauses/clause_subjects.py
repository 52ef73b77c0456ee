"""The subject of a clause: the antecedent, what stands before its verb, what stands behind it, or a joined clause's."""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.nominals import agrees, begins_phrase
from tawatur.extract.clauses.predicates import Predicate, event_class, finite_verb
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.datelines import dateline
from tawatur.extract.phrases.function_words import words_of

_RELATIVE = frozenset(words_of("relative"))
_RESULT = frozenset(words_of("result_link"))
_RESUMPTIVE = frozenset(words_of("resumptive"))
_DEMONSTRATIVES = words_of("demonstrative")
_WHO_ATTACK = frozenset(words_of("who_attack"))
_AS_FOR = words_of("as_for")
#: How many chunks may stand between `أما` and the verb that is said of its topic.
_LONGEST_TOPIC = 6
#: How far behind a number, with `من` between, the noun that it counts may end.
_COUNTED = 3
_QUOTES = frozenset('"()«»')


def find_subject(sentence: list[Chunk], clause: Clause, own: list[int]) -> None:
    """Find a clause's subject: the antecedent, what stands before the verb, else what stands behind it."""
    verb, verb_at = clause.verb, clause.verb_at
    if clause.link == "result":
        return  # what is told before is what brought it about
    if verb is None or verb_at is None:
        clause.subject = next((at for at in own if at != clause.first and begins_phrase(sentence, at)), None)
        return
    leading = _leading(sentence, clause, own, verb)
    leading = _topic(sentence, verb_at, verb) if leading is None else leading
    following = _following(sentence, own, verb_at)
    if leading is not None and verb.pronoun and following is not None:
        clause.subject, clause.antecedent = following, leading  # 50 غارة نفذها التحالف
    elif leading is not None:
        clause.subject, clause.thing = leading, following
    elif clause.link == "relative" and clause.antecedent is not None and not _points_back(sentence, verb, verb_at):
        clause.subject, clause.thing = clause.antecedent, following
    elif following is not None and not _is_object(sentence, clause, following, verb):
        clause.subject = following
        if verb.pronoun:
            clause.thing = clause.antecedent
    else:
        clause.thing = following
        clause.subject = _carried(sentence, clause)


def _points_back(sentence: list[Chunk], verb: Predicate, verb_at: int) -> bool:
    """Tell whether a pronoun behind a verb points back to the antecedent: `شنها`, `تقوم بها`, `قتل فيها`."""
    following = sentence[verb_at + 1] if verb_at + 1 < len(sentence) else None
    return bool(verb.pronoun) or (following is not None and following.text in _RESUMPTIVE)


def _leading(sentence: list[Chunk], clause: Clause, own: list[int], verb: Predicate) -> int | None:
    opening = dateline(sentence)
    for at in own:
        if at < opening:
            continue  # كييف - أعلنت القوات: who writes from there does not act
        if clause.verb_at is None or at >= clause.verb_at:
            return None
        piece = sentence[at]
        if at == clause.first and clause.link in ("that", "while"):
            continue
        if piece.text in _RELATIVE or piece.text in _RESULT or piece.text in _QUOTES or piece.is_(*_DEMONSTRATIVES):
            continue
        if finite_verb(sentence, at) is not None:
            continue
        named = piece.actors or piece.nouns or piece.heads or piece.number or event_class(piece)
        if begins_phrase(sentence, at) and (named or (at == clause.first + 1 and clause.link == "that")):
            return at if agrees(piece, verb) or piece.number is not None else None
        if not (piece.mark or piece.time):
            return None
    return None


def _topic(sentence: list[Chunk], verb_at: int, verb: Predicate) -> int | None:
    """`أما الجيش فخسر 29`: the topic that a verb behind `ف` is said of, where they agree (Ryding 2005, 18.3)."""
    if sentence[verb_at].conjunction != "ف":
        return None
    for at in range(verb_at - 1, max(-1, verb_at - 1 - _LONGEST_TOPIC), -1):
        if sentence[at].is_(*_AS_FOR):
            return at + 1 if at + 1 < verb_at and agrees(sentence[at + 1], verb) else None
        if sentence[at].verb_says or finite_verb(sentence, at) is not None:
            return None
    return None


def _following(sentence: list[Chunk], own: list[int], verb_at: int) -> int | None:
    for at in own:
        if at <= verb_at:
            continue
        piece = sentence[at]
        if piece.text in _QUOTES or piece.time is not None or piece.text in _RESUMPTIVE or piece.is_(*_DEMONSTRATIVES):
            continue
        if piece.conjunction or piece.text == "و":
            return None  # خاضت والقوى المتحالفة معها: with them, no subject of its own
        return at if begins_phrase(sentence, at) else None
    return None


def _is_object(sentence: list[Chunk], clause: Clause, at: int, verb: Predicate) -> bool:
    """Tell whether what stands behind a verb without a subject before it is its object: an act, a number, no match."""
    piece = sentence[at]
    if verb.form.number != "singular":
        return True  # a verb before its subject stands in the singular
    masdar = any(reading.trigger.kind == "masdar" for reading in piece.triggers)
    if verb.kind == "act" and piece.number is not None and _attack(sentence, clause, at):
        return False  # أطلق مسلحان النار, هاجم نحو 50 مسلحا
    deed = piece.number is not None or event_class(piece) is not None or masdar
    if verb.kind in ("act", "claim", "say", "blame") and deed:
        return True
    if verb.kind == "outcome" and piece.number is not None:
        return True
    return not agrees(piece, verb)


def _attack(sentence: list[Chunk], clause: Clause, at: int) -> bool:
    """Tell whether a number counts people who attack: by its own noun, or by the one behind it and `من`.

    These are an object where a subject may be carried on: `قصفت الطائرات المواقع واستهدفت 50 مسلحا`.
    """
    number = sentence[at].number
    if number is not None and number.noun is not None:
        return number.noun in _WHO_ATTACK
    if _carried(sentence, clause) is not None:
        return False
    behind = [piece for piece in sentence[at + 1 : at + _COUNTED] if piece.text != "من"]
    return bool(behind) and any(reading.noun.lemma in _WHO_ATTACK for reading in behind[0].nouns)


def _carried(sentence: list[Chunk], clause: Clause) -> int | None:
    """Return the subject that a verb without one takes from a clause that it is joined to, where they agree."""
    verb, here = clause.verb, clause
    if verb is None or verb.passive:
        return None
    while here.link in ("joined", "while") and here.parent is not None:
        here = here.parent
        if here.verb is None or here.verb.kind == "say":
            return None
        if here.subject is not None and agrees(sentence[here.subject], verb):
            return here.subject
    return None
