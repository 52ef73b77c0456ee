"""Companions: those who fall with somebody who is named are of his party: `قتل القيادي فلان و7 من مرافقيه`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.report.draft import Draft

_COMPANIONS = tuple(words_of("companions"))
#: How many chunks behind a number the noun may stand that says whose companions are counted.
_WITHIN = 3


def tell_companions(drafts: list[Draft], sentence: list[Chunk]) -> None:
    """Give companions of whom no more is told the party of the person whom their sentence names last before them."""
    for draft in drafts:
        if draft.of or draft.frame is None or draft.name is not None:
            continue
        quantity = draft.frame.quantity
        span = sentence[quantity.first : quantity.last + _WITHIN]
        if not any(piece.text.startswith(_COMPANIONS) for piece in span):
            continue
        before = [other for other in drafts if other.name is not None and other.of and other.number < draft.number]
        if before:
            draft.of, draft.rules["of"] = max(before, key=lambda other: other.number).of, "companions"
