"""Headlines that tell of another figure than the sentence below them, as a program read both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import one_sentence
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.partial import is_part
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import meet
from tawatur.collate.quantities.quantities import OUTCOMES
from tawatur.collate.quantities.totals import COMPOSED
from tawatur.collate.voices.confirmation import Confirmation
from tawatur.collate.voices.rivals import count_the_same
from tawatur.collate.voices.voices import VoiceFacts

#: A figure more than so many times another is of something else.
_TIMES = 2.0
#: What leads from a part to its whole: `26 of the passengers`.
_PARTITIVE = "من ال"
_NEXT = 8
#: What goes on to count others: `two policemen and two gunmen were killed`.
_GOES_ON = re.compile(r"\s*و\w{3,}(?:ان|ين|ون|ات)(?!\w)")


def belied_headlines(material: Material, odd: Collection[int]) -> Iterator[Confirmation]:
    """Yield the headlines whose figure is not their report's; where it is an odd reading, the variant tells it."""
    for facts in material.facts_of:
        for pair in _belied(facts, material):
            if not any(id(fact) in odd for fact in pair):
                yield Confirmation("conflict", tuple(VoiceFacts(fact.origin, [fact]) for fact in pair))


def _belied(facts: Sequence[Fact], material: Material) -> Iterator[tuple[Fact, Fact]]:
    """Yield the figures of a report's headline, each with the one that its first sentence has instead.

    The body must have no other figure of the measure, so that nothing adds up to the headline's or is counted beside.
    """
    for headline in facts:
        if not headline.headline or headline.coded or headline.measure not in OUTCOMES - COMPOSED.keys():
            continue
        body = [fact for fact in facts if not fact.headline and (fact.measure, fact.unit) == _kind(headline)]
        if len({fact.number for fact in body}) == 1 and _belies(body[0], headline, facts, material):
            yield headline, body[0]


def _kind(fact: Fact) -> tuple[str, str]:
    return fact.measure, fact.unit


def _belies(fact: Fact, headline: Fact, facts: Sequence[Fact], material: Material) -> bool:
    if fact.interval is None or headline.interval is None or meet(fact.interval, headline.interval):
        return False
    low, high = sorted((fact.interval[0], headline.interval[0]))
    if low < _TIMES or high > _TIMES * low or _is_made_of_fates(headline, facts):
        return False
    if Relation.APART in material.slots(fact, headline).values() or not _stands_first(fact, headline, material):
        return False
    text = material.reports[fact.report].text
    if any(_GOES_ON.match(text, claim.quote_end) for claim in fact.claims):
        return False
    partitive = text[fact.claim.end : fact.claim.end + _NEXT].lstrip()
    whole = not partitive.startswith(_PARTITIVE) and not is_part(fact, material, interim=True, whole=False)
    return whole and count_the_same(fact, headline, material)


def _is_made_of_fates(headline: Fact, facts: Sequence[Fact]) -> bool:
    """Tell whether the dead and the hurt of the body make the headline's figure, read of one of the two alone."""
    fates = {fact.measure: fact.number[0] for fact in facts if not fact.headline and fact.number is not None}
    made = sum(fates.get(fate, 0.0) for fate in COMPOSED["casualties"])
    return headline.number is not None and headline.number[0] <= made <= headline.number[1]


def _stands_first(fact: Fact, headline: Fact, material: Material) -> bool:
    """Tell whether a figure stands in the first sentence below its headline."""
    text = material.reports[fact.report].text
    end = text.find("\n", headline.claim.end)
    start = len(text) - len(text[end:].lstrip())
    return 0 <= end < fact.claim.start and one_sentence(text, (start, start + 1), (fact.claim.start, fact.claim.end))
