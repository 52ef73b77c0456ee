"""Variants: where the renditions of one statement part ways, slot by slot.

Two readings are told apart by one slot: the same number of another measure, place, period or party, or another
number of the same quantity. A number that stands elsewhere in the statement was moved there (the attacks' 153 printed
as operations), which says more than that a value differs, so it is reported as the slot that moved. A reading is odd
where fewer witnesses have it than the other; with as many on both sides neither is, unless a side is borne out by who
parts from it in another slot, or another figure's witnesses show whose slip it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tawatur.collate.facts.partial import is_of_others
from tawatur.collate.facts.periods import TOLD_RULES, WITHIN, is_tally
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import is_slip, is_transposed, meet
from tawatur.collate.variants.alignment import Alignment, Reading
from tawatur.collate.variants.ascriptions import doers, sources
from tawatur.collate.variants.columns import is_rounded, partings_by_column
from tawatur.collate.variants.exchanges import are_exchanged, are_two_parties, has_counterpart
from tawatur.collate.variants.misprints import misprints
from tawatur.collate.variants.own_words import each_names_its_own, told_at_figure
from tawatur.collate.variants.partings import Variant, ordered
from tawatur.collate.variants.qualifiers import bounds, modalities
from tawatur.collate.variants.support import Support
from tawatur.model import Slot

#: A number says that it was moved from one measure to another only where it tells this many bits.
_MOVED = 5.0
_MOVED_UNIT = 6.0
_SEVERAL_TIMES = 3.0
#: From so many digits on, one digit that differs is a misprint sooner than another count.
_THREE_DIGITS = 100
#: A number of so many bits is moved from place to place, not found in two by chance.
_RARE = 8.0
#: What a figure of four digits tells.
_FOUR_DIGITS = 10.5
#: So many witnesses of one reading outweigh a program's misreading of another.
_SURE_WITNESSES = 3
#: The rule of a time that only its beginning is told of.
_SINCE = "since"
_MOVED_SETTLED = 4.0
_MOVED_CONTRADICTED = 3.3
_MOVED_SMALL = 2.5
_MOVABLE: tuple[Slot, ...] = ("of", "where", "when")
#: Measures of acts on things, between which a program goes by the verb alone.
_ON_THINGS = frozenset({"attacks", "destroyed", "airstrikes"})
_LIVING = frozenset({"inhabitants", "camp_population", "displaced"})
_PEOPLE = frozenset({"person", "household"})
_UNCOUNTED_UNITS = frozenset({"percent", "date", "other"})


def find_variants(alignment: Alignment) -> list[Variant]:
    """Return the variants of one statement, one for each slip."""
    partings = _as_one_slip(list(_partings(alignment)))
    moved = {id(one.odd) for one in partings if one.slot != "value" and one.clear}
    told = any(one.slot != "value" for one in partings)
    gathered: dict[tuple[object, ...], list[_Parting]] = defaultdict(list)
    for one in partings:
        if one.slot == "value" and (id(one.odd) in moved or (told and are_exchanged(one.odd, one.norm, alignment))):
            continue
        witnesses = one.odd.witnesses if one.clear else one.odd.witnesses | one.norm.witnesses
        gathered[(one.clear, witnesses, *_slip(one.slot, one.odd, one.norm))].append(one)
    variants = [_gather(together) for together in gathered.values()]
    variants += _columns(alignment, variants)
    variants += misprints(alignment, variants)
    variants += doers(alignment)
    variants += bounds(alignment)
    variants += modalities(alignment)
    variants += sources(alignment)
    return variants


def _columns(alignment: Alignment, told: list[Variant]) -> Iterator[Variant]:
    """Yield what telling figures show slot by slot, beside what is told of whole readings."""
    known = {(variant.slot, id(fact)) for variant in told for fact in (variant.odd or variant.norm)}
    for slot, odd, norm, sure in partings_by_column(alignment):
        parting = _Parting(slot, odd, norm, clear=True)
        if any((slot, id(fact)) in known for fact in odd.facts) or not (sure or _is_sure(alignment, parting)):
            continue
        yield _gather([parting])


class _Parting(NamedTuple):
    """Two readings that differ in one slot, whether most witnesses have the norm, and who bear the norm out."""

    slot: Slot
    odd: Reading
    norm: Reading
    clear: bool
    borne_out: tuple[Reading, ...] = ()

    @property
    def witnesses(self) -> tuple[int, int]:
        """How many witnesses the odd reading has, and how many the norm, with those who bear it out."""
        return len(self.odd.witnesses), len(self.norm.witnesses.union(*(one.witnesses for one in self.borne_out)))


def _partings(alignment: Alignment) -> Iterator[_Parting]:
    """Yield the readings that differ in one slot, each odd one against the norm that most witnesses have."""
    readings = [
        reading for reading in alignment.readings if reading.number is not None and not reading.lead.claim.change
    ]
    by_number: dict[object, list[Reading]] = defaultdict(list)
    by_measure: dict[object, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_number[reading.number].append(reading)
        by_measure[alignment.measure(reading.lead), reading.lead.unit].append(reading)
    pairs = [(one, other) for group in (*by_number.values(), *by_measure.values()) for one, other in _pairs(group)]
    parted = [(slot, *pair) for pair in pairs if (slot := _parting(alignment, *pair)) is not None]
    support = Support(parted)
    best: dict[tuple[Slot, int], _Parting] = {}
    for slot, one, other in parted:
        parting = _sided(slot, one, other, support)
        if not _is_sure(alignment, parting):
            continue
        key = (slot, id(parting.odd))
        if key not in best or parting.witnesses[1] > best[key].witnesses[1]:
            best[key] = parting
    yield from best.values()


def _sided(slot: Slot, one: Reading, other: Reading, support: Support) -> _Parting:
    """Return a parting with the odd side told: whose witnesses are fewer; of as many, who is borne out by fewer."""
    odd, norm = sorted((one, other), key=lambda reading: (len(reading.witnesses), reading.lead.position))
    if len(odd.witnesses) < len(norm.witnesses):
        return _Parting(slot, odd, norm, clear=True)
    ways = [
        _Parting(slot, *way, clear=True, borne_out=tuple(support.of(slot, way[1], way[0])))
        for way in ((odd, norm), (norm, odd))
    ]
    if ways[0].witnesses[1] == ways[1].witnesses[1]:
        return _Parting(slot, odd, norm, clear=False)
    return max(ways, key=lambda way: way.witnesses[1])


def _as_one_slip(partings: list[_Parting]) -> list[_Parting]:
    """Return the partings, those that nobody decides sided as the same slip of the same witness is elsewhere.

    Who dates two of a statement's figures to another month, of which only one stands in a third report, has misdated
    both.
    """
    clear = {(one.odd.witnesses, *_slip(one.slot, one.odd, one.norm)) for one in partings if one.clear}
    sided = []
    for one in partings:
        ways = [one] if one.clear or one.slot == "value" else [one, one._replace(odd=one.norm, norm=one.odd)]
        shown = [way for way in ways if (way.odd.witnesses, *_slip(way.slot, way.odd, way.norm)) in clear]
        sided.append(shown[0]._replace(clear=True) if len(shown) == 1 else one)
    return sided


def _is_sure(alignment: Alignment, parting: _Parting) -> bool:
    """Tell whether a difference is the outlets' and not our reading's: coded by hand, or told by enough.

    Of what a program read, a slot needs a majority, a place its sentence's silence on the other's places, a time that
    the odd side names; and a figure must look like a slip of the other (digits transposed, or one dropped, added or
    changed) where fewer than three witnesses carry the norm.
    """
    slot, odd, norm = parting.slot, parting.odd, parting.norm
    few, most_witnesses = parting.witnesses
    if all(fact.coded for fact in (*odd.facts, *norm.facts)) or alignment.is_misprint(odd, norm):
        return True
    if slot == "value" and alignment.count_one(odd, norm):
        return True
    at_figure = slot == "where" and told_at_figure(slot, odd, alignment)
    if slot == "where" and ((not at_figure and alignment.names_elsewhere(odd, norm)) or not _is_near(odd, norm)):
        return False
    if slot == "where" and odd.lead.bits < _RARE and not _share_company(odd, norm, alignment):
        return False  # sixteen dead in each of two towns
    if slot == "when" and not (
        _is_told(odd)
        or _start_apart(odd, norm, alignment)
        or _last_otherwise(odd, norm)
        or alignment.date_otherwise(odd, norm)
    ):
        return False
    if slot == "when" and alignment.names_time(odd, norm):
        return False
    if slot == "measure" and "other" in {odd.lead.measure, norm.lead.measure}:
        return False  # a measure that a program did not find is none that an outlet changed
    measures = {odd.lead.measure, norm.lead.measure}
    if slot == "measure" and ("strength" in measures or alignment.report_has_both(odd, norm)):
        return False  # how many a cell was of which so many were detained; so many dead, of the hurt as many
    if slot == "measure" and measures <= _LIVING:
        return False  # who lives somewhere now was driven there
    if slot == "measure" and measures <= _ON_THINGS and ("destroyed" in measures or odd.lead.unit == "site"):
        return False  # what one outlet has blown up another has destroyed
    if slot == "of" and not _is_other_party(odd, norm, alignment):
        return False
    if slot == "where" and alignment.slots(odd.lead, norm.lead)["of"] is not Relation.SAME and odd.lead.bits < _RARE:
        return False
    if slot == "where" and not parting.borne_out:
        few, most_witnesses = (len(_telling(reading, slot, alignment)) for reading in (odd, norm))
    if slot != "value":
        even = few == most_witnesses
        return most_witnesses > max(1, few) or (even and each_names_its_own(slot, odd, norm, alignment))
    if alignment.is_foreign(odd) or alignment.is_foreign(norm):
        return False
    if any(is_of_others(fact, alignment.material) for fact in (*odd.facts, *norm.facts)):
        return False
    if _is_one_man(odd) or _is_one_man(norm) or _adds_up_to(odd, norm, alignment):
        return False
    if alignment.has_more_of_its_own(odd, norm):
        return False  # of two figures that look like one misprinted, neither is
    least, most = sorted(one.number[0] if one.number else 0.0 for one in (odd, norm))
    slots = alignment.slots(odd.lead, norm.lead)
    settled = all(slots[name] is Relation.SAME for name in _MOVABLE) and odd.lead.when == norm.lead.when
    if is_slip(odd.number, norm.number):
        if settled or least >= _THREE_DIGITS or is_transposed(odd.number, norm.number):
            return True
        # two who have one figure beside others that the third has as well
        kept = few < most_witnesses > 1 and alignment.keep_company(odd, norm)
        return kept and not is_rounded(odd.lead, norm.lead)
    return settled and most_witnesses >= _SURE_WITNESSES and most <= _SEVERAL_TIMES * least


def _telling(reading: Reading, slot: Slot, alignment: Alignment) -> frozenset[int]:
    """Return the witnesses of a reading whose own words fill a slot: what was carried over shows nothing."""
    return alignment.witnesses([fact for fact in reading.facts if getattr(fact, slot) and slot not in fact.loose])


def _is_told(reading: Reading) -> bool:
    return all(fact.claim.when_rule in TOLD_RULES for fact in reading.facts)


def _last_otherwise(odd: Reading, norm: Reading) -> bool:
    """Tell whether both sides count within a time of their own length: `within a month` here, `within a week` there."""
    facts = (*odd.facts, *norm.facts)
    return all(fact.claim.when_rule == WITHIN and "when" not in fact.loose for fact in facts)


def _is_other_party(odd: Reading, norm: Reading, alignment: Alignment) -> bool:
    """Tell whether an odd reading counts other people: known ones, and its own words don't name the norm's.

    Of acts a program takes now the target, now whose land it is.
    """
    actors = alignment.material.actors
    known = all(actors.is_known(party) or actors.is_state(party) for party in odd.lead.of | norm.lead.of)
    return known and odd.lead.unit in _PEOPLE and not alignment.names_other_party(odd, norm)


def _start_apart(odd: Reading, norm: Reading, alignment: Alignment) -> bool:
    """Tell whether a rare figure is counted since one day in all of one side and since another in all of the other.

    What a sentence goes on to count has the day of the figure before it.
    """
    if any(alignment.material.follows(fact) for fact in odd.facts):
        return False
    starts = [{fact.when.start for fact in reading.facts if fact.when is not None} for reading in (odd, norm)]
    since = all(fact.claim.when_rule == _SINCE for fact in (*odd.facts, *norm.facts))
    return since and odd.lead.bits >= _RARE and len(starts[0]) == len(starts[1]) == 1 and starts[0] != starts[1]


def _is_near(odd: Reading, norm: Reading) -> bool:
    """Tell whether an odd place is of the norm's countries and no more than its places: else a program misread it.

    It takes one land's place for another's of its name; a rare figure that its own sentence puts somewhere is there.
    """
    if set(odd.lead.where) > set(norm.lead.where):
        return False
    countries = [{place.rsplit(", ", 1)[-1] for place in reading.lead.where} for reading in (odd, norm)]
    named = all("," in place and "where" not in fact.loose for fact in odd.facts for place in fact.where)
    return bool(countries[0] & countries[1]) or (named and odd.lead.bits >= _RARE and len(norm.witnesses) > 1)


def _share_company(odd: Reading, norm: Reading, alignment: Alignment) -> bool:
    """Tell whether the reports of a figure in two places have more in common, or it is a tally of one time."""
    if all(is_tally(one.when) and "when" not in one.loose for one in (odd.lead, norm.lead)):
        return True
    return alignment.keep_company(odd, norm) or alignment.share_more(odd, norm)


def _is_one_man(reading: Reading) -> bool:
    return reading.number is not None and reading.number[0] <= 1


def _adds_up_to(odd: Reading, norm: Reading, alignment: Alignment) -> bool:
    """Tell whether a report counts in parts what others count at once: `an officer and three soldiers`, four men."""
    if odd.number is None or norm.number is None:
        return False
    low, high = sorted((odd, norm), key=lambda reading: reading.number or (0.0, 0.0))
    assert low.number is not None
    assert high.number is not None
    rest = high.number[0] - low.number[0]
    material = alignment.material
    return any(
        other.measure == fact.measure and other.number == (rest, rest) and material.one_sentence(fact, other)
        for fact in low.facts
        for other in material.facts_of[fact.report]
        if other is not fact
    )


def _pairs(group: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    for at, one in enumerate(group):
        for other in group[at + 1 :]:
            if not one.reports & other.reports:  # a report that has both takes them for two things
                yield one, other


def _parting(alignment: Alignment, one: Reading, other: Reading) -> Slot | None:
    """Return the one slot in which two readings differ; None where they don't, or in more than one."""
    first, second = one.lead, other.lead
    slots = alignment.slots(first, second)
    if alignment.is_misprint(one, other):
        return "value"
    if one.number == other.number:
        contradicted = any(alignment.is_contradicted(reading) for reading in (one, other))
        return _moved_slot(one, other, alignment, contradicted=contradicted)
    if first.interval is None or second.interval is None or meet(first.interval, second.interval):
        return None
    if first.coded and second.coded and (first.of < second.of or second.of < first.of) and first.of and second.of:
        return None  # 11 children, 18 women and children
    if alignment.count_one(one, other):
        here = slots["where"] is Relation.SAME and all(relation.compatible for relation in slots.values())
        return "value" if here and not alignment.tells_both(one, other) else None
    one_party = slots["of"] is Relation.SAME or (bool(first.of and second.of) and slots["of"] is Relation.UNKNOWN)
    # a party that a program read on one side only is no other party where the figures look like one misprinted
    one_party = one_party or (slots["of"] is Relation.UNKNOWN and is_slip(one.number, other.number))
    one_place = slots["where"] is Relation.SAME or (
        # so is a place that a program carried over on one side
        slots["where"] is Relation.UNKNOWN and is_slip(one.number, other.number)
    )
    full = one_party and one_place and slots["when"].compatible
    bare = first.of == second.of and first.where == second.where and slots["when"].compatible
    if alignment.is_raised_toll(one, other) or alignment.tells_both(one, other):
        return None
    if has_counterpart(one, other, alignment):
        return None
    even = len(one.witnesses) == len(other.witnesses)
    coded = all(fact.coded for fact in (*one.facts, *other.facts))
    loosely = coded and not even and all(slots[name].compatible for name in ("of", "where", "when"))
    # the same four digits or more in another order are one figure, whatever place and time a program read of it
    misprinted = not coded and min(first.bits, second.bits) >= _FOUR_DIGITS and is_transposed(one.number, other.number)
    if misprinted and first.measure == second.measure:
        return "value"
    if not (full or bare or loosely):
        return None
    settled = slots["when"] is Relation.SAME and slots["where"] is Relation.SAME
    transposed = first.bits >= _MOVED and is_transposed(one.number, other.number)  # 345 and 354: one is a misprint
    if even and not (settled or transposed):
        return None
    if slots["by"] is Relation.APART and (even or not is_slip(one.number, other.number)):
        return None
    return "value"


def _moved_slot(one: Reading, other: Reading, alignment: Alignment, *, contradicted: bool) -> Slot | None:
    """Return the one slot in which two readings of one number differ.

    A telling number needs no more. A small one needs all other slots the same, and two witnesses more for one side, or,
    where it counts the same, reports that have more in common, or that other witnesses contradict it where it stands:
    what is 13 here is 30 there, and 13 elsewhere.
    """
    first, second = one.lead, other.lead
    slots = alignment.slots(first, second)
    clear = abs(len(one.witnesses) - len(other.witnesses)) > 1
    if alignment.measure(first) != alignment.measure(second) or first.unit != second.unit:
        settled = slots["where"] is Relation.SAME and slots["when"] is Relation.SAME
        if first.unit != second.unit:  # 191 families, 191 persons; but 32 attacks on 32 schools
            counted = _UNCOUNTED_UNITS.isdisjoint((first.unit, second.unit)) and first.measure not in _ON_THINGS
            counted = counted and (first.measure == second.measure or first.bits >= _RARE)
            return "measure" if counted and settled and first.bits >= _MOVED_UNIT else None
        if not (slots["where"].compatible and slots["when"].compatible):
            return None
        moved = first.bits >= _MOVED or (clear and settled and first.bits >= _MOVED_SMALL)
        return "measure" if moved or (contradicted and settled and first.bits >= _MOVED_CONTRADICTED) else None
    differing: list[Slot] = [name for name in _MOVABLE if slots[name] is Relation.APART]
    if len(differing) != 1 or (differing == ["of"] and not are_two_parties(first, second, alignment)):
        return None
    settled = all(slots[name] is Relation.SAME for name in _MOVABLE if name not in differing)
    clear = clear or alignment.share_more(one, other)
    floor = _MOVED_SMALL if clear else _MOVED_CONTRADICTED if contradicted else _MOVED_SETTLED
    return differing[0] if first.bits >= _MOVED or (settled and first.bits >= floor) else None


def _slip(slot: Slot, odd: Reading, norm: Reading) -> tuple[object, ...]:
    """Return what makes several odd readings one slip: all figures dated to the year before, two places exchanged."""
    lead, other = odd.lead, norm.lead
    if slot == "when":
        return slot, frozenset({lead.when, other.when})
    if slot == "where":
        return slot, frozenset({lead.where, other.where})
    if slot in {"of", "by"}:
        return slot, frozenset({getattr(lead, slot), getattr(other, slot)})
    if slot == "measure":
        return slot, frozenset({lead.measure, other.measure})
    return slot, odd.number, norm.number, lead.measure, norm.lead.position


def _gather(together: list[_Parting]) -> Variant:
    odd = ordered([fact for one in together for fact in one.odd.facts])
    norm = ordered([fact for one in together for side in (one.norm, *one.borne_out) for fact in side.facts])
    slot, clear = together[0].slot, together[0].clear
    return Variant(slot, odd, norm) if clear else Variant(slot, (), ordered([*odd, *norm]))
