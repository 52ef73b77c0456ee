"""What a sentence opens with: the country that it then tells of."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk

_IN = "في"
#: How many chunks behind `في` the comma may stand that ends the phrase: `وفي مالي المجاورة،`.
_ENDS = 4


def country_ahead(sentence: list[Chunk]) -> str | None:
    """`وفي مالي المجاورة، أعلن الجيش`, `أما في النيجر، فقال الجيش`: the country that a sentence opens with."""
    at = next((at for at, piece in enumerate(sentence[:2]) if piece.is_(_IN)), None)
    if at is None or at + 1 >= len(sentence):
        return None
    country = next((place.country for place in sentence[at + 1].places if place.kind == "country"), None)
    parted = any(piece.text == "،" for piece in sentence[at + 2 : at + _ENDS])
    return country if parted else None
