"""Acts and shots whose number a verb behind them tells: whom they reached, where they came down.

`حملة اعتقالات واسعة طالت المئات`, `عفو عام شمل 200 سجين`: an act on people and a verb of reach, said of so many.
`أطلق 22 صاروخا سقط منها أربعة داخل المدينة`: of what was fired so many fell, and nobody with them.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity

_REACHES = words_of("act_reaches")
_FELL = words_of("came_down")
_OF_THEM = frozenset(("منها", "منهما"))
#: How many adjectives may stand between an act and the verb that tells whom it reached, and between that and these.
_DESCRIBED = 3
#: The ending of plurals of acts (`اعتقالات`).
_PLURAL = "ات"
_WHERE = words_of("before_place")
#: Units of what is fired.
_FIRED = ("weapon", "vehicle")


def reached(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """Return the frame of people whom an act reached that a relative clause is said of; None where none did."""
    if quantity.unit not in (None, "person", "household") or quantity.measure is not None or quantity.singular:
        return None
    at = quantity.first - 1
    if at < 1 or not sentence[at].is_(*_REACHES):
        return None
    for back in range(at - 1, max(-1, at - 1 - _DESCRIBED), -1):
        piece = sentence[back]
        known = any(reading.trigger.kind == "phrase" for reading in piece.triggers)
        if piece.mark or piece.number is not None or known:
            return None  # اعتقالات طالت 40 شخصا: a phrase of a pack
        act = piece.words[0].removesuffix(_PLURAL)
        for reading in (*piece.triggers, *lexicon.read_masdar(act)):
            trigger = reading.trigger
            if reading.verb is None and trigger.measure in FLOWS and "person" in trigger.objects:
                quantity.unit = quantity.unit or "person"
                return Frame(quantity, trigger.measure, "topic", back, reading)
    return None


def came_down(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return the frame of so many of the shots counted before that fell or hit somewhere; None for anything else."""
    before = frames[-1] if frames else None
    fired = next((one for one in frames if one.measure == "attacks" and one.quantity.unit in _FIRED), None)
    if fired is not None and _fell_beside(sentence, quantity):
        quantity.unit, quantity.noun = fired.quantity.unit, fired.quantity.noun
        return Frame(quantity, fired.measure, "part", fired.trigger, fired.reading, fired)
    if before is None or before.measure not in ("attacks", "other") or before.quantity.unit not in _FIRED:
        return None
    at = quantity.first
    if quantity.noun is not None or quantity.unit is not None or at <= before.quantity.last:
        return None
    behind = sentence[quantity.last] if quantity.last < len(sentence) else None
    ahead = at > 1 and sentence[at - 1].text in _OF_THEM and sentence[at - 2].is_(*_FELL)
    itself = quantity.anaphor or (behind is not None and behind.text in _OF_THEM)
    if not ahead and not (itself and sentence[at - 1].is_(*_FELL)):
        return None
    quantity.unit, quantity.noun = before.quantity.unit, before.quantity.noun
    return Frame(quantity, before.measure, "part", before.trigger, before.reading, before)


def _fell_beside(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`أطلقوا ستة صواريخ، اعترض أربعة منها وسقط اثنان في البحر`: so many of the shots fell somewhere."""
    at = quantity.first
    bare = quantity.noun is None and quantity.unit is None and quantity.low is not None and not quantity.singular
    behind = sentence[quantity.last] if quantity.last < len(sentence) else None
    where = behind is not None and (behind.is_(*_WHERE) or "preposition" in behind.says)
    return bare and at > 0 and sentence[at - 1].is_(*_FELL) and where and not quantity.others
