"""Sums that figures alone make: lists behind words for parts, breakdowns of breakdowns, parts that another report has.

What a program gave no measure, or another unit (`ten suicide attacks, among them four by car bombs and six on foot`),
is a part still where the text calls it one and the figures make the total to the last one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from tawatur.collate.facts.cues import has_cue, starts_with_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import SENTENCE_END
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.relations import Relation
from tawatur.model import Claim

_MOST_PARTS = 8
#: How far a called part may stand behind its total, or behind the part before it, in characters.
_TO_PART = 140
#: So near behind a part stands `of them`, in characters.
_OF_THEM = 14
#: How far the next part may stand where the one before was itself broken down.
_TO_NEXT_WHOLE = 300
#: What two parts in one report and their total in another make by chance is below this many bits.
_TELLING = 7.0
_MOST_ACROSS = 4
#: A total below this is made by the next two figures by chance.
_LEAST_JOINED = 12
#: How far behind it such a list may begin, and at which of the next figures.
_TO_LIST = 400
_FIRST_OF = 2
#: So many figures beside a total of so much make it by chance seldom.
_ROW, _LEAST_ROW = 3, 20
_AND = re.compile(r"(?:^|\s)و")


def called_list(total: Fact, facts: Sequence[Fact], measures: Collection[str], material: Material) -> list[Fact]:
    """Return the parts that the text calls a total's, in its sentence or the next, where they make it; else none.

    `facts` are all that the report counts, in the order of the text; a part has one of `measures`, or none that was
    found.
    """
    wanted = _exact(total)
    if wanted is None:
        return []
    text = material.reports[total.report].text
    for claim in total.claims:
        run: list[Fact] = []
        end = claim.end
        for spot, fact in _spots(facts, claim):
            gap = text[end : spot.start]
            behind = text[spot.end : spot.end + _OF_THEM].lstrip()  # `60 dead, 40 of them by mines and 20 …`
            called = run or ":" in gap or has_cue("among", gap) or has_cue("made_of", gap)
            called = called or starts_with_cue("of_them", behind)
            near = material.one_sentence(run[0] if run else total, fact) or (not run and _begins_with_parts(gap))
            figure = _exact(fact)
            fits = figure is not None and fact.measure in measures and figure < wanted
            if len(gap) > _TO_PART or not called or not fits or not near:
                break
            run.append(fact)
            end = spot.end
            made = sum(_exact(part) or 0.0 for part in run)
            if made == wanted and len(run) > 1:
                return run
            if made > wanted or len(run) == _MOST_PARTS:
                break
    return []


def joined_list(total: Fact, facts: Sequence[Fact], material: Material) -> list[Fact]:
    """Return the next figures of a total's measure behind it, joined by `and` in one sentence, where they make it.

    `31 were killed …. 26 died in the strikes and five by shells`: nothing but their order calls them parts.
    """
    wanted = _exact(total)
    if wanted is None or wanted < _LEAST_JOINED or (total.measure == "other" and not total.coded):
        return []
    text = material.reports[total.report].text
    alike = [fact for fact in facts if (fact.measure, fact.unit) == (total.measure, total.unit) and fact is not total]
    for claim in total.claims:
        spots = _spots(alike, claim)
        for first in range(min(_FIRST_OF, len(spots))):
            run = _joined(total, spots[first:], text[claim.end : spots[first][0].start], material)
            if run:
                return run
    return []


def _joined(total: Fact, spots: Sequence[tuple[Claim, Fact]], gap: str, material: Material) -> list[Fact]:
    """Return the figures that make a total, each joined to the one before; `gap` leads from it to the first."""
    wanted = _exact(total) or 0.0
    text = material.reports[total.report].text
    run: list[Fact] = []
    end = 0
    if len(gap) > _TO_LIST or sum(1 for _ in SENTENCE_END.finditer(gap)) > 1:
        return []
    for spot, fact in spots:
        if run:
            gap = text[end : spot.start]
            joined = _AND.search(gap) or has_cue("besides", gap)
            if len(gap) > _TO_PART or not joined or not material.one_sentence(run[-1], fact):
                return []
        slots = material.slots(fact, total)
        if run:
            slots["of"] = Relation.UNKNOWN  # `35 soldiers and militiamen: 26 soldiers, and nine foreigners`
        if _exact(fact) is None or Relation.APART in slots.values():
            return []
        run.append(fact)
        end = spot.end
        made = sum(_exact(part) or 0.0 for part in run)
        if made == wanted and len(run) > 1:
            return run
        if made >= wanted or len(run) == _MOST_PARTS:
            return []
    return []


def neighbours(total: Fact, facts: Sequence[Fact], material: Material) -> list[Fact]:
    """Return three figures or more right behind a total, or right before it, that make it, whatever they measure.

    `1530 civilians: 803 killed, 491 hurt, 159 abducted and 77 tortured`: the figures beside a total seldom make it to
    the last one by chance.
    """
    wanted = _exact(total)
    if wanted is None or wanted < _LEAST_ROW:
        return []
    figures = [fact for fact in facts if fact is not total and _exact(fact) is not None]
    for claim in total.claims:
        around = sorted((spot.start, spot.end, at) for at, fact in enumerate(figures) for spot in fact.claims)
        behind = [spot for spot in around if spot[0] > claim.start]
        before = [spot for spot in around if spot[0] < claim.start][::-1]
        for row in (behind, before):
            run: list[Fact] = []
            end = claim.end if row is behind else claim.start
            for start, stop, at in row[:_MOST_PARTS]:
                gap = start - end if row is behind else end - stop
                if gap > _TO_PART or not material.one_sentence(run[-1] if run else total, figures[at]):
                    break
                run.append(figures[at])
                end = stop if row is behind else start
                if len(run) >= _ROW and sum(_exact(part) or 0.0 for part in run) == wanted:
                    return sorted(run, key=lambda fact: fact.position)
    return []


def _begins_with_parts(gap: str) -> bool:
    """Tell whether the next sentence, up to its first figure, calls what follows parts: `Among them were 70 …`.

    So does a headline of the sentence below it: `nine killed, children among them`, `six children and three adults`.
    """
    ends = list(SENTENCE_END.finditer(gap))
    if len(ends) != 1:
        return False
    return has_cue("among", gap if ends[0].group() == "\n" else gap[ends[0].end() :])


def wholes(
    total: Fact, facts: Sequence[Fact], broken_down: Mapping[int, Sequence[Fact]], measures: Collection[str]
) -> list[Fact]:
    """Return the parts of a total that make it, one of them at least being a total itself; else nothing.

    `broken_down` has the parts of each total by its fact's id; these are stepped over.
    """
    wanted = _exact(total)
    lesser = {id(part) for parts in broken_down.values() for part in parts}
    counted = [fact for fact in facts if fact is not total and id(fact) not in lesser and fact.measure in measures]
    for claim in total.claims if wanted is not None else ():
        run: list[Fact] = []
        end = claim.end
        for spot, fact in _spots(counted, claim):
            figure = _exact(fact)
            if spot.start - end > _TO_NEXT_WHOLE or figure is None:
                break
            run.append(fact)
            end = max(spot.end, *(part.claim.end for part in broken_down.get(id(fact), ())), 0)
            made = sum(_exact(part) or 0.0 for part in run)
            if made == wanted and len(run) > 1 and any(id(part) in broken_down for part in run):
                return run
            if made > (wanted or 0.0) or len(run) == _MOST_PARTS:
                break
    return []


def across(renditions: Mapping[int, Sequence[Fact]]) -> Iterator[tuple[list[Fact], list[Fact]]]:
    """Yield the totals, each with parts that another rendition of the statement has in their place.

    `renditions` are the facts of one statement by report, in the order of the text.
    """
    totals: dict[tuple[str, str, float], list[Fact]] = defaultdict(list)
    for facts in renditions.values():
        for fact in facts:
            figure = _exact(fact)
            if figure is not None and fact.bits >= _TELLING:
                totals[fact.measure, fact.unit, figure].append(fact)
    for report, facts in sorted(renditions.items()):
        alike: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in facts:
            if _exact(fact):
                alike[fact.measure, fact.unit].append(fact)
        for (measure, unit), run in alike.items():
            for first in range(len(run)):
                for length in range(2, min(_MOST_ACROSS, len(run) - first) + 1):
                    parts = run[first : first + length]
                    made = sum(_exact(part) or 0.0 for part in parts)
                    found = totals.get((measure, unit, made), [])
                    if found and _stand_close(parts) and all(total.report != report for total in found):
                        yield found, parts


def _spots(facts: Sequence[Fact], total: Claim) -> list[tuple[Claim, Fact]]:
    """Return where figures stand behind a total's claim, in the order of the text."""
    spots = [(claim, fact) for fact in facts for claim in fact.claims if claim.start > total.start]
    return sorted(spots, key=lambda spot: (spot[0].start, spot[0].id))


def _stand_close(parts: Sequence[Fact]) -> bool:
    ordered = sorted(parts, key=lambda fact: fact.position)
    return all(0 <= later.claim.start - earlier.claim.end <= _TO_PART for earlier, later in pairwise(ordered))


def _exact(fact: Fact) -> float | None:
    return fact.number[0] if fact.number is not None and fact.number[0] == fact.number[1] else None
