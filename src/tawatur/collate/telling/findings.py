"""Findings as the model has them: references, documents, weight, explanation and id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from tawatur.collate.copies.texts import Texts
from tawatur.collate.copies.wording import Wording, figure
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.quantities.totals import Sum
from tawatur.collate.statements.statements import Statement
from tawatur.collate.sums.parts import Part
from tawatur.collate.telling.weights import tells_of_conflict, weigh
from tawatur.collate.times.changes import Change
from tawatur.collate.times.dates import ImpossibleDate
from tawatur.collate.times.tallies import Tally
from tawatur.collate.variants.lineage import Lineage
from tawatur.collate.variants.partings import Variant, without_parts
from tawatur.collate.voices.confirmation import Confirmation
from tawatur.collate.voices.same_numbers import SameNumber
from tawatur.collate.voices.voices import Voices
from tawatur.model import Claim, Explanation, Finding, Reference, Voice, identify_finding, refer
from tawatur.model.finding import FindingKind
from tawatur.packs import Knowledge

#: Slots that a part shares with its whole.
_SHARED = frozenset({"where", "when", "by", "source"})


class FindingMaker:
    """Makes the findings of one material."""

    def __init__(self, material: Material, knowledge: Knowledge) -> None:
        self._material = material
        self._wording = Wording(material, knowledge)

    def copy(self, members: Sequence[int], share: float, texts: Texts) -> Finding:
        """Return the finding that reports print one text; what it tells of a conflict makes it worth a look."""
        template = "copy" if len({self._wording.reports([at]) for at in members}) > 1 else "copy.twice"
        words = self._wording.explain(template, reports=self._wording.reports(members), share=round(100 * share))
        docs = {self._material.reports[at].doc for at in members}
        outlets = {self._material.publishers[at] for at in members}
        counted = self._is_of_conflict(members, texts)
        kind = "copy" if len(outlets) > 1 and counted else "copy.idle"
        return self._make("copy", (), weigh(kind, len(members)), words, docs=docs)

    def _is_of_conflict(self, members: Sequence[int], texts: Texts) -> bool:
        """Tell whether a passage of one of some reports that tells of a conflict stands in another of them.

        Passages, and texts, that are the same are looked at once.
        """
        printed: dict[str, set[int]] = defaultdict(set)
        for at in members:
            for fact in self._material.facts_of[at]:
                if tells_of_conflict(fact):
                    printed[self._material.around(fact)].add(at)
        different = {texts.numbers[at]: at for at in members}
        return any(
            texts.also_has(other, passage)
            for passage, own in printed.items()
            for other in (different.values() if len(own) > 1 else (at for at in members if at not in own))
        )

    def statement(self, statement: Statement) -> Finding:
        """Return the finding that reports carry one statement."""
        facts = statement.facts
        telling = sorted(facts, key=lambda fact: (-fact.bits, fact.position))
        words = self._wording.explain(
            "statement",
            reports=self._wording.reports(statement.reports),
            origin=self._wording.origin(statement.origin, facts),
            words=self._wording.words(telling),
        )
        outlets = {self._material.publishers[at] for at in statement.reports}
        weight = weigh("statement" if len(outlets) > 1 else "statement.idle", len(statement.reports))
        docs = {self._material.reports[at].doc for at in statement.reports}
        return self._make("statement", facts, weight, words, docs=docs, origin=statement.origin, echoes=True)

    def variant(self, variant: Variant, statement: Statement) -> Finding:
        """Return the finding that renditions of a statement part ways; parts are as wrong as their whole."""
        odd, norm = variant.odd, variant.norm
        if variant.slot in _SHARED:
            odd, norm = (without_parts(side, self._material) for side in (odd, norm))
        sides = odd, norm
        if not odd:  # no majority: the one figure is told against the other
            lead = norm[0]
            own = {fact.report for fact in norm if _same_reading(fact, lead)}
            odd = tuple(fact for fact in norm if fact.report in own)
            norm = tuple(fact for fact in norm if fact.report not in own)
        told = norm or odd
        words = self._wording.explain(
            f"variant.{variant.slot}",
            odd_reports=self._wording.of(odd),
            odd_words=self._wording.words(odd, 2),
            odd_where=self._wording.where(odd[0]),
            odd_when=self._wording.when(odd[0].when),
            odd_origin=self._wording.origin(odd[0].origin, odd),
            norm_reports=self._wording.of(told),
            norm_words=self._wording.words(told, 2),
            norm_where=self._wording.where(told[0]),
            norm_when=self._wording.when(told[0].when),
            origin=self._wording.origin(statement.origin, statement.facts),
        )
        facts = (*sides[0], *sides[1])
        weight = weigh(f"variant.{variant.slot}", _reports(facts), (odd, told), undecided=not variant.odd)
        fields: dict[str, Any] = {"slot": variant.slot, "odd": _refer(sides[0]), "norm": _refer(sides[1])}
        return self._make("variant", facts, weight, words, **fields)

    def lineage(self, lineage: Lineage) -> Finding:
        """Return the finding that reports descend from one another."""
        dated = [at for at in lineage.reports if self._material.dates[at] is not None]
        first = min(dated or lineage.reports, key=lambda at: (self._material.dates[at] or 0, at))
        words = self._wording.explain(
            "lineage",
            reports=self._wording.reports(lineage.reports),
            words=self._wording.words(lineage.shared, 2),
            first=self._wording.reports([first]),
        )
        weight = weigh("lineage", len(lineage.reports))
        return self._make("lineage", lineage.shared, weight, words, shared=_refer(lineage.shared))

    def confirmation(self, found: Confirmation, voices_of: Voices) -> Finding:
        """Return an agreement or a conflict."""
        facts = [fact for voice in found.voices for fact in voice.facts]
        words = self._wording.explain(
            found.kind,
            voices=self._wording.voices(
                [(voice.origin, voice.facts, voices_of.told_with(voice)) for voice in found.voices]
            ),
        )
        sides = [voice.facts for voice in found.voices] if found.kind == "conflict" else []
        voices = tuple(Voice(origin=voice.origin, claims=_refer(voice.facts)) for voice in found.voices)
        return self._make(found.kind, facts, weigh(found.kind, _reports(facts), sides), words, voices=voices)

    def same_number(self, found: SameNumber) -> Finding:
        """Return the finding that one number counts two things."""
        words = self._wording.explain(
            "same_number",
            odd_reports=self._wording.of(found.odd),
            odd_words=self._wording.words(found.odd, 1),
            norm_reports=self._wording.of(found.norm),
            norm_words=self._wording.words(found.norm, 1),
        )
        facts = (*found.odd, *found.norm)
        weight = weigh("same_number", _reports(facts), (found.odd, found.norm))
        return self._make("same_number", facts, weight, words, odd=_refer(found.odd), norm=_refer(found.norm))

    def sum(self, found: Sum) -> Finding:
        """Return a sum that holds or fails."""
        kind = "sum.holds" if found.holds else "sum.fails"
        words = self._wording.explain(
            kind,
            reports=self._wording.of(found.total),
            part_words=self._wording.words([fact for fact in found.parts if fact.report == found.parts[0].report], 8),
            total_words=self._wording.words(found.total[:1], 1),
            expected=figure(found.expected),
            stated=figure(found.stated),
        )
        facts = (*found.total, *found.parts)
        return self._make(
            "sum",
            facts,
            weigh(kind, _reports(facts), (found.total,)),
            words,
            holds=found.holds,
            total=_refer(found.total),
            parts=_refer(found.parts),
            expected=_plain(found.expected),
            stated=_plain(found.stated),
        )

    def part(self, found: Part) -> Finding:
        """Return a part that exceeds its whole."""
        words = self._wording.explain(
            "part",
            reports=self._wording.of([found.part]),
            part_words=self._wording.words([found.part]),
            whole_words=self._wording.words([found.whole]),
        )
        weight = weigh("part", 1, ([found.part], [found.whole]))
        sides: dict[str, Any] = {"part": _refer([found.part]), "whole": _refer([found.whole])}
        return self._make("part", (found.part, found.whole), weight, words, **sides)

    def tally(self, found: Tally, voices: Voices) -> Finding:
        """Return a tally that falls."""
        first, last = found.earlier[0], found.later[0]
        assert first.when is not None
        assert last.when is not None
        words = self._wording.explain(
            "tally",
            origin=self._wording.origin(voices.origin(first), (*found.earlier, *found.later)),
            start=self._wording.when(first.when._replace(end=first.when.start)),
            earlier_words=self._wording.words(found.earlier, 1),
            earlier_end=self._wording.when(first.when._replace(start=first.when.end)),
            earlier_reports=self._wording.of(found.earlier),
            later_words=self._wording.words(found.later, 1),
            later_end=self._wording.when(last.when._replace(start=last.when.end)),
            later_reports=self._wording.of(found.later),
        )
        facts = (*found.earlier, *found.later)
        weight = weigh("tally", _reports(facts), (found.earlier, found.later))
        return self._make("tally", facts, weight, words, earlier=_refer(found.earlier), later=_refer(found.later))

    def change(self, found: Change) -> Finding:
        """Return a stated change with what it implies."""
        kind = "change.implied" if found.holds is None else "change.holds" if found.holds else "change.fails"
        words = self._wording.explain(
            kind,
            reports=self._wording.of(found.pct),
            pct_words=self._wording.words(found.pct, 1),
            level_words=self._wording.words(found.levels),
            implied=figure(found.implied),
        )
        facts = (*found.pct, *found.levels)
        return self._make(
            "change",
            facts,
            weigh(kind, _reports(facts), (found.levels,)),
            words,
            pct=_refer(found.pct),
            levels=_refer(found.levels),
            implied=_plain(found.implied),
            holds=found.holds,
        )

    def date(self, found: ImpossibleDate) -> Finding:
        """Return a date that can't be."""
        act, rest = found.facts[0], found.facts[1:]
        words = self._wording.explain(
            f"date.{found.reason}",
            reports=self._wording.of(found.facts),
            words=self._wording.words(found.facts),
            each=self._wording.each(found.facts),
            clash=found.words,
            act_words=self._wording.words([act]),
            act_reports=self._wording.of([act]),
            act_when=self._wording.when(act.when),
            rest_words=self._wording.words(rest),
            rest_reports=self._wording.of(rest),
        )
        weight = weigh("date", _reports(found.facts), (found.facts,))
        return self._make("date", found.facts, weight, words, reason=found.reason)

    def _make(
        self,
        kind: FindingKind,
        facts: Sequence[Fact],
        weight: float,
        words: Explanation,
        *,
        docs: Iterable[str] | None = None,
        echoes: bool = False,
        **fields: Any,
    ) -> Finding:
        cited = _refer(facts, echoes=echoes)
        named = {reference.doc for reference in cited} if docs is None else docs
        finding = Finding(
            id="", kind=kind, claims=cited, docs=tuple(sorted(named)), weight=weight, explanation=words, **fields
        )
        return identify_finding(finding)


def _refer(facts: Iterable[Fact], *, echoes: bool = False) -> tuple[Reference, ...]:
    """Return references to all claims of the facts, each once, in the order of the texts."""
    claims = {_place(claim): claim for fact in facts for claim in _claims(fact, echoes=echoes)}
    return tuple(refer(claims[place]) for place in sorted(claims))


def _claims(fact: Fact, *, echoes: bool) -> tuple[Claim, ...]:
    return (*fact.claims, *fact.echoes) if echoes else fact.claims


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    return claim.doc, claim.section, claim.start, claim.id, claim.measure


def _reports(facts: Iterable[Fact]) -> int:
    return len({fact.report for fact in facts})


def _same_reading(fact: Fact, lead: Fact) -> bool:
    claim, other = fact.claim, lead.claim
    slots = ("measure", "low", "high", "bound", "of", "by", "where", "when", "modality")
    return all(getattr(claim, slot) == getattr(other, slot) for slot in slots)


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value
