"""What a time just told saw: `الأعنف منذ مايو 2019، حين قتل 30`, `مقارنة بمايو حين أسر 12`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.periods import Dated

_WHEN = frozenset(words_of("when"))
#: How far before a count the `حين` may stand that opens what its time saw.
_SAW_WITHIN = 8


def that_saw(sentence: list[Chunk], times: list[Dated], counted: int) -> Dated | None:
    """`الأعنف منذ مايو 2019، حين قتل 30`: the time right before `حين`, whatever else it is told for."""
    back = range(counted - 1, max(0, counted - _SAW_WITHIN), -1)
    when = next((at for at in back if sentence[at].text in _WHEN), None)
    if when is None or any(piece.mark or piece.time is not None for piece in sentence[when + 1 : counted]):
        return None
    at = when - 1 - sentence[when - 1].mark
    time = next((one.time for one in times if one.at == at), sentence[at].time)
    own = time.parts[0] if time is not None and time.relation == "since" and time.parts else time
    return Dated(at, own) if own is not None and own.start_date is not None else None
