"""One of whom it is told behind where, when or how it was: `وقتل في الهجوم ضابط`, `وأصيب، بحسب المتحدث، جندي`.

The verb has no subject before the phrases behind it, so that an indefinite noun behind them is its subject.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.counts.insertions import insertion
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity

_PREPOSITIONS = frozenset((*words_of("preposition"), *words_of("opens_adverbial")))
_BEFORE_VERB = frozenset((*words_of("beside_verb"), "كما", "وكما"))
#: How far before its subject the verb may stand.
_FAR = 14
_COMMAS = ("،", ",")
_QUOTES = ('"', "«")
#: The article, and the ending of an object without one.
_ARTICLE, _ACCUSATIVE = "ال", "ا"


def is_postponed(
    sentence: list[Chunk],
    at: int,
    quantity: Quantity,
    readings: Callable[[Chunk, Quantity], list[TriggerReading]],
) -> bool:
    """Tell whether a singular is the subject of a verb of an outcome that only phrases part from it."""
    piece = sentence[at]
    if quantity.unit != "person" or quantity.noun is None or piece.preposition or piece.conjunction or at < 2:
        return False
    if piece.text.startswith(_ARTICLE) or piece.text.endswith(_ACCUSATIVE) or not _closes(sentence, at - 1):
        return False
    aside = insertion(sentence, at)
    for back in range(at - 1, max(-1, at - 1 - _FAR), -1):
        before = sentence[back]
        if back in aside:
            continue
        if any(_may_be_told(reading) for reading in readings(before, quantity)):
            return _opens_clause(sentence, back) and _leads(sentence[back + 1])
        other = before.number is not None or any(reading.verb is not None for reading in before.triggers)
        if other or before.verb_says or "clause" in before.cues or before.text in (";", "؛", ":", "."):
            return False
    return False


def _may_be_told(reading: TriggerReading) -> bool:
    """Tell whether a verb is one that its subject suffers."""
    if reading.verb is None:
        return False
    passive = reading.trigger.role == "object" and reading.verb.form.voice != "active"
    return passive or reading.trigger.role == "subject"


def _closes(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk can govern no noun behind it: a name, a definite noun, a time, the comma of an aside."""
    piece = sentence[at]
    if at and piece.text in _QUOTES:
        return _closes(sentence, at - 1)  # وقتل في محافظة كذا "شرطي"
    named = bool(piece.places or piece.actors) and not piece.nouns
    return named or piece.time is not None or piece.text.startswith(_ARTICLE) or piece.text in _COMMAS


def _opens_clause(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a verb opens its clause: one behind a noun or a relative pronoun tells of that."""
    before = sentence[at - 1] if at else None
    return bool(sentence[at].conjunction) or before is None or before.mark or before.is_(*_BEFORE_VERB)


def _leads(piece: Chunk) -> bool:
    """Tell whether what stands behind the verb opens a phrase, and is no subject of it."""
    preposed = piece.is_(*_PREPOSITIONS) or bool(piece.preposition) or "agent" in piece.cues
    return preposed or piece.time is not None or piece.text in _COMMAS
