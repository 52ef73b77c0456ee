"""What is spread over places or kinds: `توزعت الهجمات كالآتي: 77 في كذا و64 في كذا`, `توزع القتلى على 15 طفلا`.

The word of division has the people or the acts that are spread for its subject, and each bare number behind it counts
so many of them, until another verb or number tells something else. People of several kinds are of what was counted
before it, where it has no subject that says so.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.lists.gapped import is_at_place, is_bare
from tawatur.extract.counts.parts import people_of
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import is_joined
from tawatur.extract.phrases.parties import ACTS
from tawatur.extract.phrases.quantity import Quantity

_SPREAD = words_of("spread_over")
_SUCH = words_of("pointing")
#: How far behind what is spread the first number may stand, and behind each the next.
_OPENED, _NEXT = 16, 8
_ENDS = frozenset((".", ";", "؛"))
_WHERE = ("في", "ب", "ضمن", "داخل")
#: What leads in the kinds of people over whom a number is spread, and how far behind the word of division.
_OVER, _LED = ("علي", "بين", "الي"), 8
_PEOPLE = (None, "person", "household")


def spread(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return the frame of a bare number behind a word of division, at its place."""
    if not is_bare(quantity) or not has_place(sentence, quantity):
        return None
    before = frames[-1] if frames and _is_spread(frames[-1]) else None
    if before is not None:
        gap = sentence[before.quantity.last : quantity.first]
        joined = is_joined(sentence, quantity.first) or any(piece.mark for piece in gap)
        if len(gap) > _NEXT or not joined or any(_tells(piece) for piece in gap):
            return None
        quantity.unit = before.quantity.unit
        return Frame(quantity, before.measure, "breakdown")
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _OPENED), -1):
        piece = sentence[at]
        measure = _measure(piece) if _is_subject(sentence, at) else None
        if measure is not None:
            quantity.unit = "event" if measure in ACTS else None
            return Frame(quantity, measure, "breakdown")
        if _tells(piece):
            return None
    return None


def over_kinds(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`38 ألفا يتوزعون على 15 ألف عراقي و16 ألف سوري`: so many of each kind of those who are spread over them."""
    if quantity.unit not in _PEOPLE or is_bare(quantity):
        return None
    before = frames[-1] if frames and _is_spread(frames[-1]) else None
    if before is not None and before.quantity.unit in _PEOPLE:
        gap = sentence[before.quantity.last : quantity.first]
        near = len(gap) <= _NEXT and not any(_tells(piece) for piece in gap)
        return Frame(quantity, before.measure, "breakdown", whole=before.whole) if near else None
    at = quantity.first - 1
    if at < 1 or not sentence[at].is_(*_OVER):
        return None
    for back in range(at - 1, max(-1, at - 1 - _LED), -1):
        if divides(sentence[back]):
            measure = people_of(sentence[back + 1], construct=True)
            whole = next((one for one in reversed(frames) if one.quantity.last <= back), None)
            if measure is None and whole is not None and whole.quantity.unit in _PEOPLE:
                return Frame(quantity, whole.measure, "breakdown", whole=whole)
            return Frame(quantity, measure, "breakdown") if measure is not None else None
        if _tells(sentence[back]):
            return None
    return None


def divides(piece: Chunk) -> bool:
    """Tell whether a chunk says that something is spread over places: `وتوزعت`."""
    return piece.text.removeprefix("و") in _SPREAD


def _is_spread(frame: Frame) -> bool:
    return frame.how == "breakdown"


def _is_subject(sentence: list[Chunk], at: int) -> bool:
    """`توزعت هذه الهجمات`, `الهجمات توزعت`, `توزيع القتلى`: tell whether a noun is what is spread."""
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    first = at - 1 if at and sentence[at - 1].is_(*_SUCH) else at
    return (first > 0 and divides(sentence[first - 1])) or (behind is not None and divides(behind))


def _measure(piece: Chunk) -> str | None:
    """Return what a plural counts: people of an outcome, or acts."""
    people = people_of(piece, construct=True)
    acts = (r.noun.measure for r in piece.nouns if r.noun.measure in ACTS and r.form.number in ("plural", "ambiguous"))
    return people or next(acts, None)


def has_place(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`77 في دير الزور`, `دير الزور (77)`, `دير الزور 77، حمص 64`: tell whether a number stands beside its place."""
    behind = sentence[quantity.last] if quantity.last < len(sentence) else None
    if behind is not None and (behind.is_(*_WHERE) or (behind.preposition in _WHERE and bool(behind.places))):
        return True
    closed = sentence[quantity.last - 1].text == ")" or (behind is not None and behind.text == ")")
    if closed and quantity.first > 1 and sentence[quantity.first - 1].text == "(":
        return bool(sentence[quantity.first - 2].places)
    return is_at_place(sentence, quantity)


def _tells(piece: Chunk) -> bool:
    outcome = any(reading.verb is not None for reading in piece.triggers)
    return piece.number is not None or outcome or bool(piece.verb_says) or piece.text in _ENDS
