"""Quantities: facts of one measure, unit, party, place and period, wherever they stand.

Facts are brought together by an index, never by pairs: by measure, unit and places, then by period, or, for a stock
(a strength, a camp's population) without a date, by the report's. A stock moves, so that figures of other days are
other quantities. A telling figure of a town's without a date meets its equals only. Inside one report an unstated
period is unknown, and meets any; between reports it is no evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.collate.copies.prevalence import key
from tawatur.collate.facts.actors import BEFALLEN, Parties
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import Days, cell, compare_days, is_event
from tawatur.collate.facts.relations import Relation
from tawatur.collate.quantities.events import by_place
from tawatur.collate.quantities.parties import by_party, stated_party

STOCKS = frozenset({
    "strength", "held", "camp_population", "facilities", "inhabitants", "members", "nationalities", "reserves",
    "territory_share", "territory_area",
})  # fmt: skip
#: Quantities that need no place: their party says what they are of.
_PLACELESS = frozenset({"members", "nationalities", "reserves"})
#: Measures that count nobody and nothing of a kind.
UNCOUNTED = frozenset({"began", "ended", "role", "other"})
#: Measures whose doer is what they are of: what all gave together is not what one gave.
_OF_THEIR_DOER = frozenset({"funding", "stolen", "members", "role"})
_AS_OF_DAYS = 14
#: What a hand dated within so many days of its report is as of the report.
_CURRENT_DAYS = 7
#: So old an event is news still.
_NEWS_DAYS = 6
#: A figure of so many bits, for one town's people, needs no time of its own to confirm another of the same fortnight.
_RARE = 8.0
#: Outcomes of one event, whoever is read to have done it.
OUTCOMES = frozenset({"killed", "wounded", "casualties", "displaced", "missing"})
#: What two sides do together: each frees whom it holds.
EXCHANGED = frozenset({"released", "returned", "repatriated"})
#: Modalities of what has not come about.
UNFULFILLED = frozenset({"possible", "planned", "denied"})


@dataclass(eq=False)
class Quantity:
    """Facts of one quantity; `report` is the report that they all stand in, None where they come from several.

    `bucket` is the key of the bucket in which facts of several reports meet.
    """

    facts: list[Fact]
    report: int | None = None
    bucket: int | None = None


def find_quantities(material: Material) -> list[Quantity]:
    """Return the quantities that two facts or more measure: across reports, and inside each report."""
    across: dict[int, list[Fact]] = defaultdict(list)
    inside: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in material.facts:
        if not _is_measured(fact):
            continue
        measure, unit, change, places, doer, *lot = _slots(fact, material)
        # two stocks of one report without a place of their own are of one place, whatever was carried over
        own = frozenset[str]() if "where" in fact.loose and fact.measure in STOCKS else places
        if fact.measure in OUTCOMES and is_event(fact.when):
            own = material.places.countries(fact.where)  # its place may be told finer or wider
        inside[fact.report, measure, unit, change, own, doer, *lot].append(fact)
        bucket = bucket_of(fact, material)
        if bucket is not None:
            across[bucket].append(fact)
    quantities = [
        Quantity(facts, bucket=bucket) for bucket, members in across.items() for facts in _across(material, members)
    ]
    quantities += [
        Quantity(facts, int(shared[0]))  # type: ignore[call-overload]
        for shared, members in inside.items()
        for facts in _inside(material, members)
    ]
    return quantities


def bucket_of(fact: Fact, material: Material) -> int | None:
    """Return the key of the bucket in which a fact meets other reports' of its quantity; None where it meets none."""
    if not _is_measured(fact):
        return None
    # a party carried over from another sentence is unstated here
    of = fact.of if "of" not in fact.loose else frozenset[str]()
    if not fact.where and not (fact.measure in _PLACELESS and of) and not _is_exchanged(fact, material):
        return None
    date = material.dates[fact.report]
    if date is not None and _is_news(fact, material):
        lands = material.places.countries(fact.where)
        return key("quantity", *_slots(fact, material, lands), "of its own time", cell(Days(date - 1, date)))
    if date is not None and fact.coded and fact.measure in STOCKS and _is_near(fact, date, _CURRENT_DAYS):
        return key("quantity", *_slots(fact, material), "as of its report", date // (2 * _AS_OF_DAYS))
    if fact.when is not None and not fact.where and fact.measure in EXCHANGED:
        return key("quantity", *_slots(fact, material), "exchanged", fact.number, cell(fact.when))
    if fact.when is not None and fact.measure not in STOCKS:  # its place may be told finer or wider
        lands = material.places.countries(fact.where)
        return key("quantity", *_slots(fact, material, lands), "of its own time", cell(fact.when))
    if fact.when is not None:
        return key("quantity", *_slots(fact, material), "at its own time", cell(fact.when))
    if date is None:
        return None
    if fact.measure not in STOCKS:
        if fact.bits < _RARE or not material.places.is_local(fact.where):
            return None
        return key("quantity", *_slots(fact, material), "at no time", fact.number, date // (2 * _AS_OF_DAYS))
    return key("quantity", *_slots(fact, material), "as of its report", date // (2 * _AS_OF_DAYS))


def _is_exchanged(fact: Fact, material: Material) -> bool:
    """Tell whether a fact counts those of a party whom an exchange freed on one day, wherever that was."""
    return fact.measure in EXCHANGED and is_event(fact.when) and any(map(material.actors.is_actor, fact.of))


def _slots(fact: Fact, material: Material, places: frozenset[str] | None = None) -> tuple[object, ...]:
    doer = fact.by if fact.measure in _OF_THEIR_DOER else None
    if places is None:
        places = material.places.keys(fact.where)
    slots = (fact.measure, fact.unit, fact.claim.change, places, doer)
    return (*slots, fact.lot) if fact.lot else slots


def _is_measured(fact: Fact) -> bool:
    return (
        fact.interval is not None
        and fact.measure not in UNCOUNTED
        and fact.unit != "other"
        and (fact.number is None or fact.number[0] >= 1)
        and fact.claim.modality not in UNFULFILLED
        and not fact.claim.optional
    )


def _across(material: Material, bucket: list[Fact]) -> Iterator[list[Fact]]:
    for group in _by_time(material, bucket):
        for placed in by_place(material, group):
            for parties in by_party(material, placed):
                for facts in _by_doer(material, parties):
                    if len({fact.report for fact in facts}) > 1:
                        yield facts


def _is_news(fact: Fact, material: Material) -> bool:
    """Tell whether a source's toll of a place, for which a hand found no time, may be of the days before its report."""
    told = fact.coded and fact.sourced and fact.when is None
    return told and fact.measure in OUTCOMES and material.places.is_local(fact.where)


def _is_near(fact: Fact, date: int, most: int) -> bool:
    """Tell whether a fact's own time ends within so many days of a date."""
    end = fact.when.end if fact.when is not None else None
    return end is not None and abs(end - date) <= most


def _by_time(material: Material, bucket: list[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts of one time; an undated one goes with the only event of its week, the only stock of its month."""
    groups = list(_by_period([fact for fact in bucket if fact.when is not None]))
    undated = [fact for fact in bucket if fact.when is None]
    fitting = [[at for at, group in enumerate(groups) if _fits(fact, group, material)] for fact in undated]
    for fact, at in zip(undated, fitting, strict=True):
        if len(at) == 1:
            groups[at[0]].append(fact)
    yield from groups
    yield from _by_report_date(material, [fact for fact, at in zip(undated, fitting, strict=True) if not at])


def _fits(undated: Fact, group: Sequence[Fact], material: Material) -> bool:
    """Tell whether a fact of no stated time may be of the time that others' facts state."""
    date = material.dates[undated.report]
    if date is None or any(fact.report == undated.report for fact in group):
        return False
    if undated.measure in STOCKS:
        return any(_is_near(fact, date, _AS_OF_DAYS) for fact in group)
    when = group[0].when
    return is_event(when) and when is not None and 0 <= date - (when.start or 0) <= _NEWS_DAYS


def _by_period(bucket: list[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts of one period; they are held against those that start about when they do, never against all."""

    def span(fact: Fact) -> tuple[int, int]:
        assert fact.when is not None
        return fact.when.start or 0, fact.when.end or 0

    ordered = sorted(bucket, key=lambda fact: (*span(fact), fact.position))
    while ordered:
        lead, *rest = ordered
        group, ordered = [lead], []
        last = span(lead)[0] + max(1, (span(lead)[1] - span(lead)[0]) // 3)
        for at, fact in enumerate(rest):
            if span(fact)[0] > last:
                ordered += rest[at:]
                break
            same = fact.when == lead.when or compare_days(fact.when, lead.when) is Relation.SAME
            (group if same else ordered).append(fact)
        yield group


def _inside(material: Material, bucket: list[Fact]) -> Iterator[list[Fact]]:
    if len(bucket) < 2:
        return
    parties: dict[Parties, list[Fact]] = defaultdict(list)
    for fact in bucket:
        party = stated_party(fact)
        if not fact.coded:  # of people, one source tells who they were and another does not
            party = frozenset(filter(material.actors.is_actor, party - BEFALLEN))
        parties[party].append(fact)
    for doers in (facts for named in parties.values() for facts in _by_doer(material, named)):
        remaining = sorted(doers, key=lambda fact: (fact.when is None, fact.position))
        while remaining:
            lead, *rest = remaining
            group = [lead, *(fact for fact in rest if compare_days(lead.when, fact.when).compatible)]
            remaining = [fact for fact in rest if not compare_days(lead.when, fact.when).compatible]
            if len(group) > 1:
                yield group


def _by_report_date(material: Material, bucket: list[Fact]) -> Iterable[list[Fact]]:
    dated = [(material.dates[fact.report], fact) for fact in bucket]
    ordered = sorted(
        ((date, fact) for date, fact in dated if date is not None), key=lambda pair: (pair[0], pair[1].position)
    )
    group: list[Fact] = []
    first = 0
    for date, fact in ordered:
        if group and date - first > _AS_OF_DAYS:
            yield group
            group = []
        if not group:
            first = date
        group.append(fact)
    if group:
        yield group


def _by_doer(material: Material, bucket: list[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts by whoever did it; who is unstated goes with the doer that most facts name.

    Where hands coded a count by several doers, a count of what all did is none of one's.
    """
    groups: list[list[Fact]] = []
    divided = _divide_by_doer(material, bucket)
    for fact in sorted(bucket, key=lambda fact: (not fact.by, fact.position)):
        for group in sorted(groups, key=len, reverse=True):
            if divided and not fact.by and group[0].by:
                continue
            read = not (fact.coded and group[0].coded)
            of_event = fact.when is None or is_event(fact.when)
            misread = fact.measure in STOCKS or (fact.measure in OUTCOMES and of_event)
            loose = "by" in group[0].loose | fact.loose or (read and misread)
            if loose or material.actors.compare(group[0].by, fact.by) is not Relation.APART:
                group.append(fact)
                break
        else:
            groups.append([fact])
    yield from groups


def _divide_by_doer(material: Material, bucket: Sequence[Fact]) -> bool:
    """Tell whether a source in its report, as hands coded it, counts apart what each of several did."""
    doers: dict[tuple[int, str], list[Parties]] = defaultdict(list)
    for fact in bucket:
        if fact.coded and fact.by:
            doers[fact.report, fact.origin].append(fact.by)
    return any(
        material.actors.compare(named[0], other) is Relation.APART for named in doers.values() for other in named[1:]
    )
