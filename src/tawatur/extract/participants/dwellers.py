"""Of: people whom a noun calls a place's or a country's own (`أربعة مواطنين`, `12 من سكان الحي`), no more."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.parties import Party

#: What befalls them.
_BEFALLS = HARM | {"displaced", "returned", "detained", "abducted", "missing"}
_CITIZENS = frozenset(("مواطن", "مواطنة"))


def dwellers(frame: Frame, agency: Agency) -> list[Party]:
    """Return the civilians that dwellers and citizens are, or the nation of the state whose body tells of them.

    In a country with a people of its own key they are that people; nobody where they are only counted, or a share.
    """
    lexicon, noun = agency.lexicon, frame.quantity.noun
    if frame.measure not in _BEFALLS or frame.quantity.unit == "other":
        return []
    if frame.measure == "detained" and noun is not None and noun.lemma not in _CITIZENS:
        return []
    peoples = [lexicon.people_of[code] for code in agency.discourse.countries()[:2] if code in lexicon.people_of]
    if peoples:
        return [Party(peoples[0], None)]
    state = _told_by(frame, agency) if noun is not None and noun.lemma in _CITIZENS else None
    return [Party(state or "civilians", None)]


def _told_by(frame: Frame, agency: Agency) -> str | None:
    """`أعلن الدفاع المدني السعودي مقتل مواطن`: the state, at peace at home, whose body tells of a citizen's death."""
    lexicon = agency.lexicon
    clause = agency.clauses.at(frame.trigger if frame.trigger is not None else frame.quantity.first)
    while clause.parent is not None and (clause.verb is None or clause.verb.kind != "say"):
        clause = clause.parent
    if clause.verb is None or clause.verb.kind != "say" or clause.subject is None or clause.verb_at is None:
        return None
    for piece in agency.clauses.sentence[clause.subject : frame.quantity.first]:
        known = lexicon.knowledge.actors.get(piece.actors[0]) if piece.actors else None
        code = piece.state or (known.country if known is not None and known.kind == "actor" else None)
        if code is not None and code in lexicon.knowledge.states:
            at_war = code in lexicon.theatres.get("any", ())
            return None if at_war else lexicon.knowledge.states[code].key
        if piece.mark or piece.places:
            return None
    return None
