"""The next doer's figure, its verb and noun before it: `قتل النظام 551 إعلاميا وتنظيم كذا 46`.

`شاركت ألمانيا بـ300 جندي وفرنسا بـ200`: each party stands right before its own number, as the first one does behind
the verb.
"""

from __future__ import annotations

from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.lists.gapped import is_bare
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.quantity import Quantity, take_noun

#: How such a figure is told.
NEXT = "next doer"
#: What somebody does to people, or has in the field.
_DONE = frozenset((
    "killed", "wounded", "casualties", "detained", "abducted", "neutralized", "released", "displaced",
    "attacks", "airstrikes", "operations", "strength",
))  # fmt: skip
_BY = "ب"
_COMMAS = ("،", ",")
_ENDS = (*_COMMAS, ".", "؛", ";", ")", '"', "»")
_IN = ("في", "علي", "خلال", "منذ")
#: How many words may name a party, stand before the next one, and part a number from its verb.
_PARTY, _APART, _FAR = 3, 8, 8


def next_doer(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return the frame of a bare number that the next party in a row of doers has; None of any other number."""
    before = frames[-1] if frames else None
    if before is None or before.measure not in _DONE or not is_bare(quantity) or quantity.anaphor:
        return None
    first = before.quantity
    if first.last > quantity.first or _is_led(sentence, first) != _is_led(sentence, quantity):
        return None
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    if following is not None and not (following.text in _ENDS or following.conjunction or following.is_(*_IN)):
        return None
    opened = party_of_next(sentence, quantity)
    if (
        opened is None
        or _is_place_of_row(sentence, opened)
        or opened - first.last > _APART
        or any(map(_tells, sentence[first.last : opened]))
    ):
        return None
    if before.how != NEXT and not _has_subject(sentence, first):
        return None
    theirs = before.measure == "strength" or is_own_loss(before)
    if first.noun is not None and not theirs:
        take_noun(quantity, first.noun)
    quantity.unit = first.unit
    if theirs:
        quantity.parties.extend((piece.actors[0], piece) for piece in sentence[opened : quantity.first] if piece.actors)
    return Frame(quantity, before.measure, NEXT, before.trigger, before.reading)


def is_own_loss(frame: Frame) -> bool:
    """`خسر الجيش 12 جنديا والتنظيم 30`: tell whether the party before a number suffered it."""
    return frame.reading is not None and frame.reading.trigger.role == "own_loss"


def party_of_next(sentence: list[Chunk], quantity: Quantity) -> int | None:
    """Return where the party begins that `و` or `ف` joins right before its number."""
    end = _end_before(sentence, quantity)
    for at in range(end - 1, max(-1, end - 1 - _PARTY), -1):
        piece = sentence[at]
        if piece.mark or piece.number is not None or piece.triggers or piece.verb_says or piece.preposition:
            return None
        if piece.conjunction:
            named = any(one.actors for one in sentence[at:end])
            return at if named and "preposition" not in piece.says else None
    return None


def _end_before(sentence: list[Chunk], quantity: Quantity) -> int:
    """Return where what stands before a number ends, a `ب` that brings it left out."""
    return quantity.first - (sentence[quantity.first - 1].text == _BY)


def _is_place_of_row(sentence: list[Chunk], at: int) -> bool:
    """`في العراق وسوريا 12`: the second of two places, which did nothing."""
    return at > 1 and bool(sentence[at].places and sentence[at - 1].places) and sentence[at - 2].is_("في")


def _is_led(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether `ب` brings a number: `شاركت بـ300 جندي`."""
    return sentence[quantity.first].preposition == _BY or (
        quantity.first > 0 and sentence[quantity.first - 1].text == _BY
    )


def _has_subject(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether the verb of the first number stands before it, its subject right beside the verb."""
    end = _end_before(sentence, quantity)
    for at in range(end - 1, max(-1, end - 1 - _FAR), -1):
        piece = sentence[at]
        if any(reading.verb is not None for reading in piece.triggers) or finite_verb(sentence, at) is not None:
            beside = sentence[at + 1] if at + 1 < end else sentence[at - 1] if at else None
            return beside is not None and bool(beside.actors) and not beside.preposition
        if piece.mark or piece.number is not None:
            return False
    return False


def _tells(piece: Chunk) -> bool:
    return bool(piece.triggers or piece.number is not None or piece.verb_says or piece.time is not None)
