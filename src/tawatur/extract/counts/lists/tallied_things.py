"""Tallies of things: `بلغ عدد المدارس المتضررة 67، والمراكز الطبية 13`: their plural stands before the figure."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import is_joined, is_whole
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity, take_noun
from tawatur.model import Measure
from tawatur.packs import Noun

_NUMBER = words_of("number_of")
_WRECKED, _STRUCK, _SHUT = words_of("wrecked"), words_of("struck"), words_of("shut")
_THINGS = frozenset(("facility", "site", "vehicle", "weapon"))
#: How far before their figure the word for the number may stand, and the next plural of a list.
_FAR, _NEXT = 10, 4
#: How a frame of such a tally was found.
_TALLY = "tally"


def tallied(sentence: list[Chunk], quantity: Quantity, previous: Frame | None, lexicon: Lexicon) -> Frame | None:
    """Return the frame of a figure whose things a definite plural before it names, with what befell them."""
    bare = quantity.noun is None and quantity.unit is None
    if not (bare or quantity.unit in _THINGS) or quantity.anaphor or not is_whole(quantity):
        return None
    if (
        bare
        and previous is not None
        and previous.how == _TALLY
        and quantity.first - previous.quantity.last <= _NEXT + 1
    ):
        noun = _next_plural(sentence, previous.quantity.last, quantity.first, lexicon)
        if noun is not None:
            take_noun(quantity, noun)
            return Frame(quantity, previous.measure, _TALLY, previous.trigger)
    for at in range(quantity.first - 2, max(-1, quantity.first - _FAR), -1):
        piece = sentence[at]
        if piece.number or piece.verb_says or piece.text in (";", "؛", ":"):
            return None
        if not piece.is_(*_NUMBER):
            continue
        noun = _plural(sentence, at + 1, lexicon)
        measure = next(filter(None, map(_befell, sentence[at + 2 : quantity.first])), None)
        if noun is None or measure is None or (quantity.unit or noun.unit) != noun.unit:
            return None
        take_noun(quantity, noun)
        return Frame(quantity, measure, _TALLY, at + 1)
    return None


def _plural(sentence: list[Chunk], at: int, lexicon: Lexicon) -> Noun | None:
    """Return the noun of things that a definite plural names."""
    following = tuple(piece.text.removeprefix("ال") for piece in sentence[at + 1 : at + 3])
    return next(
        (
            lexicon.noun_of(reading.form.lemma, following) or reading.noun
            for reading in sentence[at].nouns
            if reading.stem.article and reading.form.number in ("plural", "ambiguous") and reading.noun.unit in _THINGS
        ),
        None,
    )


def _next_plural(sentence: list[Chunk], first: int, last: int, lexicon: Lexicon) -> Noun | None:
    """`والمراكز الطبية 13`: the plural of the next figure of a list."""
    return next(
        (noun for at in range(first, last) if is_joined(sentence, at) and (noun := _plural(sentence, at, lexicon))),
        None,
    )


def _befell(piece: Chunk) -> Measure | None:
    """`المتضررة`, `المستهدفة`, `المغلقة`: what an adjective says befell things."""
    word = piece.text
    if word.startswith(_WRECKED):
        return "destroyed"
    if word.startswith(_STRUCK):
        return "attacks"
    return "other" if word.startswith(_SHUT) else None
