"""Misprints: one figure of a statement with its digits in another order, whatever a program read of its slots.

Two renditions that share other figures, of which one has 63 detained and the other 36, and neither the other's number
of any fate, have one figure: that two counts of one measure come out as the same digits seldom happens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.partial import is_of_others
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import is_slip, is_transposed
from tawatur.collate.quantities.quantities import UNCOUNTED
from tawatur.collate.variants.alignment import Alignment, Reading
from tawatur.collate.variants.columns import is_rounded
from tawatur.collate.variants.partings import Variant, ordered

#: From so many digits on a figure seldom has another's digits by chance.
_THREE_DIGITS = 100
_TWO_DIGITS = 10


def misprints(alignment: Alignment, told: Collection[Variant]) -> Iterator[Variant]:
    """Yield the figures of a statement that are one with its digits in another order, beside what is told already."""
    known = {id(fact) for variant in told if variant.slot == "value" for fact in (*variant.odd, *variant.norm)}
    readings: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for reading in alignment.readings:
        if reading.number is None or reading.number[0] < _TWO_DIGITS or reading.lead.claim.change:
            continue
        if not any(fact.coded or id(fact) in known for fact in reading.facts):
            readings[alignment.measure(reading.lead), reading.lead.unit].append(reading)
    for (measure, _), alike in readings.items():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                if measure not in UNCOUNTED and _is_one(one, other, alignment):
                    yield _variant(one, other)


def _is_one(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether two readings are one figure in two prints of it."""
    if one.witnesses & other.witnesses or _has_both(one, other, alignment):
        return False
    least = min(reading.number[0] for reading in (one, other) if reading.number is not None)
    if any(all(is_of_others(fact, alignment.material) for fact in reading.facts) for reading in (one, other)):
        return False
    transposed, company = is_transposed(one.number, other.number), alignment.keep_company(one, other)
    if not transposed and not (company and least >= _THREE_DIGITS and _is_changed(one, other, alignment)):
        return False
    pairs = [(fact, mate) for fact in one.facts for mate in other.facts]
    names = ("of",) if transposed and (company or least >= _THREE_DIGITS) else ("of", "where", "when")
    return any(not _speak_against(fact, mate, names, alignment) for fact, mate in pairs)


def _is_changed(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether one digit of a figure was changed, and no report has more figures that may stand for either."""
    if not is_slip(one.number, other.number) or is_rounded(one.lead, other.lead) or is_rounded(other.lead, one.lead):
        return False
    return not (alignment.has_more_of_its_own(one, other) or alignment.has_more_of_its_own(other, one))


def _speak_against(fact: Fact, mate: Fact, names: tuple[str, ...], alignment: Alignment) -> bool:
    """Tell whether the own sentences of two figures set them apart."""
    loose = fact.loose | mate.loose
    if not all(map(alignment.material.actors.is_known, fact.of | mate.of)):
        loose |= {"of"}  # `the wanted` may be whom another calls by their party
    slots = alignment.slots(fact, mate)
    return any(name not in loose and slots[name] is Relation.APART for name in names)


def _has_both(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Tell whether a report of one figure has the other number as well, of whatever befell such."""
    facts_of = alignment.material.facts_of
    return any(
        (fact.number, fact.unit) == (against.number, against.lead.unit)
        for reading, against in ((one, other), (other, one))
        for report in reading.reports
        for fact in facts_of[report]
    )


def _variant(one: Reading, other: Reading) -> Variant:
    few, many = sorted((one, other), key=lambda reading: (len(reading.witnesses), reading.lead.position))
    if len(few.witnesses) < len(many.witnesses):
        return Variant("value", ordered(few.facts), ordered(many.facts))
    return Variant("value", (), ordered([*few.facts, *many.facts]))
