"""Events: which figures of one measure, of one day or one tally, are told of one thing, as an editor would see it.

Outlets tell an event's place finer or wider: one names the district, another its province. So places need not be one:
a figure of the wider place is the narrower one's too where they are equal, where its report names the narrower place
and counts fewer there than the other does (a part never exceeds its whole), or where both have the same company: other
figures beside them that are equal and tell enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.arabic import fold
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import is_event
from tawatur.collate.facts.places import Where
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import Interval

#: Equal figures beside two that differ, or whose places do, tell so many bits together where they show one event.
_COMPANY = 5.0
#: An equal figure of so many bits is one event's in a place and in what lies around it; one of so many in one land.
_EQUAL = 3.0
_EQUAL_ANYWHERE = 5.5
#: A province has no two events of so many dead in a day, whose counts are within this share of each other.
_CROWD = 15
_ALIKE = 1.3
#: A fate has fallen, and not only been counted by somebody else, where it is so many times less.
_CLEARLY = 1.1
#: What one event has for a toll.
_FATES = frozenset({"killed", "wounded"})
#: A name of fewer letters stands in too many texts.
_SHORTEST_NAME = 3


def by_place(material: Material, facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts of one measure and time by their places: who stand for one, or for each other's."""
    groups: list[tuple[set[Where], list[int]]] = []
    for at, fact in enumerate(facts):
        joined = [
            (places, members)
            for places, members in groups
            if fact.where in places or any(of_one_place(facts[before], fact, material) for before in members)
        ]
        if not joined:
            groups.append(({fact.where}, [at]))
            continue
        (places, members), *others = joined
        for more, also in others:
            places |= more
            members += also
        places.add(fact.where)
        members.append(at)
        if others:
            groups = [group for group in groups if not any(group is other for other in others)]
    yield from ([facts[at] for at in sorted(members)] for _, members in groups)


def of_one_place(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two facts of one measure and one time may count one thing, by their places and what shows more."""
    places = material.places
    relation = places.compare(fact.where, mate.where)
    if relation is Relation.SAME or fact.where == mate.where:
        return True
    if relation is Relation.APART:
        return False
    if fact.number == mate.number:
        local = all(places.is_local(one.where) for one in (fact, mate))
        if fact.bits >= (_EQUAL if local and relation.nested else _EQUAL_ANYWHERE) and _share_a_day(fact, mate):
            return True
    if keep_company(fact, mate, material):
        return True
    if relation.nested:
        inner, outer = (fact, mate) if relation is Relation.WITHIN else (mate, fact)
    else:
        sides = [places.is_side_of_land(one.where) for one in (fact, mate)]
        if sides[0] is sides[1]:
            return False
        inner, outer = (fact, mate) if sides[1] else (mate, fact)
    if not is_event(fact.when):  # a tally's place that was told of something else before
        return "where" in fact.loose | mate.loose
    if not (places.is_local(outer.where) and places.is_local(inner.where)):
        return False
    exceeds = _exceeds(inner, outer)
    if exceeds and _are_crowds(inner, outer):
        return True
    return (exceeds or "where" in outer.loose) and names_place_of(outer, inner, material)


def keep_company(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether equal figures stand beside two facts of two reports of an event, in the sentence of each."""
    if fact.report == mate.report or not (is_event(fact.when) and is_event(mate.when)):
        return False
    first, second = (material.beside(one) for one in (fact, mate))
    return sum(first[figure].bits for figure in first.keys() & second.keys()) >= _COMPANY


def falls_beside(low: Fact, high: Fact, material: Material) -> bool:
    """Tell whether of another fate the sentence of a higher figure counts fewer than that of the lower one."""
    before, after = (_fates_beside(one, material) for one in (low, high))
    return any(
        before[fate][0] > _CLEARLY * after[fate][1] and before[fate][0] > 1
        for fate in (before.keys() & after.keys()) - {low.measure}
    )


def _fates_beside(fact: Fact, material: Material) -> dict[str, Interval]:
    """Return how many were killed, and how many hurt, in a fact's sentence: the most that it tells of each."""
    found: dict[str, Interval] = {}
    for (fate, _), other in material.beside(fact).items():
        if fate in _FATES and other.interval is not None:
            found[fate] = max(found.get(fate, other.interval), other.interval)
    return found


def names_place_of(outer: Fact, inner: Fact, material: Material) -> bool:
    """Tell whether the report of a wider place's figure names the narrower place of another's."""
    names = {name for place in inner.where for name in material.places.arabic_names(place)}
    told = material.reports[inner.report].text
    for claim in inner.claims if not names else ():
        for start, end in claim.spans.get("where", ()):
            names.update(word.removeprefix("ال") for word in fold(told[start:end]).split()[-1:])
    text = material.folded(outer.report)
    return any(name in text for name in names if len(name) > _SHORTEST_NAME)


def _exceeds(inner: Fact, outer: Fact) -> bool:
    """Tell whether what befell a place is more than what befell the wider place around it."""
    return inner.interval is not None and outer.interval is not None and inner.interval[0] > outer.interval[1]


def _are_crowds(inner: Fact, outer: Fact) -> bool:
    """Tell whether two figures are great and near each other, so that hardly two events of one day have them."""
    low, high = (one.interval[0] if one.interval else 0 for one in (outer, inner))
    return _CROWD <= low <= high <= _ALIKE * low


def _share_a_day(fact: Fact, mate: Fact) -> bool:
    """Tell whether two periods have a day in common."""
    first, second = fact.when, mate.when
    if first is None or second is None or None in (*first, *second):
        return False
    return max(first.start or 0, second.start or 0) <= min(first.end or 0, second.end or 0)
