"""Government: whether a word may count a quantity, and whether its clause completes and joins it."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity
from tawatur.packs import Trigger

#: How many chunks after a verb its completing words (`مصرعهم`) may stand.
_COMPLETION = 16
#: How many a preposition may that it takes.
_PREPOSITION = 7
_PREPOSITIONS = ("علي", "عن", "الي", "من")

#: How many letters a completing word may wear before it: `بأنفسهم` completes, `الأحياء` is no life lost.
_WORN = 2
#: How many letters a pronoun behind a complement may have, its own `ت` among them: `حياتهما`.
_PRONOUN = 4

#: How far before a camp the `من` may stand of those who come from it.
_FROM = 3
#: So many without a noun are people, where they are told to live somewhere.
_A_TOWN = 1000
_SON = words_of("son_of")
_WISHED = words_of("wished")
#: How many chunks before an outcome's word the word may stand that only wishes for it.
_WISHED_BEFORE = 3
_MEANT = frozenset(words_of("meant"))
_WITH_PURPOSE = frozenset(words_of("body_with_purpose"))
_LEADS = (*words_of("leads_to"), *words_of("suffers"))
#: How many chunks before what came of something the verb may stand that says so.
_LEADS_BEFORE = 5
#: No count of people reaches a thousand million: a bare number that does is an amount.
_ALL = 1_000_000_000

#: Units that are measured, not counted.
_DIVISIBLE = frozenset((None, "percent", "km2", "other"))

FLOWS = frozenset(
    (
        "killed", "wounded", "casualties", "detained", "neutralized", "abducted", "missing", "surrendered", "released",
        "escaped", "displaced", "returned", "repatriated", "sentenced", "trained", "destroyed", "seized", "stolen",
    )
)  # fmt: skip

#: How far before the place of an outcome its word may stand.
_SCENE = 6

#: What tallies count by a definite plural (`عدد القتلى`).
TOLLED = frozenset(
    (
        "killed",
        "wounded",
        "casualties",
        "held",
        "detained",
        "displaced",
        "returned",
        "missing",
        "surrendered",
        "beneficiaries",
        "operations",
        "airstrikes",
        "attacks",
    )
)


def counts(trigger: Trigger, quantity: Quantity) -> bool:
    """Tell whether a trigger may count the quantity's unit; a bare number is taken for people, by outcomes only."""
    objects, unit = trigger.objects, quantity.unit
    if not is_whole(quantity):
        return False
    small = isinstance(quantity.low, int | float) and quantity.low < _A_TOWN
    if trigger.measure == "inhabitants" and trigger.kind == "verb" and small:
        return False  # أقام مأدبة لنائبيه
    if trigger.measure == "strength":
        if unit == "household" or quantity.population in ("displaced", "refugees"):
            return False
        if trigger.role not in ("topic", "ranks") and not (quantity.role or quantity.parties):
            return False
    if unit in (None, "person", "household") and quantity.low is not None and not 1 <= quantity.low < _ALL:
        return False
    if unit is None:
        people = any(name in ("person", "household") for name in objects)
        return people and (
            trigger.measure in FLOWS
            or trigger.role == "topic"
            or (trigger.measure == "other" and quantity.others)  # طُرد 150 ألف آخرين
            or bool(quantity.parties or quantity.role)
            or (trigger.kind == "participle" and quantity.anaphor)  # عشرات منهم محتجزين
            or (trigger.measure == "inhabitants" and isinstance(quantity.low, int) and quantity.low >= _A_TOWN)
        )
    if unit == "percent":
        return "percent" in objects
    if unit.isupper() and len(unit) == 3:
        return "currency" in objects
    weight = quantity.noun is not None and quantity.noun.unit == "other"  # نصف طن
    if unit == "other" and isinstance(quantity.low, float) and quantity.low < 1 and not weight:
        return "fraction" in objects
    return unit in objects


def is_whole(quantity: Quantity) -> bool:
    """Tell whether a number of what comes in wholes is one: `71.08 نقطة` is an index, no number of posts."""
    divisible = quantity.unit in _DIVISIBLE or str(quantity.unit).isupper()
    return divisible or not isinstance(quantity.low, float) or quantity.low.is_integer()


def completed(sentence: list[Chunk], at: int, lemma: str) -> bool:
    """Tell whether the words that complete a verb (`لقي … مصرعهم`) follow it within its clause."""
    rest = [word.removesuffix("ة") for word in fold(lemma).split()[1:]]  # ضحيته, حياتهم
    if not rest:
        return True
    window = sentence[at + 1 : at + 1 + _COMPLETION]
    if rest[-1] in _PREPOSITIONS:  # حكم … على: no further than its subject
        near = sentence[at + 1 : at + 1 + _PREPOSITION]
        near = [piece for on, piece in enumerate(near, at) if not sentence[on].is_(*_SON)]  # سقوط حكم بن علي
        if not any(text.startswith(rest[-1]) for piece in near for text in piece.words):
            return False
    words = [text for piece in window if "agent" not in piece.cues for text in piece.words]  # no سقطوا على يد
    return all(any(_completes(text, word) for text in words) for word in rest)


def _completes(text: str, word: str) -> bool:
    """Tell whether a word is that of a verb's complement, with what it may wear before it and a pronoun behind it."""
    at = text.find(word)
    return 0 <= at <= _WORN + text.startswith("ب") and len(text) - at - len(word) <= _PRONOUN  # not أسر in الإسرائيلي


def only_wished(sentence: list[Chunk], at: int) -> bool:
    """`محاولة اغتيال فلان`, `طالبت بإطلاق سراح فلان`: what was tried or asked for befell nobody yet."""
    return any(piece.is_(*_WISHED) for piece in sentence[max(0, at - _WISHED_BEFORE) : at])


def is_purpose(sentence: list[Chunk], at: int) -> bool:
    """`عملية لاعتقال فلان`: what `ل` says was meant, unless it is said to come of something (`أدى لاعتقال`)."""
    if not sentence[at].text.removeprefix(sentence[at].conjunction).startswith("ل"):
        return False
    meant = any(reading.verb is None and reading.trigger.lemma in _MEANT for reading in sentence[at].triggers)
    return meant and not any(piece.is_(*_LEADS) for piece in sentence[max(0, at - _LEADS_BEFORE) : at])


def names_purpose(sentence: list[Chunk], at: int) -> bool:
    """`مكتب إنقاذ المختطفين`, `لجنة إطلاق سراح الأسرى`: what a body is for, which befell nobody there.

    The body's noun wears no article, and what follows the masdar is definite: it tells of no count or person.
    """
    if not at or at + 1 >= len(sentence) or sentence[at].conjunction or sentence[at].preposition:
        return False
    lemmas = {fold(reading.trigger.lemma) for reading in sentence[at].triggers}
    two = any(lemma.endswith(f" {sentence[at + 1].text}") for lemma in lemmas) and at + 2 < len(sentence)
    before, behind = sentence[at - 1], sentence[at + 2 if two else at + 1]
    word = before.words[-1].removeprefix(before.conjunction).removeprefix(before.preposition)
    several = behind.text.startswith("ال") and behind.number is None and not behind.persons
    return word in _WITH_PURPOSE and several and "person_title" not in behind.cues


def is_joined(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is joined by `و` to what stands before it."""
    return bool(sentence[at].conjunction) or (at > 0 and sentence[at - 1].text == "و")


def tells_flow(piece: Chunk) -> bool:
    """Tell whether a chunk may tell what befell someone; an act (`ندد بالقصف`) befalls nobody yet."""
    return any(reading.trigger.measure in FLOWS for reading in piece.triggers)


def names_camp(piece: Chunk) -> bool:
    """Tell whether a chunk names a camp, or the noun."""
    return "مخيم" in piece.text or any(place.kind == "camp" for place in piece.places)


def comes_from_camp(sentence: list[Chunk]) -> bool:
    """`كانوا في مخيم الهول`, `قادمين من المخيم`: tell whether a sentence tells of those who come from a camp.

    A camp that is named, or told of, may be where they were; `إلى` leads in where they go, other camps need `من`.
    """
    for at, piece in enumerate(sentence):
        if not names_camp(piece):
            continue
        before = sentence[max(0, at - _FROM) : at]
        named = any(place.kind == "camp" for place in piece.places) or piece.text.endswith("المخيم")
        if any(one.is_("من") for one in before) or (named and not any(one.is_("الي", "نحو") for one in before[-2:])):
            return True
    return False


def is_scene(sentence: list[Chunk], at: int) -> bool:
    """`قتل التنظيم داخل المخيم 44 شخصا`: tell whether people are where what a word before tells befell them."""
    for piece in reversed(sentence[max(0, at - _SCENE) : at]):
        if piece.mark or piece.number is not None or "clause" in piece.cues:
            return False
        if any(reading.trigger.measure in FLOWS and reading.trigger.kind != "participle" for reading in piece.triggers):
            return True
    return False
