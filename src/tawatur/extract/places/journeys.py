"""Where people left and where they went: `من مخيم الهول إلى مركز الجدعة`, `غادرت المخيم قافلة باتجاه كذا`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.choice import groups, most_specific
from tawatur.extract.places.located import Located

_GOALS = words_of("goal")
_LEFT = frozenset(words_of("left_place"))
#: How many nouns of place and sides stand between a place and the preposition that leads there.
_APPROACH = 3
#: How many chunks stand between where people came from and where they went to.
_JOURNEY = 5
_CLAUSE_MARKS = frozenset("،,؛;:")


def journey(sentence: list[Chunk], places: list[Located], lexicon: Lexicon) -> list[Located]:
    """Return where people came from and went to; none where the two are not told."""
    grouped = groups(sentence, places)
    for order, group in enumerate(grouped):
        between = sentence[group[-1].at + 1 : grouped[order + 1][0].at] if order + 1 < len(grouped) else []
        goes = len(between) <= _JOURNEY and any(piece.is_("الي") or piece.preposition == "ل" for piece in between)
        if goes and not any(piece.text in _CLAUSE_MARKS for piece in between):
            return [*most_specific(sentence, group, lexicon), *most_specific(sentence, grouped[order + 1], lexicon)]
    left = next((group for group in grouped if _is_left(sentence, group[0].at)), None)
    goal = next(
        (group for group in grouped if left and group[0].at > left[0].at and is_goal(sentence, group[0].at)), None
    )
    return [*most_specific(sentence, left, lexicon), *most_specific(sentence, goal, lexicon)] if left and goal else []


def _is_left(sentence: list[Chunk], at: int) -> bool:
    """`غادرت مخيم الهول`: the place right behind a verb of leaving."""
    return at > 0 and sentence[at - 1].text.removeprefix("و") in _LEFT


def left_behind(sentence: list[Chunk], places: list[Located]) -> list[Located]:
    """Return the places without those to which people went: `فر المئات إلى لحج` tells nothing of where from."""
    return [located for group in groups(sentence, places) if not is_goal(sentence, group[0].at) for located in group]


def is_goal(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a preposition leads to the place at chunk `at`: `إلى مخيم الجدعة`, `باتجاه شمال كذا`."""
    before = at - 1
    while (
        before > 0
        and at - before <= _APPROACH
        and (
            "place_noun" in sentence[before].cues
            or place_noun(sentence[before].words[-1]) is not None
            or any(cue.startswith("side:") for cue in sentence[before].cues)
        )
    ):
        if sentence[before].preposition == "ل":
            return True
        before -= 1
    return before >= 0 and (sentence[before].is_(*_GOALS) or sentence[at].preposition == "ل")
