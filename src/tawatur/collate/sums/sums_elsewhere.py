"""Sums that other renditions of a statement tell of: that it holds there, or that the parts stand there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.collate.facts.counterparts import misprint
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import compare_days
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import is_slip
from tawatur.collate.quantities.totals import Sum, figure, is_summed
from tawatur.collate.sums.enumerations import across
from tawatur.collate.voices.voices import Voices


def broken_elsewhere(found: Sequence[Sum], material: Material, voices: Voices) -> Iterator[Sum]:
    """Yield the sums that fail in one rendition of a statement whose same parts make the total in another."""
    sound: dict[int, list[Sum]] = defaultdict(list)
    for one in found:
        statement = voices.statement(one.total[0])
        if one.holds and statement is not None:
            sound[statement].append(one)
    told = {(one.total[0].report, id(one.total[0])) for one in found}
    renditions: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for fact in material.facts if sound else ():
        statement = voices.statement(fact)
        if statement in sound and fact.number is not None:
            renditions[statement, fact.report].append(fact)
    for (statement, report), facts in sorted(renditions.items()):
        for model in sound[statement]:
            broken = _broken(model, facts, material)
            if broken is not None and (report, id(broken.total[0])) not in told:
                told.add((report, id(broken.total[0])))
                yield broken


def told_across(found: Sequence[Sum], material: Material, voices: Voices) -> Iterator[Sum]:
    """Yield the sums whose total stands in one rendition of a statement, and whose parts in another."""
    told = {(fact.measure, fact.unit, fact.number) for one in found for fact in one.total}
    renditions: dict[int, dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in material.facts:
        statement = voices.statement(fact)
        if statement is not None and fact.number is not None and is_summed(fact) and not fact.coded:
            renditions[statement][fact.report].append(fact)
    for _, by_report in sorted(renditions.items()):
        for totals, parts in across(by_report):
            lead = totals[0]
            elsewhere = any(material.places.compare(part.where, lead.where) is Relation.APART for part in parts)
            if not elsewhere and (lead.measure, lead.unit, lead.number) not in told:
                made = figure(parts)
                yield Sum(tuple(totals), tuple(parts), holds=True, expected=made, stated=made)


def _broken(model: Sum, facts: Sequence[Fact], material: Material) -> Sum | None:
    """Return a sum that holds elsewhere as one rendition has it; None where it holds, or a figure is missing."""
    whole, parts = model.total[0], _of_one_report(model)
    slip = misprint(whole, parts, facts, material)
    if slip is not None:
        expected = figure(slip.parts)
        stated = figure([slip.total])
        return Sum((slip.total,), slip.parts, holds=False, expected=expected, stated=stated, misprint=slip[2:])
    total, *found = (_counterpart(fact, facts, material) for fact in (whole, *parts))
    given = [part for part in found if part is not None]
    if total is None or total.interval is None or len(given) < len(found):
        return None
    if len({id(fact) for fact in (total, *given)}) <= len(given):
        return None  # a rendition without the total tells of a part
    expected = figure(given)
    certain = all(fact.coded for fact in (total, *given)) or is_slip((expected, expected), total.number)
    if not certain or total.interval[0] <= expected <= total.interval[1]:
        return None
    return Sum((total,), tuple(given), holds=False, expected=expected, stated=figure([total]))


def _of_one_report(found: Sum) -> list[Fact]:
    return [fact for fact in found.parts if fact.report == found.total[0].report]


def _counterpart(fact: Fact, facts: Sequence[Fact], material: Material) -> Fact | None:
    """Return the fact of another rendition for the same quantity; one with the same figure first."""
    fitting = [
        other
        for other in facts
        if (other.measure, other.unit, other.claim.change) == (fact.measure, fact.unit, fact.claim.change)
        and other.of == fact.of
        and other.by == fact.by
        and material.places.keys(other.where) == material.places.keys(fact.where)
        and compare_days(other.when, fact.when).compatible
    ]
    return min(fitting, key=lambda other: (other.number != fact.number, other.position), default=None)
