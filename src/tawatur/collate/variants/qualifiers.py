"""Qualifiers: figures that some witnesses hedge and others don't, and acts that some have done and others planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.values import VAGUE_BOUNDS
from tawatur.collate.quantities.quantities import UNFULFILLED
from tawatur.collate.variants.alignment import Alignment
from tawatur.collate.variants.partings import Variant, by_class

#: A number of so many bits is one figure, whatever time it was given.
_RARE = 8.0
_CLASSES = {"more_than": "at_least", "less_than": "at_most"}
#: Money that is pledged will be given: `pledged 5 million`, `will give 5 million`.
_PLEDGED = ("funding", "planned")


def bounds(alignment: Alignment) -> Iterator[Variant]:
    """Yield readings whose number some witnesses qualify (`about`, `more than`) and others don't."""
    for facts in _figures(alignment):
        by_bound: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            bound = _bound(fact)
            if not fact.headline and bound not in VAGUE_BOUNDS and bound != "between":
                by_bound[_CLASSES.get(bound, bound)].append(fact)
        known = {fact.report for bound, given in by_bound.items() if bound != "exact" for fact in given}
        by_bound["exact"] = [fact for fact in by_bound["exact"] if fact.report not in known]
        stated = {bound: given for bound, given in by_bound.items() if given}
        for variant in by_class(alignment, "bound", stated):
            if variant.odd or all(fact.coded for fact in variant.norm):  # two outlets hedge each in their own way
                yield variant


def _bound(fact: Fact) -> str:
    """Return how a report qualifies a figure: who hedges it once says it again in short."""
    return next((claim.bound for claim in fact.claims if claim.bound != "exact"), "exact")


def _figures(alignment: Alignment) -> Iterator[list[Fact]]:
    """Yield the facts of each reading; those of a rare figure together, whatever time it was given."""
    rare: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for reading in alignment.readings:
        lead = reading.lead
        if lead.bits >= _RARE:
            rare[lead.measure, lead.unit, lead.claim.change, lead.number, lead.of, lead.where].extend(reading.facts)
        else:
            yield reading.facts
    yield from rare.values()


def modalities(alignment: Alignment) -> Iterator[Variant]:
    """Yield readings that some witnesses give as done and others as planned, possible or denied."""
    for reading in alignment.readings:
        by_modality: dict[str, list[Fact]] = defaultdict(list)
        for fact in reading.facts:
            modality = fact.claim.modality
            if (fact.measure, modality) == _PLEDGED:
                modality = "asserted"
            by_modality[modality if modality in UNFULFILLED else "asserted"].append(fact)
        for variant in by_class(alignment, "modality", by_modality):
            read = not all(fact.coded for fact in (*variant.odd, *variant.norm))
            if not read or (variant.odd and variant.norm[0].claim.modality not in UNFULFILLED):
                yield variant
