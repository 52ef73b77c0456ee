"""Parts that exceed their whole: a place in a place, a party in a party, a period in a period, `among them`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tawatur.collate.facts.cues import ends_with_cue, starts_with_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.relations import Relation
from tawatur.collate.quantities.quantities import STOCKS
from tawatur.collate.quantities.wholes import leads_to_part
from tawatur.collate.times.tallies import SHORTEST_DAYS
from tawatur.collate.voices.voices import Voices

#: Facts of one measure in one report that are held against each other; a longer list is a table, not a sentence.
_MOST = 40
#: `among them` stands right after the whole's words, and the part's number within this many characters.
_AMONG_WITHIN = 25
#: `23 of the dead`: so near behind the part stand the words, and so near behind the whole the part.
_OF_THEM = 14
_TO_NEXT = 140
#: What exceeds its whole more than so many times is more likely no part of it.
_SEVERAL_TIMES = 2.0
_UNCOUNTED = frozenset({"other", "began", "ended", "territory_share"})
#: Measures of ways, whose places are where they start and where they lead to.
_WAYS = frozenset({"displaced", "returned", "repatriated"})


class Part(NamedTuple):
    """A part and the whole that it exceeds."""

    part: Fact
    whole: Fact


def find_parts(
    material: Material, voices: Voices, summands: Collection[int] = (), renamed: Collection[int] = ()
) -> list[Part]:
    """Return the parts that exceed their whole within what one origin says in one report.

    `summands` are the ids of facts that make a total: `31 here and 17 there, among them 22 women` are among all;
    `renamed` those of facts that other renditions have of another measure.
    """
    found: dict[tuple[object, ...], Part] = {}
    for facts in material.facts_of:
        groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
        for fact in facts:
            if (
                fact.interval is not None
                and id(fact) not in renamed
                and not fact.claim.change
                and fact.measure not in _UNCOUNTED
            ):
                groups[fact.measure, fact.unit, fact.claim.change, voices.origin(fact)].append(fact)
        pairs = [pair for group in groups.values() for pair in _exceeding(group[:_MOST], material, summands)]
        for pair in (*pairs, *_of_another_measure(facts, material)):
            key = (voices.home(pair.part), pair.part.measure, pair.part.number, pair.whole.number)
            found.setdefault(key, pair)
    return list(found.values())


def _exceeding(facts: Sequence[Fact], material: Material, summands: Collection[int]) -> Iterator[Part]:
    for part in facts:
        for whole in facts:
            if part is whole or part.interval is None or whole.interval is None:
                continue
            if part.interval[0] > whole.interval[1] and (
                _is_part(part, whole, material)
                or (id(whole) not in summands and _is_among(part, whole, facts, material))
            ):
                yield Part(part, whole)


def _of_another_measure(facts: Sequence[Fact], material: Material) -> Iterator[Part]:
    """Yield what befell more than there were: `33 were launched, of which 35 were shot down`.

    The whole is the only figure before the part in its sentence, and of its origin and unit.
    """
    for part in facts:
        text = material.reports[part.report].text
        behind = text[part.claim.end : part.claim.end + _OF_THEM].lstrip()
        if part.interval is None or part.claim.change or not starts_with_cue("of_them", behind):
            continue
        before = [fact for fact in facts if fact.claim.start < part.claim.start and material.one_sentence(fact, part)]
        whole = before[0] if len(before) == 1 else part
        if whole.interval is None or whole.measure == part.measure or part.interval[0] <= whole.interval[1]:
            continue
        one = (whole.unit, whole.origin, whole.claim.change) == (part.unit, part.origin, False)
        if one and ((part.coded and whole.coded) or _is_misprinted(part, whole, material)):
            yield Part(part, whole)


def _is_among(part: Fact, whole: Fact, facts: Sequence[Fact], material: Material) -> bool:
    """Tell whether the text says that the part is among the whole, right after it.

    So it says of `23 of the dead` that hands coded, the next that are counted of `facts`, of one place and time.
    """
    text = material.reports[part.report].text
    for claim in part.claims:
        for other in whole.claims:
            if not (part.coded and whole.coded) and not _is_misprinted(part, whole, material):
                continue
            gap = text[max(other.end, other.quote_end) : claim.start]
            right_after = gap.lstrip(" ،,")  # and no further: `11 killed, among them a journalist, and 15 fighters`
            if any(_may_hold(one, part, claim.start, material) for one in facts):
                continue  # `300, among them 20 women, and of whom 40 were …`
            if 0 < len(gap) <= _AMONG_WITHIN and starts_with_cue("among", right_after) and "،" not in right_after:
                return True
            if leads_to_part(gap):
                return True
            behind = text[claim.end : claim.end + _OF_THEM].lstrip()
            leading = text[max(0, claim.start - _OF_THEM) : claim.start]
            next_one = not any(other.start < one.claim.start < claim.start for one in facts if one is not whole)
            coded = part.coded and whole.coded
            behind_it = coded and other.start < claim.start  # what follows a part is another part
            if behind_it and next_one and ends_with_cue("among", leading) and material.one_sentence(part, whole):
                return True  # `31 killed and 57 hurt, among them 46 children who died at home`
            named = coded and behind.startswith("من ") and starts_with_cue("of_them", behind)
            if 0 < len(gap) <= _TO_NEXT and next_one and named:
                slots = material.slots(part, whole)
                if slots["where"].compatible and slots["when"].compatible:
                    return True
    return False


def _may_hold(fact: Fact, part: Fact, start: int, material: Material) -> bool:
    """Tell whether a fact that stands before a part in its sentence is large enough to be its whole."""
    if fact is part or fact.interval is None or part.interval is None or fact.claim.start >= start:
        return False
    return fact.interval[1] >= part.interval[0] and material.one_sentence(fact, part)


def _is_part(part: Fact, whole: Fact, material: Material) -> bool:
    """Tell whether one slot of the part lies inside the whole's and all others are the same, or unstated in both."""
    if part.claim.modality != whole.claim.modality:
        return False
    if not (part.coded and whole.coded) and not _is_misprinted(part, whole, material):
        return False
    slots = material.slots(part, whole)
    if not slots["by"].compatible or (whole.by and not part.by):
        return False  # what nobody is named for is no part of what one of several did
    if part.measure in _WAYS and material.places.countries(part.where) != material.places.countries(whole.where):
        return False  # all who fled a country are no part of those who fled it to another
    inside = []
    for name, stated in (("of", part.of), ("where", part.where), ("when", part.when)):
        if slots[name] is Relation.WITHIN:
            inside.append(name)
        elif slots[name] is not Relation.SAME and (stated or getattr(whole, name)):
            return False
    if part.when is None and part.measure not in STOCKS:
        return False  # acts of unstated times are two acts
    if inside == ["when"] and _run_on(part, whole):
        return False  # its origin's count since one day has fallen, which the tally tells
    return len(inside) == 1 and not (part.measure in STOCKS and inside == ["when"])


def _run_on(part: Fact, whole: Fact) -> bool:
    """Tell whether a source's two counts begin on one day: that the later one is lower, the tally tells."""
    if part.when is None or whole.when is None or part.when.start is None or part.when.end is None:
        return False
    counted = part.when.end - part.when.start >= SHORTEST_DAYS
    return counted and part.sourced and part.coded and whole.coded and part.when.start == whole.when.start


def _is_misprinted(part: Fact, whole: Fact, material: Material) -> bool:
    """Tell whether a part and a whole that a program read are one sentence's, and not several times each other."""
    if part.number is None or whole.number is None or not material.one_sentence(part, whole):
        return False
    return part.number[0] <= _SEVERAL_TIMES * whole.number[0]
