"""Those whom aid reaches: `توزيع المساعدات على 138 ألف عائلة`, `قدمت خدماتها لـ2700 لاجئ`, `علاج 300 مريض`.

What is given stands before those to whom it is given, and `ل`, `على` or `إلى` brings them; or a word of care governs
them, who are sick or have fled. The wounded and fighters are counted as such unless the aid is told that they get.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

_GIVEN = frozenset(words_of("given_to_the_needy"))
_GIVES, _SHARES_OUT = frozenset(words_of("gives_help")), frozenset(words_of("shares_out"))
_COMES, _CARES = words_of("aid_comes"), frozenset(words_of("cares_for"))
_WANTS, _CASES = words_of("wants"), words_of("cases_of_care")
_PEOPLE = frozenset(("person", "household"))
_SICK, _SEES = frozenset(words_of("sick")), frozenset(words_of("sees_the_sick"))
_UPROOTED = frozenset(("refugees", "displaced"))
_TO, _UPON, _AS_FAR_AS = "ل", "علي", "الي"
_QUOTES = ('"', "«", "»", "(", ")")
#: How far before those who get it what is given, and who gives it, may stand.
_FAR = 10
#: How far before the sick a word of care may stand.
_NEAR = 8


def helped(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """Return the frame of people to whom aid is told to be given or to have come; None of all others."""
    person = quantity.unit in _PEOPLE or (quantity.noun is not None and quantity.noun.lemma in _CASES)
    if not person or quantity.role or quantity.bound == "ambiguous" or quantity.anaphor:
        return None
    at = _receives(sentence, quantity, lexicon)
    if at is None:
        at = _cared_for(sentence, quantity)
    if at is None:
        return None
    quantity.unit = quantity.unit if quantity.unit in _PEOPLE else "person"
    return Frame(quantity, "beneficiaries", "told of", at)


def _receives(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> int | None:
    """Return the chunk of what is given to those counted, or of the body of aid that reaches them."""
    link = _link(sentence, quantity)
    if link is None or (link != _UPON and quantity.bound == "indefinite"):
        return None  # عرقلة تسليم المساعدات لملايين السكان: whoever needs them
    given: int | None = None
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _FAR), -1):
        piece = sentence[at]
        if "clause" in piece.cues or piece.is_(*_WANTS) or (piece.mark and piece.text not in _QUOTES):
            return None
        if piece.number is not None:
            return None
        if link == _AS_FAR_AS and given is not None and piece.is_(*_COMES):
            return given
        if given is not None and is_of(piece, _SHARES_OUT if link == _UPON else _GIVES | _SHARES_OUT):
            return given
        if given is None and (is_of(piece, _GIVEN) or (link == _AS_FAR_AS and _is_body_of_aid(piece, lexicon))):
            given = at
    return None


def _is_body_of_aid(piece: Chunk, lexicon: Lexicon) -> bool:
    return any(key in lexicon.aid_bodies for key in piece.actors)


def _link(sentence: list[Chunk], quantity: Quantity) -> str | None:
    """Return the preposition that leads to a quantity, in its own word or in the one before."""
    if sentence[quantity.first].preposition == _TO:
        return _TO
    before = sentence[quantity.first - 1] if quantity.first else None
    return next((one for one in (_TO, _UPON, _AS_FAR_AS) if before is not None and before.is_(one)), None)


def _cared_for(sentence: list[Chunk], quantity: Quantity) -> int | None:
    """`عالجت العيادات 3147 مريضا`, `استقبلت 239 حالة مرضية`: the sick, or those who fled, in care."""
    noun = quantity.noun
    sick = noun is not None and noun.lemma in _SICK
    if noun is None or not (sick or noun.of in _UPROOTED):
        return None
    words = _CARES | _SEES if sick else _CARES
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _NEAR), -1):
        parted = sentence[at].mark and sentence[at].text not in _QUOTES
        if parted or sentence[at].number is not None or "clause" in sentence[at].cues:
            return None
        if is_of(sentence[at], words):
            return at
    return None
