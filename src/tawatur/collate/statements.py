"""Statements: one utterance of one origin, known through the reports that carry it.

A **rendition** is what one report takes from one origin. Two renditions carry one statement where their origins are
one (or one speaks for the other), their reports lie within days of each other, and the figures they share tell
enough: each shared figure counts the bits it tells, less what is lost by being printed week after week, and a shared
place and period count once. A rendition under another origin's name, or nobody's, joins only where it has the very
words, or so many of the figures that chance is out of the question.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.collate.candidates import WEEK, is_settled, pairs, quantity_of
from tawatur.collate.copies import Copies
from tawatur.collate.facts import Fact
from tawatur.collate.groups import Groups
from tawatur.collate.material import Material
from tawatur.collate.prevalence import Prevalence, figure_key
from tawatur.collate.relations import Relation
from tawatur.collate.renditions import Rendition, link_index, offered, renditions
from tawatur.collate.ruled import RuledStatements
from tawatur.collate.shingles import body_words, shingles
from tawatur.collate.tolls import has_risen, raises_toll
from tawatur.collate.values import is_slip

#: Reports of one statement lie this many days apart at most, and all of them within twice that.
WITHIN_DAYS = WEEK
_SPAN = 14

_ENOUGH = 8.0
_ENOUGH_UNDATED = 12.0
_WORDS_AND_FIGURES = 11.0
_FIGURES_ALONE = 22.0
_FIGURES = 3
_COVERAGE = 0.75
_RARE = 10.5
_PHRASE = 8
#: The most that a shared place and period can tell.
_MOST_SETTING = 6.0
#: Units that a program does not take for each other.
_APART = {"person", "event"}
#: What one quantity tells for which both give a figure, if another.
_SAME_QUANTITY = 1.0


@dataclass(eq=False)
class Statement:
    """One utterance: its origin, its renditions in the order of the reports, and those that misname its origin."""

    origin: str
    renditions: list[Rendition]
    misnamed: list[Rendition]

    @property
    def facts(self) -> list[Fact]:
        """All facts of all renditions."""
        return [fact for rendition in self.renditions for fact in rendition.facts]

    @property
    def reports(self) -> tuple[int, ...]:
        """The reports that carry it."""
        return tuple(sorted({rendition.report for rendition in self.renditions}))


class StatementFinder:
    """Finds the statements of a material, which may be a part of a corpus; `prevalent` tells of the whole.

    `links` are the pairs of reports of which a rendition each may carry one statement.
    """

    def __init__(self, material: Material, copies: Copies, prevalent: Prevalence) -> None:
        self._material = material
        self._copies = copies
        self._renditions = renditions(material)
        self._prevalent = prevalent
        self.links: list[tuple[int, int]] = []
        self._figures: list[dict[object, float]] = []
        self._quantities_of: list[set[tuple[object, ...]]] = []
        report_of = [rendition.report for rendition in self._renditions]
        self._ruled = RuledStatements(material.rulings, material.reports, report_of)
        for rendition in self._renditions:
            offered = self._offered(rendition)
            self._figures.append({fact.number: fact.bits for fact in offered if fact.number is not None})
            self._quantities_of.append({quantity_of(fact) for fact in offered if is_settled(fact)})

    def find(self) -> list[Statement]:
        """Return the statements that two reports or more carry, in a fixed order."""
        groups = Groups(len(self._renditions))
        dates = [self._material.dates[rendition.report] for rendition in self._renditions]
        spans: dict[int, set[int]] = {at: set() if date is None else {date} for at, date in enumerate(dates)}
        for one, other in self._ruled.joined(self._nearness):
            self.links.append((self._renditions[one].report, self._renditions[other].report))
            self._join(groups, spans, one, other, ruled=True)
        own: list[tuple[float, int, int]] = []
        foreign: list[tuple[float, int, int]] = []
        for one, other in sorted(self._candidates()):
            link = self._link(one, other)
            if link is not None:
                self.links.append((self._renditions[one].report, self._renditions[other].report))
                (own if link[1] else foreign).append((-link[0], one, other))
        for _, one, other in sorted(own):
            self._join(groups, spans, one, other)
        misnamed: set[int] = set()
        for _, one, other in sorted(foreign):
            self._adopt(groups, spans, misnamed, one, other)
        statements = []
        for members in groups.sets().values():
            renditions = [self._renditions[at] for at in members]
            if self._is_spoken(renditions) and self._is_shared(renditions):
                odd = [self._renditions[at] for at in members if at in misnamed]
                statements.append(self._statement(renditions, odd))
        for statement in statements:
            self._take_in(statement)
        return self._without_claimants(statements)

    def _nearness(self, one: int, other: int) -> tuple[float, ...]:
        """Return by what two renditions are the ones that a reviewer means: a named origin, one origin, figures."""
        first, second = self._renditions[one], self._renditions[other]
        score, _ = self._score(first.facts, second.facts)
        return first.sourced + second.sourced, self._related(first.origin, second.origin), score

    def _is_spoken(self, renditions: list[Rendition]) -> bool:
        """Tell whether somebody is said to have said it: a bare state that a program read once, whom it tells of."""
        sourced = [rendition for rendition in renditions if rendition.sourced]
        if len(sourced) > 1 or not sourced or all(fact.coded for fact in sourced[0].facts):
            return bool(sourced)
        return not self._material.actors.is_state(sourced[0].origin)

    def _is_shared(self, renditions: list[Rendition]) -> bool:
        """Tell whether reports of two texts, outlets or days carry a statement: one filed twice tells nothing."""
        if len({rendition.report for rendition in renditions}) < 2:
            return False
        if len({self._material.dates[rendition.report] for rendition in renditions} - {None}) > 1:
            return True
        texts = {self._copies.group_of[rendition.report] for rendition in renditions}
        return len(texts) > 1 or len({self._material.publishers[rendition.report] for rendition in renditions}) > 1

    def _join(self, groups: Groups, spans: dict[int, set[int]], one: int, other: int, *, ruled: bool = False) -> None:
        """Join two groups whose reports lie near enough, or that a reviewer has joined, and none has parted."""
        first, second = groups.find(one), groups.find(other)
        days = spans[first] | spans[second]
        near = ruled or not days or max(days) - min(days) <= _SPAN
        if first != second and near and self._ruled.may_join(groups.members(first), groups.members(second)):
            spans[groups.join(first, second)] = days

    def _adopt(self, groups: Groups, spans: dict[int, set[int]], misnamed: set[int], one: int, other: int) -> None:
        """Join a rendition under another name to a statement that more witnesses carry."""
        if groups.find(one) == groups.find(other):
            return
        sides = (groups.members(one), groups.members(other))
        few, many = sorted(sides, key=lambda side: (self._is_named(side), self._witnesses(side), side))
        unnamed = not self._is_named(few)
        if not unnamed:
            if self._witnesses(few) > 1 or self._witnesses(many) < 2 or self._are_both_named(few, many):
                return
            misnamed.update(few)
        self._join(groups, spans, one, other)

    def _are_both_named(self, few: list[int], many: list[int]) -> bool:
        """Tell whether a report names both origins: who cites two sources does not take one for the other."""
        reports = {self._renditions[at].report for at in few if self._renditions[at].sourced}
        return any(self._renditions[at].report in reports for at in many if self._renditions[at].sourced)

    def _is_named(self, members: list[int]) -> bool:
        """Tell whether a rendition names a speaker, and not the agency that passes the words on."""
        renditions = [self._renditions[at] for at in members]
        return any(
            one.sourced and (all(fact.coded for fact in one.facts) or not self._material.actors.passes_on(one.origin))
            for one in renditions
        )

    def _witnesses(self, members: list[int]) -> int:
        return len({self._copies.group_of[self._renditions[at].report] for at in members})

    def _statement(self, renditions: list[Rendition], misnamed: list[Rendition]) -> Statement:
        named = [rendition for rendition in renditions if rendition.sourced]
        votes: dict[str, int] = defaultdict(int)
        for rendition in [rendition for rendition in named if rendition not in misnamed] or named:
            votes[rendition.origin] += 1
        known = self._material.actors.is_known
        return Statement(
            min(votes, key=lambda origin: (-votes[origin], not known(origin), origin)), renditions, misnamed
        )

    def _take_in(self, statement: Statement) -> None:
        """Take in what the reports of a statement say of its figures without naming a source."""
        known = {(fact.measure, fact.unit, fact.number) for fact in statement.facts if fact.number is not None}
        for rendition in statement.renditions:
            own = {id(fact) for other in statement.renditions for fact in other.facts}
            for fact in self._material.facts_of[rendition.report]:
                stated = (fact.measure, fact.unit, fact.number)
                if fact.sourced or id(fact) in own or not rendition.sourced:
                    continue
                if stated in known or self._settled_by(fact, statement):
                    rendition.facts.append(fact)
                    own.add(id(fact))
            rendition.facts.sort(key=lambda fact: fact.position)

    def _without_claimants(self, statements: list[Statement]) -> list[Statement]:
        """Give what a party is said to have claimed of its own acts to the statement whose reports tell of it.

        `The command said that the group claimed 153 attacks` is the command's statement, though the group's name
        heads the chain.
        """
        kept = []
        for statement in statements:
            origin = frozenset(statement.origin.split("+"))
            claimed = any(origin & fact.by for fact in statement.facts)
            around = [
                other
                for other in statements
                if other is not statement
                and set(statement.reports) < set(other.reports)
                and other.origin != statement.origin
            ]
            if claimed and around:
                host = max(around, key=lambda other: (len(other.reports), other.origin))
                host.renditions.extend(statement.renditions)
            else:
                kept.append(statement)
        return kept

    def _settled_by(self, fact: Fact, statement: Statement) -> bool:
        """Tell whether a fact without a source gives another figure for a quantity that the statement gives."""
        if fact.number is None or not (fact.where and fact.when and fact.of):
            return False
        for other in statement.facts:
            if (other.measure, other.unit, other.claim.change) != (fact.measure, fact.unit, fact.claim.change):
                continue
            slots = self._material.slots(fact, other)
            if all(slots[name] is Relation.SAME for name in ("of", "where", "when")):
                return True
        return False

    def _candidates(self) -> set[tuple[int, int]]:
        return pairs(link_index(self._renditions, self._material), self._prevalent.pivots)

    def _link(self, one: int, other: int) -> tuple[float, bool] | None:
        """Return how strongly two renditions are one statement's, and whether under one origin; None where not."""
        first, second = self._renditions[one], self._renditions[other]
        dates = (self._material.dates[first.report], self._material.dates[second.report])
        if None not in dates and abs(dates[0] - dates[1]) > WITHIN_DAYS:  # type: ignore[operator]
            return None
        if not self._can_link(one, other):
            return None
        if self._has_risen(first, second):
            return None
        score, matched = self._score(self._offered(first), self._offered(second))
        copied = self._copies.one_text(first.report, second.report)
        related = self._related(first.origin, second.origin)
        if related or (copied and matched):
            vague = None in dates or all(map(self._material.actors.is_generic, (first.origin, second.origin)))
            enough = 0.0 if copied else _ENOUGH_UNDATED if vague else _ENOUGH
            own = related or not (first.sourced and second.sourced)
            return (score, own) if score >= enough or self._misprints(first, second) else None
        fewest = min(len(first.facts), len(second.facts))
        if score >= _FIGURES_ALONE and matched >= max(_FIGURES, math.ceil(_COVERAGE * fewest)):
            return score, False
        if self._share_rare_figure(first, second):
            return score, False
        if score >= _WORDS_AND_FIGURES and matched >= 2 and self._share_words(first.report, second.report):
            return score, False
        return None

    def _has_risen(self, first: Rendition, second: Rendition) -> bool:
        """Tell whether a toll has risen from one report to the other: two statements, of which one repeats much."""
        if self._material.dates[first.report] == self._material.dates[second.report]:
            return False
        return has_risen(self._said(first), self._said(second), self._material)

    def _said(self, one: Rendition) -> list[Fact]:
        """Return what a report says from a rendition's origin, or without a source."""
        facts = self._material.facts_of[one.report]
        return [fact for fact in facts if fact.origin == one.origin or not fact.sourced]

    def _can_link(self, one: int, other: int) -> bool:
        """Tell by a quick sum whether two renditions may share enough, so that few pairs need a close look."""
        first, second = self._figures[one], self._figures[other]
        if len(first) > len(second):
            first, second = second, first
        bits = sum(told for number, told in first.items() if number in second)
        shared = len(self._quantities_of[one] & self._quantities_of[other])
        return shared > 0 or bits + _MOST_SETTING >= min(_ENOUGH, _WORDS_AND_FIGURES) or self._is_copied(one, other)

    def _is_copied(self, one: int, other: int) -> bool:
        return self._copies.one_text(self._renditions[one].report, self._renditions[other].report)

    def _misprints(self, first: Rendition, second: Rendition) -> bool:
        """Tell whether one origin's figure for one quantity looks misprinted in one of two reports of it.

        An outlet that gives but one figure, and that one wrong, shares none with the others.
        """
        if first.origin != second.origin or not first.sourced:
            return False
        figures: dict[object, list[Fact]] = defaultdict(list)
        for fact in first.facts:
            if is_settled(fact):
                figures[quantity_of(fact)].append(fact)
        return any(
            is_slip(fact.number, other.number) and not self._is_raised(fact, other)
            for fact in second.facts
            if is_settled(fact)
            for other in figures.get(quantity_of(fact), ())
        )

    def _is_raised(self, fact: Fact, other: Fact) -> bool:
        low, high = sorted((fact, other), key=lambda one: one.number or (0.0, 0.0))
        return raises_toll([low], [high], self._material, one_origin=True)

    def _share_rare_figure(self, first: Rendition, second: Rendition) -> bool:
        """Tell whether both give one figure of four digits or so for one quantity: two counts never come out so."""
        figures = {
            (quantity_of(fact), fact.number) for fact in first.facts if fact.bits >= _RARE and fact.where and fact.when
        }
        return any((quantity_of(fact), fact.number) in figures for fact in second.facts)

    def _offered(self, rendition: Rendition) -> list[Fact]:
        return offered(rendition, self._material)

    def _related(self, one: str, other: str) -> bool:
        if one == other:
            return True
        return any(self._material.actors.related(a, b) for a in one.split("+") for b in other.split("+"))

    def _score(self, first: Sequence[Fact], second: Sequence[Fact]) -> tuple[float, int]:
        """Return the bits that the shared figures tell, and how many there are."""
        by_number: dict[object, list[tuple[int, Fact]]] = defaultdict(list)
        for order, fact in enumerate(sorted(second, key=lambda fact: fact.position)):
            if fact.number is not None:
                by_number[fact.number].append((order, fact))
        context, matched = 0.0, 0
        taken: set[int] = set()
        total = _SAME_QUANTITY * self._quantities(first, second)
        for fact in first:
            best: tuple[float, float, int] | None = None
            for order, mate in by_number.get(fact.number, ()) if fact.number is not None else ():
                if order in taken or not _may_be_one(fact, mate):
                    continue
                bits, setting = self._shared(fact, mate)
                best = max(best or (0.0, 0.0, 0), (bits, setting, -order))
            if best is not None and best[0] > 0:
                taken.add(-best[2])
                total += best[0]
                context = max(context, best[1])
                matched += 1
        return total + context, matched

    def _quantities(self, first: Sequence[Fact], second: Sequence[Fact]) -> int:
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

    def _shared(self, fact: Fact, mate: Fact) -> tuple[float, float]:
        """Return the bits of one shared figure, and of its place and period."""
        bits = max(0.0, fact.bits - self._prevalent.losses.get(figure_key(fact.measure, fact.number), 0))
        slots = self._material.slots(fact, mate)
        if fact.measure != mate.measure:
            bits -= 2.0
        bits -= 2.0 * sum(slots[name] is Relation.APART for name in ("of", "where", "when"))
        setting = 0.0
        if slots["where"] is Relation.SAME:
            setting += 3.0 if self._material.places.is_local(fact.where) else 1.0
        if slots["when"] is Relation.SAME and fact.when is not None:
            length = fact.when.length or 400
            setting += 3.0 if length <= 3 else 2.0 if length <= 31 else 1.0
        return bits, setting

    def _share_words(self, one: int, other: int) -> bool:
        return bool(self._phrases(one) & self._phrases(other))

    @lru_cache(maxsize=4096)  # noqa: B019  (the finder lives for one collation)
    def _phrases(self, report: int) -> frozenset[int]:
        return shingles(body_words(self._material.reports[report]), _PHRASE)


def _may_be_one(fact: Fact, mate: Fact) -> bool:
    """Tell whether an equal number may be one figure: 42 air strikes are no 42 killed, 5 per cent are no 5 men."""
    units = {fact.unit, mate.unit}
    return len(units) == 1 or not ("percent" in units or (units == _APART and not (fact.coded and mate.coded)))
