"""Governors: the verb, masdar or participle that says what a quantity counts, before it or after it.

`مقتل 44 عنصرا`, `قتلت القوات 30`; `170 مدنيا قتلوا`, `مئات منهم تم القبض عليهم`.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.counts.agreement import (
    are_led_out,
    are_several_people,
    done_alike,
    flee_their_homes,
    has_own_object,
    has_own_subject,
    inserted_behind,
    is_of_two,
    is_rescued,
    leave_their_town,
    only_names_between,
    takes_object,
    tells_of_land,
)
from tawatur.extract.counts.goods.munitions import is_blown_up, is_bomb, is_brought_down, is_cleared
from tawatur.extract.counts.homographs import are_gunmen, is_no_outcome
from tawatur.extract.counts.insertions import insertion, out_of
from tawatur.extract.counts.passed_over import is_passed_over
from tawatur.extract.counts.people.needs import GOODS
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, completed, counts, is_joined, is_scene
from tawatur.extract.phrases.handovers import allows
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

_JOINED = {
    frozenset(("killed", "wounded")): "casualties",
    frozenset(("killed", "detained")): "killed_or_detained",
    frozenset(("killed", "detained", "surrendered")): "killed_or_detained",
    frozenset(("killed", "detained", "wounded")): "casualties",
}
_DONE = ("تم", "تمت", "جري", "جرت")
_WERE = words_of("beside_verb")
_TO_PLACE = ("الي",)  # spelt in the view as a noun with the article is
_THAT = words_of("that")
_REACH = 16
_GAP = 9
_WHO = words_of("who")
_THAT_IS = words_of("that_is")
#: Within how many chunks behind a number it may be said again: `160 ألفا من الأهالي، أي تسعة أعشارهم، عادوا`.
_SAID_AGAIN = 5
_HOLDS = "احتجز"
_LEADS_AWAY = "اقتاد"
#: The ending of the first person, which is also the pronoun `us`: right before a number it is who did it.
_WE = "نا"
_EDITORS = words_of("before_editing")
_GUNFIRE = words_of("gunfire")
_ORDERS = words_of("orders")
_REDONE = words_of("redone")
_HIS_PEOPLE = frozenset(words_of("with_him"))
_LEAVES = words_of("goes_out")
#: Words for the dead whose bodies are kept, and measures of the living who are.
_BODIES, _KEPT = words_of("bodies_of_dead"), frozenset(("held", "detained", "abducted"))
_LEADS_OUT = ("أخرج", "إخراج")
_REACHES = words_of("reaches")
_NUMBER = words_of("number_of")
#: Spelt as `أسقط` is in the present: `تسقط الدفاعات 13 صاروخا`.
_FALLS = "سقط"
#: Prepositions that verbs take, and the pronouns behind them for several, or for things.
_TAKEN_BY, _PRONOUNS = ("علي", "عن", "الي", "من", "ب"), ("هم", "هن", "هما", "ها")
_BEFORE_STATE = frozenset(words_of("before_state"))
_BLOWS_UP = ("تفجير", "فجّر")
#: Sums that fund only what is given to those in need.
_COSTS = words_of("costs")
_GIVEN = frozenset(("need", "donor"))
_FAMILIES = ("أسر",)
_MEMBERS = words_of("members_of")
#: Units of what is struck, from the air or from the ground.
TARGETS = frozenset(("site", "facility", "vehicle"))
_STRUCK = TARGETS | {"weapon"}
#: How far behind `إطلاق` it may be said that fire is opened.
_FIRED = 5
#: How far before an arrest the order may stand that it be made.
_ORDERED = 2
#: How far before an amount the noun of what it was given as may stand.
_PAID = 8
#: How far behind what it counts a masdar may stand that takes it up with a pronoun.
_TAKEN_UP = 5
#: How many chunks may stand between commas in apposition to who did or suffered something.
_APPOSED = 8
#: Within how many chunks behind what is struck its verb in the passive stands.
_NEXT = 2


class Governor:
    """A word that says what a quantity counts: its chunk, how far it stands, the measure and how it was read."""

    __slots__ = ("at", "distance", "measure", "reading")

    def __init__(self, at: int, distance: int, measure: str, reading: TriggerReading) -> None:
        self.at = at
        self.distance = distance
        self.measure = measure
        self.reading = reading


def governor(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity], order: int) -> Governor | None:
    """Return the verb or masdar before the quantity that governs it."""
    before = order - 1
    inserted = insertion(sentence, quantity.first)
    while before >= 0 and (quantities[before].first in inserted or is_passed_over(sentence, quantities[before])):
        before -= 1  # دمرت المقاتلات، بغارتين، منصة
    start = quantities[before].last if before >= 0 else 0
    commas = 0
    distance = 0
    reach = _REACH + len(inserted)
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - reach), -1):
        piece = sentence[at]
        if at < start:
            return None
        if at in inserted:
            continue
        if piece.mark:
            if piece.text in ("؛", ";", ":", "؟") and distance:
                return None
            commas += piece.text in ("،", ",")
            continue
        if piece.text.removeprefix("و") in _THAT or ("clause" in piece.cues and not piece.triggers and distance > 0):
            return None
        candidate = _reads(sentence, at, quantity, distance, "before")
        if candidate is not None and (
            not commas
            or candidate.reading.verb is not None
            or candidate.reading.trigger.role == "topic"
            or _is_toll(sentence, at, quantity)
            or _is_with_him(sentence, quantity)
        ):
            return _verb_of_subject(sentence, at, quantity, distance, candidate) or candidate
        if _is_other_verb(piece) and distance > 0:
            return None
        distance += 1
    return None


def _verb_of_subject(
    sentence: list[Chunk], at: int, quantity: Quantity, distance: int, subject: Governor
) -> Governor | None:
    """`ألحق القصف أضرارا بعشرين مركزا`: the verb right before an act with its article, which is what did it."""
    stem = subject.reading.stem
    if at == 0 or stem is None or not stem.article:
        return None
    before = _reads(sentence, at - 1, quantity, distance + 1, "before")
    active = before is not None and before.reading.verb is not None and before.reading.trigger.role == "object"
    return before if active else None


def _is_other_verb(piece: Chunk) -> bool:
    return bool(piece.verb_says) and not piece.triggers and not piece.nouns


def predicate(sentence: list[Chunk], quantity: Quantity, after: int) -> Governor | None:
    """Return the verb or participle after the quantity that is said of it: `170 مدنيا قتلوا`."""
    distance = 0
    skipping = False
    told = quantity.singular and quantity.first > 0 and sentence[quantity.first - 1].text in _THAT
    again = any(piece.is_(*_THAT_IS) for piece in sentence[quantity.last + 1 : quantity.last + _SAID_AGAIN])
    inserted = inserted_behind(sentence, quantity.last) if told or again else out_of(sentence, quantity.last)
    if out_of(sentence, quantity.first - 2) and quantity.noun is None:
        return None
    for at in range(quantity.last, min(len(sentence), quantity.last + _GAP + 8 + len(inserted))):
        piece = sentence[at]
        if at in inserted:
            continue
        if "part" in piece.cues:
            skipping = True
        if piece.number is not None and at >= after and not skipping:
            if not is_joined(sentence, at) and not (after < len(sentence) and is_joined(sentence, after)):
                return None
            skipping = True
        if piece.mark:
            parted = at + 1 < len(sentence) and "part" in sentence[at + 1].cues  # 41 شخصا، منهم 2، أدخلوا
            parted = parted or _awaits_predicate(sentence, quantity, at + 1)
            if piece.text in ("،", ",", "؛", ";", ":", ".") and not skipping and not parted:
                return None
            continue
        if "clause" in piece.cues and not piece.is_(*_WHO) and not piece.triggers and not skipping:
            return None  # بينهم طفلان كما أصيب العشرات
        taken_up = any(reading.pronoun and reading.verb is not None for reading in piece.triggers)
        if _is_joined_on(piece) and piece.triggers and not skipping and not taken_up:
            return None
        candidate = _reads(sentence, at, quantity, distance, "after")
        if candidate is not None:
            return _state_behind(sentence, quantity, candidate) or candidate
        if piece.is_("ان") or (_is_other_verb(piece) and not skipping):
            return None
        if not skipping:
            distance += 1
        if distance > _GAP:
            return None
    return None


def _state_behind(sentence: list[Chunk], quantity: Quantity, verb: Governor) -> Governor | None:
    """`27 جنديا لا يزالون محتجزين`: the participle behind a verb that only leads to it."""
    at = verb.at + 1
    if at >= len(sentence) or _BEFORE_STATE.isdisjoint(sentence[verb.at].words) or sentence[at].conjunction:
        return None
    state = _reads(sentence, at, quantity, verb.distance, "after")
    return state if state is not None and state.reading.trigger.kind == "participle" else None


def _is_joined_on(piece: Chunk) -> bool:
    """Tell whether a chunk opens with a conjunction that is no letter of a phrase's own (`فقدوا في`)."""
    own = any(r.verb is None and fold(r.trigger.lemma).split()[0] == piece.words[0] for r in piece.triggers)
    return bool(piece.conjunction) and not own


def _awaits_predicate(sentence: list[Chunk], quantity: Quantity, at: int) -> bool:
    """`أن العشرات من مسلحيها، تم أسرهم`, `إن 30 عنصرا، لقوا مصرعهم`: what `أن` told of has no verb yet."""
    if not quantity.first or sentence[quantity.first - 1].text not in _THAT or at >= len(sentence):
        return False
    behind = sentence[at : at + 2]
    if not any(r.verb is not None for piece in behind[:1] for r in piece.triggers):
        apposed = range(at, min(len(sentence) - 1, at + _APPOSED))
        end = next((i for i in apposed if sentence[i].text in ("،", ",")), None)
        if end is not None and not any(p.verb_says or p.triggers or p.number for p in sentence[at:end]):
            behind = sentence[end + 1 : end + 3]  # إن 30 جنديا من كذا، معقل كذا، هربوا
    plural = any(r.verb is not None and r.verb.form.number == "plural" for piece in behind[:1] for r in piece.triggers)
    taken_up = behind[0].is_("تم", "جري") and any(r.pronoun for piece in behind[1:] for r in piece.triggers)
    return (plural or taken_up) and not behind[0].conjunction


def _reads(sentence: list[Chunk], at: int, quantity: Quantity, distance: int, side: str) -> Governor | None:
    """Return how the chunk at `at` may state what the quantity counts, standing before or after it."""
    piece = sentence[at]
    for reading in piece.triggers:
        trigger = reading.trigger
        if not counts(trigger, quantity) or is_no_outcome(sentence, at, reading, quantity):
            continue
        if trigger.measure.startswith("territory") and not tells_of_land(sentence, quantity):
            continue
        if at and trigger.measure == "released" and sentence[at - 1].is_(*_EDITORS):
            continue  # رئيس تحرير صحيفة
        if trigger.measure == "repatriated" and at + 1 < len(sentence) and sentence[at + 1].is_(*_REDONE):
            continue  # أعيد بناء ثمانية
        if trigger.measure == "released" and any(near.is_(*_GUNFIRE) for near in sentence[at + 1 : at + 1 + _FIRED]):
            continue  # إطلاق الجيش النار على 12 شخصا
        if trigger.measure == "released" and is_rescued(sentence, at, quantity):
            continue  # إنقاذ حياة اثنين, إنقاذ خمسة أشخاص من الغرق
        if trigger.measure == "displaced" and trigger.lemma in _LEADS_OUT and not are_led_out(sentence, quantity):
            continue  # أخرجوا 14 شخصا من تحت الأنقاض
        if trigger.measure in _KEPT and any(near.is_(*_BODIES) for near in sentence[at + 1 : at + 1 + _FIRED]):
            continue  # شهيدين تحتجز إسرائيل جثمانيهما
        if trigger.lemma in _LEAVES and not leave_their_town(sentence, at, quantity):
            continue  # خرج المئات من المساجد
        if trigger.role == "bomb" and not is_bomb(sentence, quantity):
            continue
        if trigger.measure == "attacks" and quantity.unit == "site" and sentence[quantity.first - 1].is_("في"):
            continue  # حملة استهدفت جماعات في 13 إقليما
        sum_of = trigger.measure == "funding" and fold(trigger.lemma) in _COSTS
        if sum_of and not any(piece.cues & _GIVEN or is_of(piece, GOODS) for piece in sentence):
            continue  # كلفة الإنتاج 25 دولارا
        if trigger.measure == "attacks" and (
            quantity.unit == "person" or any("no_attack" in other.cues for other in sentence)
        ):
            continue  # عقوبات تستهدف 3 شركات, استهدف آلاف المتظاهرين
        theirs = bool(piece.conjunction) or (at > 0 and sentence[at - 1].is_(*_MEMBERS))
        if side == "after" and theirs and reading.pronoun and trigger.lemma in _FAMILIES:
            continue  # المسلحين وأسرهم, وأفراد أسرهم
        if trigger.role == "ruling" and not any("court" in other.cues for other in sentence):
            continue
        if not _stands(sentence, at, reading, quantity, distance, side):
            continue
        measure = _joined_measure(sentence, at, trigger.measure, quantity)
        if measure == "destroyed" and trigger.lemma in _BLOWS_UP and is_blown_up(quantity):
            if quantity.singular:
                continue  # تفجير بلدة كذا: an attack there
            measure = "attacks"
        cleared = trigger.role == "bomb" and is_cleared(sentence, at, quantity)
        downed = measure == "destroyed" or (measure == "attacks" and trigger.lemma == _FALLS)
        if measure == "seized" and any("body" in one.cues for one in sentence[quantity.first : quantity.last]):
            continue  # عثر على جثمانين
        if cleared or (downed and is_brought_down(sentence, quantity)):
            measure = "other"
        if trigger.lemma == _HOLDS and reading.verb is not None and reading.verb.form.tense == "present":
            measure = "held"  # يحتجزون مئات الرهائن
        if trigger.lemma == _LEADS_AWAY and measure == "detained" and are_gunmen(sentence[: quantity.first]):
            measure = "abducted"
        if measure == "released" and any(near.is_("تحت") for near in sentence[quantity.last : quantity.last + _NEXT]):
            measure = "other"  # إنقاذ 12 شخصا من تحت الأنقاض
        if measure == "escaped" and flee_their_homes(sentence, quantity):
            measure = "displaced"
        if measure == "detained" and any(near.is_(*_ORDERS) for near in sentence[max(0, at - _ORDERED) : at]):
            measure = "other"  # أوامر باعتقال 170 شخصا: not yet taken
        return Governor(at, distance, measure, reading)
    return None


def _stands(
    sentence: list[Chunk], at: int, reading: TriggerReading, quantity: Quantity, distance: int, side: str
) -> bool:
    """Tell whether the grammar lets the word govern the quantity from where it stands."""
    trigger, verb = reading.trigger, reading.verb
    if trigger.kind == "verb" and verb is not None:
        if trigger.measure == "strength" and side == "before" and sentence[quantity.first].preposition == "ل":
            return False  # نشرت مشاهد للجنديين
        if not allows(trigger.role, sentence):
            return False
        if not completed(sentence, at, trigger.lemma):
            return False
        if (
            reading.pronoun
            and trigger.role == "object"
            and not (reading.pronoun == _WE and _is_next(sentence, at, quantity))
        ):
            if side == "before":  # مجموع من أعادتهم … 10241, إجمالي ما قدمته
                return at > 0 and sentence[at - 1].is_("من", "ما")
            return distance <= 10
        if side == "before":
            if trigger.role == "subject" and _has_subject(sentence, at, quantity, trigger.lemma):
                return False
            if trigger.role == "subject" and sentence[quantity.first].preposition and not trigger.lemma.endswith("على"):
                return False  # تعود لمقاتلين: they belong to them
            return verb.form.number == "singular" or trigger.role in ("object", "bomb", "own_loss", "ranks")
        if distance > 1 and verb.form.number == "singular" and are_several_people(quantity):
            return False  # آلاف المشيعين لمسعفة قتلت: people behind whom a verb stands take it in the plural
        if quantity.unit in _STRUCK and trigger.measure == "attacks" and trigger.role == "object":
            agrees = verb.form.gender == "f" or verb.form.number in ("plural", "dual")  # صواريخ أطلقت، مستشفيات استهدفت
            near = distance <= (_TAKEN_UP if quantity.unit == "weapon" else _NEXT)
            strikes = quantity.unit == "weapon" and verb.form.voice == "active"  # صواريخ استهدفت الرياض
            return agrees and near and not reading.pronoun and (strikes or not takes_object(sentence, at))
        if trigger.role in ("subject", "from_camp", "to_state"):
            return True
        if trigger.role == "object" and distance <= 1 and _takes_them_up(sentence, at, trigger.lemma):
            return True  # 20 صحافيا حكمت عليهم المحكمة, 20 قرية سيطرت عليها القوات
        if trigger.measure not in FLOWS and not (trigger.measure == "places_taken" and verb.form.voice == "passive"):
            return False  # 45 بلدة استعيدت
        return trigger.role == "object" and verb.form.voice != "active" and not takes_object(sentence, at)
    if trigger.kind == "participle":
        if trigger.measure == "camp_population" and at and sentence[at - 1].is_(*_WERE):
            return False  # 713 عراقيا كانوا في مخيم: where they come from
        lives = trigger.measure != "camp_population" or not is_scene(sentence, at)
        return side == "after" or (distance <= 4 and lives)
    if trigger.role == "topic":
        return side == "before"
    if side == "after" and trigger.kind == "phrase" and trigger.lemma.startswith("على "):
        return distance <= _TAKEN_UP  # أجبر 1200 شخص على النزوح
    if side == "after":  # مئات منهم تم القبض عليهم، 233 وكرا تم تدميرها، 40 شخصا أدخلوا المستشفى لإصابتهم
        things = quantity.unit in _STRUCK and at > 0 and sentence[at - 1].is_(*_DONE) and distance <= _NEXT
        fits = things or (quantity.unit in (None, "person") and distance <= _TAKEN_UP)
        return bool(reading.pronoun) and trigger.role == "object" and fits
    if reading.pronoun:  # اعتراضها لأربعة صواريخ, تبرعه بعشرة ملايين ريال
        led = "ب" if trigger.measure == "funding" else "ل"
        return trigger.kind == "masdar" and distance == 0 and sentence[quantity.first].preposition == led
    if not allows(trigger.role, sentence):
        return False
    near = distance <= (3 if trigger.kind == "masdar" else 6)
    paid = trigger.measure == "funding" and distance <= _PAID  # تعهدات عام 2022 التي بلغت 1.3 مليار
    if trigger.measure in FLOWS and _is_with_him(sentence, quantity):
        return True
    if quantity.singular and sentence[quantity.first].preposition == "ل":
        return True  # اعتراض قوات الدفاع الجوي لصاروخ: counted only with its subject between
    return near or paid or _is_toll(sentence, at, quantity) or only_names_between(sentence, at + 1, quantity.first)


def _takes_them_up(sentence: list[Chunk], at: int, lemma: str) -> bool:
    """Tell whether the preposition that a verb takes stands right behind it with a pronoun for those before it."""
    preposition = fold(lemma).split()[-1]
    behind = sentence[at + 1].text if at + 1 < len(sentence) else ""
    return preposition in _TAKEN_BY and behind.startswith(preposition) and behind[len(preposition) :] in _PRONOUNS


def _is_with_him(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`مقتل القائد فلان، أحد القادة الميدانيين، و7 من مرافقيه`: a man's own people, told of beside him."""
    beside = is_joined(sentence, quantity.first) or (quantity.first and sentence[quantity.first - 1].is_("مع"))
    counted = sentence[quantity.first : quantity.last + 2]
    return bool(beside) and any(
        reading.form.possessed and fold(reading.form.lemma) in _HIS_PEOPLE
        for piece in counted
        for reading in piece.nouns
    )


def _is_toll(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`عدد القتلى جراء الغارات على الغوطة إلى مئة`: a toll, and the word that brings it to its figure."""
    reaches = any(piece.is_(*_REACHES) for piece in sentence[max(0, quantity.first - 2) : quantity.first])
    counted = [sentence[at].words[0], *sentence[at - 1].words[:1]] if at else [sentence[at].words[0]]
    return reaches and any(word.removeprefix("ال") in _NUMBER for word in counted)  # حصيلة مقتل المسلحين … إلى 150


def _is_next(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`اعتقلنا 14 مطلوبا`, `اعتقلنا الليلة الماضية 14 مطلوبا`: nothing but a time stands between verb and number."""
    return at < quantity.first and all(piece.time is not None for piece in sentence[at + 1 : quantity.first])


def _has_subject(sentence: list[Chunk], at: int, quantity: Quantity, lemma: str) -> bool:
    """`سقط النظام … 8`: a definite noun right after a verb is its subject, but for the verb's own (`نال الشهادة 8`)."""
    following = sentence[at + 1] if at + 1 < quantity.first else None
    if following is not None and following.text in fold(lemma).split()[1:]:
        return False
    definite = following is not None and following.text.startswith("ال") and not following.is_(*_TO_PLACE)
    return definite and following is not None and not following.mark and not following.time


def _is_of_one(told: Chunk, other: TriggerReading) -> bool:
    """`لقوا مصرعهم وأصيبت زوجته`, `قتلا وأصيب رابع`: behind several, a verb in the singular is of another."""
    several = told.text.endswith(("هم", "هن", "وا", "ون")) or any(is_of_two(reading) for reading in told.triggers)
    return several and other.verb is not None and other.verb.form.number == "singular"


def _joined_measure(sentence: list[Chunk], at: int, measure: str, quantity: Quantity) -> str:
    """`قتل واعتقال نحو 50` and `قتلوا او اعتقلوا` are one number for both."""
    together = {measure}
    before = at < quantity.first
    step = -1 if before else 1
    here = at
    while True:
        link = here if before else here + 1
        neighbour = here + step
        if 0 <= neighbour < len(sentence) and sentence[neighbour].is_("او", "و", "ام"):
            neighbour += step
        elif not (0 <= link < len(sentence) and sentence[link].conjunction == "و"):
            break
        if not 0 <= neighbour < len(sentence):
            break
        other = next((r for r in sentence[neighbour].triggers if r.trigger.measure in FLOWS and not r.pronoun), None)
        if other is None or not counts(other.trigger, quantity):
            break
        if not before and (has_own_object(sentence, neighbour) or _is_of_one(sentence[at], other)):
            break
        linked = sentence[min(here, neighbour) + 1].is_("او", "ام")  # قتلت أو اعتقلت: one number whoever did it
        joint = linked or done_alike(sentence, neighbour, here, other) or other.verb is None
        if before and not joint and has_own_subject(sentence, neighbour, other):
            break
        together.add(other.trigger.measure)
        here = neighbour
    return _JOINED.get(frozenset(together), measure)
