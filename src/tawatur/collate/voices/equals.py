"""Equals: a rare figure that two speakers give within days, whatever was read of its time or people on one side alone.

Two agencies that each count 178,000 driven out of one land in one week have counted the same, though a program found
the town in one report, the province in the other, and the time in neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from tawatur.collate.copies.prevalence import key
from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import compare_days
from tawatur.collate.facts.relations import Relation
from tawatur.collate.quantities.quantities import UNCOUNTED, UNFULFILLED
from tawatur.collate.voices.rivals import names_speaker
from tawatur.collate.voices.speakers import apart_in_words, speaks_for_origin, without_unnamed
from tawatur.collate.voices.voices import VoiceFacts, Voices

#: A figure of so many bits (about ninety) is one count's, within so many days, and one land.
_RARE = 6.5
_DAYS = 7
#: Words of a name that are an office's or a body's, and not a man's.
_OF_OFFICE = ("office", "body", "organ", "spokesman", "army")


def equals(material: Material, voices: Voices, silent: Collection[int]) -> Iterator[tuple[int, tuple[VoiceFacts, ...]]]:
    """Yield the voices that give one rare figure, with the bucket in which they meet.

    `silent` holds the ids of facts that speak for nobody.
    """
    buckets: dict[int, list[Fact]] = defaultdict(list)
    for fact in material.facts:
        bucket = bucket_of(fact, material)
        if bucket is not None and id(fact) not in silent and _is_spoken(fact, material):
            buckets[bucket].append(fact)
    for bucket, facts in buckets.items():
        agreeing = [fact for fact in facts if any(_are_one(fact, mate, material) for mate in facts)]
        gathered = apart_in_words(voices.gather(agreeing), material)
        independent = without_unnamed(voices.independent(gathered), material)
        if len(independent) > 1 and not _may_be_one(independent, material):
            yield bucket, tuple(voices.in_full(voice) for voice in independent)


def bucket_of(fact: Fact, material: Material) -> int | None:
    """Return the key of the bucket in which a rare figure that a program read meets its equals of two weeks."""
    date, claim = material.dates[fact.report], fact.claim
    if fact.coded or date is None or fact.number is None or fact.bits < _RARE or not fact.sourced:
        return None
    if claim.change or claim.bound != "exact" or claim.modality in UNFULFILLED or fact.measure in UNCOUNTED:
        return None
    return key("equal", fact.measure, fact.unit, fact.number, date // (2 * _DAYS))


def _is_spoken(fact: Fact, material: Material) -> bool:
    return names_speaker(fact, material) and speaks_for_origin(fact, material)


def _are_one(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two speakers' equal figures may be of one thing by all that their own sentences say."""
    dates = [material.dates[one.report] for one in (fact, mate)]
    if fact.origin == mate.origin or dates[0] is None or dates[1] is None or abs(dates[0] - dates[1]) > _DAYS:
        return False
    actors, places, loose = material.actors, material.places, fact.loose | mate.loose
    if actors.compare(fact.of, mate.of) is Relation.APART and all(map(actors.is_known, fact.of | mate.of)):
        return False
    if "when" not in loose and compare_days(fact.when, mate.when) is Relation.APART:
        return False
    if "where" not in loose and places.compare(fact.where, mate.where) is Relation.APART:
        return False
    return bool(places.countries(fact.where) & places.countries(mate.where))


def _may_be_one(independent: Sequence[VoiceFacts], material: Material) -> bool:
    """Tell whether two of several names may be one man's, told with other offices, or a state's organ and its own."""
    names = [{fact.origin for fact in voice.facts} for voice in independent]
    return any(
        _are_akin(one, other, material)
        for at, mine in enumerate(names)
        for others in names[at + 1 :]
        for one in mine
        for other in others
    )


def _are_akin(one: str, other: str, material: Material) -> bool:
    words = [
        {word for word in name.split() if not any(has_cue(cue, word) for cue in _OF_OFFICE)} for name in (one, other)
    ]
    if len(words[0] & words[1]) > 1:
        return True
    return any(
        not material.actors.is_known(free) and has_cue("organ", free) and material.actors.is_of_state(known)
        for free, known in ((one, other), (other, one))
    )
