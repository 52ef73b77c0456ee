"""Beginnings on which independent reports agree: one thing, one month or day in it, each in its own words."""

from __future__ import annotations

from collections import defaultdict

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import compare_days
from tawatur.collate.times.dates import are_two_days, dated_beginnings, is_one_thing, thing
from tawatur.collate.voices.confirmation import Confirmation
from tawatur.collate.voices.voices import Voices

#: Voices that confirm a beginning: two where hands coded it, three of what a program read.
_VOICES, _READ_VOICES = 2, 3


def agreeing_beginnings(material: Material, voices: Voices) -> list[Confirmation]:
    """Return the beginnings that independent voices date alike; a month holds the days in it."""
    by_thing: dict[int, list[Fact]] = defaultdict(list)
    for fact in dated_beginnings(material):
        by_thing[thing(fact)].append(fact)
    found = []
    for bucket, facts in by_thing.items():
        remaining = sorted(facts, key=lambda fact: (-(fact.when.length or 0) if fact.when else 0, fact.position))
        while remaining:
            lead = remaining[0]
            alike = [fact for fact in remaining if _is_alike(fact, lead, material)]
            remaining = [fact for fact in remaining if not _is_alike(fact, lead, material)]
            independent = voices.independent(voices.gather(alike))
            if len(independent) >= (_VOICES if all(fact.coded for fact in alike) else _READ_VOICES):
                found.append(Confirmation("agreement", tuple(independent), bucket))
    return found


def _is_alike(fact: Fact, lead: Fact, material: Material) -> bool:
    if fact is not lead and (not is_one_thing(fact, lead, material) or are_two_days(fact, lead)):
        return False
    relation = compare_days(fact.when, lead.when)
    return relation.compatible or relation.nested
