"""Agreement and conflict: what independent voices, or one report, say of one quantity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.groups import Groups
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import is_event, is_tally
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import VAGUE_BOUNDS, Number, information, meet
from tawatur.collate.quantities.causes import have_two_causes
from tawatur.collate.quantities.events import by_place, falls_beside, of_one_place
from tawatur.collate.quantities.quantities import STOCKS, Quantity, bucket_of
from tawatur.collate.quantities.tolls import is_still_counted, raises_toll
from tawatur.collate.quantities.wholes import is_part_in_words
from tawatur.collate.voices.equals import equals
from tawatur.collate.voices.replies import replies
from tawatur.collate.voices.rivals import comparable, counts_on, is_told_alike, names_speaker, within_reach
from tawatur.collate.voices.speakers import (
    apart_in_words,
    is_claimant,
    is_named_between,
    is_passed_on,
    speaks_for_origin,
    without_unnamed,
)
from tawatur.collate.voices.standing import pairs, superseded
from tawatur.collate.voices.voices import VoiceFacts, Voices

#: Equal figures confirm each other where figure, place and period tell this much together.
_CONFIRMING = 8.5
#: What all hedge is a round figure that many arrive at by themselves.
_CONFIRMING_HEDGED = 10.0
#: What is fought over moves by the day.
_SHARES = frozenset({"territory_share", "territory_area"})
#: A hedged figure confirms another where their ends lie within this share of each other.
_CLOSE = 0.2
#: A range confirms a figure in it where its upper end is at most so many times its lower one.
_WIDEST = 2.0


class Confirmation(NamedTuple):
    """An agreement or a conflict, with the voices that make it."""

    kind: Literal["agreement", "conflict"]
    voices: tuple[VoiceFacts, ...]
    bucket: int | None = None  # where facts of several reports meet, if it depends on that


def confirm(
    quantities: Sequence[Quantity],
    material: Material,
    voices: Voices,
    odd: Collection[int],
    renamed: Collection[int],
    parts: Mapping[int, Collection[int]],
) -> list[Confirmation]:
    """Return the agreements and conflicts of the quantities; `odd` holds the ids of facts that are odd readings.

    What is odd by its measure alone (`killed` for `neutralized`), by the ids `renamed`, stands in its own report, where
    another source may be set against it. `parts` has the ids of the totals that a fact, by its id, is a part of.

    An odd reading speaks for nobody: its statement's voice has the norm. What a quantity inside one report shows is
    left out where reports together show it too.
    """
    found: list[Confirmation] = []
    told: dict[object, list[tuple[str, frozenset[int], frozenset[object]]]] = defaultdict(list)
    texts: set[tuple[int, str, frozenset[object]]] = set()
    for quantity in sorted(quantities, key=lambda q: (q.report is not None, -len(q.facts), q.facts[0].position)):
        silent = odd if quantity.report is None else set(odd) - set(renamed)
        gathered = voices.gather(fact for fact in quantity.facts if id(fact) not in silent)
        candidates = [*_agreements(gathered, material, voices)]
        candidates += _conflicts(_without_parts(gathered, parts), quantity, material, voices, renamed)
        for candidate in candidates:
            bucket = _bucket(quantity, candidate, material)
            members, figures = _told(candidate)
            known = told[quantity.report if bucket is None else (bucket,)]
            if any(kind == candidate.kind and figures <= given and members & facts for kind, facts, given in known):
                continue
            if quantity.report is not None:  # what a text says against itself is told once, copies or not
                text = voices.text(quantity.report), candidate.kind, figures
                if text in texts:
                    continue
                texts.add(text)
            known.append((candidate.kind, members, figures))
            found.append(candidate._replace(bucket=bucket))
    found += _told_otherwise(found, material, voices, odd)
    agreed: dict[int, list[Confirmation]] = defaultdict(list)
    for one in found:
        if one.kind == "agreement":
            for report in {fact.report for voice in one.voices for fact in voice.facts}:
                agreed[report].append(one)
    return [one for one in found if one.kind != "agreement" or not _is_told_by_whole(one, agreed, material)]


def _told_otherwise(
    found: Sequence[Confirmation], material: Material, voices: Voices, odd: Collection[int]
) -> Iterator[Confirmation]:
    """Yield, beside what is told already, who answers whom in one report, and who gives one rare figure."""
    told = [set(map(id, (fact for voice in one.voices for fact in voice.facts))) for one in found]
    for first, last in replies(material, voices, odd):
        sides = [set(map(id, voice.facts)) for voice in (first, last)]
        if not any(sides[0] & known and sides[1] & known for known in told):
            told.append(sides[0] | sides[1])
            yield Confirmation("conflict", (first, last))
    for bucket, agreeing in equals(material, voices, odd):
        sides = [set(map(id, voice.facts)) for voice in agreeing]
        if not any(sum(bool(side & known) for side in sides) > 1 for known in told):
            yield Confirmation("agreement", agreeing, bucket)


def _is_told_by_whole(one: Confirmation, agreed: Mapping[int, Sequence[Confirmation]], material: Material) -> bool:
    """Tell whether every voice gives its figure beside a greater one of the measure, on which they agree as well.

    `agreed` has the agreements of each report.
    """
    reports = {fact.report for voice in one.voices for fact in voice.facts}
    for whole in agreed[min(reports)]:
        beside = [fact for voice in whole.voices for fact in voice.facts if fact.report in reports]
        if whole is not one and all(
            any(_is_beside_greater(fact, other, material) for fact in voice.facts for other in beside)
            for voice in one.voices
        ):
            return True
    return False


def _is_beside_greater(fact: Fact, other: Fact, material: Material) -> bool:
    """Tell whether a fact stands in the sentence of a greater figure of its measure."""
    if fact.interval is None or other.interval is None or fact.measure != other.measure:
        return False
    return other.interval[0] > fact.interval[1] and material.one_sentence(fact, other)


def _without_parts(gathered: list[VoiceFacts], parts: Mapping[int, Collection[int]]) -> list[VoiceFacts]:
    """Return the voices without what stands beside its own total: `40 by mines` is no count of all of the sixty.

    Who gives the figure of such a part alone tells of the part too.
    """
    facts = [fact for voice in gathered for fact in voice.facts]
    standing = set(map(id, facts))
    beside = {fact.number for fact in facts if not standing.isdisjoint(parts.get(id(fact), ()))}
    wholes = set().union(*(parts.get(id(fact), ()) for fact in facts))
    whole = [
        VoiceFacts(voice.origin, [fact for fact in voice.facts if fact.number not in beside or id(fact) in wholes])
        for voice in gathered
    ]
    return [voice for voice in whole if voice.facts]


def _told(found: Confirmation) -> tuple[frozenset[int], frozenset[object]]:
    """Return the ids of the facts of a confirmation, and its figures."""
    facts = [fact for voice in found.voices for fact in voice.facts]
    return frozenset(map(id, facts)), frozenset((fact.measure, fact.number) for fact in facts)


def _bucket(quantity: Quantity, found: Confirmation, material: Material) -> int | None:
    """Return the bucket that a confirmation depends on: inside a report, the one that may tell the same of several."""
    if quantity.report is None:
        return quantity.bucket
    own = [fact for voice in found.voices for fact in voice.facts if fact.report == quantity.report]
    buckets = {bucket_of(fact, material) for fact in own}
    return buckets.pop() if len(buckets) == 1 else None


def _agreements(gathered: list[VoiceFacts], material: Material, voices: Voices) -> Iterator[Confirmation]:
    """Yield the figures that independent voices give, exact ones first, each with the hedged ones that it meets."""
    given: dict[Number, list[Fact]] = defaultdict(list)
    for voice in gathered:
        for fact in voice.facts:
            if fact.number is not None and fact.claim.bound not in VAGUE_BOUNDS:
                given[fact.number].append(fact)
    told: set[int] = set()
    for number, equal in sorted(given.items(), key=lambda item: (not _is_exact(item[1]), -len(item[1]), item[0])):
        for exact in by_place(material, equal):
            lead = exact[0]
            hedged = [
                fact
                for other, facts in given.items()
                if other != number
                for fact in facts
                if _rounds(fact, lead) and not voices.gives_exactly(fact) and of_one_place(fact, lead, material)
            ]
            members = {id(fact) for fact in (*exact, *hedged)}
            if members <= told:
                continue
            speakers = [
                VoiceFacts(voice.origin, facts)
                for voice in gathered
                if (
                    facts := [fact for fact in voice.facts if id(fact) in members and speaks_for_origin(fact, material)]
                )
            ]
            independent = without_unnamed(voices.independent(apart_in_words(speakers, material)), material)
            enough = _CONFIRMING if _is_exact(exact) else _CONFIRMING_HEDGED
            telling = _is_fully_told(exact) or min(_tells(fact, material) for fact in exact) >= enough
            if len(independent) > 1 and telling:
                told |= members
                yield Confirmation("agreement", tuple(independent))


def _is_exact(facts: Sequence[Fact]) -> bool:
    return any(fact.claim.bound == "exact" for fact in facts)


def _is_fully_told(facts: Sequence[Fact]) -> bool:
    """Tell whether hands coded of whom, where and when for all of some exact figures, and alike: no chance is left."""
    told = {(fact.of, frozenset(fact.where), fact.when) for fact in facts}
    of, where, when = next(iter(told))
    exact = all(fact.coded and fact.claim.bound == "exact" for fact in facts)
    return exact and len(told) == 1 and bool(of and where) and when is not None


def _rounds(hedged: Fact, exact: Fact) -> bool:
    """Tell whether a hedged figure (`about`, `more than`, a range) meets a figure closely enough to confirm it."""
    if hedged.claim.bound == "exact" or exact.claim.bound not in {"exact", "about"}:
        return False
    read = not (hedged.coded and exact.coded)
    if read and (hedged.measure not in STOCKS or hedged.measure in _SHARES):
        return False  # tolls of one event that are near each other are as often two, shares of a front of two days
    if hedged.number is None or exact.number is None:
        return False
    if hedged.interval is None or exact.interval is None or not meet(hedged.interval, exact.interval):
        return False
    if hedged.claim.bound == "between" and hedged.number[0] <= exact.number[0] <= hedged.number[1]:
        return hedged.number[1] <= _WIDEST * hedged.number[0]
    ends = (*hedged.number, *exact.number)
    return max(ends) - min(ends) <= _CLOSE * max(map(abs, ends))


def _tells(fact: Fact, material: Material) -> float:
    """Return the bits of a figure with its place and period."""
    bits = information(fact.number) if fact.number is not None else 0.0
    bits += 3.0 if material.places.is_local(fact.where) else 1.0
    length = fact.when.length if fact.when is not None else None
    return bits + (0.0 if length is None else 3.0 if is_event(fact.when) else 2.0 if length <= 31 else 1.0)


def _conflicts(
    gathered: list[VoiceFacts],
    quantity: Quantity,
    material: Material,
    voices: Voices,
    renamed: Collection[int],
) -> Iterator[Confirmation]:
    """Yield the figures that contradict each other, step by step those that one of them contradicts."""
    raised = superseded(gathered, material, voices)
    standing = [
        (voice, fact)
        for voice in gathered
        for fact in voice.facts
        if not (id(fact) in raised or is_part_in_words(fact, material))
    ]
    groups = Groups(len(standing))
    for before, at in pairs(standing, quantity):
        (other, mate), (voice, fact) = standing[before], standing[at]
        if groups.find(before) == groups.find(at):
            continue
        if voice is other and not {id(fact), id(mate)}.isdisjoint(renamed):
            continue  # who misnames one figure has not given two of one quantity
        if _contradict(fact, mate, voice, other, quantity, material, voices):
            groups.join(before, at)
    for members in groups.sets().values():
        if len(members) < 2:
            continue
        told: dict[int, VoiceFacts] = {}
        for at in members:
            voice, fact = standing[at]
            told.setdefault(id(voice), VoiceFacts(voice.origin)).facts.append(fact)
        against = list(told.values())
        if len(against) == 1:  # one report against itself, in one voice
            against = [VoiceFacts(against[0].origin, [fact]) for fact in against[0].facts]
        yield Confirmation("conflict", tuple(voices.in_full(voice) for voice in against))


def _contradict(
    fact: Fact,
    mate: Fact,
    voice: VoiceFacts,
    other: VoiceFacts,
    quantity: Quantity,
    material: Material,
    voices: Voices,
) -> bool:
    """Tell whether two facts, each of its voice, can't both be right."""
    if fact.interval is None or mate.interval is None or meet(fact.interval, mate.interval):
        return False
    if other is voice and not (_heads(fact, mate) or _is_against_itself(fact, mate, quantity)):
        return False
    if quantity.report is None and not voices.apart(voice, other):
        return False  # an origin that says another thing another day corrects itself
    if not comparable(fact, mate, quantity, material) or have_two_causes(fact, mate, material):
        return False
    if any(_has_both(*pair, quantity, material, voices) for pair in ((fact, mate), (mate, fact))):
        return False
    if other is not voice and (voices.is_passed_on_by(voice, other) or voices.speaks_for(voice, other)):
        return False
    if other is not voice and any(_counts_two(*pair, material) for pair in ((fact, mate), (mate, fact))):
        return False
    if is_told_alike(fact, mate, material) or is_claimant(fact, material) or is_claimant(mate, material):
        return False
    low, high = sorted((fact, mate), key=lambda one: one.interval or (0.0, 0.0))
    if _is_raised(low, high, material) or (counts_on(low, high) and not _gives_both(high, low, material)):
        return False
    # a comparison or a breakdown in one breath is no contradiction
    one_breath = other is voice or not (fact.sourced and mate.sourced)
    return not one_breath or not material.one_sentence(fact, mate) or _are_set_against(fact, mate, material)


def _has_both(fact: Fact, mate: Fact, quantity: Quantity, material: Material, voices: Voices) -> bool:
    """Tell whether a fact's origin has the other figure as well, here or there: it counted on, or counts two things."""
    if fact.coded or not fact.sourced:
        return False
    if quantity.report is not None and voices.also_gives(fact, mate):
        return True
    nearby = [other for report in {fact.report, mate.report} for other in material.facts_of[report]]
    return any(
        other.number == mate.number
        and other.measure == mate.measure
        and other.origin == fact.origin
        and names_speaker(other, material)
        and not is_named_between(mate.origin, other, material)
        for other in (*nearby, *quantity.facts)
        if other is not mate
    )


def _counts_two(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether a fact's report, as hands coded it, has its origin count two things."""
    return fact.coded and any(
        (other.measure, other.unit, other.number, other.origin) == (mate.measure, mate.unit, mate.number, fact.origin)
        for other in material.facts_of[fact.report]
        if other is not fact
    )


def _gives_both(high: Fact, low: Fact, material: Material) -> bool:
    """Tell whether the report of a higher count gives the lower one too, as its origin's: it has not counted on."""
    return any(
        (other.measure, other.number, other.origin) == (low.measure, low.number, low.origin)
        and material.places.compare(other.where, low.where) is Relation.SAME
        for other in material.facts_of[high.report]
    )


def _is_raised(low: Fact, high: Fact, material: Material) -> bool:
    """Tell whether the higher of two figures is a later toll; of what outlets say themselves, unless told before.

    A toll whose other figure (the hurt beside the dead) is lower than before has not been raised.
    """
    read = not (low.coded and high.coded)
    low, high = _at_one_time(low, high)
    if read and low.report != high.report and falls_beside(low, high, material):
        return False
    own_words = read and any(is_passed_on(fact, material) for fact in (low, high))
    loosely = own_words or any(map(material.actors.is_generic, (low.origin, high.origin)))
    several = read and low.report != high.report
    if several and is_still_counted(low, high, material, loosely=loosely, own_words=own_words):
        return True
    return raises_toll([low], [high], material, one_origin=own_words)


def _at_one_time(one: Fact, other: Fact) -> tuple[Fact, Fact]:
    """Return two facts of one event, each of its time, though one doesn't tell it."""
    return (
        replace(one, when=other.when) if one.when is None else one,
        replace(other, when=one.when) if other.when is None else other,
    )


def _are_set_against(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two stocks of one sentence are set against each other in words: `9,000, but others have 12,000`."""
    first, last = sorted((fact.claim, mate.claim), key=lambda claim: claim.start)
    between = material.reports[fact.report].text[first.end : last.start]
    return fact.measure in STOCKS and fact.report == mate.report and has_cue("contrast", between)


def _heads(fact: Fact, mate: Fact) -> bool:
    """Tell whether one of two facts, as hands coded them, stands in the headline alone: it tells of its body."""
    return fact.coded and mate.coded and fact.report == mate.report and fact.headline is not mate.headline


def _is_against_itself(fact: Fact, mate: Fact, quantity: Quantity) -> bool:
    """Tell whether one voice of one report is held to one figure: a tally's, not a day's events, of one doer's acts."""
    if quantity.report is None or fact.by != mate.by or not within_reach(fact, mate):
        return False
    return all(bool(one.where) and is_tally(one.when) for one in (fact, mate))
