"""Towns that no pack knows and no noun tells of, in a breakdown by towns: `24 في ماسيسي، و17 في روتشورو`.

A bare name behind `في` may be of anything; behind a number, in a list of numbers each with its `في`, or with the `إلى`
of where its people went, it is a town.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.place_nouns import PlaceNoun, place_noun
from tawatur.extract.places.goals import is_goal_of_part
from tawatur.extract.places.unknown import is_ordinary, name_end

#: The noun that such a name goes without: a town, of which no adjective in the masculine is said.
TOWN = PlaceNoun(
    kind="town",
    takes_any=True,
    many=False,
    refers=frozenset(),
    written="{}",
    feminine=True,
    definite=False,
    preposition="",
)
_IN = "في"
#: How many chunks may stand between a part's number and its `في`: `24 مدنيا آخرين في`.
_COUNTED = 2
_PARTS = 2


def parted_names(sentence: list[Chunk]) -> list[tuple[int, int]]:
    """Return the chunks `[first, last)` of each bare name behind the `في` of a part, where a list has several parts."""
    parts = list(_parts(sentence))
    if len(parts) < _PARTS:
        return []
    return [name for name in parts if not sentence[name[0]].places and place_noun(sentence[name[0]].words[-1]) is None]


def _parts(sentence: list[Chunk]) -> Iterator[tuple[int, int]]:
    for at, piece in enumerate(sentence[:-1]):
        inside = piece.is_(_IN) and _is_behind_number(sentence, at)
        if not (inside or is_goal_of_part(sentence, at)):
            continue
        first = at + 1
        noun = place_noun(sentence[first].words[-1])
        if sentence[first].places or (noun is not None and not noun.definite):
            yield first, first + 1
        elif not is_ordinary(sentence[first]) and not sentence[first].ambiguous_places:
            last = name_end(sentence, first, TOWN)
            if last == first + 1 and not _ends_part(sentence, last) and _is_plain(sentence[last]):
                last += 1
            if last > first and _ends_part(sentence, last):
                yield first, last


def _is_behind_number(sentence: list[Chunk], at: int) -> bool:
    for before in range(at - 1, max(-1, at - 2 - _COUNTED), -1):
        piece = sentence[before]
        if piece.number is not None:
            return True
        if piece.mark or piece.places or piece.time is not None:
            return False
    return False


def _is_plain(piece: Chunk) -> bool:
    """Tell whether a chunk is one word that nothing knows: the second word of a name."""
    known = piece.places or piece.actors or piece.state or piece.number is not None or piece.time is not None
    return not (known or is_ordinary(piece) or piece.preposition) and piece.text.isalpha()


def _ends_part(sentence: list[Chunk], at: int) -> bool:
    """Tell whether nothing goes on from a name: a mark, a conjunction or the sentence's end stands behind it."""
    return at >= len(sentence) or bool(sentence[at].mark or sentence[at].conjunction) or sentence[at].text[:1] == "و"
