"""Candidates: pairs of renditions that may carry one statement, from an index of what they share.

A key is a telling figure, whoever is named, a figure with its origin, or with its measure, place and day, or two small
figures of one origin. Renditions that share a key within adjoining weeks are held against each other. Where very many
share one, a few of them, chosen by nothing but their documents' ids, are held against all others, and those against
these only: so cost stays linear, and who is held against whom depends on no order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tawatur.collate.copies.prevalence import UNDATED, Bucket, crowded, key
from tawatur.collate.facts.actors import Actors
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.persons import surname

#: A week's bucket is held against the next one's, so that reports up to this many days apart meet.
WEEK = 7
_SMALL = 4.0
_SMALL_FIGURES = 4
_TELLING = 6.0


class Entry(NamedTuple):
    """One rendition under one key: its number, its report, the report's date and its document's rank."""

    rendition: int
    report: int
    date: int | None
    rank: int


Index = Mapping[Bucket, list[Entry]]


def bucket_of(found: int, date: int | None) -> Bucket:
    """Return the bucket of a key in a week."""
    return found, UNDATED if date is None else date // WEEK


def link_keys(facts: Sequence[Fact], origin: str, material: Material, *, sourced: bool) -> set[int]:
    """Return the keys of what a rendition offers; `origin` is its origin."""
    root = _root(origin, material.actors)
    keys = {found for fact in facts for found in _keys(fact, origin, root, material, sourced=sourced)}
    if sourced:  # pairs of small figures, which tell little one by one
        numbers = {fact.number for fact in facts if fact.number is not None and fact.bits < _SMALL}
        keys.update(
            key("pair", root, one, other)
            for one, other in combinations(sorted(numbers, reverse=True)[:_SMALL_FIGURES], 2)
        )
    return keys


def _keys(fact: Fact, origin: str, root: str, material: Material, *, sourced: bool) -> Iterator[int]:
    if fact.number is None or fact.claim.change:
        return
    if fact.bits >= _TELLING:
        yield key("number", fact.number)
    if sourced:
        for claim in fact.claims:
            if claim.name:
                yield key("person", surname(claim), fact.measure)
        if fact.bits >= _SMALL and fact.measure in _TOLLS:
            yield key("toll", fact.number, fact.measure)  # whose, one calls otherwise than another
        elif fact.bits >= _SMALL:
            yield key("origin", fact.number, root, fact.measure)
        if is_settled(fact):
            yield key("settled", origin, quantity_of(fact))
    if not fact.coded:
        for country in material.places.countries(fact.where):
            yield key("land", fact.number, fact.unit, country)
    if fact.where and fact.when:
        yield key("event", fact.number, fact.measure, material.places.keys(fact.where), tuple(fact.when))


def _root(origin: str, actors: Actors) -> str:
    if not actors.is_known(origin):
        return " ".join(sorted(origin.replace("،", " ").split()))  # an office stands before the name, or after it
    return min((a for a in actors.ancestors(origin) if not actors.ancestors(a)), default=origin)


_TWO_DIGITS = 10
_TOLLS = frozenset({"killed", "wounded", "displaced", "detained"})


def is_settled(fact: Fact) -> bool:
    """Tell whether a figure of two digits or more has all its slots stated by its own words."""
    stated = bool(fact.of and fact.where and fact.when) and not {"of", "where", "when"} & fact.loose
    return stated and fact.number is not None and fact.number[0] >= _TWO_DIGITS and not fact.claim.change


def quantity_of(fact: Fact) -> tuple[object, ...]:
    """Return what a fact counts, whom, where and when."""
    when = None if fact.when is None else tuple(fact.when)
    return fact.measure, fact.unit, fact.of, fact.where, when


def pivots_of(index: Index) -> dict[Bucket, int]:
    """Return the crowded buckets, each with the greatest rank of its pivots."""
    limits = {bucket: crowded(entry.rank for entry in entries) for bucket, entries in index.items()}
    return {bucket: limit for bucket, limit in limits.items() if limit is not None}


def pairs(index: Index, pivots: Mapping[Bucket, int]) -> set[tuple[int, int]]:
    """Return the pairs of renditions to be held against each other, each in order."""
    undated: dict[int, list[Entry]] = defaultdict(list)
    for (found, week), entries in index.items():
        if week == UNDATED:
            undated[found] = _pivots((found, week), entries, pivots)
    chosen: set[tuple[int, int]] = set()
    for (found, week), entries in index.items():
        if week == UNDATED:
            chosen.update(_meet(undated[found], entries))
            continue
        own = _pivots((found, week), entries, pivots)
        chosen.update(_meet(own, entries))
        after = index.get((found, week + 1), ())
        if after:
            chosen.update(_meet(own, after))
            chosen.update(_meet(_pivots((found, week + 1), after, pivots), entries))
        if undated.get(found):
            chosen.update(_meet(undated[found], own))
    return chosen


def _pivots(bucket: Bucket, entries: Iterable[Entry], pivots: Mapping[Bucket, int]) -> list[Entry]:
    limit = pivots.get(bucket)
    return [entry for entry in entries if limit is None or entry.rank <= limit]


def _meet(few: Sequence[Entry], others: Iterable[Entry]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a few entries with others, as far as their reports lie within a week."""
    for other in others:
        for one in few:
            if one.report == other.report:
                continue
            if one.date is not None and other.date is not None and abs(one.date - other.date) > WEEK:
                continue
            first, second = one.rendition, other.rendition
            yield (first, second) if first < second else (second, first)
