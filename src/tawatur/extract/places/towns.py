"""Towns that a state is named by as well: where a capital's name is the town's, and not its government's."""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_PARTS = frozenset(words_of("part_of_town"))
_EVENTS, _BEFALLS = frozenset(words_of("event_of_town")), words_of("befalls_town")
#: What stands behind the name of who did a thing: `هجوم دمشق على الغوطة`.
_AGAINST = ("علي", "ضد", "ل")


def is_of_town(sentence: list[Chunk], at: int) -> bool:
    """Tell whether what stands before a name is a part of a town (`ضواحي دمشق`), or what befalls one.

    `تفجيرات بغداد`, `هز كابول`, `تعرضت كييف لقصف` are in the capital; `هجوم دمشق على الغوطة` is the state's.
    """
    before, behind = sentence[at - 1], sentence[at + 1] if at + 1 < len(sentence) else None
    bare = {stem.text for stem in stems(before.words[-1]) if not stem.article}
    if bare & _PARTS:
        return True
    if any(place.kind == "country" for place in sentence[at].places):
        return False
    return before.is_(*_BEFALLS) or (bool(bare & _EVENTS) and not (behind is not None and behind.is_(*_AGAINST)))
