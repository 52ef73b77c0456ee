"""Where those went who are counted by where they went: `5240 إلى نانغادي و3121 إلى مويدا`, `30214 عبر حمداييت`.

Of one who flees it is told where from; of a count that is divided by where people arrived, each part is there.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.located import Located

_GOALS = words_of("part_goal")
#: How many chunks may stand between a part's number and its goal: `30214 منهم دخلوا عبر`.
_COUNTED = 3
#: How many chunks stand between the preposition and the name at most: `إلى مدينة`, `إلى شمال`.
_APPROACH = 2
#: How many parts with their goals, within how many chunks of each other, show that a count is divided by them.
_PARTS, _ALIKE = 2, 60


def goal_of_part(sentence: list[Chunk], places: list[Located], number: int) -> list[Located]:
    """Return where the part whose number is at chunk `number` went, where several parts of a count are told so."""
    led = _led_on(sentence, number)
    near = range(max(0, number - _ALIKE), min(len(sentence), number + _ALIKE))
    if led is None or sum(_led_on(sentence, at) is not None for at in near) < _PARTS:
        return []
    return next(([located] for located in places if _is_behind(sentence, led, located)), [])


def is_goal_of_part(sentence: list[Chunk], at: int) -> bool:
    """Tell whether the preposition at chunk `at` leads to where a part of a count went."""
    return sentence[at].is_(*_GOALS) and any(piece.number is not None for piece in _before(sentence, at))


def country_reached(sentence: list[Chunk], named: list[Located], at: int) -> str | None:
    """Return the country to which the whole went of which the part that goes to chunk `at` is.

    `عبروا إلى شرق السودان هربا من القتال في تيغراي، دخل 30214 منهم عبر حمداييت` is in the Sudan.
    """
    if not at or not is_goal_of_part(sentence, at - 1):
        return None
    reached = (located for located in reversed(named) if located.at < at and _is_reached(sentence, located.at))
    return next((located.place.country for located in reached), None)


def _is_reached(sentence: list[Chunk], at: int) -> bool:
    before = at - 1
    while before >= 0 and at - before <= _APPROACH + 1 and _approaches(sentence[before]):
        before -= 1
    return before >= 0 and sentence[before].is_(*_GOALS)


def _approaches(piece: Chunk) -> bool:
    """Tell whether a chunk may stand between the preposition and the name: a noun of place, a side."""
    return place_noun(piece.words[-1]) is not None or any(cue.startswith("side:") for cue in piece.cues)


def _before(sentence: list[Chunk], at: int) -> list[Chunk]:
    """Return the chunks before a preposition that may hold its part's number, none of them beyond a mark or a place."""
    found: list[Chunk] = []
    for piece in reversed(sentence[max(0, at - 1 - _COUNTED) : at]):
        if piece.mark or piece.time is not None or (piece.places and not piece.actors):
            break
        found.append(piece)
    return found


def _led_on(sentence: list[Chunk], number: int) -> int | None:
    """Return the chunk of the preposition that leads from the number at chunk `number` to a goal."""
    if sentence[number].number is None:
        return None
    for at in range(number + 1, min(len(sentence) - 1, number + 2 + _COUNTED)):
        piece = sentence[at]
        if piece.mark or piece.number is not None or piece.time is not None:
            return None
        if piece.is_(*_GOALS):
            return None if sentence[at + 1].number is not None else at  # من 50 إلى 40
    return None


def _is_behind(sentence: list[Chunk], at: int, located: Located) -> bool:
    if not at < located.at <= at + 1 + _APPROACH:
        return False
    return all(map(_approaches, sentence[at + 1 : located.at]))
