"""One whom an active verb or a masdar has for its object, its subject between or before.

`دمرت قوات التحالف مخزنا`, `قتل قناصو الجماعة طفلا`, `الجيش يحتجز لاجئا`, `اعتقال السلطات لمواطن`.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, is_purpose, only_wished
from tawatur.extract.phrases.lexicon import NounReading, TriggerReading
from tawatur.extract.phrases.quantity import Quantity

_AUTHORITIES = words_of("authorities")
_ACTS = frozenset(("attacks", "airstrikes"))
#: How far before its object a verb may stand, and a masdar before what `ل` brings.
_VERB_WITHIN, _MASDAR_WITHIN = 9, 5


def object_after_subject(
    sentence: list[Chunk], at: int, quantity: Quantity, readings: Callable[[Chunk, Quantity], list[TriggerReading]]
) -> bool:
    """`دمرت قوات التحالف مخزنا`: an active verb, its subject, and the thing in the accusative."""
    piece = sentence[at]
    accusative = any(reading.form.accusative or reading.noun.gender == "f" for reading in piece.nouns)
    definite = is_definite_man(piece)
    if quantity.noun is None or not (accusative or definite):
        return False
    shown = not definite and _is_suffered(sentence, at)
    subject = shown
    told = False
    for back in range(at - 1, max(-1, at - _VERB_WITHIN), -1):
        before = sentence[back]
        if any(
            (reading.verb is not None or (shown and told and reading.trigger.kind == "masdar"))
            and reading.trigger.role == "object"
            and not (definite and (reading.verb is None or reading.verb.form.gender != "f"))
            for reading in readings(before, quantity)
        ):
            return subject
        quoted = before.mark and before.text in ('"', "(", ")", "،", ",")
        several = any(r.noun.unit == "person" and r.form.number == "plural" for r in before.nouns)
        strike = shown and _is_strike(before)
        who = bool(before.actors) or before.is_(*_AUTHORITIES) or several or strike
        if not (who or before.state is not None or before.time is not None or quoted):
            return False
        subject, told = subject or who, told or who
    return False


def _is_suffered(sentence: list[Chunk], at: int) -> bool:
    """`الجيش يحتجز لاجئا`, `لغم يقتل أما`: one in the accusative that its ending shows, behind an active verb."""
    shown = any(r.form.accusative and not r.stem.article and r.noun.unit == "person" for r in sentence[at].nouns)
    return shown and sentence[at].text.endswith("ا")


def _is_strike(piece: Chunk) -> bool:
    """`قتل القصف المدفعي طفلا`: an act of war that is the subject of a verb, or its adjective."""
    act = piece.names("event") or any(r.verb is None and r.trigger.measure in _ACTS for r in piece.triggers)
    return act or (piece.text.startswith("ال") and piece.text.endswith(("ي", "ية")) and not piece.triggers)


def is_definite_man(piece: Chunk) -> bool:
    """`المسلح`, `المهاجم`: behind a verb in the feminine and its subject no adjective of that, but whom it befell."""
    return any(
        reading.stem.article and reading.form.number == "singular" and reading.form.gender == "m"
        for reading in piece.nouns
        if reading.noun.unit == "person"
    )


def led_by_l(sentence: list[Chunk], at: int, *, sentenced: bool) -> NounReading | None:
    """`السجن المؤبد لناشط`, `اعتقال السلطات السعودية لمواطن`: one to whom `ل` brings a penalty, or a masdar's act."""
    ones = (r for r in sentence[at].nouns if r.form.number == "singular" and r.noun.unit == "person")
    found = next((one for one in ones if one.stem.preposition == "ل" and not one.form.possessed), None)
    return found if found is not None and (sentenced or _is_masdars_object(sentence, at)) else None


def _is_masdars_object(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a masdar of an outcome and its subject, and nothing else, stand before a chunk."""
    subject = False
    for back in range(at - 1, max(-1, at - 1 - _MASDAR_WITHIN), -1):
        piece = sentence[back]
        told = any(r.trigger.kind == "masdar" and r.trigger.measure in FLOWS and not r.pronoun for r in piece.triggers)
        if told:
            return subject and not only_wished(sentence, back) and not is_purpose(sentence, back)
        who = bool(piece.actors) or piece.is_(*_AUTHORITIES)
        if not (who or piece.state is not None):
            return False
        subject = subject or who
    return False
