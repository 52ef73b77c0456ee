"""Whether two renditions may be of one speaker: who is named, in whatever words, or who only passes on what he says.

Outlets name one speaker in many ways: by the body, by its spokesman, by the agency that had it, or not at all; and a
program takes the next name for the speaker now and then.
"""

from __future__ import annotations

from enum import IntEnum

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import sentence_around
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.offices import is_officer
from tawatur.collate.statements.renditions import Rendition


class Kin(IntEnum):
    """How two renditions' speakers stand to each other, the nearest first."""

    ONE = 0
    AKIN = 1
    UNNAMED = 2
    FOREIGN = 3


class Kinship:
    """Tells of two renditions how their speakers stand to each other."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._chains: dict[int, frozenset[str]] = {}

    def between(self, one: Rendition, other: Rendition) -> Kin:
        """Return how the speakers of two renditions stand to each other by their names."""
        if self.related(one.origin, other.origin):
            return Kin.AKIN if self._are_whole_and_part(one.origin, other.origin) else Kin.ONE
        if not (one.sourced and other.sourced):
            return Kin.UNNAMED
        if any(self.passes_on(rendition.origin) for rendition in (one, other)):
            return Kin.AKIN
        if self._is_of(one, other) or self._is_of(other, one):
            return Kin.AKIN
        if self._are_one_kind(one, other) or self._may_be_organ(one.origin, other.origin):
            return Kin.AKIN
        first, second = self._speakers(one), self._speakers(other)
        return Kin.AKIN if any(self.related(a, b) for a in first for b in second) else Kin.FOREIGN

    def _is_of(self, man: Rendition, body: Rendition) -> bool:
        """Tell whether hands coded a man whom his report calls by an office of the other's body."""
        actors = self._material.actors
        if not man.facts[0].coded or actors.is_known(man.origin) or not actors.is_known(body.origin):
            return False
        return is_officer(man.origin, body.origin, man.report, self._material)

    def is_pooled(self, one: Rendition, other: Rendition) -> bool:
        """Tell whether two renditions of one report are of one speaker, or one of them names nobody or an outlet."""
        kin = self.between(one, other)
        return kin is not Kin.FOREIGN and not (kin is Kin.AKIN and self._are_one_kind(one, other))

    def related(self, one: str, other: str) -> bool:
        """Tell whether two origins, each of one name or more, have a name in common, or one that is its part."""
        if one == other:
            return True
        return any(self._material.actors.related(a, b) for a in one.split("+") for b in other.split("+"))

    def _are_whole_and_part(self, one: str, other: str) -> bool:
        """Tell whether one origin is a body of many parts and the other its part, which may speak of its own."""
        actors = self._material.actors
        return (actors.has_parts(one) and one in actors.ancestors(other)) or (
            actors.has_parts(other) and other in actors.ancestors(one)
        )

    def passes_on(self, origin: str) -> bool:
        """Tell whether an origin is an outlet, which passes on what others say."""
        return all(map(self._material.actors.passes_on, origin.split("+")))

    def is_speaker(self, origin: str) -> bool:
        """Tell whether an origin is somebody known who speaks for himself."""
        actors = self._material.actors
        return all(
            actors.is_known(name) and not actors.is_generic(name) and not actors.is_state(name)
            for name in origin.split("+")
        )

    def is_told_by(self, origin: str, fact: Fact) -> bool:
        """Tell whether a sentence of a fact's claims, which a program read, names an origin."""
        if fact.coded:
            return False
        text = self._material.reports[fact.report].text
        for claim in fact.claims:
            start, end = sentence_around(text, claim.quote_start, claim.quote_end)
            if any(self._material.actors.is_named(name, text[start:end]) for name in origin.split("+")):
                return True
        return False

    def _are_one_kind(self, one: Rendition, other: Rendition) -> bool:
        """Tell whether one name is for many (`officials`), and the other such a name too or a free one.

        Of what a program read two free names may be a man's and his office's, but not two bodies', nor a party's
        spokesman's and another's.
        """
        actors = self._material.actors
        named = [actors.is_known(name) and not actors.is_generic(name) for name in (one.origin, other.origin)]
        if any(named) or any(actors.is_generic(rendition.origin) for rendition in (one, other)):
            return not any(named)
        if actors.speaks_for_another(one.origin, other.origin) or actors.speaks_for_another(other.origin, one.origin):
            return False
        return not one.facts[0].coded and not all(actors.names_body(rendition.origin) for rendition in (one, other))

    def _may_be_organ(self, one: str, other: str) -> bool:
        """Tell whether one origin is the other's organ, told of without its state."""
        organ = self._material.actors.may_be_organ
        return any(organ(a, b) or organ(b, a) for a in one.split("+") for b in other.split("+"))

    def _speakers(self, rendition: Rendition) -> frozenset[str]:
        """Return all whom a rendition's chains name, but outlets and names for many."""
        known = self._chains.get(id(rendition))
        if known is None:
            actors = self._material.actors
            hops = {name for fact in rendition.facts for hop in fact.claim.source for name in actors.parties(hop)}
            known = frozenset(name for name in hops if not (actors.is_outlet(name) or actors.is_generic(name)))
            self._chains[id(rendition)] = known
        return known
