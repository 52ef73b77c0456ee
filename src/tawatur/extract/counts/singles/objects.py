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

_AUTHORITIES, _MODELS = words_of("authorities"), words_of("model_of_missile")
_DEFENCES = words_of("defences")
_ACTS = frozenset(("attacks", "airstrikes"))
#: How many chunks a verb and the preposition that completes it have at least.
_SHORTEST = 2
_BEFALLEN = frozenset(("person", "facility", "vehicle"))
_LED = frozenset(("person", "weapon"))
#: Units of whom and what an outcome befalls.
_SHOWN = frozenset(("person", "weapon", "vehicle", "site", "facility"))
#: How far before its object a verb may stand, and a masdar before what `ل` brings.
_VERB_WITHIN, _MASDAR_WITHIN = 9, 7


def object_after_subject(
    sentence: list[Chunk], at: int, quantity: Quantity, readings: Callable[[Chunk, Quantity], list[TriggerReading]]
) -> bool:
    """`دمرت قوات التحالف مخزنا`: an active verb, its subject, and the thing in the accusative."""
    piece = sentence[at]
    accusative = any(reading.form.accusative or reading.noun.gender == "f" for reading in piece.nouns)
    model = at + 1 < len(sentence) and sentence[at + 1].is_(*_MODELS) and not (piece.definite or piece.conjunction)
    accusative = accusative or (model and piece.names("weapon") and not piece.preposition)  # اعترضت صاروخ سكود
    definite = is_definite_man(piece)
    if quantity.noun is None or not (accusative or definite):
        return False
    if definite and _is_object_next(sentence, at, quantity, readings):
        return True
    shown = not definite and (model or _is_suffered(sentence, at))
    subject = shown
    told = False
    for back in range(at - 1, max(-1, at - _VERB_WITHIN), -1):
        before = sentence[back]
        if any(
            (reading.verb is not None or (told and reading.trigger.kind == "masdar" and (shown or back == at - 2)))
            and reading.trigger.role == "object"
            and not (definite and (reading.verb is None or reading.verb.form.gender != "f"))
            for reading in readings(before, quantity)
        ):
            return subject
        quoted = before.mark and before.text in ('"', "(", ")", "،", ",")
        several = any(r.noun.unit == "person" and r.form.number == "plural" for r in before.nouns)
        strike = shown and _is_strike(before)
        who = bool(before.actors) or before.is_(*_AUTHORITIES, *_DEFENCES) or several or strike
        described = bool(back) and _is_adjective(before) and not before.conjunction  # الدفاعات الجوية
        if not (who or before.state is not None or before.time is not None or quoted or described):
            return False
        subject, told = subject or who, told or who
    return False


def struck_by(
    sentence: list[Chunk], at: int, quantity: Quantity, readings: Callable[[Chunk, Quantity], list[TriggerReading]]
) -> bool:
    """`قتل قصف مدفعي لقوات كذا طفلة`, `قتلت غارة لطائرة مسيرة قياديا`: whom a strike befell, whose strike between."""
    shown = _is_suffered(sentence, at) or any(
        r.form.gender == "f" and r.noun.unit in _BEFALLEN and not (r.stem.article or r.stem.preposition)
        for r in sentence[at].nouns
    )
    if not shown or sentence[at].conjunction:
        return False
    for back in range(at - 2, max(-1, at - _VERB_WITHIN), -1):
        active = (r for r in readings(sentence[back], quantity) if r.verb is not None and r.trigger.role == "object")
        if any(active):
            strike = sentence[back + 1]
            by_it = not strike.actors and (strike.names("weapon") or _is_act(strike))
            return by_it and all(_tells_whose(piece) for piece in sentence[back + 2 : at])
        if sentence[back].number is not None or sentence[back].verb_says or sentence[back].is_("في", "من", "علي"):
            return False
    return False


def _is_act(piece: Chunk) -> bool:
    return any(r.noun.measure in _ACTS for r in piece.nouns) or any(
        r.verb is None and r.trigger.measure in _ACTS for r in piece.triggers
    )


def _tells_whose(piece: Chunk) -> bool:
    """Tell whether a chunk behind a strike says what it was, whose or when: no noun of its own but a plane's."""
    who = bool(piece.actors) or piece.state is not None or piece.time is not None or piece.is_(*_AUTHORITIES)
    plain = not (piece.nouns or piece.triggers or piece.mark or piece.conjunction or piece.verb_says)
    adjective = plain and piece.text.endswith(("ي", "ية", "ة"))
    return who or piece.names("vehicle") or adjective or _is_adjective(piece)


def _is_object_next(
    sentence: list[Chunk], at: int, quantity: Quantity, readings: Callable[[Chunk, Quantity], list[TriggerReading]]
) -> bool:
    """`قتلوا المهاجم`, `إن الشرطة قتلت المهاجم`: right behind a verb whose subject is in it, or stands before it."""
    if at == 0:
        return False
    before = sentence[at - 2] if at > 1 else None
    told = before is not None and (bool(before.actors) or before.is_(*_AUTHORITIES) or before.state is not None)
    return any(
        reading.verb is not None
        and reading.trigger.role == "object"
        and not reading.pronoun
        and (reading.verb.form.number == "plural" or (told and reading.verb.form.gender == "f"))
        for reading in readings(sentence[at - 1], quantity)
    )


def _is_suffered(sentence: list[Chunk], at: int) -> bool:
    """`الجيش يحتجز لاجئا`, `لغم يقتل أما`, `تعترض صاروخا`: what its ending shows to be an active verb's object."""
    shown = any(r.form.accusative and not r.stem.article and r.noun.unit in _SHOWN for r in sentence[at].nouns)
    return shown and sentence[at].text.endswith("ا")


def _is_strike(piece: Chunk) -> bool:
    """`قتل القصف المدفعي طفلا`: an act of war that is the subject of a verb, or its adjective."""
    act = piece.names("event") or piece.names("weapon") or "violence" in piece.cues  # قتل رصاص الجيش شابا
    act = act or any(r.verb is None and r.trigger.measure in _ACTS for r in piece.triggers)
    return act or _is_adjective(piece)


def is_definite_man(piece: Chunk) -> bool:
    """`المسلح`, `المهاجم`: behind a verb in the feminine and its subject no adjective of that, but whom it befell."""
    return any(
        reading.stem.article and reading.form.number == "singular" and reading.form.gender == "m"
        for reading in piece.nouns
        if reading.noun.unit == "person"
    )


def reached_by(
    sentence: list[Chunk], at: int, quantity: Quantity, readings: Callable[[Chunk, Quantity], list[TriggerReading]]
) -> bool:
    """`عثرت الشرطة على قنبلة`, `استولت المقاومة على مدرعة`: a thing that `على` brings a verb, its subject between."""
    if quantity.unit == "person" or at < _SHORTEST or not sentence[at - 1].is_("علي"):
        return False
    for back in range(at - 2, max(-1, at - 2 - _MASDAR_WITHIN), -1):
        before = sentence[back]
        if any(r.verb is not None and r.trigger.lemma.endswith(" على") for r in readings(before, quantity)):
            return True
        who = bool(before.actors) or before.is_(*_AUTHORITIES) or before.names("person")
        if not (who or before.state is not None or before.time is not None or _is_adjective(before)):
            return False
    return False


def led_by_l(sentence: list[Chunk], at: int, *, sentenced: bool) -> NounReading | None:
    """`السجن المؤبد لناشط`, `اعتقال السلطات السعودية لمواطن`: one to whom `ل` brings a penalty, or a masdar's act.

    So is a rocket to which it brings those who stop it: `اعتراض الدفاعات لصاروخ`.
    """
    ones = (r for r in sentence[at].nouns if r.form.number == "singular" and r.noun.unit in _LED)
    found = next((one for one in ones if one.stem.preposition == "ل" and not one.form.possessed), None)
    return found if found is not None and (sentenced or _is_masdars_object(sentence, at, found.noun.unit)) else None


def _is_masdars_object(sentence: list[Chunk], at: int, unit: str) -> bool:
    """Tell whether a masdar of an outcome and its subject, and nothing else, stand before a chunk."""
    subject = False
    for back in range(at - 1, max(-1, at - 1 - _MASDAR_WITHIN), -1):
        piece = sentence[back]
        if any(not r.pronoun and _befalls(r, unit) for r in piece.triggers):
            return subject and not only_wished(sentence, back) and not is_purpose(sentence, back)
        who = bool(piece.actors) or piece.is_(*_AUTHORITIES)
        if not (who or piece.state is not None or _is_adjective(piece)):
            return False
        subject = subject or who
    return False


def _befalls(reading: TriggerReading, unit: str) -> bool:
    """Tell whether a word is a masdar of what befalls people, or of what stops a weapon (`تصدت لصاروخ`)."""
    if unit == "person":
        return reading.trigger.kind == "masdar" and reading.trigger.measure in FLOWS
    return stops_weapons(reading)


def stops_weapons(reading: TriggerReading) -> bool:
    """Tell whether a word is of what is done to a bomb or a rocket: taken apart, defused, intercepted."""
    return reading.trigger.measure == "other" and "weapon" in reading.trigger.objects


def _is_adjective(piece: Chunk) -> bool:
    return piece.text.startswith("ال") and piece.text.endswith(("ي", "ية")) and not piece.triggers
