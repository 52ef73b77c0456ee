"""Beginnings and ends: the dated claims `began` and `ended`."""

from __future__ import annotations

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.draft import Draft
from tawatur.extract.government import completed
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.parties import Party
from tawatur.extract.periods import Dated
from tawatur.model import Measure

_REACH = 18
#: Within how many chunks of its verb or masdar stands what begins.
_NEAR = 6
_TERRITORY = frozenset(("place_noun", "territory"))


def find_beginnings(
    sentence: list[Chunk], number: int, times: list[Dated], passage: Passage, lexicon: Lexicon
) -> list[Draft]:
    """Return a claim for each stated date that begins or ends something the conflict is told by."""
    found: list[Draft] = []
    for dated in times:
        time = dated.time.parts[0] if dated.time.relation == "since" and dated.time.parts else dated.time
        if time.stated is None:
            continue
        governor = _governor(sentence, dated, lexicon)
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
                measure=measure,
                low=time.stated,
                high=time.stated,
                bound="exact",
                unit="date",
                of=[subject],
                by=_doer(subject),
                when=time,
                trigger=sentence[at],
                how="beginning",
                own_when=True,
            )
        )
    return found


def _doer(subject: Party) -> list[Party]:
    """Return who strikes, where it is an actor's strikes that began."""
    actor = subject.actor.removesuffix(" strikes")
    return [Party(actor, subject.chunk)] if actor != subject.actor else []


def _governor(sentence: list[Chunk], dated: Dated, lexicon: Lexicon) -> tuple[int, Measure] | None:
    """Return the verb or masdar that the date belongs to, before it in its clause, and what the date is to it."""
    for back in range(dated.at - 1, max(-1, dated.at - _REACH), -1):
        piece = sentence[back]
        if piece.number is not None or piece.time is not None:
            return None
        if piece.mark and piece.text in ("؛", ";", ":", "."):
            return None
        for reading in piece.triggers:
            if reading.trigger.measure in ("began", "ended") and completed(sentence, back, reading.trigger.lemma):
                if not _may_begin(sentence, back, dated.at, reading.trigger.role, lexicon):
                    continue
                return back, "ended" if reading.trigger.measure == "ended" else "began"
        if piece.verb_says or any(r.verb or r.trigger.measure in ("began", "ended") for r in piece.triggers):
            break
    if dated.time.relation == "since" and not _counts_near(sentence, dated.at):
        return _standing(sentence, dated.at, lexicon)
    return None


def _may_begin(sentence: list[Chunk], at: int, date: int, role: str | None, lexicon: Lexicon) -> bool:
    """Tell whether a campaign, an alliance or the control of a place begins or ends, not a talk, a term or a rocket."""
    near = sentence[max(0, at - _NEAR) : date + _NEAR]
    if role == "control":
        return any(piece.places or piece.cues & _TERRITORY for piece in sentence[at + 1 : at + _NEAR])
    if any(piece.names("event") for piece in near):
        return True
    if role != "founding":
        return any("conflict" in piece.cues and not piece.actors for piece in sentence[at : at + 3])
    return any(key in lexicon.alliances for piece in sentence[:date] for key in piece.actors) or any(
        key in lexicon.armed_groups for piece in sentence[max(0, at - 3) : at + 3] for key in piece.actors
    )


def _counts_near(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a number stands in the date's clause: then the date only bounds the count."""
    return any(piece.number is not None for piece in sentence[max(0, at - 14) : at])


def _standing(sentence: list[Chunk], at: int, lexicon: Lexicon) -> tuple[int, Measure] | None:
    """`تقود واشنطن منذ آب ائتلافا`: what a party to the conflict has been doing since a date began on it."""
    for back in range(at - 1, max(-1, at - 8), -1):
        piece = sentence[back]
        if piece.mark and piece.text not in ('"', "(", ")"):
            return None
        if any(key in lexicon.opponents or key in lexicon.state_keys for key in piece.actors):
            return back, "began"
    return None


def _subject(sentence: list[Chunk], governor: int, date: int, lexicon: Lexicon) -> Party | None:
    """Return what began: the nearest armed actor, strikes of it where strikes are named; None outside the conflict."""
    window = [*sentence[governor:date], *reversed(sentence[:governor])]
    near = sentence[max(0, governor - 6) : date + 6]
    acts = next((r.noun.measure for p in near for r in p.nouns if r.noun.unit == "event"), None)
    for piece in window:
        if any(place.kind == "country" for place in piece.places) and piece is not sentence[min(governor + 1, date)]:
            continue  # في العراق: where, not who
        for key in piece.actors:
            if key in lexicon.parties or key in lexicon.alliances or (acts is not None and key in lexicon.state_keys):
                return Party(f"{key} strikes" if acts is not None else key, piece)
    if acts is not None:
        return Party(acts, None)
    return next((Party("conflict", None) for piece in sentence[governor:date] if "conflict" in piece.cues), None)
