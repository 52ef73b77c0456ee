"""Changes and the levels that they join: `بزيادة 38% عن 1651 ضحية`, `ليصل إلى 714 ألفا بعدما كان 668 ألفا`.

What a change in per cent is of, the level beside it says; and an earlier level without a noun is of what the later one
is.
"""

from __future__ import annotations

from itertools import pairwise

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.stocks import differs, is_change
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import ACTS
from tawatur.extract.phrases.quantity import Quantity

#: What changes in per cent are told of.
_CHANGED = frozenset((
    "killed", "wounded", "casualties", "abducted", "detained", "displaced", "returned", "attacks", "airstrikes",
    "operations", "clashes", "funding", "strength", "held", "inhabitants", "camp_population",
))  # fmt: skip
_HAD_BEEN = words_of("had_been")
_AGAINST = words_of("against_level")
_COMPARED_TO = words_of("compared_to")
_COMING_FROM = words_of("coming_from")
#: How far before its change, and behind it, a level may stand, in chunks.
_BEFORE, _BEHIND = 10, 7
_COMPARED = 12
#: Words that lead in the time of a level, and how many chunks may stand between two levels with it.
_SINCE, _DATED = ("قبل", "في", "خلال", "عام", "سنة", "شهر"), 4
#: How far behind the later level the earlier one may stand.
_APART = 9


def compared(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return what a change, or a bare level beside another, is of; None where it is neither."""
    if quantity.unit == "percent":
        return _change(sentence, quantity, frames)
    told = _compared_with(quantity, frames)
    if told is None and quantity.measure is None and quantity.noun is not None:
        told = _earlier_level(sentence, quantity, frames)  # مقارنة بـ61 جنديا
        return told if told is not None and told.quantity.unit == "person" else None
    if told is not None or quantity.unit is not None or quantity.noun is not None:
        return told
    earlier = _earlier_level(sentence, quantity, frames) or _first_level(sentence, quantity, frames)
    return earlier or _level_behind(sentence, quantity, frames)


def correct(sentence: list[Chunk], frames: list[Frame]) -> None:
    """Give changes in per cent the measure of the level that they are told of, whatever word stands nearer."""
    for frame in frames:
        if frame.quantity.unit == "percent":
            told = _change(sentence, frame.quantity, frames)
            frame.measure = frame.measure if told is None else told.measure


def _change(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`1200 قتيل، بزيادة 20%`: of the level before it; `ارتفع 7% إلى 714 ألف نازح`: of the one that it leads to."""
    if not is_change(sentence, quantity):
        return None
    levels = [frame for frame in frames if frame.measure in _CHANGED and frame.quantity.unit != "percent"]
    led = differs(sentence, quantity) != 0 or any(
        piece.text.startswith("ب") and piece.cues & {"change_up", "change_down"}
        for piece in sentence[max(0, quantity.first - 3) : quantity.first]
    )
    measures = {frame.measure for frame in levels if frame.quantity.last <= quantity.first}
    for frame in levels:
        if 0 <= frame.quantity.first - quantity.last <= _COMPARED and frame.measure in measures:
            return Frame(quantity, frame.measure, "change")  # 22 هجوما و36 قتيلا، بزيادة 50% عن يناير الذي قتل فيه 24
    for frame in reversed(levels):
        if led and 0 <= quantity.first - frame.quantity.last <= _BEFORE:
            return Frame(quantity, frame.measure, "change")
    for frame in levels:
        between = sentence[quantity.last : frame.quantity.first]
        if 0 < len(between) <= _BEHIND and between[-1].is_("الي"):
            return Frame(quantity, frame.measure, "change")
    return None


def _earlier_level(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`714 ألف نازح بعدما كان 668 ألفا`, `مقابل 668 ألفا`."""
    before = sentence[max(0, quantity.first - 3) : quantity.first]
    fallen = len(before) > 1 and before[-1].is_("من") and before[-2].is_(*_COMING_FROM)  # انخفاضا من 1.2 مليون
    had_been = before[-1].is_(*_AGAINST) or (len(before) > 1 and before[-1].is_(*_HAD_BEEN)) if before else False
    had_been = had_been or (bool(before) and "comparison" in before[-1].cues and before[-1].words[-1] in _HAD_BEEN)
    if not (fallen or had_been or _is_compared(sentence, quantity)):
        return None
    for frame in reversed(frames):
        if frame.quantity.unit != "percent" and 0 <= quantity.first - frame.quantity.last <= _APART:
            return _as(frame, quantity)
    return None


def _is_compared(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`مقارنة بـ61`, `قياسا إلى 61`, `بالمقارنة مع 61`: what the level before it is compared with."""
    at = quantity.first - 1
    if at > 0 and sentence[at].is_("ب", "مع", "الي"):
        at -= 1
    elif sentence[quantity.first].preposition != "ب":
        return False
    return at >= 0 and sentence[at].is_(*_COMPARED_TO)


def _compared_with(quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`1.16 مليار دولار، بتراجع نسبته 11% عن تعهدات 2022 التي بلغت 1.3 مليار دولار`: the level behind a change."""
    changes = [frame for frame in frames if frame.how == "change" and frame.quantity.last <= quantity.first]
    if not changes or quantity.first - changes[-1].quantity.last > _COMPARED:
        return None
    for frame in reversed(frames):
        level = frame.quantity.last <= changes[-1].quantity.first and frame.measure == changes[-1].measure
        if level and quantity.unit in (None, frame.quantity.unit):
            return _as(frame, quantity)
    return None


def _level_behind(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`تراجعت الهجمات بنسبة 20 بالمئة، من 50 إلى 40`: the levels behind the change that joins them."""
    changes = [frame for frame in frames if frame.how == "change" and frame.quantity.last <= quantity.first]
    if not changes or quantity.first - changes[-1].quantity.last > _COMPARED + _APART:
        return None
    change, led = changes[-1], sentence[quantity.first - 1]
    if led.is_("من"):
        behind = sentence[quantity.last : quantity.last + _DATED]
        reaches = any(piece.is_("الي") and after.number is not None for piece, after in pairwise(behind))
        return _of_change(change, quantity) if reaches else None
    former = [f.quantity for f in frames if change.quantity.last <= f.quantity.first and f.measure == change.measure]
    opened = bool(former) and sentence[former[0].first - 1].is_("من")
    return _of_change(change, quantity) if opened and led.is_("الي") else None


def _of_change(change: Frame, quantity: Quantity) -> Frame:
    """Return the frame of a level that a change in per cent is told of."""
    quantity.unit = "event" if change.measure in ACTS else "person"
    return Frame(quantity, change.measure, "coordination")


def _first_level(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`ارتفع من 3 ملايين (قبل عام) إلى 4.6 ملايين نازح`."""
    before = sentence[max(0, quantity.first - _BEFORE) : quantity.first]
    if not before or not before[-1].is_("من") or not any(p.cues & {"change_up", "change_down"} for p in before):
        return None
    for frame in frames:
        between = sentence[quantity.last : frame.quantity.first]
        dated = all(piece.time is not None or piece.is_(*_SINCE) for piece in between[:-1])
        if 0 < len(between) <= _DATED and between[-1].is_("الي") and dated:
            return _as(frame, quantity)
    return None


def _as(frame: Frame, quantity: Quantity) -> Frame | None:
    """Return the frame of a bare level that is of what another is."""
    if frame.measure not in _CHANGED:
        return None
    quantity.unit = frame.quantity.unit
    quantity.population = frame.quantity.population
    return Frame(quantity, frame.measure, "coordination", frame.trigger, frame.reading)
