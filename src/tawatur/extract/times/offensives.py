"""Offensives, which begin on a day, and attacks, which are of it: `شنت القوات عملية عسكرية`, `هجوما على نقطة تفتيش`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.durations import antecedent, is_of

_TAKES, _REGION = frozenset(words_of("takes")), frozenset(words_of("region"))
_OFFENSIVE, _CAMPAIGN = frozenset(words_of("offensive")), frozenset(words_of("campaign"))
_WIDE, _WIDEST = words_of("wide"), words_of("widest")
_FIRST, _PARTS_OF_DAY = words_of("first"), words_of("parts_of_day")
_ITS = ("ه", "ها", "هم")
#: How far behind its verb what is launched may stand, and how far before it.
_AHEAD, _BEFORE = 9, 3


def is_offensive(sentence: list[Chunk], at: int, *, today: bool) -> bool:
    """`شنت القوات عملية عسكرية`, `هجوما واسعا`: a campaign, where a bare `هجوم` is an attack of a day."""
    behind = range(at + 1, min(len(sentence), at + _AHEAD))
    before = antecedent(sentence, at) or range(max(0, at - _BEFORE), at)  # هجوم عنيف شنه الجيش
    for i in [*behind, *(reversed(before) if sentence[at].text.endswith(_ITS) else ())]:
        if is_of(sentence[i], _OFFENSIVE):
            if not today and _is_for_territory(sentence, max(i, at)):
                return True
            wide = any(piece.is_(*(_WIDEST if today else _WIDE)) for piece in sentence[i + 1 : i + 3])
            return wide or (is_of(sentence[i], _CAMPAIGN) and not today)
    return False


def _is_for_territory(sentence: list[Chunk], at: int) -> bool:
    """`هجوما على محافظة إدلب`, `هجوما لاستعادة المدينة`: an offensive, where one on a checkpoint is an attack."""
    for i in range(at + 1, min(len(sentence), at + _AHEAD)):
        piece = sentence[i]
        if piece.mark and piece.text not in ('"', "(", ")"):
            return False
        if piece.preposition == "ل" and is_of(piece, _TAKES):
            return True
        if i + 1 < len(sentence) and piece.is_("علي", "ضد") and is_of(sentence[i + 1], _REGION):
            return True
    return False


def is_first_of_acts(sentence: list[Chunk], at: int) -> bool:
    """`أولى غاراته`, in `خلال الساعات الأولى من السبت` a part of the day."""
    piece = sentence[at]
    return piece.is_(*_FIRST) and piece.time is None and not (at and sentence[at - 1].is_(*_PARTS_OF_DAY))
