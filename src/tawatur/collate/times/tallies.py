"""Tallies: a cumulative count of one origin from one start date never falls as its end date rises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur.collate.copies.prevalence import key
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import PUBLISHER, Material
from tawatur.collate.quantities.events import by_place
from tawatur.collate.quantities.parties import by_party
from tawatur.collate.quantities.quantities import STOCKS
from tawatur.collate.variants.partings import Variant
from tawatur.collate.voices.confirmation import Confirmation
from tawatur.collate.voices.voices import Voices

#: A count over fewer days may be an event's, told again the day after; one that a program read, a month's.
SHORTEST_DAYS = 3
_SHORTEST_READ_DAYS = 25
_STALE_DAYS = 200
#: A fall to less than this share is another quantity, not a tally that fell.
_LEAST_SHARE = 0.5
_UNCOUNTED = frozenset({"other", "began", "ended", "territory_share"})


class Tally(NamedTuple):
    """A count that falls: the facts of the earlier end date, and those of the next later one that are lower."""

    earlier: tuple[Fact, ...]
    later: tuple[Fact, ...]
    bucket: int


def find_tallies(material: Material, voices: Voices, odd: Collection[int]) -> list[Tally]:
    """Return the tallies that fall from one end date to a later one; odd readings of a statement are left out."""
    series: dict[int, list[Fact]] = defaultdict(list)
    for fact in material.facts:
        bucket = bucket_of(fact, material)
        origin = voices.origin(fact)
        when = fact.when
        if id(fact) in odd or bucket is None or when is None or when.end is None or origin.startswith(PUBLISHER):
            continue
        date = material.dates[fact.report]
        if not fact.coded and date is not None and date - when.end > _STALE_DAYS:
            continue  # a count that ends long before its report: more likely its end was read wrongly
        series[bucket].append(fact)
    return [
        tally
        for bucket, facts in series.items()
        for placed in by_place(material, facts)
        for counted in _by_origin(placed, material, voices)
        for tally in _falls(counted, material, voices, bucket)
    ]


def is_told_by_tally(one: Confirmation, tallies: Iterable[Tally]) -> bool:
    """Tell whether a conflict is of nothing but one report's counts of a tally that falls: the tally says it."""
    facts = [fact for voice in one.voices for fact in voice.facts]
    if one.kind != "conflict" or len({fact.report for fact in facts}) > 1:
        return False
    members = {id(fact) for fact in facts}
    return any(members <= {id(fact) for fact in (*tally.earlier, *tally.later)} for tally in tallies)


def is_told_by_variant(tally: Tally, variants: Iterable[Variant]) -> bool:
    """Tell whether a tally's figures are two that renditions of one statement have for one quantity."""
    members = {id(fact) for fact in (*tally.earlier, *tally.later)}
    return any(members <= {id(fact) for fact in (*one.odd, *one.norm)} for one in variants)


def _by_origin(facts: Sequence[Fact], material: Material, voices: Voices) -> Iterator[list[Fact]]:
    """Yield the facts by who counted; one statement's reports may call its origin by several names."""
    groups: list[tuple[set[str], list[Fact]]] = []
    for fact in facts:
        names = {voices.origin(fact)} | ({fact.origin} if fact.sourced else set())
        joined = [group for group in groups if group[0] & names or _speak_as_one(group[0], names, material)]
        groups = [group for group in groups if group not in joined]
        groups.append(
            (names.union(*(group[0] for group in joined)), [*(one for group in joined for one in group[1]), fact])
        )
    for _, members in groups:
        yield sorted(members, key=lambda fact: fact.position)


def _speak_as_one(names: Iterable[str], others: Iterable[str], material: Material) -> bool:
    """Tell whether two sets of names share an origin, in other words or as one that may be of its state."""
    actors = material.actors
    return any(
        actors.related(a, b) if not (actors.is_known(a) and actors.is_known(b)) else actors.speaks_for_state(a, b)
        for a in names
        for b in others
    )


def bucket_of(fact: Fact, material: Material) -> int | None:
    """Return the key of the bucket in which a count meets those of other end dates; None where it is no such count."""
    when = fact.when
    if fact.interval is None or fact.measure in STOCKS or fact.measure in _UNCOUNTED or fact.claim.change:
        return None
    if when is None or when.start is None or when.end is None:
        return None
    return key("tally", fact.measure, fact.unit, material.places.countries(fact.where), when.start)


def _are_of_one_statement(earlier: Iterable[Fact], later: Iterable[Fact], voices: Voices) -> bool:
    first, last = ({voices.statement(fact) for fact in facts} - {None} for facts in (earlier, later))
    return bool(first & last)


def _falls(facts: list[Fact], material: Material, voices: Voices, bucket: int) -> Iterator[Tally]:
    if len({fact.when for fact in facts}) < 2:
        return
    for group in by_party(material, facts):
        ends: dict[int, list[Fact]] = defaultdict(list)
        for fact in group:
            if fact.when is not None and fact.when.end is not None:
                ends[fact.when.end].append(fact)
        ordered = sorted(ends.items())
        for at, (end, later) in enumerate(ordered[1:], 1):
            start = later[0].when.start if later[0].when is not None else None
            earlier = ordered[at - 1][1]
            coded = all(fact.coded for fact in (*earlier, *later))
            shortest = SHORTEST_DAYS if coded else _SHORTEST_READ_DAYS
            apart = end - ordered[at - 1][0]
            if start is None or ordered[at - 1][0] - start < shortest or apart < 2 - coded:
                continue
            if apart < 2 and _are_of_one_statement(earlier, later, voices):
                continue  # told on the day and the day after
            low = max(fact.interval[0] for fact in earlier if fact.interval)
            high = max(fact.interval[1] for fact in later if fact.interval)
            if _LEAST_SHARE * low <= high < low:
                yield Tally(_whole(earlier, low), _whole(later, high), bucket)


def _whole(facts: list[Fact], greatest: float) -> tuple[Fact, ...]:
    """Return the facts that state the tally, not a part of it (`163 منهم`) under the same dates."""
    return tuple(fact for fact in facts if fact.interval and fact.interval[1] >= _LEAST_SHARE * greatest)
