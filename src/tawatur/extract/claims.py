"""Claims built from drafts: offsets in the raw text, the codebook's values, the words that fill each slot."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import msgspec

from tawatur.arabic.times import Time
from tawatur.extract.phrases.parties import joined
from tawatur.extract.report.draft import Draft
from tawatur.model import Claim, Document, Period, Place, Section, identify

#: How many different facts of one measure and value a later claim is compared with.
_FIRSTS = 50


class Built(NamedTuple):
    """A claim, and the draft that it was made from."""

    claim: Claim
    draft: Draft


def build(drafts: list[Draft], document: Document, section: Section, extractor: str) -> list[Built]:
    """Return the claims of a section's drafts, each once, later ones of the same fact linked to the first."""
    found: dict[str, Built] = {}
    for draft in drafts:
        claim = identify(_claim(draft, document, section, extractor))
        found.setdefault(claim.id, Built(claim, draft))
    return _linked(sorted(found.values(), key=lambda built: (built.claim.start, built.claim.end)))


def _claim(draft: Draft, document: Document, section: Section, extractor: str) -> Claim:
    start, end = _number_span(draft)
    quote_start, quote_end = draft.passage.raw_span(*draft.quote)
    quote_start, quote_end = min(start, quote_start), max(end, quote_end)
    return Claim(
        doc=document.id,
        section=section.number,
        start=start,
        end=end,
        quote_start=quote_start,
        quote_end=quote_end,
        quote=document.text[quote_start:quote_end],
        number="" if draft.measure == "role" else document.text[start:end],
        measure=draft.measure,
        low=draft.low,
        high=draft.high,
        bound=draft.bound,
        unit=draft.unit,
        change=draft.change,
        of=joined(draft.of),
        by=joined(draft.by),
        name=draft.name,
        where=tuple(dict.fromkeys(located.label for located in draft.where)),
        when=period(draft.when),
        source=tuple(hop.actor for hop in draft.source),
        modality=draft.modality,
        optional=draft.optional,
        when_precision=draft.when.precision if draft.when is not None else None,
        when_rule=draft.when.rule if draft.when is not None else None,
        places=tuple(
            Place(
                name=located.place.name,
                id=located.place.id,
                latitude=located.place.latitude,
                longitude=located.place.longitude,
            )
            for located in draft.where
        ),
        spans=_spans(draft),
        confidence=draft.confidence,
        extractor=extractor,
    )


#: Rules by which the phrase that a figure counts tells whose men it counts.
_BY_NOUN = frozenset(("state's forces",))


def _number_span(draft: Draft) -> tuple[int, int]:
    if draft.measure == "role":
        return draft.passage.raw_span(*draft.quote)
    first, last = draft.number
    piece = draft.passage.chunk_from(first)
    if piece is not None and piece.number is not None and last <= piece.last:
        return piece.number.start + draft.passage.base, piece.number.end + draft.passage.base
    if piece is not None and piece.time is not None:
        return piece.time.start + draft.passage.base, piece.time.end + draft.passage.base
    start, end = draft.passage.raw_span(first, last)
    if piece is not None and piece.conjunction:
        start += 1
    return start, end


def period(time: Time | None) -> Period | None:
    """Return a time as a claim holds it, both ends inclusive; None where neither is known."""
    if time is None or (time.start_date is None and time.end_date is None):
        return None
    return Period(start=time.start_date, end=time.end_date)


def _spans(draft: Draft) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return, for each slot that the claim's own passage fills, the raw spans of the words that fill it."""
    passage = draft.passage
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    for slot, parties in (("of", draft.of), ("by", draft.by)):
        chunks = [party.chunk for party in parties if party.chunk is not None and passage.holds(party.chunk)]
        if chunks:
            spans[slot] = tuple(passage.raw_span(piece.first, piece.last) for piece in chunks)
    if "of" not in spans and draft.of and draft.rules.get("of") in _BY_NOUN:
        spans["of"] = (passage.raw_span(*draft.quote),)  # 63 جنديا كينيا
    if draft.trigger is not None:
        spans["measure"] = (passage.raw_span(draft.trigger.first, draft.trigger.last),)
    if draft.mood is not None and passage.holds(draft.mood):
        spans["modality"] = (passage.raw_span(draft.mood.first, draft.mood.last),)
    placed = [located.chunk for located in draft.where if located.chunk is not None and passage.holds(located.chunk)]
    if placed:
        spans["where"] = tuple(passage.raw_span(piece.first, piece.last) for piece in placed)
    if draft.own_when and draft.when is not None:
        spans["when"] = ((draft.when.start + passage.base, draft.when.end + passage.base),)
    for number, hop in enumerate(draft.source):
        if hop.last <= len(passage.analysed.tokens):
            spans[f"source.{number}"] = (passage.raw_span(hop.first, hop.last),)
    return spans


def _linked(found: list[Built]) -> list[Built]:
    """Link a claim to the first of the same fact, where measure and value agree and no slot disagrees."""
    linked: list[Built] = []
    firsts: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim, draft in found:
        alike = firsts[claim.measure, claim.unit, claim.low]
        first = next((earlier for earlier in alike[:_FIRSTS] if _same_fact(earlier, claim)), None)
        if first is None:
            alike.append(claim)
        linked.append(Built(msgspec.structs.replace(claim, same_as=first.id) if first is not None else claim, draft))
    return linked


def _same_fact(one: Claim, other: Claim) -> bool:
    if one.measure != other.measure or one.unit != other.unit or one.low is None or one.low != other.low:
        return False
    if one.measure == "role" or one.change != other.change:
        return False
    for slot in ("of", "by", "name"):
        first, second = getattr(one, slot), getattr(other, slot)
        if first is not None and second is not None and first != second:
            return False
    if one.when is not None and other.when is not None and one.when != other.when:
        return False
    return not (one.where and other.where and set(one.where).isdisjoint(other.where))
