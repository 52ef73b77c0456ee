"""Sides of places: what `شمال`, `ريف … الشمالي` say of the place beside them."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.place_nouns import place_noun

_BETWEEN = frozenset(("northeastern", "northwestern", "southeastern", "southwestern"))


def side_of(sentence: list[Chunk], at: int) -> str:
    """Return the side of the place at `at` that the words around it name (`شمال`, `ريف … الشمالي`); empty for none."""
    for back in range(at - 1, max(-1, at - 4), -1):
        piece = sentence[back]
        side = side_named(piece)
        if side:
            return _composed(side_named(sentence[back - 1]) if back else "", side)
        if not ("place_noun" in piece.cues or place_noun(piece.words[-1]) is not None or piece.is_("من", "في")):
            break
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return side_named(following) if following is not None and following.text.startswith("ال") else ""


def side_named(piece: Chunk) -> str:
    """Return the side that a word names (`شمال`: northern); empty for none."""
    return next((cue.partition(":")[2] for cue in piece.cues if cue.startswith("side:")), "")


def _composed(first: str, second: str) -> str:
    """Return the side between two (`جنوب شرق`: southeastern), the second where they make none."""
    whole = first.removesuffix("ern") + second
    return whole if whole in _BETWEEN else second
