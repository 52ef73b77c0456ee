"""The material of one collation: reports and claims set in order, facts made, slots made comparable."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tawatur.arabic import View, fold
from tawatur.collate.facts.actors import Actors
from tawatur.collate.facts.cues import weekdays
from tawatur.collate.facts.facts import Fact, FactMaker
from tawatur.collate.facts.firmness import one_sentence, sentence_around
from tawatur.collate.facts.periods import compare_days, ordinal
from tawatur.collate.facts.places import Places
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import Number
from tawatur.model import Claim, Report, Rulings
from tawatur.packs import Knowledge

_LONGEST_HEADLINE = 300
_NO_RULINGS = Rulings()
#: How far behind a figure's phrase, in characters, words may still tell whom it counts.
_RIGHT_BEHIND = 30
#: So much text on each side of a phrase, in characters, shows whether another report prints the passage.
_AROUND = 40
PUBLISHER = "publisher:"
_WORD = re.compile(r"[^\W\d_]+")


class Material:
    """Reports in a fixed order with their facts; whatever the input's order, the material is the same.

    A report given twice counts once, and so does a claim. Claims of a section that no report was given for are held
    to a report of their own, without text, date or title. `rulings` are what reviewers have merged and split.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        knowledge: Knowledge,
        rulings: Rulings = _NO_RULINGS,
    ) -> None:
        self.rulings = rulings
        self._beside: dict[int, dict[tuple[str, Number], Fact]] = {}
        self._folded: dict[int, str] = {}
        self.actors = Actors(knowledge)
        self.places = Places(knowledge)
        by_place = {(report.doc, report.section): report for report in sorted(reports, key=_fullness)}
        of_report: dict[tuple[str, int], dict[str, Claim]] = defaultdict(dict)
        for claim in claims:
            identity = claim.id or f"{claim.doc}:{claim.section}:{claim.start}:{claim.measure}:{claim.of}:{claim.where}"
            of_report[claim.doc, claim.section][identity] = claim
        for place in of_report.keys() - by_place.keys():
            main = by_place.get((place[0], 0))
            publisher = None if main is None else main.publisher
            by_place[place] = Report(doc=place[0], section=place[1], text="", publisher=publisher)
        self.reports = tuple(by_place[place] for place in sorted(by_place))
        self.dates = tuple(ordinal(report.date) for report in self.reports)
        self.publishers = tuple(self._publisher(report) for report in self.reports)
        maker = FactMaker(self.actors, self.places, rulings)
        self.facts_of: tuple[tuple[Fact, ...], ...] = tuple(
            tuple(
                maker.make(
                    at,
                    list(of_report.get((report.doc, report.section), {}).values()),
                    self.publishers[at],
                    report.text,
                    headline_end(report),
                    self.dates[at],
                )
            )
            for at, report in enumerate(self.reports)
        )

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, report by report."""
        return tuple(fact for facts in self.facts_of for fact in facts)

    def slots(self, one: Fact, other: Fact) -> dict[str, Relation]:
        """Return how `of`, `by`, `where` and `when` of two facts stand to each other.

        A slot that a program carried over from elsewhere in the text tells nothing apart.
        """
        slots = {
            "of": self.actors.compare(one.of, other.of),
            "by": self.actors.compare(one.by, other.by),
            "where": self.places.compare(one.where, other.where),
            "when": compare_days(one.when, other.when),
        }
        for name in one.loose | other.loose:
            if slots[name] is not Relation.SAME:
                slots[name] = Relation.UNKNOWN
        return slots

    def names_place(self, fact: Fact, place: str) -> bool:
        """Tell whether a sentence of the fact's claims names a place by one of its Arabic names."""
        names = self.places.arabic_names(place)
        return any(name in sentence for sentence in self._sentences(fact) for name in names)

    def time_words(self, fact: Fact) -> list[frozenset[str]]:
        """Return the words, without pure numbers, of each phrase by which a program dated a fact."""
        text = self.reports[fact.report].text
        phrases = [fold(text[start:end]) for claim in fact.claims for start, end in claim.spans.get("when", ())]
        return [words for phrase in phrases if (words := frozenset(_WORD.findall(phrase)))]

    def names_day(self, fact: Fact) -> bool:
        """Tell whether a sentence of a fact's claims names its day, and no other day of the week."""
        if fact.when is None or fact.when.start is None:
            return False
        day = dt.date.fromordinal(fact.when.start)
        dated = re.compile(rf"(?<!\d)0?{day.day} (?=[^\W\d]{{4}})")
        if fact.number is not None and fact.number[0] == day.day:
            return False
        return any(
            named == {day.isoweekday()} or (not named and dated.search(sentence) is not None)
            for sentence in self._sentences(fact)
            for named in [set(weekdays(sentence))]
        )

    def says(self, fact: Fact, words: frozenset[str]) -> bool:
        """Tell whether a sentence of the fact's claims holds all of some words."""
        return any(words.issubset(_WORD.findall(sentence)) for sentence in self._sentences(fact))

    def sentences(self, fact: Fact) -> Iterator[str]:
        """Yield the sentences of a fact's claims as their report has them."""
        text = self.reports[fact.report].text
        for claim in fact.claims:
            start, end = sentence_around(text, claim.quote_start, claim.quote_end)
            yield text[start:end]

    def _sentences(self, fact: Fact) -> Iterator[str]:
        """Yield the sentences of a fact's claims as the normalised view spells them."""
        return map(fold, self.sentences(fact))

    def names_party(self, fact: Fact, party: str) -> bool:
        """Tell whether a figure's own phrase, or the words right behind it, name a party that the packs know."""
        text = self.reports[fact.report].text
        return any(
            self.actors.is_named(party, text[claim.quote_start : claim.quote_end + _RIGHT_BEHIND])
            for claim in fact.claims
        )

    def one_sentence(self, one: Fact, other: Fact) -> bool:
        """Tell whether two facts of one report stand in one sentence."""
        if one.report != other.report:
            return False
        text = self.reports[one.report].text
        return any(
            one_sentence(text, (first.start, first.end), (second.start, second.end))
            for first in one.claims
            for second in other.claims
        )

    def beside(self, fact: Fact) -> Mapping[tuple[str, Number], Fact]:
        """Return the other figures that stand in a fact's sentence, by measure and number, ."""
        known = self._beside.get(id(fact))
        if known is None:
            known = {
                (other.measure, other.number): other
                for other in self.facts_of[fact.report]
                if other is not fact and other.number is not None and other.number != fact.number
                if self.one_sentence(fact, other)
            }
            self._beside[id(fact)] = known
        return known

    def folded(self, report: int) -> str:
        """Return the normalised text of a report, spaces made single."""
        if report not in self._folded:
            self._folded[report] = " ".join(View(self.reports[report].text).text.split())
        return self._folded[report]

    def around(self, fact: Fact) -> str:
        """Return a fact's phrase with some words on both sides, which are whole."""
        text, claim = self.reports[fact.report].text, fact.claim
        start = text.find(" ", max(0, claim.quote_start - _AROUND), claim.quote_start)
        end = text.rfind(" ", claim.quote_end, claim.quote_end + _AROUND)
        return text[claim.quote_start if start < 0 else start : claim.quote_end if end < 0 else end]

    def follows(self, fact: Fact) -> bool:
        """Tell whether a fact's sentence gives another figure of its measure before it."""
        return any(
            other.measure == fact.measure and other.claim.start < fact.claim.start and self.one_sentence(other, fact)
            for other in self.facts_of[fact.report]
        )

    def _publisher(self, report: Report) -> str:
        if report.publisher:
            return PUBLISHER + self.actors.name(fold(report.publisher.casefold()))
        return f"{PUBLISHER}{report.doc}/{report.section}"


def headline_end(report: Report) -> int:
    """Return the raw offset where the report's headline ends: its title part, or the text's first line."""
    titles = [part.end for part in report.parts if part.kind == "title"]
    if titles:
        return max(titles)
    if report.parts or report.section:
        return 0
    line = report.text.find("\n")
    return line if 0 < line <= _LONGEST_HEADLINE else 0


def _fullness(report: Report) -> tuple[int, int, str, str, str]:
    return len(report.text), len(report.parts), report.date or "", report.publisher or "", report.title or ""
