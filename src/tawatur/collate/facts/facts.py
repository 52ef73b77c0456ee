"""Facts: what one report says of one quantity, from however many of its claims say it.

A fact stated in headline and body, or twice in the body, is one fact. A headline takes its origin from its body,
and a headline that rounds its body (`about 200` for 196) is an echo of the body's fact, never a value of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.collate.facts.actors import Actors, Parties
from tawatur.collate.facts.firmness import SLOTS, loose_slots
from tawatur.collate.facts.periods import Days, compare_days, days
from tawatur.collate.facts.persons import named_in
from tawatur.collate.facts.places import Places, Where
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import Interval, Number, information, interval, meet, stated_number
from tawatur.model import Claim, Rulings

#: A headline rounds its body where the two differ by no more than this share.
_ROUNDING = 0.1
_UNMEASURED = frozenset({"role"})
#: So far, in characters, a report tells its news; its background comes later.
_LEAD = 700
#: What an event has for a toll.
_TOLLS = frozenset({"killed", "wounded", "casualties"})


@dataclass(eq=False, slots=True)
class Fact:
    """One quantity in one report: the slots of the claim that says most, and all claims that say it.

    `echoes` are headline claims that round it, `loose` the slots that no words of the claim's own sentence fill.
    `origin` is the key of whoever is said to have said it first, or
    `publisher:` and the publisher's name. `number` is None where the words carry none (`thousands`) or a date. Facts of
    two `lots` measure two things, as a reviewer has ruled.
    """

    report: int
    claim: Claim
    claims: tuple[Claim, ...]
    number: Number | None
    interval: Interval | None
    of: Parties
    by: Parties
    where: Where
    when: Days | None
    origin: str
    sourced: bool
    headline: bool
    loose: frozenset[str] = frozenset()
    echoes: tuple[Claim, ...] = field(default=())
    lot: str = ""

    @property
    def measure(self) -> str:
        """The claim's measure."""
        return self.claim.measure

    @property
    def unit(self) -> str:
        """The claim's unit."""
        return self.claim.unit

    @property
    def coded(self) -> bool:
        """Whether a hand coded it; a program misreads a slot more often than outlets garble one."""
        return self.claim.extractor is None

    @property
    def supposed(self) -> bool:
        """Whether the fact's time is the report's own, supposed where a program found none."""
        return self.claim.when is None and self.when is not None

    @property
    def persons(self) -> frozenset[str]:
        """The words of the name of whoever it was; none where nobody is named."""
        return named_in(self.claims)

    @property
    def bits(self) -> float:
        """How much the figure tells by itself."""
        return 0.0 if self.number is None else information(self.number)

    @property
    def position(self) -> tuple[str, int, int, str]:
        """Where the fact stands, for orders that do not depend on the input's."""
        return self.claim.doc, self.claim.section, self.claim.start, self.claim.id


class FactMaker:
    """Makes the facts of a report out of its claims."""

    def __init__(self, actors: Actors, places: Places, rulings: Rulings) -> None:
        self._actors = actors
        self._places = places
        self._rulings = rulings

    def make(
        self, report: int, claims: Sequence[Claim], publisher: str, text: str, headline_end: int, date: int | None
    ) -> list[Fact]:
        """Return the facts of one report, whose raw text is `text`, in the order of the text.

        `publisher` is the origin of what the report says in its own voice; claims that start before
        `headline_end` stand in the headline; `date` is the ordinal of the report's day.
        """
        singles = [
            self._single(report, claim, publisher, text, headline=claim.start < headline_end)
            for claim in sorted(claims, key=lambda c: (c.start, c.quote_start, c.measure, c.id))
            if claim.measure not in _UNMEASURED
        ]
        buckets: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
        for single in singles:
            claim = single.claim
            stated = single.number if single.number is not None else (claim.low, claim.high, claim.bound)
            buckets[claim.measure, claim.unit, claim.change, stated, single.lot].append(single)
        merged = [fact for bucket in buckets.values() for fact in self._merge(bucket)]
        merged.sort(key=lambda fact: fact.position)
        if date is not None:
            self._date(merged, headline_end + _LEAD, date)
        self._place(merged)
        return self._fold_headlines(merged)

    def _place(self, facts: Sequence[Fact]) -> None:
        """Give a fact whose place was carried over the finer one of an equal figure of its day.

        `The army's raid on the valley killed five … the coalition says that five were killed`, in the province told of
        elsewhere.
        """
        alike: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
        for fact in facts:
            alike[_figure(fact)].append(fact)
        for fact in facts:
            for other in alike[_figure(fact)] if "where" in fact.loose else ():
                if self._places.compare(other.where, fact.where) is Relation.WITHIN and fact.when == other.when:
                    fact.where = other.where

    def _date(self, facts: Sequence[Fact], lead_end: int, date: int) -> None:
        """Give a toll that a report begins with, of a place and at no time, the report's day or the one before.

        A program did not find its time; it may confirm or contradict one that is stated, and tells nothing apart.
        """
        for fact in facts:
            if fact.coded or fact.when is not None or fact.measure not in _TOLLS:
                continue
            if any(_dates_another(other, fact, date) for other in facts):
                continue  # `400 were killed …; of these, or beside them, 40 yesterday`
            if fact.claim.start < lead_end and self._places.is_local(fact.where):
                fact.when = Days(date - 1, date)
                fact.loose |= {"when"}

    def _single(self, report: int, claim: Claim, publisher: str, text: str, *, headline: bool) -> Fact:
        merged = claim.id in self._rulings.readings
        loose = frozenset[str]() if merged else loose_slots(claim, text)
        claim = self._rulings.read(claim)
        return Fact(
            report=report,
            claim=claim,
            claims=(claim,),
            number=stated_number(claim),
            interval=interval(claim.low, claim.high, claim.bound),
            of=self._actors.parties(claim.of),
            by=self._actors.parties(claim.by),
            where=claim.where,
            when=days(claim.when),
            origin="+".join(sorted(self._actors.origin(claim.source))) if claim.source else publisher,
            sourced=bool(claim.source),
            headline=headline,
            loose=loose,
            lot=self._rulings.lot(claim),
        )

    def _merge(self, bucket: list[Fact]) -> Iterable[Fact]:
        """Join the claims of one measure and number that say the same; the fullest of the body leads."""
        leaders: list[Fact] = []
        for single in sorted(bucket, key=lambda fact: (fact.headline, not fact.sourced, -_filled(fact), fact.position)):
            for leader in sorted(leaders, key=lambda leader: leader.origin != single.origin):
                if self._restates(single, leader):
                    _absorb(leader, single)
                    break
            else:
                leaders.append(single)
        return leaders

    def _restates(self, single: Fact, leader: Fact) -> bool:
        if single.claim.start == leader.claim.start and single.claim.of != leader.claim.of:
            return False  # one number said of two things (`about as many against …`)
        if single.persons and leader.persons and not single.persons & leader.persons:
            return False
        slots = (
            self._places.compare(single.where, leader.where),
            compare_days(single.when, leader.when),
            self._actors.compare(single.of, leader.of),
        )
        if Relation.APART in slots or (slots[2].nested and single.bits < _TELLING):
            return False
        if single.sourced and leader.sourced and single.origin != leader.origin:
            return single.headline  # `the UN: 2,900 killed`, of whom its envoy tells below
        return True

    def _fold_headlines(self, facts: list[Fact]) -> list[Fact]:
        """Attach headline facts that round a fact of the body to it."""
        body = [fact for fact in facts if not fact.headline]
        kept = []
        for fact in facts:
            rounded = self._rounds(fact, body) if fact.headline else None
            if rounded is None:
                kept.append(fact)
            else:
                rounded.echoes += fact.claims
        origins = sorted({fact.origin for fact in body if fact.sourced})
        for fact in kept:
            if fact.headline and not fact.sourced and len(origins) == 1:
                fact.origin, fact.sourced = origins[0], True
        return kept

    def _rounds(self, headline: Fact, body: list[Fact]) -> Fact | None:
        for fact in body:
            alike = (fact.measure, fact.unit, fact.claim.change) == (
                headline.measure,
                headline.unit,
                headline.claim.change,
            )
            if not alike or fact.interval is None or headline.interval is None:
                continue
            apart = Relation.APART in (
                self._places.compare(headline.where, fact.where),
                compare_days(headline.when, fact.when),
                self._actors.compare(headline.of, fact.of),
            )
            if not apart and (_near(headline, fact) or _vague_for(headline, fact)):
                return fact
        return None


#: What is so many times a day's toll is of more days than that.
_SEVERAL_TIMES = 3.0
#: Below this many bits (about ten) equal figures may well be different things.
_TELLING = 4.0


def _figure(fact: Fact) -> tuple[object, ...]:
    return fact.measure, fact.unit, fact.claim.change, fact.number


def _dates_another(dated: Fact, fact: Fact, date: int) -> bool:
    """Tell whether a report gives the day of another toll, at one place, than the one of which it gives none."""
    when = dated.when
    if when is None or when.start is None or when.end is None or "when" in dated.loose:
        return False
    several = (
        dated.number is not None and fact.number is not None and fact.number[0] >= _SEVERAL_TIMES * dated.number[1]
    )
    return (
        several and dated.measure == fact.measure and dated.where == fact.where and date - 1 <= when.start == when.end
    )


def _near(headline: Fact, fact: Fact) -> bool:
    if headline.number is None or fact.number is None or headline.bits >= fact.bits:
        return False
    return abs(headline.number[0] - fact.number[0]) <= _ROUNDING * abs(fact.number[0])


def _vague_for(headline: Fact, fact: Fact) -> bool:
    return headline.number is None and meet(headline.interval or (0, 0), fact.interval or (1, 1))


def _filled(fact: Fact) -> int:
    return sum(map(bool, (fact.of, fact.by, fact.where, fact.when)))


def _absorb(leader: Fact, single: Fact) -> None:
    leader.claims += (single.claim,)
    if leader.interval is not None and single.interval is not None and meet(leader.interval, single.interval):
        low, high = zip(leader.interval, single.interval, strict=True)
        leader.interval = max(low), min(high)  # `at least 20` in the lead are 20 below
    for name in SLOTS:
        firmer = name in leader.loose and name not in single.loose
        if getattr(single, name) and (firmer or not getattr(leader, name)):
            setattr(leader, name, getattr(single, name))
            leader.loose = (leader.loose - {name}) | (single.loose & {name})
    if single.sourced and not leader.sourced:
        leader.origin, leader.sourced = single.origin, True
