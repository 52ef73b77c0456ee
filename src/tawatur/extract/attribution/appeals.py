"""Appeals for money, whose sum is told by who appeals: `ناشدت الوكالة المانحين توفير 6 ملايين دولار`."""

from __future__ import annotations

from tawatur.extract.attribution.reach import Attributed, through_document
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.tellers import Tellers
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_ASKS, _LAUNCHES = words_of("asks_for_money"), words_of("launches")
_APPEAL = words_of("appeal_noun")
_ASKED, _THAT = words_of("asked_for_money"), words_of("that")
_STOPS = ("الي", "من", "ل", "ب")
#: How many chunks may stand between the verb and the sum.
_LONGEST = 18


def appealed(
    sentence: list[Chunk], at: int, speakers: Speakers, tellers: Tellers, passage: Passage
) -> Attributed | None:
    """Return the attribution of the sum that the verb at a chunk asks for, to who asks; None where none is asked."""
    word = sentence[at].text.removeprefix("و")
    if word not in _ASKS and word not in _LAUNCHES:
        return None
    money = _sum_behind(sentence, at)
    if money is None:
        return None
    between = range(at + 1, money)
    noun = next((i for i in between if sentence[i].words[0] in _APPEAL), None)
    if word in _LAUNCHES and noun is None:
        return None  # أطلقت المنظمة مشروعا بقيمة
    stops = (i for i in between if i == noun or sentence[i].is_(*_STOPS) or sentence[i].words[0] in _ASKED)
    end = next((i for i in stops if i > at + 1), money)
    hops = speakers.describe(sentence, at + 1, end, passage, named=False) if end > at + 1 else ()
    hops = hops or (tellers.before(sentence, at, passage) if at else ())
    return through_document(at, hops, at + 1)


def _sum_behind(sentence: list[Chunk], at: int) -> int | None:
    for i in range(at + 1, min(len(sentence), at + 1 + _LONGEST)):
        piece = sentence[i]
        if piece.number is not None and piece.time is None:
            return i if (piece.number.unit or "").isupper() else None
        if piece.verb_says or piece.text in _THAT or "clause" in piece.cues:
            return None
    return None
