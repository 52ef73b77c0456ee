"""Of: whose the dead were that somebody finds, buries or brings in: `70 جثة لعناصر من كذا`, `رفات تعود لجنود`."""

from __future__ import annotations

from tawatur.extract.clauses.nominals import party_of, phrase_end
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

_REMAINS = frozenset(words_of("dead_bodies"))
_OWNED = words_of("owned_by")
#: How many chunks behind the noun the `ل` stands that leads to them.
_WITHIN = 3


def of_remains(frame: Frame, agency: Agency) -> list[Party]:
    """Return whom `ل` behind a noun for the dead names, none where none does."""
    quantity, sentence = frame.quantity, agency.clauses.sentence
    if quantity.noun is None or quantity.noun.lemma not in _REMAINS:
        return []
    for at in range(quantity.last, min(len(sentence), quantity.last + _WITHIN)):
        piece = sentence[at]
        if piece.preposition == "ل":
            found = party_of(sentence, at, phrase_end(sentence, at), agency.discourse, agency.lexicon)
            if found is not None:
                return agency.subjects.coordinated(found)
            known = agency.lexicon.knowledge.actors
            kinds = (reading.noun.of for reading in piece.nouns)
            return [Party(kind, piece) for kind in kinds if kind is not None and kind in known][:1]
        if not piece.text.startswith(_OWNED):
            return []
    return []
