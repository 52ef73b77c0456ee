"""What a verb of beginning or ending is said of, where it stands before its verb.

`الحرب الثانية في الإقليم اندلعت في 2020`, `الحرب الأولى، التي انتهت عام 1994`.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.durations import antecedent, is_of

_LASTING = frozenset(words_of("lasting"))
_LINKS = (*words_of("who"), "قد")
#: How far before its verb, its adjectives and places between, such a noun may stand.
_FAR = 10
#: How many chunks at least stand before a second verb that is joined to a dated one.
_DATED = 3


def said_of(sentence: list[Chunk], verb: int) -> range:
    """Return the chunks of what a verb is said of, as a relative clause or as what follows its topic; or none."""
    return antecedent(sentence, verb) or _topic(sentence, verb) or _joined(sentence, verb)


def _topic(sentence: list[Chunk], verb: int) -> range:
    """Return the phrase of a war, or whatever lasts, that goes before its verb with no other verb between."""
    end = verb
    while end and sentence[end - 1].is_(*_LINKS):
        end -= 1
    if end < verb and end and sentence[end - 1].text in ("،", ","):
        end -= 1  # الحرب الأولى، التي
    for at in range(end - 1, max(-1, end - _FAR), -1):
        piece = sentence[at]
        if piece.mark and piece.text not in ('"', "(", ")", "«", "»"):
            return range(0)
        if piece.verb_says or piece.time is not None or piece.number is not None:
            return range(0)
        if any(reading.verb for reading in piece.triggers) and not is_of(piece, _LASTING):
            return range(0)
        governed = piece.preposition or (at > 0 and sentence[at - 1].is_(*words_of("preposition")))
        if is_of(piece, _LASTING) and not governed:
            return range(at, end)
    return range(0)


def _joined(sentence: list[Chunk], verb: int) -> range:
    """`اندلعت الحرب في أيار 2020 وانتهت في حزيران`: what the first verb is said of."""
    if not sentence[verb].text.startswith("و") or verb < _DATED or sentence[verb - 1].time is None:
        return range(0)
    for at in range(verb - 2, max(-1, verb - _FAR), -1):
        piece = sentence[at]
        if piece.time is not None or piece.number is not None or piece.mark:
            return range(0)
        if any(reading.trigger.measure == "began" and reading.verb for reading in piece.triggers):
            behind = next((i for i in range(at + 1, verb) if is_of(sentence[i], _LASTING)), None)
            return range(behind, behind + 1) if behind is not None else said_of(sentence, at)
    return range(0)
