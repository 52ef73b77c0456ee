"""Tolls: the first figures of an event are provisional, and later reports raise them; that contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.periods import is_event
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import is_transposed

_TOLLS = frozenset({
    "killed", "wounded", "casualties", "detained", "killed_or_detained", "neutralized", "abducted", "missing",
    "displaced",
})  # fmt: skip
#: So many days after an event its toll is still being counted.
_PROMPT_DAYS = 1
#: After so many days a higher toll is a later count, whoever gives it.
_LATER_DAYS = 2
#: A toll of so many is one event's.
_CROWD = 10
_ONE_PLACE = frozenset({Relation.SAME, Relation.WITHIN, Relation.HOLDS})
#: How far around a claim its report may say that the toll has risen, in characters.
_AROUND = 160


def raises_toll(lower: Iterable[Fact], higher: Iterable[Fact], material: Material, *, one_origin: bool = False) -> bool:
    """Tell whether every report of the higher figure is later than every report of the lower one, of one event.

    Of two origins, the later one only counts on where it reports the day after the event at the latest, or long after
    the other, or says that the toll has risen, or the earlier one that it may rise yet.
    """
    before, after = list(lower), list(higher)
    if not all(fact.measure in _TOLLS and is_event(fact.when) for fact in (*before, *after)):
        return False
    first = [material.dates[fact.report] for fact in before]
    last = [material.dates[fact.report] for fact in after]
    known = [date for date in first if date is not None], [date for date in last if date is not None]
    if len(known[0]) < len(first) or len(known[1]) < len(last) or not first or not last:
        return False
    if max(known[0]) >= min(known[1]):
        return False
    ends = [fact.when.end for fact in before if fact.when is not None and fact.when.end is not None]
    prompt = bool(ends) and min(known[1]) - max(ends) <= _PROMPT_DAYS
    long_after = min(known[1]) - max(known[0]) > _LATER_DAYS
    if one_origin or prompt or long_after or any(_tells("risen", fact, material) for fact in after):
        return True
    return any(_tells("provisional", fact, material) for fact in (*before, *after))


def has_risen(one: Iterable[Fact], other: Iterable[Fact], material: Material) -> bool:
    """Tell whether a program read, in the later of two reports, a higher toll of one party in one place.

    A report that has the other's figure as well carries both.
    """
    tolls = [[fact for fact in facts if fact.number is not None and not fact.coded] for facts in (one, other)]
    given = [{(fact.measure, fact.number) for fact in facts} for facts in tolls]
    return any(
        first.measure == second.measure
        and (first.of & second.of or material.actors.compare(first.of, second.of) is Relation.SAME)
        and material.places.compare(first.where, second.where) in _ONE_PLACE
        and not is_transposed(first.number, second.number)
        and _is_raised(first, second, material)
        for first in tolls[0]
        if _is_crowd(first) and (first.measure, first.number) not in given[1]
        for second in tolls[1]
        if _is_crowd(second) and (second.measure, second.number) not in given[0]
    )


def _is_raised(first: Fact, second: Fact, material: Material) -> bool:
    low, high = sorted((first, second), key=_figure)
    return raises_toll([low], [high], material, one_origin=True)


def _figure(fact: Fact) -> tuple[float, float]:
    return fact.number or (0.0, 0.0)


def _is_crowd(fact: Fact) -> bool:
    """Tell whether a toll is of so many, of a named party in a named place, that one event has it once."""
    return _figure(fact)[0] >= _CROWD and bool(fact.of and fact.where) and "of" not in fact.loose


def may_rise(fact: Fact, material: Material) -> bool:
    """Tell whether the report of a toll says that it may rise yet, whatever day the report was filed on."""
    return fact.measure in _TOLLS and _tells("may_rise", fact, material)


def is_still_counted(low: Fact, high: Fact, material: Material, *, loosely: bool, own_words: bool) -> bool:
    """Tell whether two reports give a toll as it rises, whose hours a program can't tell apart.

    So do reports of the lower figure that are earlier, and those of the event's own day, whoever says it; where
    officials or medics at large say so (`loosely`), of the day after as well; outlets that say it in their own words do
    so for another day, and of a tally that runs on to that day.
    """
    first, last = material.dates[low.report], material.dates[high.report]
    if first is None or last is None or low.when is None or high.when is None:
        return False
    end = max(fact.when.end or 0 for fact in (low, high) if fact.when is not None)
    if is_event(low.when) and is_event(high.when):
        days = _LATER_DAYS if own_words else _PROMPT_DAYS if loosely else 0
        return first < last or (first == last and last <= end + days)
    return own_words and first == last <= end + _PROMPT_DAYS


def runs_up(lower: Iterable[Fact], higher: Iterable[Fact], material: Material) -> bool:
    """Tell whether the lower figure of a toll is the one that was reported first, be it on the same day.

    So do one origin's figures of a day of fighting stand in reports that were written hour by hour: which report had
    which hour's, a program can't tell.
    """
    before, after = list(lower), list(higher)
    if not all(fact.measure in _TOLLS and (fact.when is None or is_event(fact.when)) for fact in (*before, *after)):
        return False
    first = [date for fact in before if (date := material.dates[fact.report]) is not None]
    last = [date for fact in after if (date := material.dates[fact.report]) is not None]
    return bool(first and last) and min(first) <= min(last)


def _tells(cue: str, fact: Fact, material: Material) -> bool:
    """Tell whether words around a fact's claims, in its line, are a cue."""
    text = material.reports[fact.report].text
    for claim in fact.claims:
        if 0 <= claim.quote_start <= claim.quote_end <= len(text):
            start = max(text.rfind("\n", 0, claim.quote_start), claim.quote_start - _AROUND)
            end = text.find("\n", claim.quote_end)
            end = min(len(text) if end < 0 else end, claim.quote_end + _AROUND)
            if has_cue(cue, text[max(0, start) : end]):
                return True
    return False
