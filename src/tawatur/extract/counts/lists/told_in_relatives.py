"""Those whose number is told by what a relative clause says of them: `عدد المدنيين الذين قضوا … بـ340`.

`بلغت الأحياء التي استعادتها القوات 17 حيا`: the plural is counted that the clause is said of, and its verb, of which it
is the subject or the object, tells what befell it.
"""

from __future__ import annotations

from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, completed, is_whole
from tawatur.extract.phrases.lexicon import NounReading, TriggerReading
from tawatur.extract.phrases.quantity import Quantity, take_noun
from tawatur.packs import Noun

_WHO = words_of("who")
_IN_WANT = words_of("in_want")
_NUMBER, _REACHES = words_of("number_of"), words_of("reaches")
_THAT, _ALL = words_of("that"), words_of("all_of")
#: What a clause may say of things that are counted, beside outcomes.
_OF_THINGS = frozenset(("destroyed", "seized", "places_taken"))
#: How far before its figure the relative pronoun may stand, and how many adjectives behind the plural.
_FAR, _DESCRIBED = 16, 2


def told_of_those(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of a figure to which `بلغ`, `إلى` or `ب` bring those of whom a relative clause tells."""
    if quantity.first < 1 or not is_whole(quantity) or quantity.anaphor or quantity.measure is not None:
        return None
    led = _is_led(sentence, quantity)
    for at in range(quantity.first - 2, max(0, quantity.first - _FAR), -1):
        piece = sentence[at]
        if piece.number is not None or piece.verb_says or piece.text in (*_THAT, ";", "؛", ":", "،", ","):
            return None
        if piece.text in _WHO:
            counted = _plural_before(sentence, at)
            if counted is None and _opens_topic(sentence, at) and quantity.noun is not None:
                return _said_of(sentence, quantity, at + 1, quantity.noun)  # إن الذين استسلموا للجيش 263 مسلحا
            if counted is None:
                return None
            opened, noun = counted
            numbered = opened > 0 and _is(sentence[opened - 1], _NUMBER)
            reached = opened > 0 and _is(sentence[opened - 1 - (numbered and opened > 1)], _REACHES)
            if not (reached or (numbered and led)):
                return None
            return _said_of(sentence, quantity, at + 1, noun.noun)
    return None


def _opens_topic(sentence: list[Chunk], who: int) -> bool:
    """Tell whether a relative pronoun opens what is told: `إن الذين`, `جميع الذين`."""
    return who > 0 and (sentence[who - 1].is_(*_THAT) or _is(sentence[who - 1], _ALL))


def _is_led(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether a preposition or a verb of reaching stands right before a figure."""
    return sentence[quantity.first].preposition == "ب" or sentence[quantity.first - 1].is_(*_REACHES)


def _plural_before(sentence: list[Chunk], who: int) -> tuple[int, NounReading] | None:
    """Return where the definite plural stands that a relative pronoun takes up, its adjectives between."""
    found: tuple[int, NounReading] | None = None
    for at in range(who - 1, max(-1, who - 2 - _DESCRIBED), -1):
        if not sentence[at].text.startswith("ال"):
            break
        for reading in sentence[at].nouns:
            if reading.stem.article and reading.form.number in ("plural", "ambiguous") and reading.noun.measure is None:
                found = at, reading  # الجنود العراقيين: the first of them
    return found


def _is(piece: Chunk, words: tuple[str, ...]) -> bool:
    return piece.text in words or piece.text.removeprefix("و") in words


def _said_of(sentence: list[Chunk], quantity: Quantity, at: int, counted: Noun) -> Frame | None:
    """Return the frame that the verb at a chunk gives: one said of the plural, or with a pronoun for it."""
    unit = quantity.unit or counted.unit
    if at >= quantity.first or unit != counted.unit:
        return None
    for reading in sentence[at].triggers:
        measure = reading.trigger.measure
        told = (measure in FLOWS or measure in _OF_THINGS) and unit in reading.trigger.objects and _is_theirs(reading)
        if told and completed(sentence, at, reading.trigger.lemma):
            take_noun(quantity, counted)
            return Frame(quantity, measure, "topic", at, reading)
    if unit == "weapon" and _are_fired(sentence, at):
        take_noun(quantity, counted)
        return Frame(quantity, "attacks", "topic", at)  # عدد القذائف التي استهدفت البلدة 30
    if unit == "person" and sentence[at].is_(*_IN_WANT):
        take_noun(quantity, counted)
        return Frame(quantity, "other", "topic", at)  # عدد الأشخاص الذين يعانون الجوع 6 ملايين
    return None


def _are_fired(sentence: list[Chunk], at: int) -> bool:
    """Tell whether the verb at a chunk says that shots were fired, or struck something."""
    if any(r.verb is not None and r.trigger.measure == "attacks" for r in sentence[at].triggers):
        return True
    verb = finite_verb(sentence, at)
    return verb is not None and verb.kind == "act" and not verb.pronoun


def _is_theirs(reading: TriggerReading) -> bool:
    """`قضوا`, `نزحت`: they did; `اعتقلهم`, `استعادتها`: it was done to them."""
    if reading.verb is None:
        return False
    if reading.pronoun:
        return reading.trigger.role in ("object", "bomb")
    plural = reading.verb.form.number == "plural" or reading.trigger.objects[0] != "person"
    return plural and (reading.trigger.role == "subject" or reading.verb.form.voice == "passive")
