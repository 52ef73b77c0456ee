"""Evidence: what can be seen of how a figure was read, beside the rule that read it."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk

_MARKS = frozenset("،,؛;:-–")


class Evidence(NamedTuple):
    """What stands around a figure.

    `distance` counts the chunks between the figure and the word that says what it counts, `marks` the marks among
    them, `length` the chunks of the sentence, `unknown` those of its words that no table knows. `singular` is a count
    by grammar alone, `bare` a number whose noun tells no unit.
    """

    distance: int = 0
    marks: int = 0
    length: int = 0
    unknown: int = 0
    singular: bool = False
    bare: bool = False


def evidence_of(frame: Frame, sentence: list[Chunk]) -> Evidence:
    """Return the evidence for a frame of `sentence`."""
    quantity = frame.quantity
    between: list[Chunk] = []
    if frame.trigger is not None and frame.trigger < quantity.first:
        between = sentence[frame.trigger + 1 : quantity.first]
    elif frame.trigger is not None:
        between = sentence[quantity.last : frame.trigger]
    return Evidence(
        distance=len(between),
        marks=sum(piece.text in _MARKS for piece in between),
        length=len(sentence),
        unknown=sum(map(_is_unknown, sentence)),
        singular=quantity.singular,
        bare=quantity.unit is None,
    )


def _is_unknown(piece: Chunk) -> bool:
    known = piece.number or piece.time or piece.nouns or piece.triggers or piece.verb_says or piece.says or piece.cues
    named = piece.actors or piece.places or piece.persons or piece.outlets or piece.state or piece.heads
    return not (piece.mark or known or named)
