"""Statements: one utterance of one origin, known through the reports that carry it.

A **rendition** is what one report takes from one origin. Two renditions carry one statement where their origins are
one (or one speaks for the other), their reports lie within days of each other, and the figures they share tell
enough (`links.py`). What a program read is held together by more than a chain of links, and a toll that its origin has
raised in a later report is another statement's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tawatur.collate.copies.copies import Copies
from tawatur.collate.copies.prevalence import Prevalence
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.groups import Groups
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.ruled import RuledStatements
from tawatur.collate.statements.candidates import pairs
from tawatur.collate.statements.links import WITHIN_DAYS, Links
from tawatur.collate.statements.renditions import Rendition, link_index, renditions

_SPAN = 2 * WITHIN_DAYS
#: What share of the renditions of two groups must be linked, or share a telling figure, for them to be one's.
_LINKED = 0.5
#: A figure of so many bits is a statement's own, of whatever a report that carries it says it.
_TELLING = 5.0


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
        self._ties = Links(material, copies, prevalent, self._renditions)
        self.links: list[tuple[int, int]] = []
        self._linked: set[tuple[int, int]] = set()
        report_of = [rendition.report for rendition in self._renditions]
        self._ruled = RuledStatements(material.rulings, material.reports, report_of)

    def find(self) -> list[Statement]:
        """Return the statements that two reports or more carry, in a fixed order."""
        groups = Groups(len(self._renditions))
        dates = [self._material.dates[rendition.report] for rendition in self._renditions]
        spans: dict[int, set[int]] = {at: set() if date is None else {date} for at, date in enumerate(dates)}
        for one, other in self._ruled.joined(self._ties.nearness):
            self.links.append((self._renditions[one].report, self._renditions[other].report))
            self._join(groups, spans, one, other, ruled=True)
        own: list[tuple[float, int, int]] = []
        foreign: list[tuple[float, int, int]] = []
        for one, other in sorted(self._candidates()):
            link = self._ties.link(one, other)
            if link is not None:
                self.links.append((self._renditions[one].report, self._renditions[other].report))
                self._linked.add((one, other))
                (own if link[1] else foreign).append((-link[0], one, other))
        for _, one, other in sorted(own):
            apart = groups.find(one) != groups.find(other)
            if apart and self._hang_together(groups.members(one), groups.members(other)):
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

    def _hang_together(self, first: list[int], second: list[int]) -> bool:
        """Tell whether enough renditions of two groups are linked: what a program read makes chains of statements."""
        if all(self._renditions[at].facts[0].coded for at in (*first, *second)):
            return True
        pairs = [(min(a, b), max(a, b)) for a in first for b in second]
        if any(self._ties.counts_on(*pair) for pair in pairs):
            return False
        if len(pairs) > 1 and self._ties.are_two_speakers(first, second):
            return False
        return sum(pair in self._linked or self._ties.shares_figure(*pair) for pair in pairs) >= _LINKED * len(pairs)

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
        heard = _heard(renditions)
        votes: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
        for rendition in [rendition for rendition in named if rendition not in misnamed] or named:
            count, figures = votes[rendition.origin]
            shared = heard[id(rendition)]
            votes[rendition.origin] = count + (shared > 0), figures + shared
        known, is_state = self._material.actors.is_known, self._material.actors.is_state
        coded = all(fact.coded for rendition in named for fact in rendition.facts)

        def rank(origin: str) -> tuple[bool, int, int, bool, str]:
            """A state that a program read is as often whom the words tell of; then whom most renditions name.

            Those count that give a figure which another report has: others may speak of else.
            """
            count, figures = votes[origin]
            return not coded and is_state(origin), -count, -figures, not known(origin), origin

        return Statement(min(votes, key=rank), renditions, misnamed)

    def _take_in(self, statement: Statement) -> None:
        """Take in what the reports of a statement say of its figures without naming a source."""
        known = {(fact.measure, fact.unit, fact.number) for fact in statement.facts if fact.number is not None}
        telling = {fact.number for fact in statement.facts if fact.bits >= _TELLING}
        for rendition in statement.renditions:
            own = {id(fact) for other in statement.renditions for fact in other.facts}
            for fact in self._material.facts_of[rendition.report]:
                stated = (fact.measure, fact.unit, fact.number)
                if fact.sourced or id(fact) in own or not rendition.sourced:
                    continue
                if stated in known or fact.number in telling or self._settled_by(fact, statement):
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


def _heard(renditions: list[Rendition]) -> dict[int, int]:
    """Return how many of each rendition's figures another report has."""
    reports: dict[object, set[int]] = defaultdict(set)
    for rendition in renditions:
        for fact in rendition.facts:
            reports[fact.number].add(rendition.report)
    return {
        id(one): len({fact.number for fact in one.facts if fact.number is not None and len(reports[fact.number]) > 1})
        for one in renditions
    }
