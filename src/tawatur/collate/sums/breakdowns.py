"""Breakdowns: parts that follow their total in the text so closely that their figures need no slots to speak for them.

A program misreads a part's place or party more often than three figures in a row make a fourth by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from tawatur.arabic import find_numbers
from tawatur.collate.facts.cues import has_cue, starts_with_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import sentence_around
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import is_slip
from tawatur.model import Claim

#: How far the text may run from the total to its first part, and from one part to the next, in characters.
_TO_FIRST = 300
#: Three figures in a row make a fourth by chance so seldom that they may stand further off.
_TO_FIRST_OF_MANY = 900
_MANY = 3
_TO_NEXT = 140
#: A figure told again so near behind the part before it is another part that is as great.
_TO_NEXT_ALIKE = 40
#: Parties that together are everybody, and by how much of the total a list of them may miss it.
EVERYBODY = (frozenset({"men", "women", "children"}),)
_SHORT = 0.1
#: So near before a list's first figure stand the words that announce it.
_LEAD = 40
#: So near behind a part stands `of them`, in characters.
_OF_THEM = 14
_MOST_PARTS = 8
#: What a list begins behind.
_LISTED = ":"
#: Marks that open an item of a list.
_MARKS = frozenset("-–—•●▪◦*·")
#: Two parts alone need a total of so many bits (about forty) where nothing but their figures tells them apart.
_TELLING = 6.3
#: Totals below this, and below that with a part of one, are made by chance; so are those of very many parts.
_SMALL = 20
_GREAT = 200
_MOST_UNCALLED = 5


def breakdowns(total: Fact, facts: Sequence[Fact], text: str) -> Iterator[list[Fact]]:
    """Yield the runs of two parts or more that stand right after a total (or lead up to it), the longest first.

    `facts` are those of the total's unit that may be its parts, in the order of the text; a run that steps over one of
    them is none, unless another source is named for it.
    """
    facts = [fact for fact in facts if not (fact.sourced and total.sourced and fact.origin != total.origin)]
    for claim in total.claims:
        before = [fact for fact in facts if fact.claim.start < claim.start]
        for run in (_reach_spots(claim, facts, text), _reach_back(claim.start, before)):
            near = bool(run) and _gap(run[0], claim) <= _TO_FIRST
            lengths = range(len(run), 1, -1)
            spans = [(0, length) for length in lengths if length >= _MANY or near]  # the next ones before those further
            # many may follow a rival figure; two must be the next ones
            spans += [
                (first, length) for length in lengths if length >= _MANY for first in range(1, len(run) - length + 1)
            ]
            for first, length in spans:
                yield sorted(run[first : first + length], key=lambda fact: fact.position)


def runs_of_parts(total: Fact, counted: Sequence[Fact], material: Material) -> tuple[list[Fact], Iterator[list[Fact]]]:
    """Return which of what is counted alike is of the total's time, and the runs that may be its breakdown.

    Quarters of a year are read as another year's sooner than three of them in a row make its total by chance.
    """
    timely = [
        fact
        for fact in counted
        if material.slots(fact, total)["when"] is not Relation.APART or material.one_sentence(fact, total)
    ]
    text = material.reports[total.report].text
    untimely = (run for run in breakdowns(total, counted, text) if len(run) >= _MANY)
    return timely, chain(breakdowns(total, timely, text), untimely)


def adds_up(parts: Sequence[Fact], total: Fact, material: Material) -> bool:
    """Tell whether a breakdown's figures make its total beyond chance.

    Small figures make each other often: they do so beyond chance only where the text calls them parts of the total, in
    its own sentence. Of greater ones two need slots that tell them apart, or a total that is greater still.
    """
    if total.number is None or total.number[0] != total.number[1] or any(part.number is None for part in parts):
        return False
    if sum(part.number[0] for part in parts if part.number is not None) != total.number[0]:
        return False
    if _are_called_parts(parts, total, material):
        return True
    if total.measure == "other" and len(parts) < _MANY:
        return False
    least = min(part.number[0] for part in parts if part.number is not None)
    if total.number[0] < (_GREAT if least < 2 else _SMALL) or len(parts) > _MOST_UNCALLED:
        return False
    if len(parts) > 2:
        return True
    one, other = parts
    told_apart = one.measure != other.measure or any(
        getattr(one, slot) and getattr(other, slot) and getattr(one, slot) != getattr(other, slot)
        for slot in ("of", "where", "when")
    )
    return told_apart or total.bits >= _TELLING


def _are_called_parts(parts: Sequence[Fact], total: Fact, material: Material) -> bool:
    text = material.reports[total.report].text
    gaps = [text[claim.end : parts[0].claim.start] for claim in total.claims if claim.end <= parts[0].claim.start]
    behind = text[
        parts[0].claim.end : parts[0].claim.end + _OF_THEM
    ].lstrip()  # `12 missiles, nine of them …, and three`
    called = any(
        len(gap) <= _TO_FIRST
        and (has_cue("among", gap) or has_cue("made_of", gap) or starts_with_cue("of_them", behind))
        for gap in gaps
    )
    return called and all(material.one_sentence(total, part) for part in parts)


def broken_list(total: Fact, facts: Sequence[Fact], material: Material) -> list[Fact]:
    """Return the list that the text gives of what a total is made of where it does not make it; else nothing.

    It fails by one figure misprinted, or is a list of everybody that comes near the total: else it was misread.
    """
    parts = _listed(total, facts, material)
    made = sum(part.number[0] for part in parts if part.number is not None)
    if not parts or total.interval is None or total.interval[0] <= made <= total.interval[1]:
        return []
    stated = total.interval[0]
    short = frozenset().union(*(part.of for part in parts)) in EVERYBODY and abs(stated - made) <= _SHORT * stated
    return parts if short or is_misprinted(parts, total) else []


def complete_list(total: Fact, facts: Sequence[Fact], material: Material) -> list[Fact]:
    """Return the list that the text gives of what a total is made of where it makes it; else nothing."""
    parts = _listed(total, facts, material)
    made = sum(part.number[0] for part in parts if part.number is not None)
    return parts if parts and total.number == (made, made) else []


def _listed(total: Fact, facts: Sequence[Fact], material: Material) -> list[Fact]:
    """Return the whole list that the text gives, after a total, of what it is made of; empty where it gives none.

    `105 attacks …, distributed over 52 in …, 38 in … and 4 in …`: the list begins right behind words for it, or a
    colon, and runs to the end of its sentence. A figure of another kind on the way to it makes it none.
    """
    text = material.reports[total.report].text
    facts = [fact for fact in facts if not (fact.sourced and total.sourced and fact.origin != total.origin)]
    for claim in total.claims:
        after = [fact for fact in facts if fact.claim.start > claim.start]
        first = next((fact for fact in after if _leads_in(text, claim.end, fact)), None)
        if first is None or first.claim.start - claim.end > _TO_FIRST:
            continue
        items = _items(first, after, total, text)
        if len(items) > 1:
            return items
        if not total.coded and after.index(first) and _is_greater(first, total):
            continue  # the list is of what was counted before both
        run = _reach(claim.end, after[after.index(first) :])
        run = [fact for fact in run if material.one_sentence(first, fact)]
        counted = all(part.measure == total.measure and part.number is not None for part in run)
        if len(run) > 1 and counted and not _goes_on(text, run[-1].claim):
            return run
    return []


def _items(first: Fact, facts: Sequence[Fact], total: Fact, text: str) -> list[Fact]:
    """Return what a list's items, a line each, tell of a total's measure: `- كذا: 14 قتيلا و46 جريحا`."""
    alike = [fact for fact in facts if fact.position >= first.position and fact.measure == total.measure]
    if not _is_item(text, first.claim.start):
        return []
    listed: list[Fact] = []
    for fact in alike:
        line = text[listed[-1].claim.end : fact.claim.start] if listed else "\n"
        if line.count("\n") != 1 or not _is_item(text, fact.claim.start) or len(listed) == _MOST_PARTS:
            break
        listed.append(fact)
    return listed


def _is_item(text: str, start: int) -> bool:
    """Tell whether a figure stands in a line that a list's mark opens, behind a colon."""
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    return line[:1] in _MARKS and _LISTED in line


def opens_list(gap: str) -> bool:
    """Tell whether a colon between two figures opens a list; one in a line of its own figure is but an item's."""
    *before, last = gap.split("\n")
    return any(_LISTED in line for line in before or [last])


def _is_greater(part: Fact, total: Fact) -> bool:
    return part.number is not None and total.number is not None and part.number[0] > total.number[1]


def _goes_on(text: str, last: Claim) -> bool:
    """Tell whether another number stands behind the last part in its sentence: a part that was not read as one."""
    end = max(last.end, last.quote_end)
    _, sentence_end = sentence_around(text, last.start, end)
    return any(number.noun is None for number in find_numbers(text[end:sentence_end]))  # a dual may be the noun's


def _leads_in(text: str, end: int, fact: Fact) -> bool:
    """Tell whether words that announce a total's parts, or a colon, stand right before a figure."""
    start = fact.claim.quote_start
    lead = text[max(end, start - _LEAD) : start]
    return ":" in lead or (has_cue("made_of", lead) and not has_cue("among", lead))


def is_misprinted(parts: Sequence[Fact], total: Fact) -> bool:
    """Tell whether one figure misprinted (digits transposed, dropped, added, changed) is all that a sum fails by."""
    figures = [part.number[0] for part in parts if part.number is not None]
    if total.number is None or len(figures) < len(parts):
        return False
    stated, expected = total.number[0], sum(figures)
    if is_slip((expected, expected), total.number):
        return True
    wanted = [stated - expected + figure for figure in figures]
    return any(want > 0 and is_slip((want, want), (had, had)) for want, had in zip(wanted, figures, strict=True))


def stand_together(parts: Sequence[Fact], total: Fact) -> bool:
    """Tell whether parts stand near their total and near each other."""
    ordered = sorted(parts, key=lambda fact: fact.position)
    steps = [later.claim.start - earlier.claim.end for earlier, later in pairwise(ordered)]
    first, last = ordered[0].claim, ordered[-1].claim
    return all(step <= _TO_NEXT for step in steps) and any(
        0 <= first.start - claim.end <= _TO_FIRST or 0 <= claim.start - last.end <= _TO_NEXT for claim in total.claims
    )


def are_of_two_lists(parts: Sequence[Fact], text: str) -> bool:
    """Tell whether a list begins between two parts: what stands before the colon is none of it."""
    return any(opens_list(text[one.claim.end : other.claim.start]) for one, other in pairwise(parts))


def _gap(fact: Fact, claim: Claim) -> int:
    return max(fact.claim.start - claim.end, claim.start - fact.claim.end)


def _reach(end: int, facts: Sequence[Fact]) -> list[Fact]:
    run: list[Fact] = []
    for fact in facts:
        if fact.claim.start - end > (_TO_NEXT if run else _TO_FIRST_OF_MANY) or len(run) == _MOST_PARTS:
            break
        run.append(fact)
        end = fact.claim.end
    return run


def _reach_spots(total: Claim, facts: Sequence[Fact], text: str) -> list[Fact]:
    """Return the run behind a total; a figure that recurs in it (`12 in the first quarter …, 12 in the fourth`) twice.

    Elsewhere a figure that recurs is told again.
    """
    lead = {fact.claim.id for fact in facts}
    spots = [(claim, fact) for fact in facts for claim in fact.claims if claim.start > total.start]
    run: list[Fact] = []
    end = total.end
    for claim, fact in sorted(spots, key=lambda spot: (spot[0].start, spot[0].id)):
        if claim.id not in lead and not (fact in run and claim.start - end <= _TO_NEXT_ALIKE):
            continue
        if claim.start - end > (_TO_NEXT if run else _TO_FIRST_OF_MANY) or len(run) == _MOST_PARTS:
            break
        if run and opens_list(text[end : claim.start]):
            break
        run.append(fact)
        end = claim.end
    return run


def _reach_back(start: int, facts: Sequence[Fact]) -> list[Fact]:
    run: list[Fact] = []
    for fact in reversed(facts):
        if start - fact.claim.end > _TO_NEXT or len(run) == _MOST_PARTS:
            break
        run.append(fact)
        start = fact.claim.start
    return run
