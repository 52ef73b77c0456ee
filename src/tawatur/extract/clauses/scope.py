"""Scope: what lies between a quantity and a place or time of its sentence, by clauses and by distance.

What a relative clause says of a party or a place (`التنظيم الذي يسيطر على مناطق في العراق منذ 2014`) is none of what
the sentence counts; what it says of an act (`هجوم وقع الثلاثاء`) is.
"""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

#: What a relative clause about something else than the act adds: what lies in it belongs to nothing outside it.
SHUT = 60
#: What a clause of contrast or of an accompanying circumstance adds.
_WHILE = 8
#: What a clause adds that `و` joins to another.
_JOINED = 6
_WHO = frozenset(words_of("relative"))
_NUMBER_OF = tuple(word for word in words_of("number_of") if word not in words_of("tally"))  # `حصيلة` is of acts too
_TALLY = words_of("tally")
_ONE_OF_THEM = words_of("one_of_them")
#: How many chunks before a time the word may stand that singles one out.
_SINGLED_OUT = 12
#: How many chunks before a relative clause the act may stand that it is said of.
_ACT = 12
#: How many chunks behind `عدد` those stand whose number it is.
_GENITIVES = 5
#: What stands before the time of a level that another is compared with, and how far behind the word of change.
_FROM = ("عن", "علي", "مقارنة", "بالمقارنة", "مقارنة ب", "مقارنة مع")
#: What stands before a figure that another is compared with; so does `من` behind what tells of a change.
_AGAINST, _FALLS = (*words_of("compared_to"), "مقابل"), words_of("coming_from")
#: How many chunks may stand between a figure compared with and its time: `11 غارة في 2021`.
_COUNTED = 2
#: How many chunks before a time the word of a comparison may stand.
_COMPARING = 2
_CHANGES = frozenset(("change_up", "change_down"))
_COMPARED = 7


def barrier(clauses: Clauses, counted: int, told: int) -> int:
    """Return the cost of the clauses that must be left to come from the chunk `told` to the one `counted`."""
    around = set()
    here: Clause | None = clauses.at(counted)
    while here is not None:
        around.add(here.number)
        here = here.parent
    sentence = clauses.sentence
    compared = _is_compared_with(sentence, counted, told) or _is_anothers(sentence, counted, told)
    cost = SHUT if compared or _is_of_one(sentence, counted, told) else 0
    left: Clause | None = clauses.at(told)
    while left is not None and left.number not in around:
        cost += _cost(clauses, left, counted)
        left = left.parent
    return cost


def is_aside(clauses: Clauses, told: int) -> bool:
    """Tell whether a relative clause on a party or a place tells what a chunk does: `السلطات التي حكمت منذ 2021`."""
    left: Clause | None = clauses.at(told)
    while left is not None:
        before = clauses.sentence[max(0, left.first - _ACT) : left.first]
        if _cost(clauses, left, -1) >= SHUT and not any(event_class(piece) is not None for piece in before):
            return True  # but الهجمات على المدينة، التي استمرت: of the act, though the place stands between
        if _is_of_no_act(clauses, left):
            return True
        left = left.parent
    return False


def _is_of_no_act(clauses: Clauses, left: Clause) -> bool:
    """Tell whether a relative clause is on a noun that the grammar does not know, and no act stands before it."""
    if left.link != "relative" or left.antecedent is not None or clauses.sentence[left.first].text not in _WHO:
        return False
    before = clauses.sentence[max(0, left.first - _GENITIVES) : left.first]
    return not any(event_class(p) is not None or p.number is not None or p.triggers or p.names("event") for p in before)


def _cost(clauses: Clauses, left: Clause, counted: int) -> int:
    if left.link in ("while", "joined"):
        return _WHILE if left.link == "while" else _JOINED
    if left.link != "relative" or left.antecedent is None or clauses.sentence[left.first].text not in _WHO:
        return 0
    antecedent = clauses.sentence[left.antecedent]
    about_the_act = event_class(antecedent) is not None or antecedent.number is not None or _counts(antecedent)
    open_to_it = about_the_act or left.antecedent == counted or _is_tallied(clauses.sentence, left.antecedent)
    return 0 if open_to_it else SHUT


def _is_compared_with(sentence: list[Chunk], counted: int, told: int) -> bool:
    """`1120 قتيلا، بزيادة 25% عن عام 2023`: the time of the level that a change is from is none of its own level's."""
    if sentence[told].time is None or not 0 <= counted < told - 1:
        return False
    near = range(max(counted, told - _COMPARED), told)
    return sentence[told - 1].is_(*_FROM) and any(sentence[at].cues & _CHANGES for at in near if at != counted)


def _is_anothers(sentence: list[Chunk], counted: int, told: int) -> bool:
    """`8 غارات، مقارنة بـ11 في 2021`: the time of the figure that others are compared with is none of theirs."""
    figure = figure_of_its_own(sentence, told)
    return figure is not None and figure != counted


def _is_of_one(sentence: list[Chunk], counted: int, told: int) -> bool:
    """`نفذت ست هجمات، كان آخرها في 4 مايو`: the time of one of those counted before it, singled out."""
    return any(piece.is_(*_ONE_OF_THEM) for piece in sentence[max(counted + 1, told - _SINGLED_OUT) : told])


def figure_of_its_own(sentence: list[Chunk], at: int) -> int | None:
    """Return the figure compared with that the time at chunk `at` dates: `من 143 في يوليو`, `عن يونيو (175 قتيلا)`."""
    if sentence[at].time is None:
        return None
    level = at + 1 + (at + 1 < len(sentence) and sentence[at + 1].mark)
    if _compares(sentence, at) and level + 2 < len(sentence) and sentence[level].is_("من"):
        to = any(piece.is_("الي") for piece in sentence[level + 2 : level + 5])
        return (
            level + 1 if to and sentence[level + 1].number is not None else None
        )  # مقارنة بمايو، من 14 هجوما إلى تسعة
    if 0 < at < len(sentence) - 2 and sentence[at + 1].text == "(" and sentence[at + 2].number is not None:
        compared = sentence[at - 1].is_(*_FROM) or "comparison" in sentence[at - 1].cues
        return at + 2 if compared else None
    for figure in range(at - 1, max(0, at - 2 - _COUNTED), -1):
        piece = sentence[figure]
        if piece.number is not None:
            return figure if _follows_comparison(sentence, figure) else None
        if piece.mark or piece.verb_says:
            return None
    return None


def _compares(sentence: list[Chunk], at: int) -> bool:
    return any("comparison" in piece.cues for piece in sentence[max(0, at - _COMPARING) : at])


def _follows_comparison(sentence: list[Chunk], figure: int) -> bool:
    before = sentence[figure - 1]
    if before.is_(*_AGAINST):
        return True
    return before.is_("من") and figure > 1 and sentence[figure - 2].is_(*_FALLS)


def _is_tallied(sentence: list[Chunk], antecedent: int) -> bool:
    """Tell whether a clause says whose number is told: `عدد الجنود الذين قتلوا منذ نيسان ارتفع إلى 142`."""
    if antecedent and sentence[antecedent - 1].is_(*_TALLY):
        return True  # حصيلة المدنيين الذين قتلوا
    return any(piece.is_(*_NUMBER_OF) for piece in sentence[max(0, antecedent - _GENITIVES) : antecedent])


def _counts(piece: Chunk) -> bool:
    """Tell whether a noun is one that outcomes are told of, no party's and no place's name."""
    lands = bool(piece.nouns) and all(reading.noun.unit == "country" for reading in piece.nouns)  # البلد الذي
    return bool(piece.triggers) or bool(piece.nouns and not (lands or piece.actors or piece.places or piece.heads))
