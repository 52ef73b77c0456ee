"""Of: those harmed beside others of one sentence: `500 قتيل من المدنيين، فضلا عن 2116 جريحا`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.deeds import HARM, Deed
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

#: Beginnings of words that add a number to the one before, and how many chunks before it they stand.
_ADDED, _WITHIN = words_of("added_to"), 2


def harmed_beside(frame: Frame, agency: Agency, deeds: list[Deed]) -> list[Party] | None:
    """Return whom the number before was of, where one that tells nothing but their harm is joined to it; else None."""
    quantity, sentence = frame.quantity, agency.clauses.sentence
    bare = quantity.noun is not None and quantity.noun.measure in HARM and not quantity.parties
    if not bare or frame.measure not in HARM or not deeds or quantity.first == 0:
        return None
    last = deeds[-1]
    if last.sentence != agency.number or last.measure not in HARM or not last.named:
        return None
    told = [deed.named for deed in deeds if deed.sentence == agency.number and deed.measure in HARM and deed.named]
    if len({frozenset(party.actor for party in named) for named in told}) > 1:
        return None  # 3 جنود و5 مدنيين وعشرات الجرحى
    before = sentence[max(0, quantity.first - _WITHIN) : quantity.first]
    joined = "و" in (sentence[quantity.first].conjunction, sentence[quantity.first - 1].text) or any(
        piece.text.removeprefix("و").startswith(_ADDED) for piece in before
    )
    return list(last.named) if joined else None
