"""Where something began: beside the word for it, or, where that was a war, in the whole country of what is told."""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.choice import groups, most_specific
from tawatur.extract.places.located import Located

_AFTER = words_of("after_which")
_RULE = frozenset(words_of("rule"))
_WHOLE, _WHO = frozenset(words_of("of_a_country")) | _RULE, words_of("who")
_CLAUSE_MARKS = frozenset("،,؛;:")
#: How many chunks before its verb a noun and what describes it stand (`الحرب الأهلية التي اندلعت`).
_ANTECEDENT = 4
#: How many chunks before a date its relative pronoun stands, and between that and the place what describes it.
_RELATIVE, _DESCRIBED = 8, 2
#: How many chunks behind a war's noun the place stands that is its own: `الحرب الأهلية في سوريا`.
_ITS_OWN = 4


def beginning_places(sentence: list[Chunk], places: list[Located], at: int, lexicon: Lexicon) -> list[Located]:
    """Return where something began at chunk `at`: the places of its own clause, not of what followed.

    Of a relative clause about a place it is that place, unless the clause has one: `اليمن الذي يشهد حربا منذ 2014`,
    `الغوطة التي شكلت منذ 2012 معقلا قرب دمشق`.
    """
    told_of, own = _told_of(sentence, places, at), _in_its_clause(sentence, places, at, lexicon)
    return most_specific(sentence, told_of, lexicon) if told_of and (not own or own[0].side) else own


def _told_of(sentence: list[Chunk], places: list[Located], at: int) -> list[Located]:
    """Return the places right before the relative pronoun of a chunk's clause."""
    before = range(at, max(-1, at - _RELATIVE), -1)
    who = next((i for i in before if sentence[i].text.removeprefix("و") in _WHO or sentence[i].verb_says), None)
    if who is None or sentence[who].verb_says or any(piece.text in _CLAUSE_MARKS for piece in sentence[who:at]):
        return []
    for group in groups(sentence, places):
        between = sentence[group[-1].at + 1 : who]
        near = group[-1].at < who and len(between) <= _DESCRIBED
        if near and all(
            piece.mark or (piece.definite and not piece.nouns) or _is_adjective(piece) for piece in between
        ):
            return group
    return []


def _is_adjective(piece: Chunk) -> bool:
    return piece.text.startswith("ال") and not (piece.nouns or piece.actors or piece.triggers)


def _in_its_clause(sentence: list[Chunk], places: list[Located], at: int, lexicon: Lexicon) -> list[Located]:
    for group in groups(sentence, places):
        between = sentence[at + 1 : group[0].at] if group[0].at > at else sentence[group[-1].at + 1 : at]
        if not any(_ends_clause(between, at) for at in range(len(between))):
            return most_specific(sentence, group, lexicon)
    return []


def _ends_clause(pieces: list[Chunk], at: int) -> bool:
    piece = pieces[at]
    if piece.text in _CLAUSE_MARKS:
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        return following is None or bool(following.conjunction or following.preposition or following.text[0] == "و")
    return "clause" in piece.cues or bool(piece.verb_says) or piece.is_(*_AFTER)


def is_of_a_country(sentence: list[Chunk], at: int) -> bool:
    """Tell whether what began at chunk `at` befell a country: `منذ اندلاع النزاع`, `الحرب التي بدأت`, `بدأت الهدنة`."""
    return _noun_of_a_country(sentence, at) is not None


def names_its_country(sentence: list[Chunk], at: int, places: list[Located]) -> bool:
    """`منذ بدء النزاع في دارفور`: the place right behind the noun of a war is where that was."""
    noun = _noun_of_a_country(sentence, at)
    if noun is None or not places:
        return False
    first = places[0].at
    between = sentence[noun + 1 : first]
    own = not any(piece.mark or piece.number is not None or piece.time is not None for piece in between)
    return own and noun < first <= noun + _ITS_OWN


def _noun_of_a_country(sentence: list[Chunk], at: int) -> int | None:
    if _is_whole(sentence[at]):
        return at
    if at + 1 < len(sentence) and _is_whole(sentence[at + 1]):
        return at + 1
    before = range(at - 1, max(-1, at - _ANTECEDENT), -1)
    who = next((i for i in before if sentence[i].is_(*_WHO)), None)
    return None if who is None else next((i for i in before if i < who and _is_whole(sentence[i])), None)


def _is_whole(piece: Chunk) -> bool:
    found = [stem for stem in stems(piece.words[0]) if stem.text in _WHOLE]
    return any(stem.article != (stem.text in _RULE) for stem in found)  # النزاع; سقوط نظام القذافي, not النظام السوري
