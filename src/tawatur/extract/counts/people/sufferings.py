"""What those underwent of whom `تعرض` tells: `تعرض 300 شخص للخطف`, `عشر بلدات تعرضت لقصف`, `تعرض 127 للتعذيب`."""

from __future__ import annotations

from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.governors import TARGETS
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, counts, is_joined, tells_flow
from tawatur.extract.phrases.quantity import Quantity

_SUFFERS = words_of("suffers")
_ABUSE = words_of("abuse")
_UNDER = words_of("under_custody")
_STILL = words_of("still")
#: Marks that part nothing: `تعرضت ثلاثة مواقع لـ"داعش" لضربات`.
_QUOTES = ('"', "«", "»", "(", ")")
_FATE, _UNKNOWN = "مصير", words_of("unknown_fate")
_CUSTODY = frozenset(words_of("custody"))
#: Stands behind a bare number as a noun that is counted would: `تسعة رهن الاحتجاز`.
_PLEDGED = "رهن"
_CAPTIVITY, _BRINGS = ("الاسر", "اسر"), words_of("leads_into_captivity")
_SICKNESS, _SHOWS = words_of("symptoms"), words_of("shows_symptoms")
#: How far before a number it may be told that symptoms showed, how far behind it what symptoms.
_SHOWN, _SYMPTOMS = 5, 10
#: How far from a number the verb of its suffering may stand, and how far behind both what befalls it.
_NEAR_VERB, _FAR_VERB, _BEFALLS = 4, 12, 8


def befallen(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`تعرض 300 شخص للخطف`, `عشر بلدات تعرضت لقصف`: what `ل` brings behind the verb of those who suffer it."""
    far = _FAR_VERB if quantity.unit in TARGETS else _NEAR_VERB
    around = range(max(0, quantity.first - _NEAR_VERB), min(len(sentence), quantity.last + far))
    verb = next((at for at in around if sentence[at].is_(*_SUFFERS)), None)
    if verb is None or any(sentence[at].number is not None for at in range(quantity.last, verb)):
        return None
    for at in range(max(verb + 1, quantity.last), min(len(sentence), max(verb, quantity.last) + _BEFALLS)):
        piece = sentence[at]
        if (piece.mark and piece.text not in _QUOTES) or (
            piece.number is not None and not (is_joined(sentence, at) and verb < quantity.first)
        ):
            return None  # but تعرضت 32 مدرسة و16 مستشفى لهجمات
        if not piece.text.removeprefix(piece.conjunction).startswith("ل"):
            continue
        for reading in piece.triggers:
            if reading.verb is None and reading.trigger.measure in FLOWS and counts(reading.trigger, quantity):
                return Frame(quantity, reading.trigger.measure, "predicate", at, reading)
        if quantity.unit in TARGETS and event_class(piece) is not None:
            return Frame(quantity, "attacks", "predicate", at)
        if quantity.unit in (None, "person") and piece.is_(*_ABUSE):
            return Frame(quantity, "other", "predicate", at)  # تعرض 127 شخصا للتعذيب
    return None


def of_unknown_fate(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`لا يزال مصير 112 منهن مجهولا`, `الكشف عن مصير 3890 شخصا`: those of whom it is not known what became of them."""
    at = quantity.first - 1
    if at < 0 or quantity.unit not in (None, "person") or not sentence[at].is_(_FATE):
        return None
    around = (*sentence[max(0, at - _NEAR_VERB) : at], *sentence[quantity.last : quantity.last + _NEAR_VERB])
    if not any(piece.is_(*_UNKNOWN) for piece in around):
        return None
    quantity.unit = "person"
    return Frame(quantity, "missing", "predicate", at)


def taken_captive(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`أوقعت العملية 1200 في الأسر`: those whom an act brings into captivity."""
    behind = sentence[quantity.last : quantity.last + 2]
    captive = len(behind) > 1 and behind[0].is_("في") and behind[1].is_(*_CAPTIVITY)
    if not captive or quantity.unit not in (None, "person") or quantity.measure is not None:
        return None
    before = sentence[max(0, quantity.first - _NEAR_VERB) : quantity.first]
    brings = next((at for at, piece in enumerate(before) if piece.is_(*_BRINGS)), None)
    if brings is None or any(piece.number or piece.mark for piece in before[brings:]):
        return None
    quantity.unit = "person"
    return Frame(quantity, "detained", "predicate", quantity.last + 1)


def sickened(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`عانى 11 شخصا من صعوبات في التنفس`, `معالجة ستة أصيبوا بأعراض اختناق`: those whom gas has harmed."""
    if quantity.unit not in (None, "person") or quantity.measure is not None or quantity.singular:
        return None
    first = max(0, quantity.first - _SHOWN)
    around = (*sentence[first : quantity.first], *sentence[quantity.last : quantity.last + _NEAR_VERB])
    near = (*sentence[first : quantity.first], *sentence[quantity.last : quantity.last + _SYMPTOMS])
    shown = any(piece.is_(*_SHOWS) for piece in around) and any(piece.is_(*_SICKNESS) for piece in near)
    if not shown:
        return None
    quantity.unit = "person"
    return Frame(quantity, "wounded", "told of")


def in_custody(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`31 قيد الاحتجاز`, `لا تزال مئة منهن في الأسر`, `100 مسلح في قبضة الجيش`: who are told to be held."""
    behind = sentence[quantity.last : quantity.last + 1]
    pledged = quantity.unit == "other" and quantity.noun is None and any(piece.is_(_PLEDGED) for piece in behind)
    if not (pledged or quantity.unit in (None, "person")) or quantity.measure is not None or quantity.singular:
        return False
    before = sentence[quantity.first - 1] if quantity.first else None
    if before is not None and tells_flow(before):
        return False  # وقع تسعة جنود في الأسر: they are taken
    at = quantity.last
    while at < len(sentence) and sentence[at].is_(*_STILL):
        at += 1
    under = at + 1 < len(sentence) and sentence[at].is_(*_UNDER)
    held = under and any(word in _CUSTODY for word in sentence[at + 1].words[:1])
    quantity.unit = "person" if held else quantity.unit
    return held
