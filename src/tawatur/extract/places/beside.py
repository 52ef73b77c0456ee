"""Names that are ordinary words as well (`حجة`, `الباب`), told as places by the places that stand beside them.

`نبل والزهراء` and `حجة وصعدة` join one to a name that is nothing else; `19 في صعدة و15 في حجة` divides a count between
both, `في الزاوية، غرب العاصمة` tells where one lies.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.places.located import Located
from tawatur.extract.places.references import is_capital
from tawatur.extract.places.sides import side_named
from tawatur.extract.places.unknown import is_ordinary

_IN, _COMMAS, _COUNTRY = ("في", "قرب", "داخل", "الي"), frozenset("،,"), frozenset(words_of("its_country"))
#: How many chunks behind the figure of one place of a breakdown that of the next may stand.
_NEXT_FIGURE = 6

#: How the sides end that are no `near`.
_COMPASS = "ern"


def is_beside_place(sentence: list[Chunk], at: int, found: list[Located]) -> bool:
    """Tell whether a place of its country, joined to it or in one breakdown with it, shows the name at `at` as one.

    `found` are the places that the sentence names before it.
    """
    return (
        _is_joined(sentence, at, found)
        or _joins(sentence, at)
        or _is_in_breakdown(sentence, at)
        or _has_its_side(sentence, at)
    )


def is_scene(sentence: list[Chunk], at: int) -> bool:
    """`في نيس`: a name that is no ordinary word, though it may be another name, right behind where something was.

    Behind the side of a place any is one: `غربي الحضر`.
    """
    if at and side_named(sentence[at - 1]).endswith(_COMPASS) and not sentence[at - 1].text.startswith("ال"):
        return True
    return at > 0 and sentence[at - 1].is_("في") and not is_ordinary(sentence[at])


def _is_joined(sentence: list[Chunk], at: int, found: list[Located]) -> bool:
    """`نبل والزهراء`, `دوما ومديرا وعربين`: a name joined to places of its country."""
    piece, before = sentence[at], found[-1] if found else None
    if before is None or before.last != at or piece.conjunction != "و":
        return False
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    amid = following is not None and following.conjunction == "و" and bool(following.places)
    entries = piece.ambiguous_places or (piece.places if amid else ())
    return any(entry.country == before.place.country for entry in entries)


def _joins(sentence: list[Chunk], at: int) -> bool:
    """`معارك حجة وصعدة`: a name to which a place of its country is joined right behind it."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or following.conjunction != "و" or following.actors:
        return False
    return _shares_country(sentence[at], following)


def _has_its_side(sentence: list[Chunk], at: int) -> bool:
    """`في الزاوية، غرب العاصمة`, `قرب الباب شمال حلب`: a name behind which a side tells where it lies."""
    if not at or not sentence[at - 1].is_(*_IN) or not sentence[at].ambiguous_places:
        return False
    behind = at + 1 + (at + 1 < len(sentence) and sentence[at + 1].text in _COMMAS)
    side = behind
    while side < len(sentence) and side_named(sentence[side]):
        side += 1  # شمال شرقي البلاد
    if not behind < side < len(sentence):
        return False
    around = sentence[side]
    return bool(around.places) or is_capital(around) or around.text in _COUNTRY


def _is_in_breakdown(sentence: list[Chunk], at: int) -> bool:
    """`19 في صعدة و15 في حجة`, `صعدة 19 وحجة 15`: a name beside a figure, as a place of its country is."""
    within = _has_figure_before(sentence, at)
    listed = sentence[at].conjunction == "و" or (at > 0 and sentence[at - 1].mark)
    if not within and not (listed and _has_figure_behind(sentence, at)):
        return False
    for other in (*range(at - _NEXT_FIGURE, at - 1), *range(at + 2, at + _NEXT_FIGURE + 1)):
        if not 0 <= other < len(sentence) or not _shares_country(sentence[at], sentence[other]):
            continue
        if _has_figure_before(sentence, other) if within else _has_figure_behind(sentence, other):
            return True
    return False


def _has_figure_before(sentence: list[Chunk], at: int) -> bool:
    """`15 في حجة`, `15 غارة في حجة`."""
    if at < 2 or not sentence[at - 1].is_("في"):
        return False
    return any(piece.number is not None for piece in sentence[max(0, at - 3) : at - 1])


def _has_figure_behind(sentence: list[Chunk], at: int) -> bool:
    """`وحجة 15`, `نصيب صعدة منها 19`."""
    return any(piece.number is not None for piece in sentence[at + 1 : at + 3])


def _shares_country(name: Chunk, place: Chunk) -> bool:
    return any(one.country == other.country for one in name.ambiguous_places for other in place.places)
