"""Voices: reports that are copies, or renditions of one statement, speak with one.

Confirmation counts voices, never reports. Two voices are independent where neither their origins nor their texts are
one; an actor and a part of it are not independent of each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.collate.copies.copies import Copies
from tawatur.collate.facts.cues import has_cue, starts_with_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.introductions import (
    is_introduced_as_its_own,
    is_introduced_as_spokesman,
    is_introduced_by_office,
)
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.offices import is_officer
from tawatur.collate.statements.statements import Statement

#: Keys of many without a name, of whom somebody in an office may be one.
UNNAMED = frozenset({"officials", "security_sources", "local_sources"})

#: The key of activists, on whom monitors rely.
_ACTIVISTS = "activists"
#: The key of police of whatever land.
_POLICE = "police"


@dataclass(eq=False)
class VoiceFacts:
    """One voice and its facts of one quantity."""

    origin: str
    facts: list[Fact] = field(default_factory=list)


class Voices:
    """Tells which facts speak with one voice."""

    def __init__(self, material: Material, copies: Copies, statements: Sequence[Statement]) -> None:
        self._material = material
        self._copies = copies
        self._statement_of: dict[int, int] = {}
        self._cited: dict[int, set[str]] = defaultdict(set)
        for fact in material.facts:
            if fact.sourced:
                self._cited[copies.group_of[fact.report]].add(fact.origin)
        self._misnamed = {
            id(fact) for statement in statements for rendition in statement.misnamed for fact in rendition.facts
        }
        self._origin_of = [statement.origin for statement in statements]
        self._facts_of = [statement.facts for statement in statements]
        for at, statement in enumerate(statements):
            for fact in statement.facts:
                self._statement_of.setdefault(id(fact), at)

    def statement(self, fact: Fact) -> int | None:
        """Return the number of the statement that a fact is of; None where it is of none."""
        return self._statement_of.get(id(fact))

    def text(self, report: int) -> int:
        """Return the number of a report's text, copies having one."""
        return self._copies.group_of[report]

    def in_full(self, voice: VoiceFacts) -> VoiceFacts:
        """Return a voice with the same figures as other reports of its statement have them."""
        facts = {id(fact): fact for fact in voice.facts}
        for fact in voice.facts:
            statement = self.statement(fact)
            for other in self._facts_of[statement] if statement is not None else ():
                if (other.measure, other.unit, other.number) == (fact.measure, fact.unit, fact.number):
                    facts.setdefault(id(other), other)
        return VoiceFacts(voice.origin, sorted(facts.values(), key=lambda fact: fact.position))

    def told_with(self, voice: VoiceFacts) -> list[Fact]:
        """Return all facts of the statements that a voice's facts are of: one of them may name its speaker."""
        statements = {statement for fact in voice.facts if (statement := self.statement(fact)) is not None}
        return [fact for statement in sorted(statements) for fact in self._facts_of[statement]]

    def also_gives(self, fact: Fact, figure: Fact) -> bool:
        """Tell whether a report of a fact's statement has another figure of the same measure as well."""
        statement = self.statement(fact)
        return any(
            (other.measure, other.unit, other.number) == (figure.measure, figure.unit, figure.number)
            for other in (self._facts_of[statement] if statement is not None else ())
            if other is not figure
        )

    def gives_exactly(self, hedged: Fact) -> bool:
        """Tell whether other reports of a fact's statement give the figure that it hedges without a hedge."""
        statement = self.statement(hedged)
        return any(
            (other.measure, other.unit, other.number, other.claim.bound)
            == (hedged.measure, hedged.unit, hedged.number, "exact")
            for other in (self._facts_of[statement] if statement is not None else ())
        )

    def home(self, fact: Fact) -> tuple[str, int]:
        """Return where a fact is told of once: its statement, or else its text with its copies."""
        statement = self.statement(fact)
        return ("text", self._copies.group_of[fact.report]) if statement is None else ("statement", statement)

    def origin(self, fact: Fact) -> str:
        """Return the origin of a fact: its statement's, where it is of one."""
        statement = self.statement(fact)
        return fact.origin if statement is None else self._origin_of[statement]

    def gather(self, facts: Iterable[Fact]) -> list[VoiceFacts]:
        """Return the facts by voice, in the order of the texts."""
        by_voice: dict[tuple[object, ...], VoiceFacts] = {}
        by_copy: dict[tuple[int, str], tuple[object, ...]] = {}
        for fact in sorted(facts, key=lambda fact: fact.position):
            statement = self.statement(fact)
            origin = self.origin(fact)
            key: tuple[object, ...] = (
                (statement, origin) if statement is not None else (None, origin, self._speaker(fact))
            )
            if not fact.sourced:
                # an outlet's own words in two copies of one text are one voice, whatever the outlets
                copy = (self._copies.group_of[fact.report], "own")
                key = by_copy.setdefault(copy, key)
            by_voice.setdefault(key, VoiceFacts(origin)).facts.append(fact)
        return list(by_voice.values())

    def _speaker(self, fact: Fact) -> str:
        """Return the words for a source that is nobody by name: two of one report in other words may be two."""
        if fact.coded or not self._material.actors.is_generic(fact.origin):
            return ""
        text = self._material.reports[fact.report].text
        return " ".join(text[start:end] for start, end in fact.claim.spans.get("source.0", ()))

    def independent(self, voices: Sequence[VoiceFacts]) -> list[VoiceFacts]:
        """Return the voices with those joined that are not independent of another: one origin, or its part."""
        joined: list[VoiceFacts] = []
        for voice in voices:
            for other in joined:
                if (
                    not self.apart(voice, other)
                    or self._may_speak_for(voice, other)
                    or self._may_speak_for(other, voice)
                    or self._may_be_its_official(voice, other)
                    or self._may_be_its_official(other, voice)
                ):
                    other.facts.extend(voice.facts)
                    break
            else:
                joined.append(VoiceFacts(voice.origin, list(voice.facts)))
        return joined

    def apart(self, one: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether two voices are independent of each other."""
        same = any(self._one_origin(a, b) for a in self._names(one) for b in self._names(other))
        nameless = self._may_be_that_monitor(one, other) or self._may_be_that_monitor(other, one)
        return not same and not nameless and not self._own_words(one, other)

    def _may_be_that_monitor(self, nameless: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether monitors whom one report does not name may be the body that another names: `جماعة مراقبة`."""
        if any(fact.coded for fact in nameless.facts) or {f.report for f in nameless.facts} & {
            f.report for f in other.facts
        }:
            return False
        return self._material.actors.is_nameless_monitor(nameless.origin) and self._material.actors.is_monitor(
            other.origin
        )

    def _names(self, voice: VoiceFacts) -> set[str]:
        """Return the names under which a voice is cited: a statement's renditions may call its origin otherwise."""
        cited = {fact.origin for fact in voice.facts if fact.sourced and id(fact) not in self._misnamed}
        return {voice.origin, *cited, *self._passing_on(voice)}

    def is_passed_on_by(self, one: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether one of two voices only passes on what the other says."""
        return any(
            self._one_origin(name, speaker.origin)
            for voice, speaker in ((one, other), (other, one))
            for name in self._passing_on(voice)
        )

    def _passing_on(self, voice: VoiceFacts) -> set[str]:
        """Return who passes on whatever a voice says, as a program read it, and speaks for himself elsewhere.

        `The coalition's spokesman said that the government counts …` is no second voice beside the coalition's.
        """
        actors = self._material.actors
        chains = [
            {name for hop in fact.claim.source[1:] for name in actors.parties(hop)}
            for fact in voice.facts
            if not fact.coded
        ]
        named = set[str].intersection(*chains) if len(chains) == len(voice.facts) and chains else set[str]()
        return {name for name in named if not (actors.passes_on(name) or actors.is_generic(name))}

    def _one_origin(self, one: str, other: str) -> bool:
        return any(self._material.actors.may_be_one(a, b) for a in one.split("+") for b in other.split("+"))

    def _own_words(self, one: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether one voice only says in an outlet's own words what the other says, in a text that cites it."""
        return self._cites(one, other) or self._cites(other, one)

    def _cites(self, one: VoiceFacts, other: VoiceFacts) -> bool:
        if self._is_one_text(one, other) or self._may_be_beside(one, other):
            return True
        own = {self._copies.group_of[fact.report] for fact in one.facts if not fact.sourced}
        if not own:
            return False
        if own & {self._copies.group_of[fact.report] for fact in other.facts}:
            return True
        if {one.origin} == {self._material.publishers[fact.report] for fact in other.facts}:
            return True  # an outlet that repeats in its own words what it printed from a source
        return any(self._one_origin(other.origin, origin) for text in own for origin in self._cited[text])

    def _is_one_text(self, one: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether two sources are named for one figure only in copies of one text, and nowhere in one report."""
        reports = {fact.report for fact in one.facts}, {fact.report for fact in other.facts}
        if reports[0] & reports[1]:
            return False
        texts = {self._copies.group_of[report] for report in reports[0] | reports[1]}
        return len(texts) == 1

    def _may_speak_for(self, man: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether a man of whom nothing is known speaks only in texts that cite a known body: he may be its.

        So may two such men of one text be one, who is named the second time. Of a man whom hands coded the texts have
        to say that he is a spokesman.
        """
        actors = self._material.actors
        if actors.is_known(man.origin) or actors.is_state(man.origin) or self._is_body(man.origin):
            return False
        if all(fact.coded for fact in man.facts):
            return self._is_spokesman_for(man, other) or self._holds_office(man, other)
        if actors.speaks_for_another(man.origin, other.origin):
            return False
        texts = {self._copies.group_of[fact.report] for fact in man.facts}
        if self._is_body(other.origin):
            known = actors.is_known(other.origin)
            return known and all(other.origin in self._cited[text] for text in texts)
        return texts == {self._copies.group_of[fact.report] for fact in other.facts}

    def speaks_for(self, one: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether one of two voices, as hands coded them, is a man's whose texts name his office of the other."""
        return any(
            all(fact.coded for fact in man.facts)
            and not self._material.actors.is_known(man.origin)
            and not self._is_body(man.origin)
            and all(is_officer(man.origin, body.origin, fact.report, self._material) for fact in man.facts)
            for man, body in ((one, other), (other, one))
        )

    def _is_spokesman_for(self, man: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether each text of a man introduces him as a spokesman, and names a known body that is cited.

        So it does that calls him by an office of that body, or of `the` body where it cites no other.
        """
        actors, body = self._material.actors, other.origin
        known = actors.is_known(body)
        for report in sorted({fact.report for fact in man.facts}):
            text = self._material.reports[report].text
            cited = self._cited[self._copies.group_of[report]]
            told = known and (body in cited or actors.is_named(body, text))
            alone = known and body in cited
            alone = alone and all(body in {name, *actors.ancestors(name)} for name in cited if actors.is_known(name))
            if not (
                (told and is_introduced_as_spokesman(man.origin, text))
                or (alone and is_introduced_as_its_own(man.origin, text, _is_told_of))
                or is_officer(man.origin, body, report, self._material)
            ):
                return False
        return True

    def _holds_office(self, man: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether a text of a man introduces him by the office by which another text calls its speaker."""
        if self._material.actors.is_known(other.origin):
            return False
        texts = [self._material.reports[report].text for report in sorted({fact.report for fact in man.facts})]
        return any(is_introduced_by_office(man.origin, other.origin, text) for text in texts)

    def _may_be_its_official(self, unnamed: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether officials without a name may be a state's: their texts cite its body, or they tell of its deeds.

        So may activists be those on whom a monitor of their text relies; and who is named for a state itself (`the
        government of Niger`) is none beside a police, a ministry or a spokesman of whatever state.
        """
        if all(fact.coded for fact in unnamed.facts):
            return False
        names = {unnamed.origin, *(fact.origin for fact in unnamed.facts if fact.sourced)}
        if self._material.actors.is_state(other.origin) and any(map(self._is_public, names)):
            return True
        of_state = unnamed.origin in UNNAMED and self._material.actors.is_of_state(other.origin)
        quoted = unnamed.origin == _ACTIVISTS and self._material.actors.is_monitor(other.origin)
        if not (of_state or quoted):
            return False
        if of_state and all(
            fact.by and all(self._material.actors.related(doer, other.origin) for doer in fact.by)
            for fact in unnamed.facts
        ):
            return True  # the military source who tells whom the army killed is the army's
        return all(other.origin in self._cited[self._copies.group_of[fact.report]] for fact in unnamed.facts)

    def _is_public(self, origin: str) -> bool:
        """Tell whether a name is an authority's of which no state is told: officials, police, a minister."""
        if origin in UNNAMED or origin == _POLICE:
            return True
        public = any(has_cue(name, origin) for name in ("organ", "of_state", "spokesman"))
        return public and not self._material.actors.is_known(origin)

    def _is_body(self, origin: str) -> bool:
        """Tell whether an origin is a body's or people's, and no man's whom no pack knows."""
        if self._material.actors.is_generic(origin):
            return False
        return (
            self._material.actors.is_known(origin) or has_cue("body", origin) or starts_with_cue("collective", origin)
        )

    def _may_be_beside(self, one: VoiceFacts, other: VoiceFacts) -> bool:
        """Tell whether one text cites many by one name (`officials`) and a man of whom nothing is known beside them.

        He may be one of them.
        """
        texts = {self._copies.group_of[fact.report] for fact in (*one.facts, *other.facts)}
        actors = self._material.actors
        free = [not actors.is_known(voice.origin) for voice in (one, other)]
        generic = [actors.is_generic(voice.origin) for voice in (one, other)]
        return len(texts) == 1 and ((generic[0] and free[1]) or (free[0] and generic[1]))


def _is_told_of(leading: str) -> bool:
    return has_cue("body_told", leading)
