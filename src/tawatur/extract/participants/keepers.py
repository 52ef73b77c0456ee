"""Who keeps people in custody, and runs the prisons: the subject of the verb that says so before their number."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

_KEEPS = frozenset(words_of("keeps_captive"))
_QUOTES = frozenset('"«»“”')
#: How far before a number the verb may stand, and behind the verb its subject.
_NEAR, _BEHIND = 9, 2


def who_keeps(frame: Frame, agency: Agency, barred: frozenset[str]) -> Doers | None:
    """`تدير الحركة 28 سجنا`, `تحتجز «الحركة» في سجونها 350`: the subject right behind the verb, or right before it."""
    sentence, first = agency.clauses.sentence, frame.quantity.first
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        piece = sentence[at]
        if piece.text.removeprefix("و") not in _KEEPS:
            if piece.mark and piece.text not in _QUOTES:
                return None
            continue
        behind = [one for one in sentence[at + 1 : first] if one.text not in _QUOTES][:_BEHIND]
        before = [one for one in sentence[max(0, at - 2) : at] if one.text not in _QUOTES][-1:]
        for one in (*behind[:1], *before):
            if (
                one.actors
                and not one.preposition
                and one.actors[0] not in barred
                and agency.subjects.may_act(one.actors[0])
            ):
                return agency.subjects.joined(Party(one.actors[0], one), "subject")
        return None
    return None
