"""Homeward: who leaves with those who return of their own will is no refugee any more: `ضمن قوافل العودة الطوعية`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_RETURN = "العودة"
_OF_WILL, _CONVOYS = words_of("of_own_will"), words_of("convoys_home")
_LEAVES = words_of("leaves")


def send_home(sentence: list[Chunk], frames: list[Frame]) -> None:
    """Call those returned who leave in a sentence that tells of a return."""
    if not _tells_of_return(sentence):
        return
    for frame in frames:
        at = frame.quantity.first
        leave = any(piece.is_(*_LEAVES) for piece in sentence[max(0, at - 3) : frame.quantity.last + 3])
        if frame.measure == "displaced" and leave:
            frame.measure = "returned"


def _tells_of_return(sentence: list[Chunk]) -> bool:
    for at, piece in enumerate(sentence):
        if _RETURN not in piece.text:
            continue
        behind = sentence[at + 1] if at + 1 < len(sentence) else None
        willing = behind is not None and behind.is_(*_OF_WILL)
        if willing or (at and sentence[at - 1].is_(*_CONVOYS)):
            return True
    return False
