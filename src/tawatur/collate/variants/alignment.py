"""The renditions of one statement side by side: its readings, each with the witnesses that carry it.

A **reading** is a figure with what it is said of. Facts of several renditions that state one number of one measure,
with no slot that speaks against it, carry one reading. Witnesses are renditions, copies counted once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tawatur.collate.copies.copies import Copies
from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.named_times import date_otherwise
from tawatur.collate.facts.periods import NAMED_DAYS, is_tally, is_vaguer, start_apart
from tawatur.collate.facts.places import Where
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import Number, drops_digit, is_slip, is_transposed
from tawatur.collate.quantities.tolls import raises_toll, runs_up
from tawatur.collate.quantities.wholes import count_one
from tawatur.collate.statements.renditions import Rendition
from tawatur.collate.statements.statements import Statement

#: Below this many bits equal figures of a part and a whole (2 killed, 2 leaders) are different things.
_TELLING = 4.0
#: Equal figures beside two tell so many bits together where they are one event's.
_COMPANY = 5.0
#: Readings in common tell so many bits together where two reports have nothing but one utterance.
_IN_COMMON = 12.0
_PARTLY = frozenset({Relation.WITHIN, Relation.HOLDS, Relation.OVERLAPS})
#: What a program takes fighters for of whom it found nothing said.
_COUNTED = "strength"
#: What it takes victims for, of whom another report may tell that they died.
_CASUALTIES = "casualties"
#: Measures that outlets use for one another of the same people: taken, and in custody.
ONE_MEASURE = {"held": "detained", "repatriated": "returned"}


@dataclass(eq=False)
class Reading:
    """One figure as some of a statement's witnesses have it; `lead` is the fact with most of its slots stated."""

    lead: Fact
    facts: list[Fact]
    witnesses: frozenset[int] = frozenset()

    @property
    def reports(self) -> frozenset[int]:
        """The reports that have it, copies each for itself: a copy may garble what its exemplar has."""
        return frozenset(fact.report for fact in self.facts)

    @property
    def number(self) -> Number | None:
        """The number read; None for words that carry none."""
        return self.lead.number


class Alignment:
    """A statement's readings.

    `misprints` are the ids of facts that stand for each other in a sum: one that fails, and one that holds.
    """

    def __init__(
        self,
        statement: Statement,
        material: Material,
        copies: Copies,
        misprints: Collection[tuple[int, ...]] = (),
    ) -> None:
        self._misprints = misprints
        self.statement = statement
        self.material = material
        self._copies = copies
        self.readings: list[Reading] = self._read(statement.facts)
        for reading in self.readings:
            reading.witnesses = self.witnesses(reading.facts)
        self._contradicted: dict[int, bool] = {}
        self._by_measure: dict[tuple[str, str], list[Reading]] = defaultdict(list)
        for reading in self.readings:
            self._by_measure[reading.lead.measure, reading.lead.unit].append(reading)

    def witnesses(self, facts: list[Fact]) -> frozenset[int]:
        """Return the witnesses that carry the facts, copies as one."""
        return frozenset(self._copies.group_of[fact.report] for fact in facts)

    def kind(self, fact: Fact) -> tuple[object, ...]:
        """Return all by which a fact is told apart from others slot by slot: who has one kind differ in no slot."""
        of_day = fact.coded and fact.when is not None and fact.when.length == 1
        named = self.material.names_day(fact) if of_day else None
        slots = (fact.of, fact.by, fact.where, fact.when, fact.loose)
        return (*slots, self.measure(fact), fact.unit, fact.number, fact.coded, fact.claim.when_rule, named)

    def slots(self, one: Fact, other: Fact) -> dict[str, Relation]:
        """Return how slots stand to each other, a vaguer place or time counting as no difference.

        A place list that leaves out places of the other's (Syria for Iraq and Syria) is a difference, a place in
        another (a valley, its province) is not; nor is a day in a month, but a half-year in a year is.
        """
        slots = dict(self.material.slots(one, other))
        if slots["where"].nested:
            sublist = self.material.places.is_sublist(one.where, other.where)
            scope = is_tally(one.when) and is_tally(other.when) and _is_country(one.where, other.where)
            slots["where"] = Relation.APART if sublist or scope else Relation.SAME
        else:
            unknown = slots["where"] is Relation.UNKNOWN
            apart = unknown and (self._are_other_names(one, other) or self._lie_apart(one, other))
            slots["where"] = Relation.APART if apart or slots["where"] is Relation.OVERLAPS else slots["where"]
        if self._are_other_days(one, other) or (one.coded and other.coded and start_apart(one.when, other.when)):
            slots["when"] = Relation.APART
        elif is_vaguer(one.when, other.when):
            slots["when"] = Relation.SAME
        elif slots["when"] in _PARTLY or self._are_other_tallies(one, other):
            slots["when"] = Relation.APART
        for name in ("of", "by"):
            if slots[name].nested or slots[name] is Relation.OVERLAPS:
                slots[name] = Relation.SAME if name == "by" or one.bits >= _TELLING else slots[name]
        return slots

    def is_misprint(self, one: Reading, other: Reading) -> bool:
        """Tell whether two readings stand for each other in a sum that holds by one of them."""
        pairs = [(id(first), id(second)) for first in one.facts for second in other.facts] if self._misprints else []
        return any(pair in self._misprints or pair[::-1] in self._misprints for pair in pairs)

    def is_foreign(self, reading: Reading) -> bool:
        """Tell whether only renditions under another origin's name carry a reading: it may be that origin's own."""
        misnamed = {id(fact) for rendition in self.statement.misnamed for fact in rendition.facts}
        return all(id(fact) in misnamed for fact in reading.facts)

    def is_misread(self, rendition: Rendition) -> bool:
        """Tell whether a program took another for the origin that a report names as well."""
        if all(fact.coded for fact in rendition.facts):
            return False
        text = self.material.reports[rendition.report].text
        return self.material.actors.is_named(self.statement.origin, text)

    def is_raised_toll(self, one: Reading, other: Reading) -> bool:
        """Tell whether the higher of two figures is only the later toll of one event."""
        low, high = sorted((one, other), key=lambda reading: reading.number or (0.0, 0.0))
        if raises_toll(low.facts, high.facts, self.material, one_origin=True):
            return True
        read = not all(fact.coded for fact in (*low.facts, *high.facts))
        if not read or is_transposed(low.number, high.number):
            return False
        dropped = drops_digit(low.number, high.number)
        fallen = is_slip(low.number, high.number) and self._is_told_last(low, high)
        if (dropped or fallen) and self.keep_company(low, high):
            return False  # 5 killed for 25, with the same 38 hurt: the rest of the toll has not risen
        return runs_up(low.facts, high.facts, self.material)

    def _is_told_last(self, low: Reading, high: Reading) -> bool:
        """Tell whether a report of the lower of two figures is no earlier than any of the higher one, beside others."""
        days = [
            [date for report in reading.reports if (date := self.material.dates[report]) is not None]
            for reading in (low, high)
        ]
        return len(low.witnesses) > 1 and bool(days[0] and days[1]) and max(days[0]) >= max(days[1])

    def keep_company(self, one: Reading, other: Reading) -> bool:
        """Tell whether equal figures that tell enough stand beside two readings."""
        beside: list[dict[object, float]] = [{}, {}]
        for side, reading in zip(beside, (one, other), strict=True):
            for fact in reading.facts:
                side.update({key: mate.bits for key, mate in self.material.beside(fact).items()})
        return sum(beside[0][key] for key in beside[0].keys() & beside[1].keys()) >= _COMPANY

    def share_more(self, one: Reading, other: Reading) -> bool:
        """Tell whether reports of two readings have other readings in common that tell who utters them."""
        others = (reading for reading in self.readings if reading.number != one.number)
        return sum(r.lead.bits for r in others if r.reports & one.reports and r.reports & other.reports) >= _IN_COMMON

    def count_one(self, one: Reading, other: Reading) -> bool:
        """Tell whether a program read two figures for one count: the same part of both, or both of the same whole."""
        read = not all(fact.coded for fact in (*one.facts, *other.facts))
        return read and count_one(one.facts, other.facts, self.material)

    def _are_other_names(self, one: Fact, other: Fact) -> bool:
        """Tell whether two places that the packs can't set in relation are named apart, each by one name, by hands."""
        if len(one.where) != 1 or len(other.where) != 1 or not (one.coded and other.coded):
            return False
        return self.material.places.are_other_names(one.where[0], other.where[0])

    def _are_other_tallies(self, one: Fact, other: Fact) -> bool:
        """Tell whether two long periods that share most of their time are named apart: since the 3rd, the 12th."""
        long = one.when != other.when and is_tally(one.when) and is_tally(other.when)
        return long and date_otherwise(one, other, self.material)

    def _are_other_days(self, one: Fact, other: Fact) -> bool:
        """Tell whether two facts are of two days that their own words name: `on Sunday`, `on Monday`."""
        return one.when != other.when and all(
            fact.when is not None
            and fact.when.length == 1
            and (
                self.material.names_day(fact)
                if fact.coded
                else fact.claim.when_rule in NAMED_DAYS and "when" not in fact.loose
            )
            for fact in (one, other)
        )

    def _lie_apart(self, one: Fact, other: Fact) -> bool:
        """Tell whether both facts' own words name towns far from each other, though of one province."""
        if "where" in one.loose | other.loose:
            return False
        return self.material.places.lie_apart(one.where, other.where)

    def tells_both(self, one: Reading, other: Reading) -> bool:
        """Tell whether reports of one reading give the other's number as well, of the same measure.

        Who gives both takes them for two things, though a place or a period may have been read wrongly; not where hands
        coded the number for another party, of which the statement has it too.
        """
        given: dict[int, set[Number | None]] = defaultdict(set)
        for reading in self.readings:
            if (reading.lead.measure, reading.lead.unit) == (one.lead.measure, one.lead.unit):
                if reading.lead.coded and self.slots(reading.lead, one.lead)["of"] is Relation.APART:
                    continue
                for report in reading.reports:
                    given[report].add(reading.number)
        return any(
            reading.lead.bits >= _TELLING and any(reading.number in given[report] for report in against.reports)
            for reading, against in ((one, other), (other, one))
        )

    def report_has_both(self, one: Reading, other: Reading) -> bool:
        """Tell whether a report of one of two readings also has the other's measure with its number, from anybody."""
        return any(
            (fact.measure, fact.number) == (against.lead.measure, against.number)
            for reading, against in ((one, other), (other, one))
            for report in {fact.report for fact in reading.facts}
            for fact in self.material.facts_of[report]
        )

    def has_more_of_its_own(self, odd: Reading, norm: Reading) -> bool:
        """Tell whether the odd reading's reports have other figures of its measure that the norm's don't have.

        A program can't tell which of them stands for the norm's, unless the digits are the same.
        """
        if is_transposed(odd.number, norm.number) or all(fact.coded for fact in odd.facts):
            return False
        own, others = (self._figures_in(reading) for reading in (odd, norm))
        rest = own - others - {odd.number}
        if is_slip(odd.number, norm.number) and self.keep_company(odd, norm):
            rest = {number for number in rest if is_slip(number, norm.number)}
        return bool(rest)

    def _figures_in(self, reading: Reading) -> set[Number | None]:
        """Return all figures of a reading's measure in the reports that have it."""
        return {
            fact.number
            for report in {fact.report for fact in reading.facts}
            for fact in self.material.facts_of[report]
            if (fact.measure, fact.unit) == (reading.lead.measure, reading.lead.unit)
            and fact.number is not None
            and all(self.slots(fact, reading.lead)[name].compatible for name in ("of", "where", "when"))
        }

    def is_contradicted(self, reading: Reading) -> bool:
        """Tell whether other witnesses give another number for the very quantity of a reading."""
        if id(reading) not in self._contradicted:
            self._contradicted[id(reading)] = any(
                self._contradicts(other, reading)
                for other in self._by_measure[reading.lead.measure, reading.lead.unit]
                if other is not reading
            )
        return self._contradicted[id(reading)]

    def _contradicts(self, other: Reading, reading: Reading) -> bool:
        if other.number is None or other.number == reading.number or other.reports & reading.reports:
            return False
        slots = self.slots(other.lead, reading.lead)
        return all(slots[name] is Relation.SAME for name in ("of", "where", "when"))

    def names_elsewhere(self, odd: Reading, norm: Reading) -> bool:
        """Tell whether the odd reading's sentences name a place of the norm's that the reading leaves out."""
        missing = [place for place in norm.lead.where if place not in odd.lead.where]
        return any(self.material.names_place(fact, place) for fact in odd.facts for place in missing)

    def names_time(self, odd: Reading, norm: Reading) -> bool:
        """Tell whether the odd reading's sentences hold words by which the norm is dated, beside those of its own time.

        Of two times in one sentence a program may have taken the other's.
        """
        own = [words for fact in odd.facts for words in self.material.time_words(fact)]
        told = [words for fact in norm.facts for words in self.material.time_words(fact)]
        others = [words for words in told if not any(words & mine for mine in own)]
        return any(self.material.says(fact, words) for fact in odd.facts if not fact.coded for words in others)

    def date_otherwise(self, odd: Reading, norm: Reading) -> bool:
        """Tell whether two readings are dated by names, each of which the other's text has nowhere."""
        return any(date_otherwise(fact, mate, self.material) for fact in odd.facts for mate in norm.facts)

    def names_other_party(self, odd: Reading, norm: Reading) -> bool:
        """Tell whether the words of an odd reading name the norm's party, which a program then passed over."""
        others = norm.lead.of - odd.lead.of
        return any(self.material.names_party(fact, party) for fact in odd.facts for party in others)

    def _read(self, facts: list[Fact]) -> list[Reading]:
        buckets: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
        self._told_as = _outcomes(facts)
        for fact in facts:
            if not isinstance(fact.claim.low, str):
                stated = fact.number or (fact.claim.low, fact.claim.high, fact.claim.bound)
                buckets[self.measure(fact), fact.unit, fact.claim.change, stated].append(fact)
        readings: list[Reading] = []
        for bucket in buckets.values():
            own: list[Reading] = []
            for fact in sorted(bucket, key=lambda fact: (-_stated(fact), fact.position)):
                fitting = [reading for reading in own if self._carries(fact, reading)]
                if fitting:
                    max(fitting, key=lambda reading: (self._agreeing(fact, reading), len(reading.facts))).facts.append(
                        fact
                    )
                else:
                    own.append(Reading(fact, [fact]))
            readings += own
        readings.sort(key=lambda reading: reading.lead.position)
        return readings

    def measure(self, fact: Fact) -> str:
        """Return a fact's measure as the statement's renditions have it, where its own report leaves it open."""
        told = self._told_as.get(fact.number) if self._is_untold(fact) else None
        return told or ONE_MEASURE.get(fact.measure, fact.measure)

    def _is_untold(self, fact: Fact) -> bool:
        """Tell whether a program was not told what befell those counted: `fighters`, `victims`."""
        if fact.coded or fact.measure not in (_COUNTED, _CASUALTIES):
            return False
        return fact.measure == _COUNTED or any(has_cue("victims", text) for text in self.material.sentences(fact))

    def _agreeing(self, fact: Fact, reading: Reading) -> int:
        """Return in how many slots a fact says what a reading says: of several that fit it, it carries the nearest."""
        slots = self.slots(fact, reading.lead)
        return sum(slots[name] is Relation.SAME for name in ("of", "where", "when"))

    def _carries(self, fact: Fact, reading: Reading) -> bool:
        slots = self.slots(fact, reading.lead)
        if fact.bits < _TELLING and fact.of and reading.lead.of and slots["of"] is not Relation.SAME:
            return False  # 2 militants are not the 2 leaders
        return all(slots[name].compatible for name in ("of", "where", "when"))


def _outcomes(facts: Iterable[Fact]) -> dict[Number | None, str]:
    """Return what befell as many people as a program found nothing said of: of 29 fighters, that they were killed."""
    found: dict[Number | None, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.unit == "person" and fact.measure not in (_COUNTED, _CASUALTIES) and fact.bits >= _TELLING:
            found[fact.number].add(fact.measure)
    return {number: next(iter(measures)) for number, measures in found.items() if len(measures) == 1}


def _is_country(one: Where, other: Where) -> bool:
    """Tell whether one of two nested places is a country and the other a single place in it."""
    return any("," not in place for place in (*one, *other)) and len(one) == len(other) == 1


def _stated(fact: Fact) -> int:
    """Return how many slots the fact's own sentence states, twice, and how many are filled at all."""
    filled = {name for name in ("of", "where", "when") if getattr(fact, name)}
    return len(filled - fact.loose) * 2 + len(filled & fact.loose)
