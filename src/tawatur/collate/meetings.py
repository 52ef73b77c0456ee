"""Where reports meet: the keys under which one document may bear on what is found of another.

Two documents that share no key have nothing to do with each other. So a store that keeps every document's keys finds,
for a new one, those that it may touch, without looking at the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.collate.copies.prevalence import Bucket, Prevalence, losses, rank
from tawatur.collate.copies.texts import Texts
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.quantities import quantities
from tawatur.collate.statements.candidates import pivots_of
from tawatur.collate.statements.renditions import link_index, printed, renditions
from tawatur.collate.times import dates, tallies
from tawatur.collate.voices import equals, same_numbers


@dataclass
class Meetings:
    """The keys of one document.

    `texts` are its texts' numbers and `bands` what those that resemble them share; `shingles` are (shingle, text's
    number), by which a text inside a longer one is found; `links` the keys and weeks of what may be one statement;
    `figures` the figures that it prints, with the fortnight; `buckets` where its facts meet others'.
    """

    rank: int
    texts: set[int] = field(default_factory=set)
    bands: set[int] = field(default_factory=set)
    shingles: set[tuple[int, int]] = field(default_factory=set)
    links: set[Bucket] = field(default_factory=set)
    figures: set[Bucket] = field(default_factory=set)
    buckets: set[int] = field(default_factory=set)


def meetings(material: Material, texts: Texts) -> dict[str, Meetings]:
    """Return the keys of each document of a material."""
    found = {report.doc: Meetings(rank(report.doc)) for report in material.reports}
    for at, report in enumerate(material.reports):
        own = found[report.doc]
        if texts.is_long(at):
            own.texts.add(texts.numbers[at])
            own.bands.update(texts.bands(at))
            own.shingles.update((shingle, texts.numbers[at]) for shingle in texts.sample(at))
        for fact in material.facts_of[at]:
            own.buckets.update(buckets_of(fact, material))
    for bucket, entries in link_index(renditions(material), material).items():
        for entry in entries:
            found[material.reports[entry.report].doc].links.add(bucket)
    for figure in printed(material):
        found[material.reports[figure.report].doc].figures.add(figure.bucket)
    return found


def buckets_of(fact: Fact, material: Material) -> Iterable[int]:
    """Return the keys of the buckets in which a fact meets other reports' facts."""
    single = (
        quantities.bucket_of(fact, material),
        same_numbers.bucket_of(fact, material),
        tallies.bucket_of(fact, material),
        equals.bucket_of(fact, material),
    )
    return {bucket for bucket in single if bucket is not None} | set(dates.buckets_of(fact, material))


def prevalence(material: Material, texts: Texts) -> Prevalence:
    """Return what is widespread in a material that is the whole corpus."""
    return Prevalence(
        pivots=pivots_of(link_index(renditions(material), material)),
        common=texts.common(),
        losses=losses(figure.bucket for figure in printed(material)),
    )
