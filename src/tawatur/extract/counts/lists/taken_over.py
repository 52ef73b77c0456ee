"""Bare numbers that count what another number's noun names, before them or behind: `أعطبوا 5 أخرى`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity, take_noun
from tawatur.packs import Noun

_TWO = 2
#: Among how many quantities told last the one stands whose noun is taken over.
_RECENT = 20
_CASE = "حالة"
_FELL = frozenset(("killed", "wounded"))
_HOSPITAL = words_of("takes_in")
_THINGS = frozenset(("weapon", "vehicle", "facility", "site"))
#: Of things, more of them: a plural of no people takes the feminine singular.
_OTHER_THINGS = "اخري"
_SUM_OF = words_of("sum_of")
_DEFINITE = ("ال", "لل", "بال", "وال")


def take_over(found: list[Quantity], sentence: list[Chunk], at: int) -> None:
    """Give the last of the quantities found, or the one before it, the noun that another has; its number is at `at`."""
    _take_from_whole(found, sentence, at)
    _take_from_things(found, sentence)
    _take_from_others(found, sentence)
    _take_from_done(found, sentence)
    _take_as_people(found[-1], sentence)


def _take_from_whole(found: list[Quantity], sentence: list[Chunk], at: int) -> None:
    """`ست من ثماني غارات`, `72 من أصل 76 طائرة`: the part counts what the whole behind it counts."""
    between = at - 2 if at >= _TWO and sentence[at - 1].is_(*_SUM_OF) else at - 1
    if len(found) < _TWO or between < 1 or not sentence[between].is_("من"):
        return
    part, whole = found[-2], found[-1]
    if part.noun is None and part.unit is None and part.first == between - 1 and whole.noun is not None:
        take_noun(part, whole.noun)


def _take_from_things(found: list[Quantity], sentence: list[Chunk]) -> None:
    """`أطلقوا سبعة صواريخ، أصاب اثنان منها المطار`: a bare number of what was counted or told of before, no people."""
    before, part = found[-_RECENT:-1], found[-1]
    if part.unit is not None or part.noun is not None or not part.anaphor or not sentence[part.last - 1].is_("منها"):
        return
    whole = next((one for one in reversed(before) if one.unit is not None), None)
    if whole is not None and whole.unit in _THINGS and whole.noun is not None:
        part.unit, part.noun = whole.unit, whole.noun
    elif whole is None and (noun := _plural_told(sentence, part.first)) is not None:
        part.unit, part.noun = noun.unit, noun


def _plural_told(sentence: list[Chunk], first: int) -> Noun | None:
    """`استهدفت الغارات المنازل ودمرت 20 منها`: the nearest definite plural of things before a chunk."""
    for at in range(first - 1, -1, -1):
        behind = sentence[at + 1]
        definite = sentence[at].text.startswith(_DEFINITE) or bool(behind.actors) or behind.text.startswith("ال")
        for reading in sentence[at].nouns if definite else ():
            if reading.form.number == "plural" and reading.noun.unit in _THINGS:
                return reading.noun
    return None


def _take_from_others(found: list[Quantity], sentence: list[Chunk]) -> None:
    """`دمروا 12 آلية وأعطبوا 5 أخرى`: `أخرى` behind a number counts more of the things counted last, no people."""
    before, more = found[-_RECENT:-1], found[-1]
    last = next((one for one in reversed(before) if one.noun is not None), None)
    if last is None or last.unit not in (*_THINGS, "event") or not more.others or more.noun is not None:
        return
    if more.unit is None and more.last - more.first > 1 and sentence[more.last - 1].text == _OTHER_THINGS:
        more.unit, more.noun = last.unit, last.noun


def _take_from_done(found: list[Quantity], sentence: list[Chunk]) -> None:
    """`دمرت القوة 14 آلية وأعطبت 5`: a bare number right behind a verb of things counts those told of last."""
    before, bare = found[-_RECENT:-1], found[-1]
    last = next((one for one in reversed(before) if one.noun is not None), None)
    known = bare.unit or bare.noun or bare.anaphor or bare.others or bare.parties
    if last is None or last.unit not in _THINGS or known or not bare.first:
        return
    verb = sentence[bare.first - 1]
    done = {unit for reading in verb.triggers if reading.verb is not None for unit in reading.trigger.objects}
    if verb.conjunction and last.unit in done and "person" not in done:
        bare.unit, bare.noun = last.unit, last.noun


def _take_as_people(quantity: Quantity, sentence: list[Chunk]) -> None:
    """`وفاة 15 حالة`, `نقل 25 حالة إلى المستشفيات`: cases that are people, by what is told right beside them."""
    if quantity.noun is None or quantity.noun.lemma != _CASE or not quantity.first:
        return
    before = sentence[quantity.first - 1].triggers
    fell = any(r.trigger.measure in _FELL and "person" in r.trigger.objects for r in before)
    behind = sentence[quantity.last : quantity.last + _TWO]
    treated = any(word.startswith(_HOSPITAL) for piece in behind for word in piece.words)
    if fell or treated:
        quantity.unit, quantity.noun = "person", None
