"""Towns that no pack knows and no noun tells of, but the province behind them: `قاعدة في كاريتو بولاية الوادي`.

So do the side of the country or of a province that they are in: `هجوم في ديفاري شرقي البلاد`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.parted import TOWN
from tawatur.extract.places.sides import side_named
from tawatur.extract.places.unknown import is_ordinary, name_end

_ARTICLE = "ال"
_BEFORE = ("في", "قرب")
_IN, _LED = "في", "ب"
#: Kinds of places that hold towns.
_PROVINCES = frozenset(("admin1", "admin2", "region"))
_THE_COUNTRY = "البلاد"


def provinced_names(sentence: list[Chunk]) -> Iterator[tuple[int, int]]:
    """Yield the chunks `[first, last)` of each bare name behind `في`, `قرب` and before a province or a side."""
    for at, piece in enumerate(sentence[:-2]):
        if not piece.is_(*_BEFORE):
            continue
        first = at + 1
        named = sentence[first]
        plain = not (named.mark or named.places or named.actors or named.state or named.ambiguous_places)
        if not plain or named.text.startswith(_ARTICLE) or is_ordinary(named):
            continue
        last = name_end(sentence, first, TOWN)
        if last > first and _is_province(sentence, last):
            yield first, last


def _is_province(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk opens the name of a province, led by `ب` or `في`, or the side of one or of the country."""
    if at + 1 >= len(sentence):
        return False
    piece = sentence[at]
    noun = place_noun(piece.words[0])
    if noun is not None and noun.kind in _PROVINCES and not noun.definite and noun.preposition == _LED:
        return True
    if piece.is_(_IN):
        noun = place_noun(sentence[at + 1].words[0])
        return noun is not None and noun.kind in _PROVINCES and not noun.definite and not noun.many
    behind = at
    while behind < len(sentence) - 1 and side_named(sentence[behind]):
        behind += 1  # شمال شرقي البلاد
    if behind == at:
        return False
    noun = place_noun(sentence[behind].words[0])
    holds = noun is not None and noun.kind in _PROVINCES
    return holds or sentence[behind].is_(_THE_COUNTRY) or bool(sentence[behind].places)
