"""Who takes people home: the state to which a part of them goes, the state that its clause says did, who tells it."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.handovers import state_behind
from tawatur.extract.phrases.parties import Party

#: How far behind a number the state may be named to which those people go.
_BEHIND = 5


def repatriates(frame: Frame, agency: Agency, sources: list[str], previous: Doers) -> Doers:
    """Return the state that takes people home, else who took those that were told of before."""
    sentence, quantity = agency.clauses.sentence, frame.quantity
    given = frame.reading is not None and frame.reading.trigger.role == "to_state" and frame.how == "governor"
    to = state_behind(sentence, quantity.last, quantity.last + _BEHIND) if given or quantity.noun is None else None
    if to is None and given and frame.trigger is not None:
        to = state_behind(sentence, frame.trigger + 1, quantity.first)  # سلمت إلى وفد فرنسي 15 امرأة
    if to is not None and (party := _state(to, agency)) is not None:
        return Doers((party,), "to whom")  # منهم 659 إلى العراق و158 إلى قرغيزستان
    if frame.trigger is not None and frame.how == "governor":
        clause = agency.clauses.at(frame.trigger)
        subject = agency.subjects.of(clause) if clause.verb_at == frame.trigger else None
        states = tuple(party for party in subject.parties if _is_state(party.actor, agency)) if subject else ()
        if states:
            return Doers(states, "subject")
    told = next((key for key in sources if _is_state(key, agency)), None)
    return Doers((Party(told, None),), "who repatriates") if told is not None else previous


def _is_state(key: str, agency: Agency) -> bool:
    return key.endswith("_gov") or key in agency.lexicon.state_keys


def _state(piece: Chunk, agency: Agency) -> Party | None:
    """Return the party of a chunk that names a state or bears its adjective."""
    if piece.state is not None:
        return Party(agency.lexicon.knowledge.states[piece.state].key, piece)
    key = next((actor for actor in piece.actors if _is_state(actor, agency)), None)
    return Party(key, piece) if key is not None else None
