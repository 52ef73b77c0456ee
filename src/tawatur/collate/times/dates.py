"""Dates that can't be: of acts, of beginnings and ends, of reports."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tawatur.collate.copies.copies import Copies
from tawatur.collate.copies.prevalence import key
from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import STATED_RULES, Days, compare_days, is_event
from tawatur.collate.facts.relations import Relation
from tawatur.collate.quantities.quantities import UNFULFILLED
from tawatur.collate.times.text_dates import clashing_durations, clashing_months, clashing_weekdays, missing_days

#: What has more beginnings than this is no one thing.
_MOST_BEGINNINGS = 4
#: What a program reads as done further ahead of its report than this is a plan, or another year.
_SOON = 60
#: How far before the words of a founding its body may stand, in characters.
_BODY_WITHIN = 40
#: How far behind a beginning its end is told in one breath, in characters.
_ONE_BREATH = 120
#: Acts that their doer is named with: of an outcome a program takes whoever stands near for the doer.
_OF_DOERS = frozenset({"attacks", "operations", "airstrikes", "abducted", "detained"})


class ImpossibleDate(NamedTuple):
    """A date that can't be, with its reason (findings.md) and the facts that show it.

    `words` are the text's words that clash with the claims, where no claim has them.
    """

    reason: str
    facts: tuple[Fact, ...]
    words: str = ""
    bucket: int | None = None


def find_dates(material: Material, copies: Copies) -> list[ImpossibleDate]:
    """Return the dates that can't be."""
    beginnings = dated_beginnings(material)
    found = [*_differing_beginnings(beginnings, material), *_acts_too_early(beginnings, material)]
    found += _ends_too_early(beginnings, material)
    found += _reversed_periods(material)
    found += _later_than_report(material, copies)
    for report, facts in enumerate(material.facts_of):
        if facts:
            text, date = material.reports[report], material.dates[report]
            for fact, words in missing_days(text, date, facts):
                found.append(ImpossibleDate("no such day", (fact,), words))
            for clash in (clashing_durations, clashing_weekdays, clashing_months):
                found += [
                    ImpossibleDate("against the text's own date or words", (fact,), words)
                    for fact, words in clash(text, date, facts)
                ]
    return found


def dated_beginnings(material: Material) -> list[Fact]:
    """Return the facts that date the beginning of what they are `of`, a state's acts left out."""
    return [fact for fact in material.facts if _is_dated(fact, "began", material)]


def buckets_of(fact: Fact, material: Material) -> Iterator[int]:
    """Yield the keys of the buckets in which a beginning meets other reports'."""
    if fact.measure != "began":
        return
    if _is_dated(fact, "began", material):
        yield thing(fact)
    for actor in fact.of | fact.by | _doers(fact, material):
        yield _actor(actor)


def thing(fact: Fact) -> int:
    """Return the key of the bucket in which the beginnings of one thing meet."""
    return key("beginning", fact.of)


def _actor(actor: str) -> int:
    return key("actor", actor)


def _is_dated(fact: Fact, measure: str, material: Material) -> bool:
    """Tell whether a fact dates the beginning (or the end) of what it is `of`, and of nothing that that does.

    A state's acts begin, states don't; an actor's own beginning is told in words of founding.
    """
    if fact.measure != measure or fact.when is None or not fact.of or fact.claim.optional:
        return False
    if fact.claim.modality in UNFULFILLED or any(map(material.actors.is_state, fact.of)):
        return False
    if fact.of <= fact.by and (fact.coded or fact.of != fact.by):
        return False
    if not fact.coded and any(map(material.actors.has_parts, fact.of)):
        return False  # which of a body's own bodies began, a program can't tell
    if any(map(material.actors.is_known, fact.of)) or not fact.coded:
        return has_cue("founded", fact.claim.quote) or _is_acts_day(fact, material)
    return bool(fact.where) or all(len(name.split()) > 1 for name in fact.of)  # `the war` of a place


def _is_acts_day(fact: Fact, material: Material) -> bool:
    """Tell whether a program read the full date on which somebody's acts began: `the strikes of …`, not a body."""
    named = all(len(name.split()) > 1 and not material.actors.is_known(name) for name in fact.of)
    return bool(fact.of) and named and fact.when is not None and fact.when.length == 1


def _differing_beginnings(beginnings: list[Fact], material: Material) -> Iterator[ImpossibleDate]:
    by_thing: dict[int, list[Fact]] = defaultdict(list)
    for fact in beginnings:
        by_thing[thing(fact)].append(fact)
    for bucket, facts in by_thing.items():
        clashing = [fact for fact in facts if any(_differ(fact, other, material) for other in facts)]
        if clashing and len({fact.when for fact in clashing}) <= _MOST_BEGINNINGS and _is_sure(clashing, material):
            ordered = tuple(sorted(clashing, key=lambda fact: fact.position))
            yield ImpossibleDate("beginnings differ", ordered, bucket=bucket)


def _differ(one: Fact, other: Fact, material: Material) -> bool:
    place = material.places.compare(one.where, other.where)
    here = (place.compatible or place.nested) and is_one_thing(one, other, material)
    return here and (compare_days(one.when, other.when) is Relation.APART or are_two_days(one, other))


def are_two_days(one: Fact, other: Fact) -> bool:
    """Tell whether two beginnings are dated to a day each, not the same: the 12th here, the 13th of the month there."""
    days = [fact.when for fact in (one, other) if fact.when is not None and fact.when.length == 1]
    return len(days) == 2 and days[0] != days[1]


def is_one_thing(one: Fact, other: Fact, material: Material) -> bool:
    """Tell whether two that are called alike are one: `the war`, whose name has one word, is one land's."""
    place = material.places.compare(one.where, other.where)
    named = all(len(name.split()) > 1 or material.actors.is_known(name) for name in one.of)
    return named or place is Relation.SAME or place.nested


def _is_sure(clashing: list[Fact], material: Material) -> bool:
    """Tell whether dates were coded by hand, each is told of one body by name, or one is given by two publishers.

    Of when somebody's acts began, a program reads no more for sure than one day of two years.
    """
    if all(fact.coded or _is_of_body(fact, material) for fact in clashing):
        return True
    if not all(fact.coded or has_cue("founded", fact.claim.quote) for fact in clashing):
        return _is_day_of_two_years(clashing)
    return any(
        len({material.publishers[other.report] for other in clashing if compare_days(fact.when, other.when).compatible})
        > 1
        for fact in clashing
    )


def _is_day_of_two_years(clashing: Sequence[Fact]) -> bool:
    """Tell whether dates are one day of the year, of two years: one of the two is a slip."""
    days = {dt.date.fromordinal(fact.when.start) for fact in clashing if fact.when is not None and fact.when.start}
    whole = all(fact.when is not None and fact.when.length == 1 for fact in clashing)
    return whole and len(days) == 2 and len({(day.month, day.day) for day in days}) == 1


def _is_of_body(fact: Fact, material: Material) -> bool:
    """Tell whether the words of a beginning, or those right before, are of the one body of which a report tells it."""
    text = material.reports[fact.report].text
    near = any(
        claim.quote_start - _BODY_WITHIN <= start < claim.quote_end
        for claim in fact.claims
        for start, _ in claim.spans.get("of", ())
    )
    return near and len(fact.of) == 1 and all(material.actors.is_named(actor, text) for actor in fact.of)


def _acts_too_early(beginnings: list[Fact], material: Material) -> Iterator[ImpossibleDate]:
    """Yield acts dated before their actor's beginning: any act in the same report, dated beginnings across reports."""
    began: dict[str, dict[Days, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in beginnings:
        if (
            len(fact.of) == 1
            and all(map(material.actors.is_actor, fact.of))
            and fact.when is not None
            and fact.when.start is not None
        ):
            began[next(iter(fact.of))][fact.when].append(fact)
    for fact in material.facts:
        end = fact.when.end if fact.when is not None else None
        if end is None or fact.claim.modality in UNFULFILLED or fact.claim.optional:
            continue
        for actor in sorted((fact.by - fact.of) | _doers(fact, material)):
            for when, starts in sorted(began.get(actor, {}).items()):
                told = [start for start in starts if _may_precede(fact, start)]
                if told and _is_founded(fact, told, material) and when.start is not None and end < when.start:
                    bucket = _actor(actor) if fact.measure == "began" else None
                    yield ImpossibleDate("before its actor's beginning", (fact, *told), bucket=bucket)


def _may_precede(fact: Fact, start: Fact) -> bool:
    """Tell whether an act is held against its actor's beginning: a dated beginning anywhere, others in one report.

    Of what a program read, the act's own sentence must date it and name its actor.
    """
    read = not (fact.coded and start.coded)
    if read and not {fact.claim.when_rule, start.claim.when_rule} <= STATED_RULES:
        return False
    if fact.measure == "began":
        return True
    stated = not {"when", "by"} & (fact.loose | start.loose) and fact.measure in _OF_DOERS
    return start.report == fact.report and (not read or stated)


def _is_counted(fact: Fact) -> bool:
    return fact.number is not None and fact.number[0] > 1


def _is_founded(fact: Fact, told: list[Fact], material: Material) -> bool:
    """Tell whether a beginning is sure: coded by hand, told in the act's own report, or by two publishers."""
    if all(start.coded or start.report == fact.report for start in told):
        return True
    return len({material.publishers[start.report] for start in told}) > 1


def _doers(fact: Fact, material: Material) -> frozenset[str]:
    """Return the actors in the name of what began: the coalition in `coalition strikes`."""
    if fact.measure != "began":
        return frozenset()
    words = {name: name.split() for name in fact.of if not material.actors.is_known(name)}
    return frozenset(parts[0] for parts in words.values() if len(parts) > 1 and material.actors.is_known(parts[0]))


def _ends_too_early(beginnings: list[Fact], material: Material) -> Iterator[ImpossibleDate]:
    ends = [fact for fact in material.facts if _is_dated(fact, "ended", material)]
    began: dict[object, list[Fact]] = defaultdict(list)
    for fact in beginnings:
        began[fact.of].append(fact)
    for end in ends:
        for start in (fact for fact in began.get(end.of, ()) if fact.report == end.report):
            place = material.places.compare(start.where, end.where)
            last = end.when.end if end.when is not None else None
            first = start.when.start if start.when is not None else None
            if place.compatible and last is not None and first is not None and last < first:
                yield ImpossibleDate("end before beginning", (start, end))
    yield from _told_in_one_breath(material, {id(fact) for fact in (*beginnings, *ends)})


def _told_in_one_breath(material: Material, dated: set[int]) -> Iterator[ImpossibleDate]:
    """Yield what `began` and, told right after it, `ended` earlier: of an act, not of an actor's being."""
    for facts in material.facts_of:
        told = [fact for fact in facts if fact.measure in {"began", "ended"} and fact.when is not None and fact.of]
        for start, end in pairwise(told):
            if (start.measure, end.measure) != ("began", "ended") or {id(start), id(end)} <= dated:
                continue
            stated = {start.claim.when_rule, end.claim.when_rule} <= STATED_RULES
            near = 0 <= end.claim.start - start.claim.end <= _ONE_BREATH
            asserted = start.claim.modality == end.claim.modality == "asserted"
            first = start.when.start if start.when is not None else None
            last = end.when.end if end.when is not None else None
            reversed_ = first is not None and last is not None and last < first
            if stated and near and asserted and reversed_ and start.of == end.of:
                yield ImpossibleDate("end before beginning", (start, end))


def _reversed_periods(material: Material) -> Iterator[ImpossibleDate]:
    for fact in material.facts:
        when = fact.when
        if when is not None and when.start is not None and when.end is not None and when.end < when.start:
            yield ImpossibleDate("end before beginning", (fact,))


def _later_than_report(material: Material, copies: Copies) -> Iterator[ImpossibleDate]:
    """Yield what a report tells as done after its own date; those of one text and one date together."""
    late: dict[tuple[int, Days], list[Fact]] = defaultdict(list)
    for fact in material.facts:
        date = material.dates[fact.report]
        start = fact.when.start if fact.when is not None else None
        if date is None or start is None or start <= date or fact.claim.modality in UNFULFILLED:
            continue
        if fact.measure in {"began", "ended"} and not fact.coded:
            continue  # what is to begin is often told in the present
        if "when" in fact.loose or fact.claim.when_rule not in STATED_RULES:
            continue
        if not fact.coded and not (is_event(fact.when) and start - date <= _SOON and _is_counted(fact)):
            continue  # what lies years ahead is a plan, and a single man's act may be another's
        assert fact.when is not None
        late[copies.group_of[fact.report], fact.when].append(fact)
    for facts in late.values():
        yield ImpossibleDate("later than its report", tuple(facts))
