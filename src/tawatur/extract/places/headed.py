"""Places that head an entry of a list, a bare number or a clause, and are no place of what went before."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_FOLLOWS = words_of("next_in_order")
#: How many chunks a bare number takes at the end of a list.
_BARE = 2


def has_its_own(sentence: list[Chunk], first: int, last: int) -> bool:
    """`…، إدلب: 9 قتلى`, `ومأرب 15`, `تلتها إدلب بـ30`: a place that heads an entry of a list, or a bare number."""
    behind = sentence[last : last + 3]
    if behind[:1] and behind[0].number is not None and behind[0].time is None and first:
        return sentence[first].conjunction == "و" or sentence[first - 1].mark
    if behind[:1] and behind[0].text == ":":
        return first > 0 and (sentence[first - 1].mark or "place_noun" in sentence[first - 1].cues)
    bare = len(behind) > 1 and behind[0].text == "ب" and behind[1].number is not None
    return bare and (len(behind) == _BARE or behind[2].mark or behind[2].is_("ثم", "و"))


def opens_its_own(sentence: list[Chunk], at: int) -> bool:
    """`…، وفي سوريا 59 مهمة`, `تلتها حمص بـ40 قتيلا`: a place that opens a clause is of what stands behind it."""
    if not at or sentence[at - 1].is_(*_FOLLOWS) or heads_figure(sentence, at):
        return at > 0
    opens = sentence[at - 1].is_("في") and bool(sentence[at - 1].conjunction)
    return opens and at >= 2 and sentence[at - 2].mark


def heads_figure(sentence: list[Chunk], at: int) -> bool:
    """`…، ومصر 514 ألفا`, `فتشاد (614 ألفا)`, `والأردن بـ660 ألفا`: a place joined to others, and its own figure."""
    if not at or not (sentence[at].conjunction or sentence[at].text[:1] in "وف" or sentence[at - 1].text == "و"):
        return False
    opened = at + 1 < len(sentence) and sentence[at + 1].text in ("(", "ب")
    behind = sentence[at + 2 if opened else at + 1 :][:1]
    return bool(behind) and behind[0].number is not None and behind[0].time is None
