"""How much the figures that two renditions share tell: their bits, and those of their places and times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawatur.collate.copies.prevalence import Prevalence, figure_key
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import is_event, is_tally
from tawatur.collate.facts.relations import Relation
from tawatur.collate.statements.candidates import quantity_of

#: What it tells that two reports are of one day, or of two that follow each other.
_SAME_DAY = {0: 2.0, 1: 1.0}
#: The most that a shared place and period can tell.
MOST_SETTING = 6.0
#: Units that a program does not take for each other.
_APART = {"person", "event"}
#: After so many days an event is history, and a longer time.
_EVENT_IS_PAST = 45
_YEAR_IS_PAST = 400
#: What one quantity tells for which both give a figure, if another.
_SAME_QUANTITY = 1.0
#: What a program's reading of two days takes from one figure's bits, beside what any other slot takes.
_ANOTHER_DAY = 2.0
#: A figure of so many bits (four digits or so) is one, whatever time was read of it.
_RARE = 10.5
#: What another slot takes from a figure's bits, and what a measure does that is taken for another.
_ANOTHER = 2.0
_TAKEN_FOR_ANOTHER = 1.0
_FAMILIES = (
    frozenset({"killed", "neutralized"}),
    frozenset({"detained", "held"}),
    frozenset({"returned", "repatriated"}),
    frozenset({"attacks", "airstrikes", "operations", "clashes"}),
    frozenset({"displaced", "camp_population", "inhabitants", "beneficiaries"}),
)
#: What it tells that both name one man.
SAME_PERSON = 5.0
_ONE_PLACE = frozenset({Relation.SAME, Relation.WITHIN, Relation.HOLDS})


class Shared(NamedTuple):
    """A figure that two facts share: the bits that it tells, and those of its place and period."""

    fact: Fact
    mate: Fact
    bits: float
    setting: float


def nearness(one: int | None, other: int | None) -> float:
    """Return the bits that two reports' dates tell: of one day, or of the next."""
    return 0.0 if one is None or other is None else _SAME_DAY.get(abs(one - other), 0.0)


class Likeness:
    """Weighs what two sets of facts share; `prevalent` tells which figures are printed every fortnight."""

    def __init__(self, material: Material, prevalent: Prevalence) -> None:
        self._material = material
        self._prevalent = prevalent

    def shared(
        self, first: Sequence[Fact], second: Sequence[Fact], near: float = 0.0, *, one_speaker: bool = False
    ) -> list[Shared]:
        """Return the figures that two sets of facts share, each with what it tells.

        Whom all speak of, only what one speaker says of him on one day tells more.
        """
        by_number: dict[object, list[tuple[int, Fact]]] = defaultdict(list)
        for order, fact in enumerate(sorted(second, key=lambda fact: fact.position)):
            if fact.number is not None:
                by_number[fact.number].append((order, fact))
        found: list[Shared] = []
        taken: set[int] = set()
        for fact in first:
            best: tuple[float, float, int] | None = None
            mates: dict[int, Fact] = {}
            for order, mate in by_number.get(fact.number, ()) if fact.number is not None else ():
                if order in taken or not _may_be_one(fact, mate):
                    continue
                bits, setting = self._shared(fact, mate, near, one_speaker=one_speaker)
                best = max(best or (0.0, 0.0, 0), (bits, setting, -order))
                mates[order] = mate
            if best is not None and best[0] > 0:
                taken.add(-best[2])
                found.append(Shared(fact, mates[-best[2]], best[0], best[1]))
        return found

    def score(self, first: Sequence[Fact], second: Sequence[Fact], shared: Sequence[Shared]) -> float:
        """Return the bits that some shared figures of two sets of facts tell."""
        bits = sum(one.bits for one in shared) + max((one.setting for one in shared), default=0.0)
        return bits + _SAME_QUANTITY * self._other_figures(first, second)

    def part_ways(self, first: Sequence[Fact], second: Sequence[Fact]) -> bool:
        """Tell whether two reports count one event's people, and come to figures that neither has of the other's."""
        given = [{(fact.measure, fact.number) for fact in facts} for facts in (first, second)]
        return any(
            fact.measure == mate.measure
            and fact.number is not None
            and mate.number is not None
            and (fact.measure, fact.number) not in given[1]
            and (mate.measure, mate.number) not in given[0]
            and self._is_one_event(fact, mate)
            for fact in first
            for mate in second
        )

    def _is_one_event(self, fact: Fact, mate: Fact) -> bool:
        """Tell whether two figures are of one event's people, none a part of the other's."""
        slots = self._material.slots(fact, mate)
        return (
            is_event(fact.when)
            and is_event(mate.when)
            and slots["when"] is not Relation.APART
            and slots["where"] in _ONE_PLACE
            and (fact.of == mate.of or slots["of"] is Relation.SAME)
        )

    def _other_figures(self, first: Sequence[Fact], second: Sequence[Fact]) -> int:
        """Return how many quantities both give another figure for: one half-year's killed, 14 or 41."""
        figures: dict[object, set[object]] = defaultdict(set)
        for fact in second:
            if fact.number is not None and fact.where and fact.when and fact.of:
                figures[quantity_of(fact)].add(fact.number)
        keys = {
            quantity_of(fact)
            for fact in first
            if fact.number is not None
            and figures.get(quantity_of(fact))
            and fact.number not in figures[quantity_of(fact)]
        }
        return len(keys)

    def _shared(self, fact: Fact, mate: Fact, near: float, *, one_speaker: bool) -> tuple[float, float]:
        """Return the bits of one shared figure, and of its place and period."""
        bits = max(0.0, fact.bits - self._prevalent.losses.get(figure_key(fact.measure, fact.number), 0))
        if self._may_be_history(fact, mate):
            return 0.0, 0.0
        if bits < _RARE and _are_day_and_tally(fact, mate):
            return 0.0, 0.0
        slots = self._material.slots(fact, mate)
        if fact.persons and mate.persons:
            if not fact.persons & mate.persons:
                return 0.0, 0.0
            bits += SAME_PERSON * near / _SAME_DAY[0] if one_speaker else 0.0
        read = not (fact.coded and mate.coded)
        if fact.measure != mate.measure:
            bits -= _TAKEN_FOR_ANOTHER if read and _may_be_one_measure(fact, mate) else _ANOTHER
        apart = [name for name in ("of", "where", "when") if slots[name] is Relation.APART]
        if apart == ["where"] and one_speaker and near and self._is_one_act(fact, mate, slots):
            apart = []  # what one speaker tells of one day, and one of two outlets puts elsewhere
        bits -= _ANOTHER * len(apart)
        if read and slots["when"] is Relation.APART and is_event(fact.when) and is_event(mate.when):
            bits -= _ANOTHER_DAY
        setting, time = 0.0, near if read and slots["when"] is not Relation.APART else 0.0
        local = [self._material.places.is_local(one.where) for one in (fact, mate)]
        if slots["where"] is Relation.SAME:
            setting += 3.0 if local[0] else 1.0
        elif read and slots["where"].nested:
            setting += 2.0 if all(local) else 1.0
        elif (
            read and slots["where"] is Relation.UNKNOWN and self._material.places.share_country(fact.where, mate.where)
        ):
            setting += 1.0
        if slots["when"] is Relation.SAME and fact.when is not None:
            length = fact.when.length or 400
            time = max(time, 3.0 if length <= 3 else 2.0 if length <= 31 else 1.0)
        setting += time
        return bits, setting

    def _is_one_act(self, fact: Fact, mate: Fact, slots: Mapping[str, Relation]) -> bool:
        """Tell whether two facts are of one day, told alike of whom and by whom."""
        alike = slots["of"] is Relation.SAME and slots["by"] is Relation.SAME and fact.measure == mate.measure
        return alike and fact.when is not None and fact.when == mate.when and is_event(fact.when)

    def _may_be_history(self, fact: Fact, mate: Fact) -> bool:
        """Tell whether a figure is of an event long past, if only one of two reports was found to date it."""
        history = [self._is_history(one) for one in (fact, mate)]
        undated = [one.when is None or "when" in one.loose for one in (fact, mate)]
        return any(history) and all(past or unsure for past, unsure in zip(history, undated, strict=True))

    def _is_history(self, fact: Fact) -> bool:
        """Tell whether a program read a figure of an event long past, or of a year before: every outlet may tell it."""
        date, when = self._material.dates[fact.report], fact.when
        if fact.coded or date is None or when is None or when.end is None:
            return False
        return date - when.end > (_EVENT_IS_PAST if is_event(when) else _YEAR_IS_PAST)


def _may_be_one_measure(fact: Fact, mate: Fact) -> bool:
    """Tell whether a program, or an outlet, takes one of two measures for the other."""
    return any({fact.measure, mate.measure} <= family for family in _FAMILIES)


def _are_day_and_tally(fact: Fact, mate: Fact) -> bool:
    """Tell whether a program read one figure for a day and the other for weeks that only hold it.

    A day that the weeks begin with was misread: `since` it.
    """
    if fact.coded or "when" in fact.loose | mate.loose:
        return False
    for day, weeks in ((fact.when, mate.when), (mate.when, fact.when)):
        if day is not None and weeks is not None and is_event(day) and is_tally(weeks):
            return day.start != weeks.start
    return False


def _may_be_one(fact: Fact, mate: Fact) -> bool:
    """Tell whether an equal number may be one figure: 42 air strikes are no 42 killed, 5 per cent are no 5 men."""
    units = {fact.unit, mate.unit}
    return len(units) == 1 or not ("percent" in units or (units == _APART and not (fact.coded and mate.coded)))
