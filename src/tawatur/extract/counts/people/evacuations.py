"""Who is taken from one place to another: `تم نقل 41 ألف شخص من كذا إلى كذا`, `قافلة على متنها 1477 شخصا`.

A convoy of those who leave tells so by itself; whom somebody takes along, or who heads for elsewhere, does where both
places are told, or where they are families and civilians.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import is_whole
from tawatur.extract.phrases.quantity import Quantity

_CONVOYS, _ON_BOARD, _HOLDS = words_of("convoy"), words_of("on_board"), words_of("holds_people")
_MOVES, _SETS_OUT = words_of("moves_people"), words_of("sets_out")
_HOSPITAL = words_of("takes_in")
_THEIR_PEOPLE = words_of("their_people")
_FROM, _TO = ("من", "عن"), ("الي", "نحو", "باتجاه", "صوب")
#: So many together are no delegation.
_MANY = 10
#: How far before those whom it carries a convoy may be named, how far around it that it sets out.
_CARRIED, _AROUND = 6, 10
#: How far from a number the verb may stand that takes them along, how far behind it both places.
_NEAR, _WAY = 4, 12
#: How far behind a number those may stand who go with them.
_WITH = 3
#: How far behind it what it names may end, their own number before them: `وستة آلاف من أفراد عائلاتهم`.
_ALONG = 5


def in_convoy(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`وصلت دفعة أولى من 1580 شخصا`, `34 حافلة على متنها 1477 شخصا`: whom a convoy carries that sets out or comes."""
    before = sentence[max(0, quantity.first - _CARRIED) : quantity.first]
    named = next((at for at in reversed(range(len(before))) if before[at].is_(*_CONVOYS)), None)
    if named is None or not _many(quantity) or any(piece.number for piece in before[named + 1 :]):
        return False
    between = before[named + 1 :]
    if sentence[quantity.first].preposition == "ل":
        return False  # قافلة تحمل أغذية لـ27 ألف شخص
    carries = any(word in _ON_BOARD for piece in between for word in piece.words)
    carries = carries or (bool(between) and between[-1].is_("من"))
    if not between and named and before[named - 1].is_(*_HOLDS):
        return True  # ضمت الدفعة 6432 شخصا
    first = quantity.first - len(between) - 1
    around = (*sentence[max(0, first - _NEAR) : first], *sentence[quantity.last : quantity.last + _AROUND])
    return carries and any(piece.is_(*_SETS_OUT) for piece in around)


def taken_along(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`لنقل 1700 معارض ومدني إلى إدلب`, `تم نقل 41 ألف شخص من كذا إلى كذا`: whom somebody takes to another place."""
    before = sentence[max(0, quantity.first - _NEAR) : quantity.first]
    way = sentence[quantity.last : quantity.last + _WAY]
    if any(word.startswith(_HOSPITAL) for piece in (*before, *way) for word in piece.words) or not _many(quantity):
        return False
    led = (*before, *way[:2])
    moved = any(piece.is_(*_MOVES) for piece in led)
    if not (moved or any(piece.is_(*_SETS_OUT) for piece in led)):
        return False
    together = goes_with_family(sentence, quantity)
    if together and moved and _named_behind(way, _FROM):
        return True
    return _named_behind(way, _TO) and (together or (moved and _named_behind(way, _FROM)))


def goes_with_family(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`ألفي مقاتل مع عائلاتهم`, `38 ألف مقاتل ومدني`: fighters who leave with their people, and are no troops sent."""
    if quantity.unit == "household" or quantity.population == "civilians":
        return True
    return behind_family(sentence, quantity) > quantity.last or any(
        piece.is_(*_THEIR_PEOPLE) for piece in sentence[quantity.first + 1 : quantity.last + _WITH]
    )


def behind_family(sentence: list[Chunk], quantity: Quantity) -> int:
    """Return where a number's own phrase ends, with those who go along: `13 مسلحا وأسرهم`, `وستة آلاف من عائلاتهم`."""
    with_them = sentence[quantity.last : quantity.last + _ALONG]
    ends = (at for at, piece in enumerate(with_them, quantity.last + 1) if piece.is_(*_THEIR_PEOPLE))
    end = next(ends, quantity.last)
    return quantity.last if any(piece.mark or piece.verb_says for piece in sentence[quantity.last : end]) else end


def _many(quantity: Quantity) -> bool:
    people = quantity.unit in (None, "person", "household") and is_whole(quantity)
    return people and isinstance(quantity.low, int | float) and quantity.low >= _MANY


def _named_behind(way: list[Chunk], prepositions: tuple[str, ...]) -> bool:
    """Tell whether a preposition on the way leads to a place, its noun or its name."""
    return any(
        way[at].is_(*prepositions) and (bool(way[at + 1].places) or "place_noun" in way[at + 1].cues)
        for at in range(len(way) - 1)
    )
