"""The doers of parts: `40 على يد كذا و20 بقصف كذا`, `نسبت 40 منها إلى كذا، و17 إلى كذا`: each part has its own.

What stands between a number and the next tells of that number alone; the whole has no doer of one of its parts.
"""

from __future__ import annotations

from tawatur.extract.clauses.nominals import party_of, phrase_end
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.lists.next_doers import NEXT, is_own_loss, party_of_next
from tawatur.extract.participants.agency import UNNAMED, Agency
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import ACTS, Party

_LAYS_TO = words_of("lays_to")
_IN = ("في", "جراء", "اثر", "نتيجة", "خلال")
#: How far behind a number its own doer may be named, and the number of which another one's is.
_REACH, _MOST_PARTS = 10, 4
_SAID = "agent phrase"

#: Words of those by whom a toll is broken down, what is so broken down, and in whose hands a part of it was.
_BY_DOER, _AT = frozenset(words_of("by_doer")), ("لدي",)
_BROKEN_DOWN = frozenset(("killed", "wounded", "casualties", "detained", "held", "abducted", "missing"))


def own_doer(measure: str, last: int, agency: Agency, *, parts: bool = True) -> Doers | None:
    """Return who is named between a number that ends before chunk `last` and the next one; None where nobody is.

    Of what is no part of several an agent phrase alone tells it (`على يد كذا`): others may be the whole's.
    """
    if measure not in HARM and measure not in ACTS:
        return None
    sentence = agency.clauses.sentence
    for at in range(last, min(len(sentence), last + _REACH)):
        piece = sentence[at]
        if piece.number is not None or (piece.mark and piece.text not in "،,\"'«»"):
            return None
        if "agent" in piece.cues or (piece.is_("الي") and is_ascribed(sentence[:last])):
            named = _named(at + 1, agency)
            if named is not None:
                return named
        by_means = parts and (piece.preposition == "ب" or (at and sentence[at - 1].is_(*_IN)))
        if by_means and event_class(piece) is not None:
            found = agency.of_event(at)
            if found is not None and found.parties and found.rule != UNNAMED:
                return Doers(found.parties, _SAID)
    return None


def row_doer(frame: Frame, agency: Agency) -> Doers | None:
    """`بحسب الجهة المسؤولة: قوات النظام 551، التنظيم 64`, `26 لدى الهيئة`: the party beside a part."""
    sentence, first, last = agency.clauses.sentence, frame.quantity.first, frame.quantity.last
    if frame.how == NEXT:
        party = party_of_next(sentence, frame.quantity) if not is_own_loss(frame) else None
        return _named(party, agency) if party is not None else None
    if frame.measure not in _BROKEN_DOWN or frame.quantity.noun is not None:
        return None
    if last + 1 < len(sentence) and sentence[last].is_(*_AT):
        return _named(last + 1, agency)
    before = first - 2 if first > 1 and sentence[first - 1].text == ":" else first - 1
    by_doer = any(not _BY_DOER.isdisjoint(piece.words) for piece in sentence[: max(0, before)])
    if not by_doer or not sentence[before].actors or sentence[before].preposition:
        return None
    key = next((key for key in sentence[before].actors if agency.subjects.may_act(key)), None)
    return Doers((Party(key, sentence[before]),), _SAID) if key is not None else None


def _named(at: int, agency: Agency) -> Doers | None:
    sentence = agency.clauses.sentence
    if at >= len(sentence):
        return None
    party = party_of(sentence, at, phrase_end(sentence, at), agency.discourse, agency.lexicon)
    return agency.subjects.joined(party, _SAID) if party is not None and agency.subjects.may_act(party.actor) else None


def parts_differ(measure: str, last: int, agency: Agency) -> bool:
    """Tell whether the numbers behind one have doers of their own that are not the same."""
    sentence = agency.clauses.sentence
    numbers = [at for at in range(last, len(sentence)) if sentence[at].number is not None][:_MOST_PARTS]
    told = [own_doer(measure, at + 1, agency) for at in numbers]
    return len({tuple(party.actor for party in one.parties) for one in told if one is not None}) > 1


def is_ascribed(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence ascribes what it counts to several: `نسبت البعثة 40 هجوما إلى كذا، و17 إلى كذا`."""
    return any(piece.is_(*_LAYS_TO) for piece in sentence)
