"""Which sentences and which other claims of a report tell of a claim's own event, and which of another one.

Two tell of one event where they have one place, or one in another, and no two days; where a sentence names no place,
the last one holds. A sentence that introduces another act between two makes it less likely that they tell of one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from tawatur.arabic.times import Time
from tawatur.extract.choosing.doer_claims import Name, name_of
from tawatur.extract.choosing.mentions import Mention
from tawatur.extract.choosing.stated import Sentences
from tawatur.extract.choosing.weights import Features
from tawatur.extract.participants.agency import DISCLAIMED
from tawatur.extract.participants.deeds import STATED
from tawatur.extract.phrases.discourse import Happened
from tawatur.extract.places.located import Located
from tawatur.extract.report.draft import Draft
from tawatur.packs import Knowledge

#: Rules by which the text itself says whose an act was, by which other claims of its event are told.
_SAID = frozenset((*STATED, "claimed"))
#: How places lie to one another, the likeliest to be one event's first; how days do.
_PLACES, _DAYS = ("same", "within", "untold", "other"), ("same", "untold", "other")
_ANOTHER = "another event"
#: How many acts introduced between two sentences are told apart.
_MANY_ACTS = 2
#: How many other claims of a report are asked whether they tell of one event.
_OTHERS = 60

#: How a sentence's place and its day lie to a claim's, and how many acts are introduced between the two.
_Lies = tuple[str, str, int]
#: The ids of some places, and of all that they lie in.
_Where = tuple[frozenset[str], frozenset[str]]


class Scenes:
    """A section's sentences and claims by the events that they tell of."""

    def __init__(
        self,
        drafts: list[Draft],
        sentences: Sentences,
        told: list[Happened],
        acting: list[Mention],
        knowledge: Knowledge,
    ) -> None:
        """`told` are the events that the section tells, `acting` the parties where its sentences say that they act."""
        self._sentences = sentences
        self._knowledge = knowledge
        body = [one for one in sentences.by_number.values() if not one.headline]
        self._introducing = sorted(one.number for one in body if one.setting.introduces)
        self._places = {
            one.number: self._where(located for group in one.grouped for located in group)
            for one in body
            if one.grouped
        }
        self._placed = sorted(self._places)
        self._said = [draft for draft in drafts if draft.by and draft.rules.get("by") in _SAID][:_OTHERS]
        self._claims: dict[Name, set[int]] = defaultdict(set)
        self._acts: dict[Name, set[int]] = defaultdict(set)
        for event in told:
            if event.doers.parties:
                by_kind = self._claims if event.kind == "claim" else self._acts
                by_kind[name_of(event.doers.parties)].add(event.sentence)
        for mention in acting:
            self._acts[mention.party.actor,].add(mention.sentence)
        self._disclaiming = {event.sentence for event in told if event.kind == DISCLAIMED}
        self._known: dict[tuple[int, int], _Lies] = {}
        self._of_event: tuple[Draft, dict[Name, str]] | None = None

    def features(self, draft: Draft, name: Name, who: str) -> Features:
        """Tell whether a candidate acts, claims an attack or has another claim in a claim's event.

        `who` is `nobody` or `attackers` for those who have no name of their own, else `party`.
        """
        said, found = self._said_of_event(draft), []
        if name in said:
            found += [f"said of {said[name]}", f"said of {said[name]}, {who}"]
        if (who != "party" or name not in said) and any(label != _ANOTHER for label in said.values()):
            found.append(f"{who}, of its event others are said")
        if self._disclaiming:
            found += self._likeliest(f"{who} disclaimed", draft, self._disclaiming)
        if who != "party":
            claims = {number for numbers in self._claims.values() for number in numbers}
            return found + (self._likeliest(f"{who} some claim", draft, claims) if claims else [])
        if name in self._claims:
            found += self._likeliest("claims", draft, self._claims[name])
        acts = set().union(self._acts.get(name, ()), *(self._acts.get((key,), ()) for key in name))
        return found + self._likeliest("acts", draft, acts)

    def _likeliest(self, label: str, draft: Draft, numbers: Iterable[int]) -> Features:
        """Tell how the sentence among some lies to a claim that is likeliest to tell of its event."""
        lies = [self._lies(draft, number) for number in numbers]
        if not lies:
            return [f"{label} nowhere"]
        place, day, acts = min(lies, key=lambda one: (_rank(one[0]), _DAYS.index(one[1]), one[2]))
        whole = f"{label}, {place}, {day}, {acts}"
        return [f"{label}, place {place}", f"{label}, day {day}", f"{label}, acts {acts}", whole]

    def _lies(self, draft: Draft, number: int) -> _Lies:
        key = id(draft), number
        if key not in self._known:
            self._known[key] = self._lying(draft, number)
        return self._known[key]

    def _lying(self, draft: Draft, number: int) -> _Lies:
        one = self._sentences.by_number.get(number)
        if one is None:
            return "untold", "untold", 0
        own = self._where(draft.where)
        if number in self._places:
            place = _meeting(own, self._places[number])
        else:
            at = bisect_right(self._placed, number) - 1
            last = _meeting(own, self._places[self._placed[at]]) if at >= 0 else "untold"
            place = last if last == "untold" else "untold" if one.headline else f"still {last}"
        first, last_one = sorted((draft.sentence, number))
        between = bisect_right(self._introducing, last_one) - bisect_right(self._introducing, first)
        return place, _same_day(draft.when, one.setting.time), min(between, _MANY_ACTS)

    def _said_of_event(self, draft: Draft) -> dict[Name, str]:
        """Return whose other claims the text says that they are, and whether these are of a claim's event."""
        if self._of_event is not None and self._of_event[0] is draft:
            return self._of_event[1]
        own, found = self._where(draft.where), dict[Name, str]()
        for other in self._said:
            if other is draft:
                continue
            place, day = _meeting(own, self._where(other.where)), _same_day(draft.when, other.when)
            label = _ANOTHER if "other" in (place, day) else f"one event, {place}, {day}"
            name = name_of(other.by)
            if found.get(name, _ANOTHER) == _ANOTHER:
                found[name] = label
        self._of_event = draft, found
        return found

    def _where(self, places: Iterable[Located]) -> _Where:
        entries = [located.place for located in places]
        wider = {key for entry in entries for key in self._knowledge.place_chain(entry)}
        return frozenset(entry.id for entry in entries), frozenset(wider)


def _rank(place: str) -> float:
    bare = place.removeprefix("still ")
    return _PLACES.index(bare) + (0.5 if bare != place else 0)


def _meeting(one: _Where, other: _Where) -> str:
    if not one[0] or not other[0]:
        return "untold"
    if one[0] & other[0]:
        return "same"
    return "within" if one[0] & other[1] or one[1] & other[0] else "other"


def _same_day(one: Time | None, other: Time | None) -> str:
    if one is None or other is None:
        return "untold"
    return "same" if (one.start_date, one.end_date) == (other.start_date, other.end_date) else "other"
