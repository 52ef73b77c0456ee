"""Weapons and attacks that came to nothing: what is brought down, defused or foiled, told from what is fired.

`دمرت الدفاعات صاروخين`, `تفجير عبوة بعد اكتشافها`, `إحباط أربع محاولات`: `other`, by the codebook.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

_FOILED = words_of("foiled")
_FOILED_OF = frozenset(_FOILED)
_AIR_DEFENCE = frozenset(words_of("air_defence"))
_DISPOSAL = frozenset(words_of("disposal"))
_ARMY = frozenset(words_of("who_clears"))
_WORSHIP = frozenset(words_of("worship"))
_MISSILES = words_of("missile")
#: What an air defence brings down, whatever it is.
_FLIES = "هدف جوي"
#: How far before its attacks the word may stand that foils them, and how far behind them the verb.
_BEFORE, _BEHIND = 6, 7
#: How far around a bomb the words may stand of those who find and clear it.
_AROUND = 7


def is_foiled(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`إحباط 4 محاولات`, `عشرات الهجمات التي أحبطناها`: attacks that nobody suffered."""
    for piece in reversed(sentence[max(0, quantity.first - _BEFORE) : quantity.first]):
        if piece.is_(*_FOILED) or is_of(piece, _FOILED_OF):
            return True  # أفشلت الأجهزة الأمنية ما مجموعه 51 محاولة
        if piece.number is not None or piece.text in (".", "؛", ";", ":"):
            break
    for piece in sentence[quantity.last : quantity.last + _BEHIND]:
        if piece.number is not None or (piece.mark and piece.text != "،"):
            return False
        if piece.is_(*_FOILED):
            return True
    return False


def is_brought_down(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`دمرت الدفاعات الجوية صاروخين`: rockets that an air defence destroyed."""
    if quantity.noun is None or (quantity.noun.lemma.split()[0] not in _MISSILES and quantity.noun.lemma != _FLIES):
        return False
    return any(is_of(piece, _AIR_DEFENCE) for piece in sentence)


def is_cleared(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`اكتشاف وتفجير 74 عبوة`, `تفجير عبوات كانت معدة`: bombs that those who found them blew up."""
    if quantity.unit != "weapon":
        return False
    around = sentence[max(0, at - _AROUND) : quantity.last + _AROUND]
    army = any(is_of(piece, _ARMY) for piece in sentence[max(0, at - _AROUND) : at])
    return army or any(is_of(piece, _DISPOSAL) for piece in around)


def is_blown_up(quantity: Quantity) -> bool:
    """Tell whether `تفجير` attacks what is counted, a town or a church; a house or a bridge is destroyed by it."""
    if quantity.noun is None:
        return False
    return quantity.unit == "site" or quantity.noun.lemma.split()[0] in _WORSHIP


def is_bomb(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`تفجير سيارتين مفخختين`: what goes off, where `تفجير جسرين` tells what is blown up."""
    around = sentence[quantity.first : quantity.last + 1]
    return quantity.unit == "weapon" or any("bomb" in piece.cues for piece in around)
