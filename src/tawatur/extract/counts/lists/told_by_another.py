"""What another voice's bare figure counts: `أحصت اللجنة 45 قتيلا، في حين تتحدث الجمعية عن 89`, `أما السكان فيحصون 87`.

Where a sentence has one figure of an outcome or of acts, and somebody else then tells or counts a number without a
noun, it counts the same.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.lists.gapped import is_bare
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.parties import ACTS
from tawatur.extract.phrases.quantity import Quantity

_COUNTS, _CONTRASTS = words_of("counts_up"), frozenset(words_of("set_against"))
_OF = ("عن", "علي", "الي", "ب")
#: How far before the figure the verb of telling may stand, its subject between.
_SUBJECT = 6
#: A lesser bare number is one of something else.
_LEAST = 3


def told_by_another(
    sentence: list[Chunk], quantity: Quantity, frames: list[Frame], total: Frame | None
) -> Frame | None:
    """Return the frame of a bare figure that a second voice gives for what was just counted."""
    low = quantity.low if quantity.low is not None else quantity.high
    if not is_bare(quantity) or not isinstance(low, int) or low < _LEAST or not _ends(sentence, quantity):
        return None
    verb = _verb(sentence, quantity)
    if verb is None:
        return None
    before = [frame for frame in frames if frame.quantity.last <= verb and frame.whole is None]
    contrasted = any(not _CONTRASTS.isdisjoint(piece.words) for piece in sentence[:verb])
    if not contrasted and not (before and sentence[verb].conjunction):
        return None
    if not before:
        before = [total] if total is not None else []
    measures = {frame.measure for frame in before}
    if len(measures) != 1 or not measures <= FLOWS | ACTS:
        return None
    told = before[-1]
    quantity.unit = told.quantity.unit
    return Frame(quantity, told.measure, "told by another", told.trigger if told is not total else None, told.reading)


def _verb(sentence: list[Chunk], quantity: Quantity) -> int | None:
    """Return the verb of telling or counting that the figure completes, its subject between."""
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _SUBJECT), -1):
        piece = sentence[at]
        if piece.is_(*_COUNTS):
            return at
        if piece.verb_says:
            led = sentence[quantity.first - 1].is_(*_OF) or sentence[quantity.first].preposition == "ب"
            return at if led or at == quantity.first - 1 else None
        if piece.number is not None or piece.mark or piece.time is not None or piece.conjunction:
            return None  # سجلت المدينة نموا وفي العام التالي تسعة
    return None


def _ends(sentence: list[Chunk], quantity: Quantity) -> bool:
    behind = sentence[quantity.last] if quantity.last < len(sentence) else None
    return behind is None or bool(behind.mark or behind.conjunction or behind.is_("في", "منذ", "خلال", "حتي"))
