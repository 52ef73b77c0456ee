"""Nouns of events: their lemma, and what the words beside them say of the kind of event."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers


def lemma_of(piece: Chunk) -> str:
    """Return the lemma of what a chunk names or counts: `هجومين` is of `هجوم`."""
    counted = piece.number.noun if piece.number is not None else None
    return counted or bare_word(piece)


def is_by_suicide(piece: Chunk) -> bool:
    """Tell whether a chunk says what kind of attack it was, not whose: `هجوم انتحاري`, `عملية انتحارية`."""
    return piece.actors == ("attackers",) and _is_one_adjective(piece)


def is_of_a_kind(piece: Chunk) -> bool:
    """Tell whether a chunk says so, or that it was by some armed people: `هجوم مسلح`, `العمل الإرهابي`."""
    return piece.actors in (("attackers",), ("militants",)) and _is_one_adjective(piece)


def _is_one_adjective(piece: Chunk) -> bool:
    singular = any(reading.form.number == "singular" for reading in piece.nouns)
    return singular and not piece.preposition and not piece.conjunction


def are_several(piece: Chunk) -> bool:
    """Tell whether a noun is of several people: `هجوم مسلحين`; `هجوم انتحاري` is what kind of attack it was."""
    return any(reading.form.number in ("plural", "ambiguous") for reading in piece.nouns)


def is_named(doers: Doers) -> bool:
    """Tell whether doers are parties that the text names, not just some attackers."""
    return bool(doers.parties) and all(party.actor not in ("attackers", "militants") for party in doers.parties)


def bare_word(piece: Chunk) -> str:
    """Return the lemma of a chunk's noun, else its word without prefixes."""
    for reading in piece.nouns:
        return reading.noun.lemma
    word = piece.text.removeprefix(piece.conjunction)
    for prefix in ("بال", "لل", "ال", "ب", "ل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word
