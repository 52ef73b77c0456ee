"""Tolls that somebody raises, lowers or tells: `خفضت السلطات حصيلة الهجوم إلى 84`, `الحصيلة التي أعلنها المستشفى`."""

from __future__ import annotations

from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.tellers import Tellers
from tawatur.extract.attribution.word_classes import is_definite, noun_of
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_REVISES = words_of("revises")
_TOLLS, _NUMBER = words_of("tally"), words_of("number_of")
#: `حصيلتها`.
_ITS_TOLL = frozenset(toll.removesuffix("ة") + "ت" + end for toll in _TOLLS for end in words_of("object_pronoun"))
_GIVES, _FIGURES, _PUBLISHED = words_of("gives_figure"), words_of("figure_noun"), words_of("published")
_UNSAID = words_of("unsaid")
_COMMAS = ("،", ",")
_WHO, _AUXILIARY = words_of("who"), words_of("beside_verb")
#: What a plural tells of whose number is a toll.
_FALLEN = frozenset(("killed", "wounded", "casualties", "missing"))
_VICTIMS = "ضحية"
#: How many chunks may stand between such a verb and its toll, and between a toll and the verb that tells it.
_FAR, _NEAR = 10, 6


def revises(piece: Chunk) -> bool:
    """Tell whether a chunk is a verb that changes or gives a toll where one stands behind it."""
    return piece.text.removeprefix("و") in (*_REVISES, *_GIVES)


def revised(
    sentence: list[Chunk], at: int, speakers: Speakers, tellers: Tellers, passage: Passage
) -> Attributed | None:
    """Return the attribution that a verb at chunk `at` makes to whoever changes a toll; None where none is changed."""
    if at and sentence[at - 1].is_(*_UNSAID):
        return None  # ولم تعلن اللجنة حصيلة
    gives = sentence[at].text.removeprefix("و") in _GIVES
    toll = _figure_behind(sentence, at) if gives else _toll_behind(sentence, at)
    if toll is None:
        return None
    if toll > at + 1:
        subject = sentence[at + 1]
        act = subject.names("event") or event_class(subject) is not None or bool(subject.triggers)
        if act or subject.preposition:
            return None  # رفعت الغارة الحصيلة
        hops = speakers.describe(sentence, at + 1, toll, passage, named=is_definite(subject))
    else:
        first = at
        while first and sentence[first - 1].is_(*_AUXILIARY):
            first -= 1
        hops = tellers.before(sentence, first, passage) if first else ()
    if not hops:
        return None
    return Attributed(at, forward=True, chain=hops, modality=None, content=toll, rule="verb of saying", since=toll)


def _toll_behind(sentence: list[Chunk], at: int) -> int | None:
    """Return the noun of a toll behind a verb, its subject between; None where it is the number of other things."""
    for toll in range(at + 1, min(len(sentence) - 1, at + 1 + _FAR)):
        piece = sentence[toll]
        if piece.number is not None or "clause" in piece.cues or piece.verb_says:
            return None
        if noun_of(piece) in _TOLLS or piece.words[0] in _ITS_TOLL:
            return toll
        if noun_of(piece) in _NUMBER:
            counted = (reading.noun for reading in sentence[toll + 1].nouns)
            within = any(reading.trigger.measure in _FALLEN for reading in piece.triggers)  # عدد القتلى, one phrase
            fallen = within or any(noun.measure in _FALLEN or noun.lemma == _VICTIMS for noun in counted)
            return toll if fallen else None
    return None


def _figure_behind(sentence: list[Chunk], at: int) -> int | None:
    """`تعطي الوكالة رقما أقل هو 12`, `أوردت حصيلة من 12`: the noun of a figure without the article, its number near."""
    for noun in range(at + 1, min(len(sentence) - 1, at + 1 + _FAR)):
        piece = sentence[noun]
        if piece.number is not None or "clause" in piece.cues or (piece.verb_says and noun > at + 1) or piece.mark:
            return None
        if piece.text in _FIGURES or (noun_of(piece) in _TOLLS and not is_definite(piece)):
            near = sentence[noun + 1 : noun + 1 + _NEAR]
            stops = (i for i, one in enumerate(near) if one.number is not None or one.text in _COMMAS)
            told = next((near[i] for i in stops if near[i].number is not None or not _is_it(near[i + 1 :])), None)
            return None if told is None or told.number is None else noun
    return None


def _is_it(behind: list[Chunk]) -> bool:
    """`رقما أقل، هو 12`: the pronoun behind a comma that goes on to the figure."""
    return bool(behind) and behind[0].is_("هو", "هي")


def told_toll(sentence: list[Chunk], at: int, speakers: Speakers, passage: Passage) -> Attributed | None:
    """`الحصيلة السابقة التي أعلنها المستشفى`: who is told to have given a toll, at the verb that takes it up."""
    taken_up = any(pronoun for _, pronoun in sentence[at].verb_says) or sentence[at].text in _PUBLISHED
    if not taken_up or not at or sentence[at - 1].text not in _WHO:
        return None
    before = sentence[max(0, at - _NEAR) : at - 1]
    if not any(noun_of(piece) in _TOLLS or piece.text.removeprefix("وال") in _TOLLS for piece in before):
        return None
    end = next((i for i in range(at + 1, len(sentence)) if _ends_teller(sentence[i])), len(sentence))
    hops = speakers.describe(sentence, at + 1, end, passage)
    if not hops:
        return None
    return Attributed(at, forward=True, chain=hops, modality=None, content=at + 1, rule="verb of saying", since=at + 1)


def _ends_teller(piece: Chunk) -> bool:
    """`الحصيلة التي أعلنتها اللجنة هي 12`: a number, or the pronoun or the comma before it, behind who told a toll."""
    return piece.number is not None or piece.is_("هي", "هو") or piece.text == "،"
