"""What people died of, as the sentence of a figure tells it: who was executed is none of those whom mines killed."""

from __future__ import annotations

from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.quantities.quantities import OUTCOMES

_CAUSES = ("cause_execution", "cause_mines", "cause_disease", "cause_sea", "cause_hunger")


def have_two_causes(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether the sentences of two figures name what killed or hurt people, and no cause is in both."""
    if fact.measure not in OUTCOMES:
        return False
    first, second = _causes(fact, material), _causes(mate, material)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _causes(fact: Fact, material: Material) -> set[str]:
    sentences = list(material.sentences(fact))
    return {cause for cause in _CAUSES if any(has_cue(cause, sentence) for sentence in sentences)}
