"""Gangs that have no name: `قتلت العصابات 12`, `خطفتهم عصابات مسلحة` are told of in the text's own word.

`حرب العصابات` is a way of fighting, and `عصابات كذا الإرهابية` is what somebody calls a party that has a name.
"""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_BANDS = frozenset(words_of("band"))
_WAYS = words_of("way_of_fighting")
_ARMED = frozenset(words_of("epithet_of_band"))
_ARTICLE = "ال"
#: What a band is called that has no name.
BAND = "العصابات"


def mark_bands(sentence: list[Chunk]) -> bool:
    """Let the nouns for gangs without a name be parties; tell whether there are any."""
    found = False
    for at, piece in enumerate(sentence):
        stem = next((stem for stem in stems(piece.text) if stem.text in _BANDS), None) if _is_bare(piece) else None
        if stem is None or (at > 0 and sentence[at - 1].is_(*_WAYS)):
            continue
        if at + 1 < len(sentence) and _tells_whose(sentence[at + 1]):
            continue
        piece.actors = (BAND,)
        piece.conjunction, piece.preposition = stem.conjunction, stem.preposition
        found = True
    return found


def _is_bare(piece: Chunk) -> bool:
    return not (piece.mark or piece.actors or piece.persons or piece.number is not None)


def _tells_whose(following: Chunk) -> bool:
    """Tell whether the word behind a gang's noun names it, or scolds a party by it: `عصابات الوادي التكفيرية`."""
    if following.text.removeprefix(_ARTICLE) in _ARMED:
        return False
    names = following.actors or following.persons or following.state is not None
    led = following.text.startswith((_ARTICLE, "لل")) and not following.places and not following.time
    return bool(names) or led or following.text in '"(«'
