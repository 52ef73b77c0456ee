"""Towns that a state is named by as well: where a capital's name is the town's, and not its government's."""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_PARTS = frozenset(words_of("part_of_town"))
_EVENTS, _BEFALLS = frozenset(words_of("event_of_town")), words_of("befalls_town")
#: What stands behind the name of who did a thing: `هجوم دمشق على الغوطة`.
_AGAINST = ("علي", "ضد", "ل")
#: Verbs of striking a town, those that take a government for their object as well, and how far before it they stand.
_BOMBS, _ASSAILS, _FAR = words_of("bombs_town"), words_of("assails_town"), 4
_WITH = "ب"


def is_of_town(sentence: list[Chunk], at: int) -> bool:
    """Tell whether what stands before a name is a part of a town (`ضواحي دمشق`), or what befalls one.

    `تفجيرات بغداد`, `هز كابول`, `تعرضت كييف لقصف`, `قصفت روسيا كييف` are in the capital; `هجوم دمشق على الغوطة` is of
    the state.
    """
    before, behind = sentence[at - 1], sentence[at + 1] if at + 1 < len(sentence) else None
    bare = {stem.text for stem in stems(before.words[-1]) if not stem.article}
    if bare & _PARTS:
        return True
    if any(place.kind == "country" for place in sentence[at].places):
        return False
    return (
        before.is_(*_BEFALLS)
        or _is_struck(sentence, at)
        or (bool(bare & _EVENTS) and not (behind is not None and behind.is_(*_AGAINST)))
    )


def _is_struck(sentence: list[Chunk], at: int) -> bool:
    """`قصف الجيش الإسرائيلي دمشق`, `هاجمت روسيا كييف بـ40 صاروخا`: behind who strikes, what is struck is the town."""
    for back in range(at - 2, max(-1, at - 1 - _FAR), -1):
        piece = sentence[back]
        if piece.is_(*_BOMBS, *_ASSAILS):
            between = sentence[back + 1 : at]
            if any(one.mark or one.preposition or one.conjunction for one in between) or not between[0].actors:
                return False
            return piece.is_(*_BOMBS) or _is_with_weapons(sentence, at + 1)
        if piece.mark or piece.number is not None:
            return False
    return False


def _is_with_weapons(sentence: list[Chunk], at: int) -> bool:
    """`بـ40 صاروخا`, `بصواريخ`: what something is struck with."""
    behind = sentence[at : at + 2]
    led = bool(behind) and (behind[0].preposition == _WITH or behind[0].text == _WITH)
    return led and any(piece.number is not None or piece.names("weapon") for piece in behind)
