"""Beginnings and ends: the dated claims `began` and `ended`."""

from __future__ import annotations

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.discourse import Discourse
from tawatur.extract.draft import Draft
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.parties import Party
from tawatur.extract.periods import Dated

_REACH = 18


def find_beginnings(
    sentence: list[Chunk], number: int, times: list[Dated], passage: Passage, discourse: Discourse, lexicon: Lexicon
) -> list[Draft]:
    """Return a claim for each stated date that begins or ends something the conflict is told by."""
    del discourse
    found: list[Draft] = []
    for dated in times:
        stated = getattr(dated.time, "stated", None)
        if stated is None:
            continue
        governor = _governor(sentence, dated.at)
        if governor is None:
            continue
        at, measure = governor
        subject = _subject(sentence, at, dated.at, lexicon)
        if subject is None:
            continue
        piece = sentence[dated.at]
        found.append(
            Draft(
                passage=passage,
                sentence=number,
                number=(piece.first, piece.last),
                quote=(min(sentence[at].first, piece.first), max(piece.last, sentence[at].last)),
                measure=measure,  # type: ignore[arg-type]
                low=stated,
                high=stated,
                bound="exact",
                unit="date",
                of=[subject],
                when=dated.time,
                trigger=sentence[at],
                how="beginning",
                own_when=True,
            )
        )
    return found


def _governor(sentence: list[Chunk], at: int) -> tuple[int, str] | None:
    """Return the verb or masdar of beginning that the date belongs to, before it in its clause, and its measure."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        piece = sentence[back]
        if piece.number is not None or piece.time is not None:
            return None
        if piece.mark and piece.text in ("؛", ";", ":", "."):
            return None
        for reading in piece.triggers:
            if reading.trigger.measure in ("began", "ended"):
                return back, reading.trigger.measure
        if any(reading.verb is not None for reading in piece.triggers) or piece.verb_says:
            return None
    return None


def _subject(sentence: list[Chunk], governor: int, date: int, lexicon: Lexicon) -> Party | None:
    """Return what began: the nearest armed actor, strikes of it where strikes are named; None outside the conflict."""
    window = [*sentence[governor:date], *reversed(sentence[max(0, governor - 8) : governor])]
    acts = next((r.noun.measure for p in sentence[governor:date] for r in p.nouns if r.noun.unit == "event"), None)
    for piece in window:
        for key in piece.actors:
            actor = lexicon.knowledge.actors.get(key)
            if actor is not None and actor.kind == "actor":
                return Party(f"{key} strikes" if acts is not None else key, piece)
    if acts is not None:
        return Party(acts, None)
    return next((Party("conflict", None) for piece in window if "conflict" in piece.cues), None)
