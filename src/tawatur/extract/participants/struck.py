"""The struck: whose members fell where a report tells whom an attack struck, and not whose they were."""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import UNNAMED, Agency
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.participants.outcomes import doers_of_outcome
from tawatur.extract.phrases.parties import Party

#: How far from a number the forces may be named that an attack struck.
_REACH = 30


def struck(frame: Frame, agency: Agency) -> list[Party]:
    """`استهدف التنظيم حاجزا للقوات، ما أسفر عن مقتل تسعة عناصر`: whom the act struck, not who did it."""
    return (_object(frame, agency) or _attacked(frame, agency)) if frame.measure in HARM else []


def _object(frame: Frame, agency: Agency) -> list[Party]:
    """Return whom the act struck of which a clause tells the result."""
    clauses, sentence = agency.clauses, agency.clauses.sentence
    clause = clauses.at(frame.trigger if frame.trigger is not None else frame.quantity.first)
    act = _act(clause)
    doers = agency.subjects.of(act) if act is not None else None
    if act is None or doers is None or not clauses.is_active(act):
        return []
    keys = {party.actor for party in doers.parties}
    for at in clauses.chunks(act):
        piece = sentence[at]
        if at <= (act.verb_at or 0) or not piece.actors or piece.places or piece.actors[0] in keys:
            continue
        if agency.subjects.may_act(piece.actors[0]):
            fights = all(agency.lexicon.camps.may_fight(piece.actors[0], key) for key in keys)
            return agency.subjects.coordinated(Party(piece.actors[0], piece)) if fights else []
    return []


def _act(clause: Clause) -> Clause | None:
    """Return the clause of an act whose result a clause tells; what is joined to it may stand between."""
    before = clause.parent if clause.link == "result" else None
    while before is not None and before.link == "joined" and (before.verb is None or before.verb.kind != "act"):
        before = before.parent
    return before if before is not None and before.verb is not None and before.verb.kind == "act" else None


def _attacked(frame: Frame, agency: Agency) -> list[Party]:
    """`مقتل تسعة عناصر في هجوم للحركة على قاعدة للجيش`: the forces named, where the group in focus attacked."""
    first, last = frame.quantity.first, frame.quantity.last
    near = agency.clauses.sentence[max(0, first - _REACH) : last + _REACH]
    forces = [p for p in near if p.actors and p.actors[0] in agency.lexicon.forces and not p.places]
    doers = doers_of_outcome(frame, agency) if forces else None
    if doers is None:
        return []
    keys = {party.actor for party in doers.parties}
    group = agency.discourse.armed_group(agency.clauses.sentence)
    others = [piece for piece in forces if piece.actors[0] not in keys]
    told = others and (group in keys or doers.rule == UNNAMED)
    return agency.subjects.coordinated(Party(others[0].actors[0], others[0])) if told else []
