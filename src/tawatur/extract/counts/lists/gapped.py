"""Numbers alone whose verb and noun stand before: `لقي 18 حتفهم في نيالا، وسبعة في كتم، وفي بارا تسعة`.

What was just counted is counted on: a bare number that `و` joins before a preposition, one behind its place, or one
that `أي` explains. They are read only where nothing else tells what they count.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, is_joined
from tawatur.extract.phrases.quantity import Quantity

_ACTS = frozenset(("attacks", "airstrikes", "operations", "clashes"))
#: What somebody does to people.
_DONE_TO_PEOPLE = frozenset(("killed", "wounded", "casualties", "detained", "abducted"))
#: What stands before where, whose and by what: of a part as of what was counted before.
_BEFORE_PARTS = words_of("before_part")
_IN = ("في",)
#: What opens a clause that tells of the place before it.
_WHERE = ("حيث", "التي", "الذي", "والتي", "والذي")
_THAT_IS = words_of("that_is")
_COMMAS = ("،", ",", "؛", ";", ":")
_ENDS = (*_COMMAS, ".", ")")
#: How far behind what was counted the next may stand, and how far behind it its own verb.
_FAR, _PREDICATE = 12, 2
#: The ending of adverbs that tell how somebody died: `ذبحا`, `رميا`.
_HOW = "ا"


def gapped(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return the frame of a bare number that goes on what the frame before counts."""
    before = frames[-1] if frames else None
    if before is not None and _is_by_another(sentence, quantity, before):
        quantity.unit = "person"
        return Frame(quantity, before.measure, "coordination", before.trigger, before.reading)
    if before is None or not is_bare(quantity) or before.quantity.last > quantity.first:
        return None
    if before.measure not in FLOWS | _ACTS or before.quantity.unit not in (None, "person", "event"):
        return None
    gap = _without_asides(sentence[before.quantity.last : quantity.first])
    if len(gap) > _FAR or any(_tells(piece) for piece in gap[_PREDICATE:]) or any(map(_counts, gap)):
        return None
    if gap and gap[-1].is_(*_THAT_IS):
        return _part(quantity, before, before.whole or before)
    if is_at_place(sentence, quantity) or (is_joined_alone(sentence, quantity) and not _opens(gap)):
        return _part(quantity, before, before.whole)
    return None


def _without_asides(gap: list[Chunk]) -> list[Chunk]:
    """`43 في الشرق، حيث تنشط الجماعة، و52 في الغرب`: what is left without clauses about a place."""
    left: list[Chunk] = []
    at = 0
    while at < len(gap):
        opens = gap[at].text in _COMMAS and at + 1 < len(gap) and gap[at + 1].text in _WHERE
        close = next((i for i in range(at + 1, len(gap)) if gap[i].text in _COMMAS), None) if opens else None
        if close is not None and not any(map(_counts, gap[at:close])):
            at = close  # the comma stays
            continue
        left.append(gap[at])
        at += 1
    return left


def _is_by_another(sentence: list[Chunk], quantity: Quantity, before: Frame) -> bool:
    """`89 مدنيا على يد كذا، مقابل 22 مدنيا على يد كذا`: more people, their own doer right behind."""
    if before.measure not in _DONE_TO_PEOPLE or quantity.unit not in (None, "person"):
        return False
    behind = sentence[quantity.last] if quantity.last < len(sentence) else None
    return behind is not None and "agent" in behind.cues


def is_bare(quantity: Quantity) -> bool:
    """Tell whether a number stands without a noun, a unit or a reference."""
    told = quantity.unit or quantity.noun is not None or quantity.singular or quantity.by_reference
    return not told and quantity.low is not None


def is_at_place(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`وفي نيالا تسعة`, `نيالا 52، كتم 24`: tell whether a number stands right behind its place and ends its phrase."""
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    if quantity.first < _PREDICATE or not (following is None or following.text in _ENDS or following.conjunction):
        return False
    place, led = sentence[quantity.first - 1], sentence[quantity.first - 2]
    if led.is_(*_IN) and led.conjunction:
        return place.number is None and not (place.mark or place.triggers or place.verb_says or place.time is not None)
    return bool(place.places) and led.text in _COMMAS


def is_joined_alone(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`وسبعة في كتم`, `و29 بعبوات`, `وستة ذبحا`: tell whether `و` joins a number before what says where or how."""
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    if following is None or following.mark or not is_joined(sentence, quantity.first):
        return False
    how = following.text.endswith(_HOW) and not (following.triggers or following.verb_says or following.places)
    return following.is_(*_BEFORE_PARTS) or following.text.startswith("ب") or how


def _opens(gap: list[Chunk]) -> bool:
    """Tell whether something else is told between: a clause of its own, who says so."""
    return any("clause" in piece.cues or piece.verb_says for piece in gap)


def _tells(piece: Chunk) -> bool:
    return bool(piece.verb_says) or any(reading.verb is not None for reading in piece.triggers)


def _counts(piece: Chunk) -> bool:
    """Tell whether a chunk is a number, no fraction of what was counted: `أكثر من نصفهم، أي 170`."""
    low = piece.number.low if piece.number is not None else None
    return piece.number is not None and not (low is not None and low < 1)


def _part(quantity: Quantity, before: Frame, whole: Frame | None) -> Frame:
    how = "part" if whole is not None else "coordination"
    quantity.unit = before.quantity.unit
    return Frame(quantity, before.measure, how, before.trigger, before.reading, whole)
