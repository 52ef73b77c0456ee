"""Where somebody is sentenced: where the court is, or in its state, not where his crime was."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.located import Located

_JUDICIARY = words_of("judiciary")
#: How many chunks behind a court its place or its state's adjective may stand: `محكمة الجنايات الكبرى في كذا`.
_NAMED = 5


def court_places(sentence: list[Chunk], places: list[Located], at: int, lexicon: Lexicon) -> list[Located]:
    """Return the place, or else the state, of the court that the sentence names nearest to chunk `at`."""
    courts = sorted(
        (order for order, piece in enumerate(sentence) if "court" in piece.cues or piece.is_(*_JUDICIARY)),
        key=lambda order: (order > at, abs(order - at)),
    )
    for court in courts:
        seat = _seat(sentence, places, court) or _state(sentence, court, lexicon)
        if seat is not None:
            return [seat]
    return []


def outside_charges(sentence: list[Chunk], places: list[Located], last: int) -> list[Located]:
    """Return the places without those of the charge, behind who is sentenced: `لمحاولتهم الانضمام إلى فصيل في كذا`."""
    ends = next((at for at in range(last, len(sentence)) if _charges(sentence[at])), len(sentence))
    return [located for located in places if located.at < ends]


def _charges(piece: Chunk) -> bool:
    """Tell whether a chunk may open what somebody is sentenced for."""
    known = piece.mark or piece.actors or piece.triggers or piece.verb_says or piece.names("event")
    return bool(known and not piece.places) or "clause" in piece.cues or piece.preposition in ("ل", "ب")


def _phrase(sentence: list[Chunk], court: int) -> range:
    """Return the chunks behind a court that may say which it is."""
    ends = range(court + 1, min(court + 1 + _NAMED, len(sentence)))
    last = next((at for at in ends if _says_more(sentence[at])), ends.stop)
    return range(court + 1, last)


def _says_more(piece: Chunk) -> bool:
    """Tell whether a chunk is no more of a court's name: a mark, a figure, a penalty, a verb."""
    return bool(piece.mark or piece.number is not None or piece.triggers or piece.verb_says or "clause" in piece.cues)


def _seat(sentence: list[Chunk], places: list[Located], court: int) -> Located | None:
    """`محكمة في باريس`, `محكمة جنايات الجيزة`."""
    phrase = _phrase(sentence, court)
    return next((located for located in places if located.at in phrase), None)


def _state(sentence: list[Chunk], court: int, lexicon: Lexicon) -> Located | None:
    """`محكمة عسكرية مصرية`, `القضاء التونسي`."""
    codes = (sentence[at].state or "" for at in _phrase(sentence, court))
    entry = next((lexicon.knowledge.places[code] for code in codes if code in lexicon.knowledge.places), None)
    return Located(court, entry, "", sentence[court], court + 1) if entry is not None else None
