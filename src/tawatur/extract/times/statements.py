"""The time of a statement: which chunks of a sentence tell when something was said, not when it happened."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

#: Verbs whose day is that of what they count: `وثق المرصد الأربعاء مقتل 17`.
TALLIES = words_of("tallies")
_THAT, _ABOUT = words_of("that"), (*words_of("on_the_subject"), *words_of("tally"), "عن", "حول")
#: How many chunks behind a speaker's name what describes him may have.
_DESCRIBED = 14


def said_at(sentence: list[Chunk], one: Attributed) -> range:
    """Return the chunks of a statement's verb and speaker, up to what is told: a time there is the statement's.

    What describes the speaker further may stand between: `أعلنت القوات، العاملة ضمن التحالف، الأربعاء، مقتل`.
    """
    if one.content <= one.at:
        return range(0)
    opened = any(piece.is_(*_THAT) for piece in sentence[one.at : one.content + 1])  # قالت إن القصف الذي جرى فجرا
    last = min(one.content + (1 if opened else _DESCRIBED), len(sentence))
    told = next((at for at in range(one.at + 1, last) if _is_told(sentence[at], beyond=at > one.content)), last)
    return range(one.at, max(told, one.content + 1) if told > one.content else told)


def before_that(sentence: list[Chunk], one: Attributed) -> Sequence[int]:
    """Return the chunks from a verb of saying to its `أن`: `ذكرت المنظمة الشهر الماضي أن` tells when it was said.

    Where no `أن` follows, those of a week, a month or a year that stands before the act: `أعلنت الشهر الماضي مقتل`.
    """
    if sentence[one.at].is_(*TALLIES) or not sentence[one.at].verb_says:
        return range(0)
    that = (at for at in range(one.at + 1, min(one.content + 1, len(sentence))) if sentence[at].is_(*_THAT))
    said = range(one.at, next(that, one.at))
    if not said:
        return _before_the_act(sentence, one)
    between = sentence[said.start : said.stop]
    of_what_is_told = any(piece.is_(*_ABOUT) or _spans(piece) for piece in between)
    return range(0) if of_what_is_told else said  # قال بشأن هجوم الأسبوع الماضي إن, أصدرت حصيلة النصف الأول وفيها أن


def _before_the_act(sentence: list[Chunk], one: Attributed) -> list[int]:
    found = []
    for at in range(one.at + 1, min(one.at + 1 + _DESCRIBED, len(sentence))):
        piece = sentence[at]
        if piece.is_(*_ABOUT) or _is_told(piece, beyond=True):
            break
        if piece.time is not None and (piece.time.rule, piece.time.relation) == ("calendar unit", "at"):
            found.append(at)
    return found


def _spans(piece: Chunk) -> bool:
    """Tell whether a chunk is a time from one day to another: nobody speaks so long."""
    return piece.time is not None and (piece.time.rule == "range" or piece.time.relation == "since")


def told_back_at(sentence: list[Chunk], one: Attributed) -> range:
    """Return the chunks of a statement that what is told stands before: `بحسب ما قالت الشرطة، اليوم الثلاثاء`."""
    last = min(one.at + 1 + _DESCRIBED, len(sentence))
    told = (at for at in range(one.at + 1, last) if _is_told(sentence[at], beyond=True) and not sentence[at].verb_says)
    return range(one.at, max(next(told, last), min(one.content + 1, last)))  # مركز الدعم الأربعاء: a name's words


def _is_told(piece: Chunk, *, beyond: bool) -> bool:
    """Tell whether a chunk is of what a statement says: a number; behind the speaker, the first word of any clause."""
    if piece.number is not None:
        return True
    if not beyond:
        return False
    word = piece.text.removeprefix(piece.conjunction)
    told = any(reading.trigger.measure != "strength" for reading in piece.triggers)  # ضمن: among, no ضم
    acts = (told and not word.startswith("ل")) or piece.names("event") or piece.verb_says
    return bool(acts) or piece.is_(*_THAT, "عن", "الي") or event_class(piece) is not None
