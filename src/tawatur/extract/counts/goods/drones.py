"""Drones: a thing of the air that is shot down or seized, but a weapon like a rocket where it is fired at somebody.

`أطلقوا ثلاث مسيرات`, `هاجمت البلاد بـ54 طائرة مسيرة`, `سقطت عشر مسيرات`: `attacks` of weapons, by the codebook.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity

_DRONES = frozenset(words_of("drone"))
_UNMANNED = frozenset(words_of("unmanned"))
_AIRCRAFT = frozenset(words_of("aircraft"))
_BY_MEANS_OF = words_of("flown_by")
#: A thing that is fired, whose noun drones then share.
_FIRED = words_of("missile")[0]
_ATTACKERS = "attackers"
_ATTACKS = frozenset(("attacks", "airstrikes"))
#: How many chunks before a drone's number the word may stand that fires it.
_WITHIN = 9


def fire_drones(sentence: list[Chunk], quantities: list[Quantity], lexicon: Lexicon) -> None:
    """Take for weapons the drones of a sentence that are fired, where others stay vehicles."""
    fired = lexicon.noun_of(_FIRED)
    for order, quantity in enumerate(quantities):
        if fired is None or not _is_of_drones(sentence, quantity):
            continue
        if _is_fired(sentence, quantity) or (order and _is_joined(sentence, quantities[order - 1], quantity)):
            quantity.noun, quantity.unit, quantity.measure = fired, fired.unit, fired.measure
            quantity.parties = [party for party in quantity.parties if party[0] != _ATTACKERS]  # مسيرة انتحارية


def fired_with(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """`هجوما بـ63 صاروخا و88 مسيرة`: weapons joined right behind those that were fired."""
    fired = next((frame for frame in reversed(frames) if frame.quantity.last <= quantity.first), None)
    if fired is None or fired.measure != "attacks" or quantity.unit != "weapon":
        return None
    if not _is_joined(sentence, fired.quantity, quantity):
        return None
    return Frame(quantity, fired.measure, "coordination", fired.trigger, fired.reading)


def _is_of_drones(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`54 مسيرة`, `ثلاث طائرات بدون طيار`: tell whether a quantity counts what flies without a pilot."""
    if quantity.noun is None or quantity.unit != "vehicle":
        return False
    lemma = fold(quantity.noun.lemma)
    behind = sentence[quantity.first : quantity.last + 2]
    return lemma in _DRONES or (lemma in _AIRCRAFT and any(not _UNMANNED.isdisjoint(piece.words) for piece in behind))


def _is_joined(sentence: list[Chunk], before: Quantity, quantity: Quantity) -> bool:
    """`37 صاروخا و55 مسيرة`: drones joined to rockets are what those are, fired or brought down."""
    gap = sentence[before.last : quantity.first]
    joined = sentence[quantity.first].conjunction == "و" if not gap else len(gap) == 1 and gap[0].text == "و"
    return joined and before.unit == "weapon"


def _is_fired(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether the nearest word of an outcome before a quantity is one of firing, or of an attack made with it."""
    with_it = sentence[quantity.first].preposition == "ب" or (
        quantity.first > 0 and sentence[quantity.first - 1].is_("ب", *_BY_MEANS_OF)
    )
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _WITHIN), -1):
        piece = sentence[at]
        outcomes = [reading.trigger for reading in piece.triggers]
        if any(one.measure == "attacks" and "weapon" in one.objects for one in outcomes):
            return True
        assails = any(one.measure in _ATTACKS for one in outcomes) or piece.names("event")
        if with_it and assails:
            return True
        if outcomes and not assails:
            return False
    return False
