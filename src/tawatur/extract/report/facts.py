"""Facts told more than once in a section: what one telling leaves out, another one of the same fact tells.

`قتل 20 شخصا` in the lead and `مقتل 20 شخصا الجمعة في مايدوغوري` further down are one fact (codebook, `same_as`): the
lead's claim takes the day and the place from there, where its own sentence states none.
"""

from __future__ import annotations

from collections import defaultdict

from tawatur.extract.participants.agency import OPEN
from tawatur.extract.participants.deeds import plausible
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.days_told import EVENTS
from tawatur.extract.report.draft import Draft

#: Bounds of figures too vague to know a fact by.
_VAGUE = frozenset(("indefinite", "ambiguous"))
#: Below this many a figure recurs by chance.
_FEWEST = 3
#: Rules that place a claim for want of any place told.
_UNTOLD = frozenset(("theatre", "named in passing"))
#: How many tellings of a figure are looked at.
_TELLINGS = 20


def share_facts(body: list[Draft]) -> None:
    """Give each telling of a fact the day that another one states, and the place where it has none of its own."""
    tellings: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in body:
        figure = draft.low if isinstance(draft.low, int | float) else None
        if draft.measure in EVENTS and figure is not None and figure >= _FEWEST and draft.bound not in _VAGUE:
            tellings[draft.measure, draft.unit, draft.low].append(draft)
    for same in tellings.values():
        if len(same) > 1:
            for draft in same[:_TELLINGS]:
                _fill(draft, [other for other in same[:_TELLINGS] if other is not draft and _may_be_one(draft, other)])


def _may_be_one(one: Draft, other: Draft) -> bool:
    """Tell whether nothing that their own sentences tell parts two tellings."""
    sufferers = {party.actor for party in one.of}, {party.actor for party in other.of}
    if sufferers[0] and sufferers[1] and sufferers[0].isdisjoint(sufferers[1]):
        return False
    if one.own_when and other.own_when and one.when and other.when:
        return (one.when.start_date, one.when.end_date) == (other.when.start_date, other.when.end_date)
    return True


def _fill(draft: Draft, others: list[Draft]) -> None:
    if not draft.of:
        did = {party.actor for party in draft.by}
        told = (other.of for other in others if _tells_whom(other))
        draft.of = next((of for of in told if not did & {party.actor for party in of}), [])
        draft.rules["of"] = "the same fact" if draft.of else "nobody"
    if not draft.by and draft.rules.get("by") not in OPEN:
        draft.by = next((other.by for other in others if other.by), [])
        draft.rules["by"] = "the same fact" if draft.by else draft.rules.get("by", "")
    if not draft.own_when:
        when = next((other.when for other in others if other.own_when and other.when is not None), None)
        if when is not None:
            draft.when, draft.rules["when"] = when, "the same fact"
    if not draft.own_where and draft.rules.get("where") in _UNTOLD:
        where = next((other.where for other in others if other.own_where and other.where), None)
        if where:
            draft.where, draft.rules["where"] = where, "the same fact"


def _tells_whom(draft: Draft) -> bool:
    """Tell whether a telling names who suffered by keys: one in the text's own words is not another one's."""
    return bool(draft.of) and draft.unit == "person" and all(party.actor.isascii() for party in draft.of)


#: Outcomes that somebody brought about.
_HARM = frozenset(("killed", "wounded", "casualties"))


def share_doers(body: list[Draft], lexicon: Lexicon) -> None:
    """Give harm that no words ascribe to anybody to the only party that the section says did any."""
    told = [draft for draft in body if draft.measure in _HARM and draft.by]
    doers = {frozenset(party.actor for party in draft.by) for draft in told}
    if len(doers) != 1:
        return
    for draft in body:
        if draft.measure in _HARM and not draft.by and draft.rules.get("by") not in OPEN:
            near = [one for one in told if _may_share(draft, one, lexicon) and _together(draft, one)]
            if near:
                draft.by, draft.rules["by"] = near[0].by, "the section"


def _may_share(draft: Draft, other: Draft, lexicon: Lexicon) -> bool:
    """Tell whether those who did another harm may have done this one: none is of the side of who suffered."""
    left = plausible(Doers(tuple(other.by), "the section"), draft.of, lexicon)
    return left is not None and len(left.parties) == len(other.by)


def _together(one: Draft, other: Draft) -> bool:
    """Tell whether two claims may be of one matter: the same country, and days that meet where both are told."""
    countries = {located.place.country for located in one.where}, {located.place.country for located in other.where}
    if countries[0] and countries[1] and countries[0].isdisjoint(countries[1]):
        return False
    if one.when is None or other.when is None:
        return True
    ends = one.when.end_date or "9", other.when.end_date or "9"
    return ends[0] >= (other.when.start_date or "") and ends[1] >= (one.when.start_date or "")
