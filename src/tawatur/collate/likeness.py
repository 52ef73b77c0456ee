"""How much the figures that two renditions share tell: their bits, and those of their places and times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawatur.collate.candidates import quantity_of
from tawatur.collate.facts import Fact
from tawatur.collate.material import Material
from tawatur.collate.periods import is_event
from tawatur.collate.prevalence import Prevalence, figure_key
from tawatur.collate.relations import Relation

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


def nearness(one: int | None, other: int | None) -> float:
    """Return the bits that two reports' dates tell: of one day, or of the next."""
    return 0.0 if one is None or other is None else _SAME_DAY.get(abs(one - other), 0.0)


class Likeness:
    """Weighs what two sets of facts share; `prevalent` tells which figures are printed every fortnight."""

    def __init__(self, material: Material, prevalent: Prevalence) -> None:
        self._material = material
        self._prevalent = prevalent

    def score(
        self, first: Sequence[Fact], second: Sequence[Fact], near: float = 0.0
    ) -> tuple[float, list[tuple[Fact, Fact]]]:
        """Return the bits that the shared figures tell, and the pairs that share them."""
        by_number: dict[object, list[tuple[int, Fact]]] = defaultdict(list)
        for order, fact in enumerate(sorted(second, key=lambda fact: fact.position)):
            if fact.number is not None:
                by_number[fact.number].append((order, fact))
        context = 0.0
        matched: list[tuple[Fact, Fact]] = []
        taken: set[int] = set()
        total = _SAME_QUANTITY * self._other_figures(first, second)
        for fact in first:
            best: tuple[float, float, int] | None = None
            mates: dict[int, Fact] = {}
            for order, mate in by_number.get(fact.number, ()) if fact.number is not None else ():
                if order in taken or not _may_be_one(fact, mate):
                    continue
                bits, setting = self._shared(fact, mate, near)
                best = max(best or (0.0, 0.0, 0), (bits, setting, -order))
                mates[order] = mate
            if best is not None and best[0] > 0:
                taken.add(-best[2])
                total += best[0]
                context = max(context, best[1])
                matched.append((fact, mates[-best[2]]))
        return total + context, matched

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

    def _shared(self, fact: Fact, mate: Fact, near: float) -> tuple[float, float]:
        """Return the bits of one shared figure, and of its place and period."""
        bits = max(0.0, fact.bits - self._prevalent.losses.get(figure_key(fact.measure, fact.number), 0))
        if self._is_history(fact) and self._is_history(mate):
            return 0.0, 0.0
        slots = self._material.slots(fact, mate)
        if fact.measure != mate.measure:
            bits -= 2.0
        bits -= 2.0 * sum(slots[name] is Relation.APART for name in ("of", "where", "when"))
        read = not (fact.coded and mate.coded)
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

    def _is_history(self, fact: Fact) -> bool:
        """Tell whether a program read a figure of an event long past, or of a year before: every outlet may tell it."""
        date, when = self._material.dates[fact.report], fact.when
        if fact.coded or date is None or when is None or when.end is None:
            return False
        return date - when.end > (_EVENT_IS_PAST if is_event(when) else _YEAR_IS_PAST)


def _may_be_one(fact: Fact, mate: Fact) -> bool:
    """Tell whether an equal number may be one figure: 42 air strikes are no 42 killed, 5 per cent are no 5 men."""
    units = {fact.unit, mate.unit}
    return len(units) == 1 or not ("percent" in units or (units == _APART and not (fact.coded and mate.coded)))
