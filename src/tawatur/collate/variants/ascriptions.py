"""Ascriptions: renditions of one statement that lay a figure to another doer, or the whole to another speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tawatur.collate.facts.actors import ARMED, BEFALLEN, Parties
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.relations import Relation
from tawatur.collate.quantities.quantities import EXCHANGED
from tawatur.collate.variants.alignment import Alignment, Reading
from tawatur.collate.variants.columns import TELLING
from tawatur.collate.variants.own_words import name_their_own
from tawatur.collate.variants.partings import Variant, by_class, ordered

#: A figure of fewer bits is laid to nobody in particular.
_LEAST = 4.0
#: Those of whom a text tells whose men they are sooner than who harmed them; and what befalls prisoners at large.
_DOERS_UNSURE = frozenset({"attackers"})
_HELD = frozenset({"held", "detained"})


def doers(alignment: Alignment) -> Iterator[Variant]:
    """Yield readings that witnesses ascribe to different doers; of two doers exchanged, both figures at once."""
    exchanged: dict[tuple[object, ...], list[Variant]] = defaultdict(list)
    for variant in _laid_otherwise(alignment):
        sides = frozenset(frozenset(fact.by for fact in side) for side in (variant.odd, variant.norm))
        exchanged[alignment.witnesses(list(variant.odd)), sides].append(variant)
    for variants in exchanged.values():
        odd = ordered([fact for variant in variants for fact in variant.odd])
        norm = ordered([fact for variant in variants for fact in variant.norm])
        yield Variant("by", odd, norm)


def _laid_otherwise(alignment: Alignment) -> Iterator[Variant]:
    for facts in _figures(alignment):
        by_doer: dict[str, list[Fact]] = {}
        lead: list[Fact] = []
        for fact in facts:
            if not fact.by or "by" in fact.loose or fact.bits < _LEAST:
                continue
            for at, first in enumerate(lead):
                if not _are_two(first.by, fact.by, alignment):
                    by_doer[str(at)].append(fact)
                    break
            else:
                by_doer[str(len(lead))] = [fact]
                lead.append(fact)
        for even in by_class(alignment, "by", by_doer):
            variant = even if even.odd else _borne_out(even, list(by_doer.values()), alignment)
            norm = len(alignment.witnesses(list(variant.norm)))
            coded = all(fact.coded for fact in (*variant.odd, *variant.norm))
            sided = norm > 1 if variant.odd else _name_their_own(list(by_doer.values()), alignment)
            if coded or (sided and _are_surely_two(variant, alignment)):
                yield variant


def _borne_out(even: Variant, sides: list[list[Fact]], alignment: Alignment) -> Variant:
    """Return an even parting with the side odd that fewer bear out, of those who put the figure elsewhere."""
    if len(sides) != 2:
        return even
    lead = sides[0][0]
    known = {fact.report for fact in even.norm}
    bearing: list[list[Fact]] = [[], []]
    for reading in alignment.readings:
        alike = (reading.lead.measure, reading.lead.unit, reading.number) == (lead.measure, lead.unit, lead.number)
        if not alike or reading.reports & known:
            continue
        told = [fact for fact in reading.facts if fact.by and "by" not in fact.loose]
        fitting = [at for at, side in enumerate(sides) if all(not _are_two(side[0].by, f.by, alignment) for f in told)]
        if told and len(fitting) == 1:
            bearing[fitting[0]] += told
    few, many = sorted((0, 1), key=lambda at: len(alignment.witnesses(bearing[at])))
    if len(alignment.witnesses(bearing[few])) == len(alignment.witnesses(bearing[many])):
        return even
    return Variant("by", ordered(sides[few] + bearing[few]), ordered(sides[many] + bearing[many]))


def _name_their_own(sides: list[list[Fact]], alignment: Alignment) -> bool:
    if len(sides) != 2:
        return False
    one, other = (Reading(side[0], side) for side in sides)
    return name_their_own("by", one, other, alignment)


def _are_two(one: Parties, other: Parties, alignment: Alignment) -> bool:
    """Tell whether two doers are two, and not both of free names: `patrols` may be `the rescue teams`."""
    actors = alignment.material.actors
    # a key that no pack in use has is a party's name too
    known = any(actors.is_known(doer) or actors.is_state(doer) or doer.isascii() for doer in one | other)
    return known and actors.compare(one, other) is Relation.APART


def _figures(alignment: Alignment) -> Iterator[list[Fact]]:
    """Yield the facts of each reading; those of a telling figure together, wherever and whenever it was read to be."""
    telling: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for reading in alignment.readings:
        lead = reading.lead
        if lead.bits >= TELLING and not lead.coded:
            telling[lead.measure, lead.unit, lead.claim.change, lead.number].extend(reading.facts)
        else:
            yield reading.facts
    yield from telling.values()


def _are_surely_two(variant: Variant, alignment: Alignment) -> bool:
    """Tell whether the doers of two sides, as a program read them, are two beyond doubt.

    They must be known parties by name, not two that exchange people, and the odd one not the statement's own origin,
    whose forces go by many names.
    """
    facts = (*variant.odd, *variant.norm)
    actors, origin = alignment.material.actors, alignment.statement.origin
    if any(fact.measure in EXCHANGED or fact.by & ARMED or _are_takers(fact) for fact in facts):
        return False
    known = all(actors.is_known(doer) or actors.is_state(doer) for fact in facts for doer in fact.by)
    return known and not any(actors.may_be_one(doer, origin) for fact in variant.odd or facts for doer in fact.by)


def _are_takers(fact: Fact) -> bool:
    """Tell whether a fact is of attackers, whose own party a program takes for the doer, or of those held by a side."""
    return bool(fact.of) and fact.of <= (BEFALLEN if fact.measure in _HELD else _DOERS_UNSURE)


def sources(alignment: Alignment) -> Iterator[Variant]:
    """Yield what renditions under another speaker's name ascribe to him."""
    misnamed = {id(rendition) for rendition in alignment.statement.misnamed}
    others = [r for r in alignment.statement.renditions if id(r) not in misnamed]
    norm = ordered([fact for rendition in others for fact in rendition.facts])
    by_origin: dict[str, list[Fact]] = defaultdict(list)
    actors = alignment.material.actors
    sure = actors.is_known(alignment.statement.origin)
    for rendition in alignment.statement.misnamed:
        passed_on = (
            actors.is_generic(rendition.origin)
            or actors.is_outlet(rendition.origin)
            or actors.is_state(rendition.origin)  # more often whom the sentence tells of
        )
        named = actors.is_known(rendition.origin) and not passed_on
        telling = named and sure and any(fact.number is not None for fact in rendition.facts)
        if (
            rendition.sourced
            and not alignment.is_misread(rendition)
            and (telling or all(fact.coded for fact in rendition.facts))
        ):
            by_origin[rendition.origin] += rendition.facts
    for origin in sorted(by_origin):
        yield _of_shared(ordered(by_origin[origin]), norm)


def _of_shared(odd: tuple[Fact, ...], norm: tuple[Fact, ...]) -> Variant:
    """Return the variant of a source by the figures that both sides give, where there are any."""
    shared = {fact.number for fact in odd} & {fact.number for fact in norm} - {None}
    sides = [tuple(fact for fact in side if fact.number in shared) for side in (odd, norm)]
    return Variant("source", *sides) if all(sides) else Variant("source", odd, norm)
