"""Times of other deeds in a count's sentence: what the sentenced did, how prisoners were taken, before a whole war.

`قضت المحكمة بسجن ستة متهمين بتدبير محاولة انقلاب في 2016` says when the coup was, `أفرجت عن خمسة احتجزتهم في أكتوبر`
when they were taken, `سيطر على المخيم في 2015، وأسفرت الحرب عن مقتل 300` nothing of when they died.
"""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.behind import CHARGED, is_a_deed

#: How far behind a count a word of a charge stands, and behind that the time of the deed.
_CHARGE_WITHIN, _DEED_WITHIN = 12, 14
#: What befell people before what a measure tells of them.
_TAKEN = frozenset(("detained", "abducted", "missing"))
_BEFORE = {
    "released": _TAKEN,
    "escaped": _TAKEN,
    "killed": _TAKEN,
    "sentenced": _TAKEN,
    "repatriated": _TAKEN | {"displaced"},
    "returned": frozenset(("displaced", "escaped")),
}
_WARS = frozenset(words_of("war"))
_SINCE = frozenset(words_of("since"))
#: How many chunks before a time stands the `منذ` that it counts from.
_SINCE_WITHIN = 4
_FOUNDED = words_of("founded")
#: How far into a sentence its verb and the act that it is said of stand.
_OPENING = 5
_COMES, _AFTER = frozenset(words_of("comes_about")), frozenset(words_of("before_this"))
_HAD_BEEN, _ALIKE = frozenset(words_of("had_been")) | {"كان", "كانت"}, frozenset(words_of("like_it"))
_BEFORE_NOW = frozenset(words_of("before_now"))


def is_anothers(clauses: Clauses, at: int, counted: int, measure: str) -> bool:
    """Tell whether the time at a chunk is another deed's than that counted at `counted`."""
    return (
        _dates_the_charge(clauses, at, counted)
        or _dates_what_was_before(clauses, at, counted, measure)
        or _stands_beside_a_war(clauses, at, counted)
        or _is_of_the_rise(clauses.sentence, at, counted)
    )


def is_founding(clauses: Clauses, at: int) -> bool:
    """`أنشئت القوة المؤلفة من ألف جندي في 1974`: a time in the clause of a verb of founding."""
    verb = clauses.at(at).verb_at
    return verb is not None and clauses.sentence[verb].text.removeprefix("و").startswith(_FOUNDED)


def is_of_no_day(clauses: Clauses, counted: int) -> bool:
    """Tell whether what is counted at a chunk happened on no day of the news that the report tells.

    That is the harm of a whole war (`أودت الحرب بحياة 300`, `النزاع الذي شرد آلافا`), what had been before an act that
    `يأتي` after it (`ويأتي التفجير بعد هجوم أوقع 50 قتيلا`) and what an act like this one had done (`وكان هجوم مماثل
    أودى بحياة 50`).
    """
    sentence, own = clauses.sentence, clauses.at(counted)
    of_it = own.antecedent if own.link == "relative" else own.subject
    if of_it is not None and of_it < counted and _is_a_war(sentence[of_it]):
        return True
    first = 1 if len(sentence[0].text) == 1 else 0
    opening, verb = sentence[first : first + _OPENING], sentence[first].text.removeprefix("و")
    act = next((i for i, piece in enumerate(opening) if i and is_a_deed(piece)), None)
    if verb in _COMES and act is not None:
        behind = sentence[first + act + 1 : counted]
        return any(piece.text in _AFTER for piece in behind)
    if verb in _HAD_BEEN and act is not None:
        return any(piece.text in _ALIKE for piece in opening[act + 1 : act + 3])
    return verb in _BEFORE_NOW and len(opening) > 1 and opening[1].is_("ان")


def _dates_the_charge(clauses: Clauses, at: int, counted: int) -> bool:
    """`34 ضابطا للاشتباه بصلتهم بفلان المتهم بتدبير انقلاب في 2016`: behind a charge, the time of the deed.

    A day without a deed before it is the verdict's or the arrest's: `اعتقل أربعة بتهمة التجسس الأحد`.
    """
    sentence = clauses.sentence
    ahead = range(counted + 1, min(at, counted + _CHARGE_WITHIN))
    charge = next((i for i in ahead if sentence[i].is_one_of(CHARGED)), None)
    if charge is None or at - charge > _DEED_WITHIN or clauses.at(at).link in ("joined", "while", "result"):
        return False
    between = sentence[charge + 1 : at]
    if any(piece.mark or piece.verb_says for piece in between):
        return False
    time = sentence[at].time
    return any(map(is_a_deed, between)) or (time is not None and time.precision in ("month", "year"))


def _dates_what_was_before(clauses: Clauses, at: int, counted: int, measure: str) -> bool:
    """`أفرجت عن خمسة احتجزتهم في أكتوبر`: a relative clause on those counted tells how they had come there."""
    before = _BEFORE.get(measure)
    clause: Clause | None = clauses.at(at)
    while before is not None and clause is not None:
        if clause.link == "relative" and counted < clause.first and clause.verb_at is not None:
            told = {reading.trigger.measure for reading in clauses.sentence[clause.verb_at].triggers}
            return bool(told & before) and measure not in told
        clause = clause.parent
    return False


def _stands_beside_a_war(clauses: Clauses, at: int, counted: int) -> bool:
    """`… في 2015، وأسفرت الحرب عن مقتل 300`: what a whole war did has the time of no other clause but a since-time."""
    sentence, own = clauses.sentence, clauses.at(counted)
    if clauses.at(at) is own or any(p.text in _SINCE for p in sentence[max(0, at - _SINCE_WITHIN) : at + 1]):
        return False
    time = sentence[at].time
    if time is None or time.relation == "since" or time.duration is not None:
        return False
    if own.link == "joined" and own.verb_at is not None and own.subject is not None and own.subject > own.verb_at:
        return _is_a_war(sentence[own.subject])
    return False


def _is_of_the_rise(sentence: list[Chunk], at: int, counted: int) -> bool:
    """`وبمقتل جندي ارتفعت الحصيلة منذ مايو إلى 30`: since when the toll counts, by which one death has raised it."""
    first = 1 if len(sentence[0].text) == 1 else 0
    if sentence[first].preposition != "ب" or not sentence[first].triggers:
        return False
    rise = next((i for i in range(counted + 1, at) if "change_up" in sentence[i].cues), None)
    return rise is not None and any(piece.text in _SINCE for piece in sentence[rise : at + 1])


def _is_a_war(piece: Chunk) -> bool:
    return piece.words[0].startswith("ال") and piece.words[0].removeprefix("ال") in _WARS
