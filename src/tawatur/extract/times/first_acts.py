"""First acts: `أولى غاراته كانت في 8 آب 2014`, `في آذار شنت الحركة أولى هجماتها`: what somebody began with."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import ACTS
from tawatur.extract.times.durations import OF_THE_DAY, opens_clause
from tawatur.extract.times.offensives import is_first_of_acts
from tawatur.extract.times.periods import Dated

_ITS = tuple(words_of("object_pronoun"))
_UPON = ("علي", "ضد", "في")
#: How far from the date the first acts may stand, and from them whose they are.
_FAR, _WHOSE = 12, 3


def first_acts(sentence: list[Chunk], dated: Dated) -> int | None:
    """Return the chunk of `أولى` before or behind a date on which somebody's first acts were; None for none."""
    if dated.time.relation != "at" or dated.time.rule in OF_THE_DAY:
        return None
    before = range(dated.at - 1, max(-1, dated.at - _FAR), -1)
    behind = range(dated.at + 1, min(len(sentence) - 1, dated.at + _FAR))
    for places in (before, behind if opens_clause(sentence, dated.at) else range(0)):
        for at in places:
            piece = sentence[at]
            if piece.time is not None or piece.number is not None or piece.text in (".", "؛", ";"):
                break
            if _are_first(sentence, at):
                return at
    return None


def _are_first(sentence: list[Chunk], at: int) -> bool:
    """`أولى ضربات التحالف`, `أولى غاراته`: tell whether somebody's first acts begin at a chunk."""
    if at + 1 >= len(sentence) or not is_first_of_acts(sentence, at):
        return False
    act = sentence[at + 1]
    several = any(r.noun.measure in ACTS and r.form.number in ("plural", "ambiguous") for r in act.nouns)
    own = act.text.endswith(_ITS) or any(piece.actors for piece in sentence[at + 2 : at + 2 + _WHOSE])
    return several and own


def owners(sentence: list[Chunk], at: int) -> list[Chunk]:
    """Return, nearest first, the chunks that may name whose the first acts at a chunk are; none for none."""
    if not _are_first(sentence, at):
        return []
    if not sentence[at + 1].text.endswith(_ITS):
        return sentence[at + 2 : at + 2 + _WHOSE]  # أولى ضربات التحالف
    before = range(at - 1, -1, -1)  # شن التحالف على التنظيم أولى غاراته
    return [sentence[on] for on in before if not (on and sentence[on - 1].is_(*_UPON)) and not sentence[on].preposition]
