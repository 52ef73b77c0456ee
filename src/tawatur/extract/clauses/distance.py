"""Distance in a sentence: chunks between two places of it, with what each kind of boundary between them adds."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.phrases.chunks import Chunk

#: What the beginning of another statement adds: what lies this far away belongs to that one.
ANOTHER = 100
_MARKS = frozenset("،,؛:")


class Costs(NamedTuple):
    """What a clause's beginning, a mark and a number between two places add to their distance."""

    clause: int
    mark: int
    number: int = 0


def distance(sentence: list[Chunk], first: int, last: int, costs: Costs) -> int:
    """Return the cost of chunks `[first, last)`: one each, and more for the boundaries among them."""
    cost = 0
    for piece in sentence[first:last]:
        cost += 1
        if piece.verb_says and piece.conjunction:
            cost += ANOTHER
        elif "clause" in piece.cues:
            cost += costs.clause
        elif piece.mark and piece.text in _MARKS:
            cost += costs.mark
        elif piece.number is not None:
            cost += costs.number
    return cost
