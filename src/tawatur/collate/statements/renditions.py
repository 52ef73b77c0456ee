"""Renditions: what one report takes from one origin, and the keys under which two of them may meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tawatur.collate.copies.prevalence import Bucket, figure_key, fortnight, rank
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import PUBLISHER, Material
from tawatur.collate.statements.candidates import Entry, bucket_of, link_keys


@dataclass(eq=False)
class Rendition:
    """What one report takes from one origin."""

    report: int
    origin: str
    facts: list[Fact]

    @property
    def sourced(self) -> bool:
        """Whether the report names an origin."""
        return not self.origin.startswith(PUBLISHER)


def renditions(material: Material) -> list[Rendition]:
    """Return what each report takes from each origin that it names, in the order of the reports."""
    found = []
    for report, facts in enumerate(material.facts_of):
        by_origin: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            by_origin[fact.origin].append(fact)
        found += [Rendition(report, origin, by_origin[origin]) for origin in sorted(by_origin)]
    return found


def offered(rendition: Rendition, material: Material) -> list[Fact]:
    """Return a rendition's facts, with what its report says without a source where it names no other origin."""
    facts = material.facts_of[rendition.report]
    named = {fact.origin for fact in facts if fact.sourced}
    return [*facts] if rendition.sourced and named == {rendition.origin} else rendition.facts


def link_index(found: Sequence[Rendition], material: Material) -> dict[Bucket, list[Entry]]:
    """Return the renditions by the keys and weeks under which they may meet."""
    index: dict[Bucket, list[Entry]] = defaultdict(list)
    for at, rendition in enumerate(found):
        date = material.dates[rendition.report]
        entry = Entry(at, rendition.report, date, rank(material.reports[rendition.report].doc))
        facts = offered(rendition, material)
        for shared in link_keys(facts, rendition.origin, material, sourced=rendition.sourced):
            index[bucket_of(shared, date)].append(entry)
    return index


class Printed(NamedTuple):
    """A figure that a report prints: `bucket` is the figure's key with the report's fortnight."""

    report: int
    bucket: Bucket


def printed(material: Material) -> Iterator[Printed]:
    """Yield the figures that reports print: what recurs every fortnight tells little."""
    for fact in material.facts:
        if fact.number is not None:
            when = fortnight(material.dates[fact.report])
            yield Printed(fact.report, (figure_key(fact.measure, fact.number), when))
