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
#: How many chunks behind a war's noun the place stands that is its own: `الحرب الأهلية في سوريا`.
_ITS_OWN = 4


def beginning_places(sentence: list[Chunk], places: list[Located], at: int, lexicon: Lexicon) -> list[Located]:
    """Return where something began at chunk `at`: the places of its own clause, not of what followed."""
    for group in groups(sentence, places):
        between = sentence[at + 1 : group[0].at] if group[0].at > at else sentence[group[-1].at + 1 : at]
        if not any(_ends_clause(between, at) for at in range(len(between))):
            return most_specific(group, lexicon)
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
