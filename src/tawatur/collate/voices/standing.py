"""Which figures of a quantity stand, and which of them are to be held against each other.

Of what a thousand copies print, only what differs is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.values import Interval, meet
from tawatur.collate.quantities.quantities import Quantity
from tawatur.collate.quantities.tolls import raises_toll
from tawatur.collate.voices.voices import VoiceFacts, Voices


def pairs(standing: Sequence[tuple[VoiceFacts, Fact]], quantity: Quantity) -> Iterator[tuple[int, int]]:
    """Yield the pairs of figures, by their numbers, that may contradict each other.

    Those that meet do not, nor do a voice's own in several reports.
    """
    by_figure: dict[Interval | None, list[int]] = defaultdict(list)
    for at, (_, fact) in enumerate(standing):
        by_figure[fact.interval].append(at)
    for figure, mine in by_figure.items():
        for other, others in by_figure.items():
            if figure is None or other is None or figure >= other or meet(figure, other):
                continue
            for one in mine:
                voice, fact = standing[one]
                for two in others:
                    of_one = quantity.report is None and standing[two][0] is voice
                    if not of_one or standing[two][1].report == fact.report:
                        yield min(one, two), max(one, two)


def superseded(gathered: Sequence[VoiceFacts], material: Material, voices: Voices) -> set[int]:
    """Return the ids of the facts whose origin raised its toll of the event in a later report: they no longer stand."""

    def kind(fact: Fact) -> tuple[object, ...]:
        return fact.interval, fact.measure, fact.when, material.dates[fact.report]

    later_of = [(VoiceFacts(voice.origin), {kind(fact): fact for fact in voice.facts}.values()) for voice in gathered]
    known: dict[tuple[str, tuple[object, ...]], bool] = {}
    for voice in gathered:
        for fact in voice.facts:
            alone = VoiceFacts(voices.origin(fact))
            if (alone.origin, kind(fact)) not in known:
                known[alone.origin, kind(fact)] = any(
                    any(_raises(later, fact, material) for later in facts) and not voices.apart(alone, other)
                    for other, facts in later_of
                )
    return {id(fact) for voice in gathered for fact in voice.facts if known[voices.origin(fact), kind(fact)]}


def _raises(later: Fact, fact: Fact, material: Material) -> bool:
    if fact.interval is None or later.interval is None or later.interval[0] <= fact.interval[1]:
        return False
    return raises_toll([fact], [later], material, one_origin=True)
