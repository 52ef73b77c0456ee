"""Two renditions, each of which has words of its own for a slot: no misreading, though none tells which is odd."""

from __future__ import annotations

from typing import Literal

from tawatur.collate.facts.cues import weekdays
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import NAMED_DAYS, is_tally
from tawatur.collate.variants.alignment import Alignment, Reading
from tawatur.model import Claim, Slot

#: What stands within so many characters behind a figure, with no other figure between, is said of it.
_AT = 24
#: A figure of so many bits is one figure in two renditions of a statement.
_RARE = 8.0
#: A figure of so many bits (above thirty) is seldom that of two things.
_TELLING = 6.0
#: What befell people, of which nothing befell one man with another: no report calls the dead detained.
_FATES = frozenset({"killed", "wounded", "detained"})


def each_names_its_own(slot: Slot, one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether two readings part by words that each text has of its own, and the other's has nowhere.

    Figures of two measures are such where another figure has changed places with them, or two fates are told at them.
    """
    if slot == "measure":
        return _have_changed_places(one, other, alignment) or (
            _tell_two_fates(one, other) and (one.lead.bits >= _TELLING or alignment.keep_company(one, other))
        )
    if slot == "when" and alignment.date_otherwise(one, other):
        return one.lead.bits >= _TELLING or alignment.share_more(one, other)
    if slot not in {"of", "where", "when"}:
        return False
    if not (alignment.keep_company(one, other) or (slot == "where" and alignment.share_more(one, other))):
        return False
    if slot != "when" and told_at_figure(slot, one, alignment) and told_at_figure(slot, other, alignment):
        return True
    if slot == "of":
        return name_their_own(slot, one, other, alignment)
    tells = _tells_place if slot == "where" else _tells_day
    return all(
        tells(fact, mate, alignment.material) and tells(mate, fact, alignment.material)
        for fact in one.facts
        for mate in other.facts
    )


def told_at_figure(slot: Slot, reading: Reading, alignment: Alignment) -> bool:
    """Tell whether words right behind a reading's figure fill a slot, a place by its name: `15 in Homs`."""
    return any(_stands_behind(slot, claim, fact, alignment) for fact in reading.facts for claim in fact.claims)


def name_their_own(slot: Literal["of", "by"], one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether both sides of a telling figure name a known party for it which the other's texts name nowhere."""
    if one.lead.bits < _RARE and not alignment.keep_company(one, other):
        return False
    return all(
        _tells_party(slot, fact, mate, alignment.material) and _tells_party(slot, mate, fact, alignment.material)
        for fact in one.facts
        for mate in other.facts
    )


def _tells_party(slot: Literal["of", "by"], fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether a fact's sentence names its parties, and its text nowhere another's."""
    own, others = getattr(fact, slot), getattr(mate, slot)
    if slot in fact.loose or not all(map(material.actors.is_known, own | others)):
        return False
    text = material.reports[fact.report].text
    return not any(material.actors.is_named(party, text) for party in others - own)


def _stands_behind(slot: Slot, claim: Claim, fact: Fact, alignment: Alignment) -> bool:
    material = alignment.material
    if slot == "where" and not all(material.names_place(fact, place) for place in fact.where):
        return False  # the capital, the city: whichever a program took it for
    others = [one.start for mate in material.facts_of[fact.report] for one in mate.claims]
    return any(
        0 <= start - claim.end <= _AT and not any(claim.end <= other < start for other in others)
        for start, _ in claim.spans.get(slot, ())
    )


def _tells_place(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether a fact's sentence names its one place, and its text nowhere another's."""
    if "where" in fact.loose or len(fact.where) != 1 or len(mate.where) != 1:
        return False
    text = material.folded(fact.report)
    others = material.places.arabic_names(mate.where[0])
    return material.names_place(fact, fact.where[0]) and bool(others) and not any(name in text for name in others)


def _tells_day(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether a fact's own words name its day of the week, and its text no other."""
    if "when" in fact.loose or fact.claim.when_rule not in NAMED_DAYS or fact.when == mate.when:
        return False
    return len(set(weekdays(material.folded(fact.report)))) == 1


def _have_changed_places(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether the one report has another figure of the other's measure, and the other the same one of its."""

    def given(of: Reading, measure: str) -> set[object]:
        return {
            reading.number
            for reading in alignment.readings
            if alignment.measure(reading.lead) == measure and of.witnesses <= reading.witnesses
            if reading.lead.unit == of.lead.unit
        }

    measures = [alignment.measure(reading.lead) for reading in (one, other)]
    shared = given(one, measures[1]) & given(other, measures[0])
    return bool(shared - {one.number, None})


def _tell_two_fates(one: Reading, other: Reading) -> bool:
    """Tell whether each of two figures has what befell its people told in its own phrase: `19 قتيلا`, `19 جريحا`."""
    fates = {one.lead.measure, other.lead.measure}
    if len(fates) != 2 or not fates <= _FATES or one.lead.unit != other.lead.unit:
        return False
    if is_tally(one.lead.when) is not is_tally(other.lead.when):
        return False  # the dead of two months, and the hurt of today
    return all(
        any(_tells_measure(claim) for fact in reading.facts for claim in fact.claims) for reading in (one, other)
    )


def _tells_measure(claim: Claim) -> bool:
    """Tell whether a claim's measure is told in its quote: by a word of its own, or by the noun that is counted."""
    spans = claim.spans.get("measure", ())
    counted = not spans and (claim.quote_start, claim.quote_end) != (claim.start, claim.end)
    return counted or any(claim.quote_start <= start and end <= claim.quote_end for start, end in spans)
