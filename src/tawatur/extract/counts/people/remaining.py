"""Those who are still there: `عدد من تبقى من مسلحي التنظيم لا يزيد على 300`, `من بقي من السكان 4000`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.quantity import Quantity, take_noun

_NUMBER = words_of("number_of")
_REMAINS = frozenset(words_of("remains"))
_DWELLERS = words_of("dwellers")
_THOSE = ("من", "الذين")
#: How far before their number those may stand who remain, and how far behind the verb whose they are.
_FAR, _WHOSE = 18, 4


def still_there(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of a bare number of those who are told to remain."""
    if quantity.noun is not None or quantity.unit is not None:
        return None
    for at in range(quantity.first - 4, max(-1, quantity.first - _FAR), -1):
        opened = sentence[at].is_(*_NUMBER) and sentence[at + 1].is_(*_THOSE)
        if opened and not _REMAINS.isdisjoint(sentence[at + 2].words):
            between = sentence[at + 3 : quantity.first]
            if any(piece.number or piece.verb_says or piece.text in (";", "؛") for piece in between):
                return None
            return _of_whom(sentence, quantity, at + 3)
    return None


def _of_whom(sentence: list[Chunk], quantity: Quantity, first: int) -> Frame | None:
    """Take whom `من` names behind the verb: fighters are a strength, the others live there."""
    if not sentence[first].is_("من"):
        return None
    for piece in sentence[first + 1 : min(quantity.first, first + 1 + _WHOSE)]:
        if piece.is_(*_DWELLERS):
            quantity.unit = "person"
            return Frame(quantity, "inhabitants", "topic", first - 1)
        if piece.mark or piece.is_("في"):
            break
        if piece.nouns and quantity.noun is None and piece.names("person"):
            take_noun(quantity, piece.nouns[0].noun)
        quantity.parties += [(key, piece) for key in piece.actors[:1]]
    if quantity.role is not None or (quantity.parties and quantity.population is None):
        quantity.unit = "person"
        return Frame(quantity, "strength", "topic", first - 1)
    return Frame(quantity, "inhabitants", "topic", first - 1) if quantity.population == "civilians" else None
