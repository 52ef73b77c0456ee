"""What a quantity counts by the words beside it: its whole, its predicate, the quantity before it, its governor."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.counts.agreement import is_of_many, is_of_two
from tawatur.extract.counts.coordination import fits, is_size
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.governors import Governor
from tawatur.extract.counts.lists.gapped import is_bare
from tawatur.extract.counts.own_nouns import hands_over
from tawatur.extract.counts.people.custody import in_camp
from tawatur.extract.counts.people.exchanges import names_exchange
from tawatur.extract.counts.people.needs import is_listed, is_reward, taken_in
from tawatur.extract.counts.setting import Setting
from tawatur.extract.counts.singles.verdicts import adds_term
from tawatur.extract.counts.tolls import tolled
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS

#: What a noun of people says of them where it stands in a list of others that nouns tell of.
_TAKEN_AWAY = frozenset(("abducted", "missing", "displaced"))
_UPROOTED = frozenset(("displaced", "refugees"))
#: What a bare part of it is as well: no people, whose nouns tell them apart.
_THINGS = frozenset(("site", "facility", "vehicle", "weapon", "event"))
#: What befell others than those beside them whose noun says that they were taken.
_STRUCK, _CAPTIVE = frozenset(("killed", "wounded", "neutralized")), frozenset(("held", "detained"))
_DEATH = "اعدام"
_IMPRISONS = frozenset(("سجن", "حبس"))
_PRISON = "سجن"
_CARRIES_OUT = words_of("carries_out")
_ADMITS = words_of("admits")
_UPHOLDS = words_of("upholds")
_CONVOYS, _LEAVING = words_of("convoy"), words_of("leaves")
#: How far before the word that tells of a convoy whom it carries its verb may stand.
_CONVOY = 6
#: How far before a sentence of death the word may stand that it was carried out.
_WITHIN = 5
#: How far before a number the verb may stand that leaves nothing to a predicate behind it.
_NEAR = 3


def by_agreement(one: Setting) -> Frame | None:
    """`فلسطينيين قتلا`, `ملايين الأشخاص نزحوا`: a predicate that agrees with two, or with many, right behind them."""
    right = one.right
    if right is None:
        return None
    if one.quantity.bound == "ambiguous" and is_of_two(right.reading):
        one.quantity.high, one.quantity.bound = one.quantity.low, "exact"
        return one.by_predicate(right)
    if right.distance == 0 and is_of_many(right.reading) and not one.freed:
        return one.by_predicate(right)
    return None


def by_whole(one: Setting) -> Frame | None:
    """`57 قتيلا بينهم 12 طفلا`: a part counts what its whole does, unless a predicate of its own says otherwise."""
    whole, left, right = one.whole, one.left, one.right
    if whole is None or (left is not None and left.at >= whole.quantity.first):
        return None
    if right is not None and right.measure in FLOWS and not one.freed:
        between = one.sentence[one.quantity.last : right.at]
        if len(between) <= 1 and not any(piece.mark for piece in between):
            return one.by_predicate(right)
    if is_bare(one.quantity) and whole.quantity.unit in _THINGS:
        one.quantity.unit = whole.quantity.unit  # 202 مقبرة: 95 منها في كذا و73 في كذا
    return Frame(one.quantity, whole.measure, "part", whole.trigger, whole.reading, whole)


def by_predicate(one: Setting) -> Frame | None:
    """`170 مدنيا قتلوا`: a predicate, unless a word before the number is nearer."""
    left, right = one.left, one.right
    if right is None:
        return None
    if left is not None:
        still = (
            left.measure == "strength" and right.measure in FLOWS and right.distance == 0
        )  # لا يزال 4 في عداد المفقودين
        adjacent = (left.distance <= 1 and not still) or (right.measure == "strength" and left.measure in FLOWS)
        stopped = left.measure == "other" and right.measure == "attacks"
        if adjacent or stopped or (left.distance <= _NEAR and left.reading.verb is not None):
            return None
    flows_on = one.joined and one.previous is not None and one.previous.measure in FLOWS
    if flows_on and right.measure == "camp_population":
        return None
    return Frame(one.quantity, right.measure, "predicate", right.at, right.reading)


def by_companion(one: Setting) -> Frame | None:
    """`مقتل ضابط وثلاثة جنود`: what the word says that governs the quantity before it."""
    sentence, quantity, previous, left = one.sentence, one.quantity, one.previous, one.left
    if previous is None:
        return None
    free = left is None or left.at < previous.quantity.first
    if one.joined and previous.how == "noun" and quantity.population in _UPROOTED:
        return Frame(quantity, "displaced", "noun")  # 350 ألف قتيل و7 ملايين لاجئ
    hospital = taken_in(sentence, quantity) if free else None
    if hospital is not None:
        return hospital  # قتل 29، و54 آخرون نقلوا إلى المستشفى
    if one.joined and free and one.own == "detained" and previous.measure in _STRUCK and _are_fought(previous):
        return Frame(quantity, "detained", "noun")  # مقتل 20 إرهابيا و71 موقوفا
    other = one.own in _TAKEN_AWAY and previous.how == "noun"  # 452 مصابا و592 مختطفا
    if one.joined and free and fits(previous, quantity) and not other:
        return Frame(quantity, previous.measure, "coordination", previous.trigger, previous.reading, previous.whole)
    return None


def _are_fought(frame: Frame) -> bool:
    """Tell whether those counted are armed foes, of whom a campaign kills some and takes others, and in no custody.

    `مقتل سجين وأربعة موقوفين`, `مقتل 30 حارسا و15 موقوفا` are all dead.
    """
    noun = frame.quantity.noun
    return noun is not None and noun.of in ("member", "armed_group", "militants") and noun.measure not in _CAPTIVE


def by_governor(one: Setting) -> Frame | None:
    """`مقتل 44 عنصرا`, `قتلت القوات 30`: the word before the quantity that governs it."""
    sentence, quantity, previous, left = one.sentence, one.quantity, one.previous, one.left
    if left is None:
        return None
    topic = tolled(sentence, quantity, one.quantities, one.order) if left.measure == "strength" else None
    if topic is not None:
        return topic  # تضم قائمة القتلى 8 من القادة
    if previous is not None and is_size(left.measure, left.at, quantity, previous):
        return one.beside(previous)
    return Frame(quantity, _governed(one, left), "governor", left.at, left.reading)


def _governed(one: Setting, left: Governor) -> str:
    """Return the measure of a governor's quantity, which is not its own measure where the sentence says more."""
    if "body" in one.sentence[left.at].cues and hands_over(one.sentence):
        return "other"
    if left.measure == "missing" and _is_own_loss(one, left.at):
        return "killed"
    if left.measure == "sentenced" and _is_carried_out(one.sentence, left):
        return "killed"
    if left.measure == "killed" and fold(left.reading.trigger.lemma) == _DEATH and _is_upheld(one.sentence, left):
        return "sentenced"  # أيدت المحكمة إعدام تسعة
    if left.reading.trigger.lemma in _IMPRISONS and adds_term(one.sentence, one.quantity.last):
        return "sentenced"  # سجن 53 منهم مدى الحياة
    if left.measure == "repatriated" and one.quantity.role is not None and names_exchange(one.sentence):
        return "released"  # استعادت الحكومة 90 من جنودها في صفقة تبادل
    if left.measure == "strength" and _houses_prisoners(one.sentence, left.at):
        return "held"  # يضم السجن 3500 من عناصر التنظيم
    if left.measure == "strength" and _leave_together(one.sentence, left.at):
        return "displaced"
    if left.measure == "inhabitants":
        uprooted = one.quantity.population in _UPROOTED  # يعيش 5 ملايين لاجئ في الدول المجاورة
        kept = one.own in ("held", "detained") or _houses_prisoners(one.sentence, left.at)
        return in_camp(one.sentence, left.at, "displaced" if uprooted else "held" if kept else "inhabitants")
    if left.measure == "strength" and left.reading.trigger.role == "ranks" and one.quantity.population == "children":
        return "other"  # تجنيد 861 طفلا
    listed = left.measure == "strength" and is_listed(one.sentence, one.quantity)
    promised = left.measure == "funding" and is_reward(one.sentence, one.quantity)
    return "other" if listed or promised else left.measure


def _is_own_loss(one: Setting, at: int) -> bool:
    """`أقر بفقدان خمسة من مقاتليه`: one's own fighters whose loss is admitted fell, and are not out of sight."""
    admitted = any(piece.is_(*_ADMITS) for piece in one.sentence[max(0, at - _NEAR) : at])
    words = one.sentence[one.quantity.first : one.quantity.last + 2]
    return admitted and any(reading.form.possessed for piece in words for reading in piece.nouns)


def _houses_prisoners(sentence: list[Chunk], at: int) -> bool:
    """`السجن يؤوي 700 قاصر`: tell whether a prison stands right beside the verb that says that people are in it."""
    beside = sentence[max(0, at - 2) : at + 2]
    return any(reading.noun.lemma == _PRISON for piece in beside for reading in piece.nouns)


def _is_upheld(sentence: list[Chunk], left: Governor) -> bool:
    """Tell whether a court upholds the penalty that stands at a word."""
    before = sentence[max(0, left.at - _WITHIN) : left.at]
    return any(piece.is_(*_UPHOLDS) for piece in before) and any("court" in piece.cues for piece in before)


def _leave_together(sentence: list[Chunk], at: int) -> bool:
    """`خرجت دفعة تضم 300 مسلح`: tell whether the word before a number says of a convoy whom it carries away."""
    before = sentence[max(0, at - _CONVOY) : at]
    led = next((i for i, piece in enumerate(before) if piece.is_(*_CONVOYS)), None)
    return led is not None and any(piece.is_(*_LEAVING) for piece in before[:led])


def _is_carried_out(sentence: list[Chunk], left: Governor) -> bool:
    """`نفذت الحكومة حكم الإعدام في 12 مدانا`: a sentence of death that is told to have been executed."""
    death = _DEATH in fold(left.reading.trigger.lemma)
    return death and any(piece.is_(*_CARRIES_OUT) for piece in sentence[max(0, left.at - _WITHIN) : left.at])
