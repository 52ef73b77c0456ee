"""Handovers: people who are given over to their own states, `سلمت الإدارة 12 يتيما إلى وفد روسي`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import comes_from_camp

_TO_WHOM = words_of("given_over_to")
_KIN = frozenset(("women", "children", "families"))
_THEMSELVES = ("نفس", "انفس")
#: How far behind `إلى` the state may stand.
_WITHIN = 4


def allows(role: str | None, sentence: list[Chunk]) -> bool:
    """Tell whether a sentence has what the role of a trigger asks of it: a camp, a state to which people are given."""
    if role == "to_state":
        return _is_given_home(sentence)
    return role != "from_camp" or comes_from_camp(sentence)


def state_behind(sentence: list[Chunk], first: int, last: int) -> Chunk | None:
    """Return the state to which `إلى` or `ل` says within chunks `[first, last)` that people go."""
    for at in range(first, min(last, len(sentence))):
        piece = sentence[at]
        if piece.number is not None:
            return None
        led = piece.preposition == "ل" or (at > 0 and sentence[at - 1].is_("الي"))
        if led:
            named = sentence[at : min(last, at + _WITHIN)]
            return next((one for one in named if one.state is not None or _is_country(one)), None)
    return None


def _is_country(piece: Chunk) -> bool:
    return any(place.kind == "country" for place in piece.places)


def _is_given_home(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence gives women, children or those of a camp over to a state, a delegation, their country."""
    people = comes_from_camp(sentence) or any(not _KIN.isdisjoint(piece.actors) for piece in sentence)
    people = people or any(r.noun.of in _KIN or r.noun.unit == "household" for piece in sentence for r in piece.nouns)
    if not people or any(word.startswith(_THEMSELVES) for piece in sentence for word in piece.words):
        return False
    return any(_is_given_to(sentence, at) for at in range(len(sentence)))


def _is_given_to(sentence: list[Chunk], at: int) -> bool:
    piece = sentence[at]
    led = piece.preposition == "ل" or (at > 0 and sentence[at - 1].is_("الي"))
    if not led:
        return False
    bare = piece.text.removeprefix(piece.conjunction).removeprefix("ل")
    return bare.startswith(_TO_WHOM) or _is_country(piece)
