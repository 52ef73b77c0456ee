"""Places behind a part's number, which are the part's and not the whole's: `421 غارة، منها 260 في مأرب`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk

#: How many chunks behind a part's number its place may stand.
_PART_REACH = 4
#: The same, where the part's number stands without a noun.
_BARE_REACH = 8
#: How many chunks before a part's number it is told that parts follow; those of a list stand between.
_PARTED = 16


def is_of_a_part(sentence: list[Chunk], last: int, at: int) -> bool:
    """`421 غارة، منها 260 في مأرب`: the place right behind a part is the part's, not the whole's."""
    if _is_of_bare_part(sentence, last, at) or _is_of_bare_number(sentence, last, at):
        return True
    behind = range(at - 1, max(last, at - _PART_REACH) - 1, -1)
    number = next((i for i in behind if sentence[i].number is not None), None)
    if number is None:
        return False
    first = max(last, number - _PARTED)
    parted = (piece for piece in sentence[first:number] if "part" in piece.cues or piece.text == ":")
    return any("بين" not in piece.text for piece in parted)  # قتل 100 بينهم 20 طفلا في الغوطة: all of them there


def _is_of_bare_number(sentence: list[Chunk], last: int, at: int) -> bool:
    """`84 قتيلا على لبنان، 40 في الجنوب`: the place of a number that a mark sets apart and that counts the same."""
    number = at - 2 if at >= 2 and sentence[at - 2].number is not None else at - 3
    told = number > last and sentence[number].number is not None and sentence[number - 1].mark
    return told and sentence[at - 1].is_("في") and all("part" in piece.cues for piece in sentence[number + 1 : at - 1])


def _is_of_bare_part(sentence: list[Chunk], last: int, at: int) -> bool:
    """`33 قتيلا، بينهم 11 في قصف منزل بحي الزيتون`: what follows a bare part's number tells where those were."""
    for number in range(at - 2, max(last, at - _BARE_REACH) - 1, -1):
        if sentence[number].mark:
            return False
        if sentence[number].number is not None:
            parted = any("part" in piece.cues for piece in sentence[max(last, number - _PARTED) : number])
            return parted and sentence[number + 1].is_("في")
    return False
