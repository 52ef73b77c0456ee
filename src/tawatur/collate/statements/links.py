"""Links: which two renditions may carry one statement, and how strongly they are tied.

Whose words they are (`kinship.py`) settles how much the shared figures must tell (`likeness.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tawatur.collate.copies.copies import Copies
from tawatur.collate.copies.prevalence import Prevalence
from tawatur.collate.copies.shingles import body_words, shingles
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import PUBLISHER, Material
from tawatur.collate.facts.periods import is_event
from tawatur.collate.facts.values import is_slip
from tawatur.collate.quantities.tolls import has_risen, raises_toll
from tawatur.collate.statements.candidates import WEEK, is_settled, quantity_of
from tawatur.collate.statements.kinship import Kin, Kinship
from tawatur.collate.statements.likeness import MOST_SETTING, SAME_PERSON, Likeness, Shared, nearness
from tawatur.collate.statements.renditions import Rendition, offered

#: Reports of one statement lie this many days apart at most.
WITHIN_DAYS = WEEK

#: How many bits one speaker's figures must tell; where a name for many is all that is known of him; without dates.
_ENOUGH = 7.5
_ENOUGH_VAGUE = 9.5
_ENOUGH_UNDATED = 12.0
#: And where they share one figure, which one of the reports alone gives to him.
_ENOUGH_ONE_SIDED = 9.0
#: And those of speakers who may be one, and of one who is not named.
_ENOUGH_AKIN = 11.0
_ENOUGH_UNNAMED = 14.0
_WORDS_AND_FIGURES = 11.0
_FIGURES_ALONE = 22.0
_FIGURES = 3
_COVERAGE = 0.75
_RARE = 10.5
#: A figure of so many bits (about forty) seldom recurs in a fortnight.
_TELLING = 6.0
_PHRASE = 8
#: For so many days an event is news; later, every outlet recalls its toll.
_FRESH_DAYS = 2


class Links:
    """Tells of two renditions, by their numbers, whether they may be one statement's."""

    def __init__(
        self, material: Material, copies: Copies, prevalent: Prevalence, renditions: Sequence[Rendition]
    ) -> None:
        self._material = material
        self._copies = copies
        self._renditions = renditions
        self._kinship = Kinship(material)
        self._likeness = Likeness(material, prevalent)
        self._pooled = self._pool()
        self._figures: list[dict[object, float]] = []
        self._quantities_of: list[set[tuple[object, ...]]] = []
        self._later: dict[tuple[int, int], bool] = {}
        for facts in self._pooled:
            figures: dict[object, float] = {fact.number: fact.bits for fact in facts if fact.number is not None}
            self._figures.append(figures | {word: SAME_PERSON for fact in facts for word in fact.persons})
            self._quantities_of.append({quantity_of(fact) for fact in facts if is_settled(fact)})

    def link(self, one: int, other: int) -> tuple[float, bool] | None:
        """Return how strongly two renditions are one statement's, and whether under one origin; None where not."""
        first, second = self._renditions[one], self._renditions[other]
        dates = (self._material.dates[first.report], self._material.dates[second.report])
        if None not in dates and abs(dates[0] - dates[1]) > WITHIN_DAYS:  # type: ignore[operator]
            return None
        if not self._can_link(one, other):
            return None
        if self.counts_on(one, other):
            return None
        near = nearness(*dates)
        copied = self._copies.one_text(first.report, second.report)
        kin = self._kinship.between(first, second)
        speaker = self._is_one_speaker(kin, first, second)
        shared = self._likeness.shared(self._pooled[one], self._pooled[other], near, one_speaker=speaker)
        pairs = self._spoken(first, second, shared, copied=copied, one=speaker)
        score = self._likeness.score(self._pooled[one], self._pooled[other], pairs) if pairs else 0.0
        matched = len(pairs)
        if kin is Kin.ONE or (copied and matched):
            if not copied and not self._may_tie(first, second, pairs):
                return None
            vague = all(map(self._is_vague, (first.origin, second.origin)))
            own = kin is Kin.ONE or not (first.sourced and second.sourced)
            enough = 0.0 if copied else _enough(vague=vague, near=near, dated=None not in dates)
            if (
                enough
                and matched == 1
                and not any(fact.coded or (fact.sourced and mate.sourced) for fact, mate, _, _ in pairs)
            ):
                enough = max(enough, _ENOUGH_ONE_SIDED)
            return (score, own) if score >= enough or self._misprints(first, second) else None
        if kin is Kin.FOREIGN and (matched > 1 or first.facts[0].coded) and self._is_cited(first, second, pairs):
            kin = Kin.AKIN
        if kin is Kin.AKIN and matched and score >= _ENOUGH_AKIN and self._may_tie(first, second, pairs):
            return score, True
        spoken = sum(fact.coded or fact.sourced or mate.sourced for fact, mate, _, _ in pairs)
        if kin is Kin.UNNAMED and spoken >= 2 and score >= _ENOUGH_UNNAMED:
            return score, True
        fewest = min(len(first.facts), len(second.facts))
        if score >= _FIGURES_ALONE and matched >= max(_FIGURES, math.ceil(_COVERAGE * fewest)):
            return score, False
        if self._share_rare_figure(first, second):
            return score, False
        if score >= _WORDS_AND_FIGURES and matched >= 2 and self._share_words(first.report, second.report):
            return score, False
        return None

    def _may_tie(self, first: Rendition, second: Rendition, pairs: Sequence[Shared]) -> bool:
        """Tell whether a program read enough in two reports of one name for them to be of one speaker.

        What an outlet says twice in its own words is nobody's statement; and a name for many (`officials`, a ministry
        without its state) may be two: they speak of one thing where two figures are the same, and none is another.
        """
        if all(fact.coded for fact in (*first.facts, *second.facts)):
            return True
        if not (first.sourced or second.sourced):
            return False
        if not all(map(self._is_vague, (first.origin, second.origin))):
            return True
        if self._quotes(first, second) or self._quotes(second, first):
            return True
        figures = {(one.fact.measure, one.fact.number) for one in pairs}
        return len(figures) > 1 and not self._likeness.part_ways(first.facts, second.facts)

    def _quotes(self, one: Rendition, other: Rendition) -> bool:
        """Tell whether one report names the other's outlet as the one that it had a speaker's words from."""
        outlet = self._material.publishers[other.report].removeprefix(PUBLISHER)
        hops = {name for fact in one.facts for hop in fact.claim.source for name in self._material.actors.parties(hop)}
        return outlet in hops

    def _is_vague(self, origin: str) -> bool:
        """Tell whether a name is one for many, or a ministry's of which no state is told."""
        return all(map(self._material.actors.is_vague, origin.split("+")))

    def _is_cited(self, first: Rendition, second: Rendition, pairs: Sequence[Shared]) -> bool:
        """Tell whether one report names the other's speaker in the sentence of a figure that both have."""
        told = self._kinship.is_told_by
        return any(told(first.origin, mate) or told(second.origin, fact) for fact, mate, _, _ in pairs)

    def _is_one_speaker(self, kin: Kin, first: Rendition, second: Rendition) -> bool:
        """Tell whether both reports name one speaker, whose name is not one for many."""
        return kin is Kin.ONE and first.sourced and second.sourced and not self._is_vague(first.origin)

    def _spoken(
        self, first: Rendition, second: Rendition, shared: list[Shared], *, copied: bool, one: bool
    ) -> list[Shared]:
        """Return the shared figures that tell of a statement: some are of these renditions, not of others in the texts.

        Of what a program read, each is given to a speaker in one of the two texts at least, or is of an event of the
        day: what neither gives to anybody is otherwise background, which every outlet prints. So is the toll of an
        event long over, unless it stands in one text, or one speaker has recalled it.
        """
        theirs = {id(fact) for fact in (*first.facts, *second.facts)}
        told = [pair for pair in shared if self._is_told(pair.fact, pair.mate, copied=copied, one=one)]
        own = any(id(fact) in theirs for pair in told for fact in (pair.fact, pair.mate))
        return told if own else []

    def _is_told(self, fact: Fact, mate: Fact, *, copied: bool, one: bool) -> bool:
        if fact.coded:
            return True
        if not (fact.sourced or mate.sourced):
            return self._is_fresh(fact) and self._is_fresh(mate)
        if copied or (one and fact.sourced and mate.sourced):
            return True
        if self._recalls(fact, mate) or self._recalls(mate, fact):
            return False
        return not (self._is_past(fact) and self._is_past(mate))

    def _is_fresh(self, fact: Fact) -> bool:
        """Tell whether a fact is of an event of its report's day, or shortly before."""
        return is_event(fact.when) and not self._is_past(fact)

    def _recalls(self, fact: Fact, mate: Fact) -> bool:
        """Tell whether a report recalls in its own words, days later, what a speaker said of an event when it was news.

        `At the beginning of the week 45 were killed` stands below every later toll.
        """
        date, told, when = self._material.dates[fact.report], self._material.dates[mate.report], fact.when
        if fact.sourced or date is None or told is None or when is None or when.end is None or "when" in fact.loose:
            return False
        return is_event(when) and date - when.end >= _FRESH_DAYS > told - when.end

    def _is_past(self, fact: Fact) -> bool:
        """Tell whether the fact's own words give it to an event that was days before its report."""
        date, when = self._material.dates[fact.report], fact.when
        if date is None or when is None or when.end is None or not is_event(when) or "when" in fact.loose:
            return False
        return date - when.end > _FRESH_DAYS

    def counts_on(self, one: int, other: int) -> bool:
        """Tell whether the later of two reports has a higher toll of what the earlier one counted."""
        if (one, other) not in self._later:
            self._later[one, other] = self._has_risen(self._renditions[one], self._renditions[other])
        return self._later[one, other]

    def are_two_speakers(self, first: Iterable[int], second: Iterable[int]) -> bool:
        """Tell whether two groups of renditions each name speakers that are known, and none of both."""
        speakers = [
            {self._renditions[at].origin for at in group if self._kinship.is_speaker(self._renditions[at].origin)}
            for group in (first, second)
        ]
        return all(speakers) and not any(self._kinship.related(a, b) for a in speakers[0] for b in speakers[1])

    def shares_figure(self, one: int, other: int) -> bool:
        """Tell whether two renditions have a telling figure in common."""
        first, second = self._figures[one], self._figures[other]
        return any(bits >= _TELLING and number in second for number, bits in first.items())

    def nearness(self, one: int, other: int) -> tuple[float, ...]:
        """Return by what two renditions are the ones that a reviewer means: a named origin, one origin, figures."""
        first, second = self._renditions[one], self._renditions[other]
        score = self._likeness.score(first.facts, second.facts, self._likeness.shared(first.facts, second.facts))
        return first.sourced + second.sourced, self._kinship.related(first.origin, second.origin), score

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
        return shared > 0 or bits + MOST_SETTING >= min(_ENOUGH, _WORDS_AND_FIGURES) or self._is_copied(one, other)

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
        coded = all(fact.coded for fact in (*first.facts, *second.facts))
        bodies = any(self._material.actors.names_body(one.origin) for one in (first, second))
        if first.sourced and second.sourced and (bodies or not coded):
            return False  # another body that gives one figure confirms it
        figures = {
            (quantity_of(fact), fact.number) for fact in first.facts if fact.bits >= _RARE and fact.where and fact.when
        }
        return any((quantity_of(fact), fact.number) in figures for fact in second.facts)

    def _pool(self) -> list[list[Fact]]:
        """Return what each rendition offers: of a text that a program read also what its report gives by others' names.

        A report calls one speaker by several names, and goes on in its own words.
        """
        of_report: dict[int, list[Rendition]] = defaultdict(list)
        for rendition in self._renditions:
            of_report[rendition.report].append(rendition)
        pooled = []
        for rendition in self._renditions:
            facts = offered(rendition, self._material)
            if rendition.sourced and len(facts) == len(rendition.facts) and not facts[0].coded:
                for other in of_report[rendition.report]:
                    if other is not rendition and self._kinship.is_pooled(rendition, other):
                        facts = [*facts, *other.facts]
            pooled.append(facts)
        return pooled

    def _share_words(self, one: int, other: int) -> bool:
        return bool(self._phrases(one) & self._phrases(other))

    @lru_cache(maxsize=4096)  # noqa: B019  (the finder lives for one collation)
    def _phrases(self, report: int) -> frozenset[int]:
        return shingles(body_words(self._material.reports[report]), _PHRASE)


def _enough(*, vague: bool, near: float, dated: bool) -> float:
    """Return how many bits one speaker's figures must tell; a name for many tells less who speaks."""
    if not dated or (vague and not near):
        return _ENOUGH_UNDATED
    return _ENOUGH_VAGUE if vague else _ENOUGH
