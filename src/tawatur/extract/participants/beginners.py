"""By, of what began or ended: who declared, launched, led or intervened; nobody where two sides fight or agree."""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.event_nouns import bare_word
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.participants.agency import CLASH, WAR, Agency
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

_BETWEEN = frozenset(words_of("with")) - {"مع"}
_PREPOSITIONS = frozenset(words_of("preposition"))
_ITS = ("ه", "ها", "هم")
_AGREED = frozenset(words_of("agreed"))
#: Beginnings of nouns for protests and risings.
_PROTESTS = (*words_of("protests"), "انتفاض")
#: How far from the word of a beginning what began is named.
_BEGUN_WITHIN = 4
#: How far behind it the sides of what they fight or agree on may be named.
_SIDES_WITHIN = 8
#: How many words behind a masdar of intervening, or its verb, whoever intervenes may stand.
_PARTY_WITHIN = 3
_ACTING = ("act", "aid", "outcome", "other")


def beginner(agency: Agency, at: int, begun: list[Party], guessed: list[Party]) -> list[Party]:
    """Return who does what begins or ends at chunk `at`: who intervenes, an event's doer, the subject of its clause.

    `begun` is what began, `guessed` those whom the words around the date suggest. A war is begun by nobody, nor a
    battle or a truce that is told of as between two sides.
    """
    sentence, lexicon = agency.clauses.sentence, agency.lexicon
    if any(reading.trigger.role == "party" for reading in sentence[at].triggers):
        found = _intervening(agency, at)
        if found:
            return found
    if any(event_class(piece) == WAR for piece in sentence[max(0, at - _BEGUN_WITHIN) : at + _BEGUN_WITHIN]):
        return []
    if _is_mutual(sentence, at):
        return []
    protesting = _protesting(agency, sentence[at])
    if protesting is not None:
        return [protesting]
    doers = agency.of_event(at) if event_class(sentence[at]) is not None else None
    if doers is not None and doers.rule == CLASH and len(doers.parties) > 1:
        return []
    acting = _subject(agency, agency.clauses.at(at))
    if acting and (doers is None or not doers.parties or doers.rule == CLASH):
        return acting
    if doers is not None and doers.parties:
        return list(doers.parties)
    if any(party.actor in lexicon.alliances for party in begun):
        return guessed  # an alliance that began was founded: by nobody
    return guessed or [party for party in begun if agency.subjects.may_act(party.actor) or party.actor in lexicon.camps]


def _protesting(agency: Agency, piece: Chunk) -> Party | None:
    """`تشهد غزة منذ آذار مسيرات`: protests and risings in a land at war over its people are that people's."""
    if not bare_word(piece).startswith(_PROTESTS):
        return None
    peoples = agency.lexicon.people_of
    here = next((peoples[code] for code in agency.discourse.countries()[:1] if code in peoples), None)
    return Party(here, None) if here is not None else None


def _intervening(agency: Agency, at: int) -> list[Party]:
    """`التدخل السعودي`, `تدخل التحالف بقيادة السعودية`, `تدخلت روسيا`: who stands right behind the word."""
    sentence = agency.clauses.sentence
    if sentence[at].text.endswith(_ITS):
        return []
    clause = agency.clauses.at(at)
    if clause.verb_at == at and clause.subject is not None and clause.subject < at:
        return _subject(agency, clause)  # كانت فرنسا تدخلت في مالي
    for piece in sentence[at + 1 : at + 1 + _PARTY_WITHIN]:
        if piece.mark or piece.preposition or piece.time is not None or piece.text in _PREPOSITIONS:
            return []
        if piece.actors and agency.subjects.may_act(piece.actors[0]):
            return [Party(piece.actors[0], piece)]
        if piece.state is not None:
            return [Party(agency.lexicon.knowledge.states[piece.state].key, piece)]
    return []


def _is_mutual(sentence: list[Chunk], at: int) -> bool:
    """`المعركة التي دارت بين كذا وكذا`, `الهدنة المطبقة منذ 2013 بين كذا وكذا`: nobody's act alone."""
    window = sentence[max(0, at - _BEGUN_WITHIN) : at + _BEGUN_WITHIN]
    if not any(event_class(piece) == "clash" or bare_word(piece) in _AGREED for piece in window):
        return False
    return any(piece.text in _BETWEEN for piece in sentence[at : at + _SIDES_WITHIN])


def _subject(agency: Agency, clause: Clause) -> list[Party]:
    """`تقود السعودية منذ آذار تحالفا`: who does what the verb of the clause says."""
    if clause.verb is None or clause.verb.kind not in _ACTING or not agency.clauses.is_active(clause):
        return []
    found = agency.subjects.of(clause)
    return list(found.parties) if found is not None else []
