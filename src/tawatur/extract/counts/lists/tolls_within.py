"""Tolls that a number's own words tell, or the plural right before it.

`تجاوز عدد الجرحى 600`, `ناهز عدد الذين نزحوا 20 ألفا`: a verb that bounds a number takes what it measures into the
number's span. `حصيلة الاعتقالات إلى 2100 حالة`, `السكان البالغ عددهم 120 ألفا`: the plural before it is counted.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, TOLLED
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity, take_noun

_NUMBER = words_of("number_of")
_THOSE = ("من", "الذين")
_NUMBERING, _DWELLERS = words_of("numbering"), words_of("dwellers")
#: A case of something, the ending of plurals of acts, and how far before a number such a toll may open.
_CASE, _PLURAL, _FAR = "حالة", "ات", 12
#: Nouns of acts of which each befalls one person, where their masdar says so.
_OF_ONE = ("عملية", "حالة", "حادثة", "جريمة")
_BEFALLS_ONE = frozenset(("abducted", "killed"))
_CASES = ("حالات", "حوادث", "عمليات")
_THEIR_NUMBER, _AND_THEIR_NUMBER = words_of("the_number"), words_of("and_their_number")
#: How far before `البالغ عددهم` those stand whose number it tells.
_TOLD_OF = 5
_PEOPLE = (None, "person")
#: Nouns of those of whom a number tells that there are so many of them.
_FIGHT = frozenset(("member", "armed_group", "state_forces"))
#: How far before those whose number is told the word may stand that says what befell them.
_GOVERNED = 3
#: Measures that a toll's definite plural tells of, beside those of any tally.
_MEASURES = TOLLED | {"beneficiaries", "missing", "surrendered", "released", "escaped", "abducted"}


def toll_within(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """Return the frame of a number whose own span tells what it is the number of."""
    words = sentence[quantity.first].words
    opened = next((at for at, word in enumerate(words) if word in _NUMBER), None)
    if opened is None:
        return None
    behind = words[opened + 1 :]
    if behind[:1] and behind[0] in _THOSE:
        return _of_those(quantity, behind[1:2], lexicon)
    for word in behind:
        for reading in lexicon.read_noun(word):
            several = reading.form.number in ("plural", "ambiguous")
            fits = quantity.unit is None or quantity.unit == reading.noun.unit
            if several and fits and reading.noun.measure in _MEASURES:
                quantity.unit = reading.noun.unit
                return Frame(quantity, reading.noun.measure, "topic", quantity.first)
            if several and quantity.unit is None and reading.noun.of in _FIGHT:
                take_noun(quantity, reading.noun)
                return Frame(quantity, "strength", "topic", quantity.first)  # لا يتجاوز عدد مقاتليها 3 آلاف
    return None


def _of_those(quantity: Quantity, words: tuple[str, ...], lexicon: Lexicon) -> Frame | None:
    """`عدد من اعتقلوا`, `عدد الذين نزحوا`: what the verb says of those whose number is told."""
    if quantity.unit not in _PEOPLE:
        return None
    for word in words:
        for match, triggers, _ in lexicon.read_verb(word):
            plain_first = sorted(triggers, key=lambda one: " " in one.lemma)
            told = (one.measure for one in plain_first if one.measure in FLOWS and "person" in one.objects)
            measure = next(told, None) if match.form.number == "plural" else None
            if measure is not None:
                quantity.unit = "person"
                return Frame(quantity, measure, "topic", quantity.first)
    return None


def counted_cases(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """`حصيلة الاعتقالات إلى 12 ألف حالة`, `عدد الاعتقالات 340`: acts whose plural a toll opens, each of one person."""
    case = quantity.noun is not None and quantity.noun.lemma == _CASE
    if not case and (quantity.noun is not None or quantity.unit is not None):
        return None
    for at in range(quantity.first - 1, max(0, quantity.first - 1 - _FAR), -1):
        piece, before = sentence[at], sentence[at - 1]
        if piece.number is not None or piece.verb_says or "clause" in piece.cues:
            return None
        head = before.words[0].removeprefix(before.conjunction)
        if case and head in _CASES:  # حالات الخطف بلغت 482 حالة
            outcome = piece.words[0]
        elif piece.text.endswith(_PLURAL) and head in _NUMBER:
            outcome = piece.words[0].removesuffix(_PLURAL)
        else:
            continue
        for reading in lexicon.read_masdar(outcome):
            if reading.trigger.measure in FLOWS and "person" in reading.trigger.objects:
                quantity.unit = "person"
                return Frame(quantity, reading.trigger.measure, "topic", at)
    return None


def _case_of_one(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """`1494 عملية اختطاف`, `120 حالة اغتيال`: acts of which each befalls one person."""
    at = next((i for i in range(quantity.first + 1, quantity.last + 1) if _is_masdar_here(sentence, i)), None)
    if at is None:
        return None
    for reading in lexicon.read_masdar(sentence[at].words[0]):
        if reading.trigger.measure in _BEFALLS_ONE and "person" in reading.trigger.objects:
            quantity.unit = "person"
            return Frame(quantity, reading.trigger.measure, "noun", at)
    return None


def _is_masdar_here(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk without the article is a masdar of an outcome."""
    if at >= len(sentence) or sentence[at].definite:
        return False
    return any(reading.verb is None and reading.trigger.kind == "masdar" for reading in sentence[at].triggers)


def partitive_cases(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """`201 من حالات القتل`, `61 من عمليات الخطف`: so many of the cases of an outcome, each of one person."""
    if quantity.noun is not None and quantity.noun.lemma in _OF_ONE:
        one = _case_of_one(sentence, quantity, lexicon)
        if one is not None:
            return one
    within = range(quantity.first + 1, min(quantity.last + 2, len(sentence) - 1))
    at = next((at for at in within if sentence[at].text in _CASES and sentence[at - 1].is_("من")), None)
    if at is None:
        return None
    for reading in lexicon.read_masdar(sentence[at + 1].words[0]):
        if reading.trigger.measure in FLOWS and "person" in reading.trigger.objects and reading.stem is not None:
            quantity.unit = "person"
            return Frame(quantity, reading.trigger.measure, "topic", at + 1)
    return None


def numbered(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`السكان البالغ عددهم 120 ألفا`, `قتلى الهجوم، وعددهم 84`: what those are whose number is told."""
    at = quantity.first - 2
    apposed = at >= 0 and sentence[at + 1].text in _AND_THEIR_NUMBER
    if apposed:
        at += 1
    elif at < 1 or not sentence[at + 1].is_(*_THEIR_NUMBER) or not sentence[at].is_(*_NUMBERING):
        return None
    for back in range(at - 1, max(-1, at - 1 - _TOLD_OF), -1):
        piece = sentence[back]
        if piece.is_(*_DWELLERS):
            quantity.unit = quantity.unit or "person"
            return Frame(quantity, "inhabitants", "topic", back)
        for reading in piece.nouns:
            several = reading.form.number in ("plural", "ambiguous")
            if several and reading.noun.measure in _MEASURES and quantity.unit in (None, reading.noun.unit):
                quantity.unit = reading.noun.unit
                undergone = _undergone(sentence, back) if apposed and quantity.unit == "person" else None
                return Frame(quantity, undergone or reading.noun.measure, "topic", back)
        if apposed and (piece.number is not None or "clause" in piece.cues):
            return None
    return None


def _undergone(sentence: list[Chunk], at: int) -> str | None:
    """`أفرجت عن الأسرى وعددهم 15`: what the verb or masdar before those whose number is told says befell them."""
    for piece in reversed(sentence[max(0, at - _GOVERNED) : at]):
        if piece.mark or piece.number is not None:
            return None
        for reading in piece.triggers:
            if reading.trigger.measure in FLOWS and reading.trigger.kind in ("verb", "masdar"):
                return reading.trigger.measure if "person" in reading.trigger.objects else None
    return None
