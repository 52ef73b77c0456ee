"""What lies behind that which a time dates: what an act answers (`بعد مقتل 60`), what somebody is charged with.

So does the harm of an act that is known already (`أدان المجلس الثلاثاء الهجوم الذي أوقع 40 قتيلا`), and the death of
who is buried.
"""

from __future__ import annotations

from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

#: Prepositions of what was before that which a clause tells.
_AFTER = frozenset(words_of("before_this"))
_SINCE = frozenset(words_of("since"))
CHARGED = frozenset(words_of("charged_with"))
#: Measures of what is no deed of war: what is promised, judged, counted as it stands.
_PEACEFUL = frozenset(
    ("funding", "sentenced", "strength", "members", "inhabitants", "beneficiaries", "trained", "role")
)
_BURIALS = words_of("burial")
#: How many chunks behind a word of a charge the deed has its number.
_DEED = 12


def lies_behind(clauses: Clauses, at: int, counted: int, *, day: bool = True) -> bool:
    """Tell whether what is counted at a chunk was before what a time at an earlier chunk dates.

    `اجتمع المجلس الثلاثاء بعد مقتل 60`, `قضت المحكمة الأحد بسجن سبعة لضلوعهم في قتل عشرة`, or began long before it:
    `قتل 53 الأحد، ليرتفع العدد منذ بدء العدوان إلى 44235`. A month or a year (no `day`) may be that of both, but for
    what somebody is charged with: `حكم عليه في 2009 لوقوفه وراء اغتيال 25`.
    """
    sentence = clauses.sentence
    if not day:
        return is_charged(clauses, at, counted)
    if _is_answered(clauses, at, counted) or is_counted_since(sentence, at, counted):
        return True
    if _is_of_an_act_known(clauses, at, counted) or _is_buried(clauses, at, counted):
        return True
    return is_charged(clauses, at, counted)


def _is_answered(clauses: Clauses, at: int, counted: int) -> bool:
    sentence = clauses.sentence
    after = next((i for i in range(at + 1, counted) if sentence[i].text.removeprefix("و") in _AFTER), None)
    if after is None:
        return False
    clause = clauses.at(at)
    first = clause.first if clause.link in ("while", "joined") else 0
    return not any(_is_of_war(piece) for piece in sentence[first:after])


def _is_of_an_act_known(clauses: Clauses, at: int, counted: int) -> bool:
    """`زار الوفد الثلاثاء موقع التفجير الذي أودى بحياة 40`: what an act did that a clause of no act only names."""
    sentence, clause = clauses.sentence, clauses.at(counted)
    while clause.parent is not None:
        act = clause.antecedent if clause.link == "relative" else None
        if act is not None and at < act and sentence[act].definite and event_class(sentence[act]) is not None:
            return not any(_is_of_war(piece) and not _condemns(piece) for piece in sentence[:act])
        clause = clause.parent
    return False


def _is_buried(clauses: Clauses, at: int, counted: int) -> bool:
    """`شيع الأهالي السبت جثامين سبعة قتلوا في قصف`: a burial, whose day is not that of the death."""
    sentence, first = clauses.sentence, clauses.at(at).first
    opening = next((i for i in range(first, counted) if sentence[i].is_(*_BURIALS)), None)
    return opening is not None and not any(is_a_deed(piece) for piece in sentence[first:opening])


def is_counted_since(sentence: list[Chunk], at: int, counted: int) -> bool:
    """Tell whether a clause counts since something that it dates by no day, `منذ بدء العدوان`, behind a day of news."""
    for back in range(counted - 1, at, -1):
        piece = sentence[back]
        if piece.text in _SINCE:
            return piece.time is None and sentence[back + 1].time is None
        if piece.mark or piece.verb_says:
            return False
    return False


def is_charged(clauses: Clauses, at: int, counted: int) -> bool:
    """Tell whether a word of a charge stands between, and the deed behind it, in its clause or one on it."""
    sentence, own = clauses.sentence, clauses.at(counted)
    for back in range(counted - 1, max(at, counted - _DEED), -1):
        if sentence[back].is_one_of(CHARGED):
            charge = clauses.at(back)
            same = charge is own or (own.link == "relative" and own.parent is charge)
            return same and any(is_a_deed(piece) for piece in sentence[back + 1 : counted])
    return False


def is_a_deed(piece: Chunk) -> bool:
    """Tell whether a chunk tells of an act of war, or of what it brought about."""
    told = any(reading.trigger.measure not in _PEACEFUL for reading in piece.triggers)
    return told or piece.names("event") or event_class(piece) is not None


def _condemns(piece: Chunk) -> bool:
    """`أدان المجلس الهجوم` is no verdict."""
    return bool(piece.triggers) and all(reading.trigger.measure == "sentenced" for reading in piece.triggers)


def _is_of_war(piece: Chunk) -> bool:
    """Tell whether a chunk tells of an act of war, or counts."""
    return is_a_deed(piece) or piece.number is not None
