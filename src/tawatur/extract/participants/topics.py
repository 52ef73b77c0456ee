"""Whose dead a clause's topic tells: `أما المدنيون فقتل منهم 12`, `أما الجيش فسقط له خمسة قتلى`."""

from __future__ import annotations

from tawatur.extract.clauses.nominals import party_of, phrase_end
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

_AS_FOR, _OF_THEM = words_of("as_for"), words_of("of_them")
_HARMED = frozenset(("killed", "wounded", "casualties", "missing"))
#: How far before a number its clause's topic may stand.
_REACH = 24


def as_for(frame: Frame, agency: Agency) -> list[Party]:
    """Return whom the topic of a number's clause names, where some of them or their dead are counted."""
    sentence, quantity = agency.clauses.sentence, frame.quantity
    fallen = quantity.noun is not None and quantity.noun.measure in _HARMED
    of_them = quantity.anaphor or (quantity.first > 0 and sentence[quantity.first - 1].text in _OF_THEM)
    if frame.measure not in _HARMED or not (fallen or of_them):
        return []
    for at in range(quantity.first - 1, max(-1, quantity.first - _REACH), -1):
        piece = sentence[at]
        if piece.number is not None or piece.verb_says or piece.text in ("؛", "."):
            return []
        if piece.text in _AS_FOR:
            topic, lexicon = sentence[at + 1], agency.lexicon
            party = party_of(sentence, at + 1, phrase_end(sentence, at + 1), agency.discourse, lexicon)
            people = next((r.noun.of for r in topic.nouns if r.noun.of in lexicon.knowledge.actors), None)
            if party is not None and party.chunk is topic:
                return agency.subjects.coordinated(party)
            return [Party(people, topic)] if people is not None else []
    return []
