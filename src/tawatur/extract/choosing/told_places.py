"""How a report tells a place that may be a claim's: beside its figure, or in another sentence of its event or not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from tawatur.extract.choosing.stated import Stated
from tawatur.extract.choosing.weights import Features, class_of
from tawatur.extract.places.located import Located
from tawatur.extract.places.settings import Setting, act_happened
from tawatur.extract.report.days_told import is_long
from tawatur.extract.report.draft import Draft

#: Upper ends of the classes that distances in chunks fall in, of those of figures, and of words that sentences share.
_DISTANCES, _SIZES, _SHARED = (1, 3, 6, 10, 16, 30), (1, 9, 99, 999, 4999, 99999), (0, 1, 2, 4)
#: How many chunks before a place its scene's act stands.
_SCENE = 12
_MARKS = frozenset("،,؛:;")
_PREPOSITIONS = ("في", "من", "الي", "علي", "قرب", "بين")
_FLAGS = (
    "background", "earlier", "dates_act", "war", "since", "refers", "goes_on", "introduces", "series", "eventful",
)  # fmt: skip


class Telling:
    """A section's sentences, by what they tell of the events that its claims are of."""

    def __init__(self, drafts: list[Draft], stated: list[Stated], lead: int, reach: int) -> None:
        self._lead, self._reach = lead, reach
        self._placed = [one.number for one in stated if one.grouped and not one.headline]
        self._facts: dict[int, set[tuple[object, object]]] = {}
        self._named: dict[int, set[str]] = {}
        for draft in drafts:
            self._facts.setdefault(draft.sentence, set()).add((draft.measure, draft.low))
            if draft.name:
                self._named.setdefault(draft.sentence, set()).update(draft.name.split())
        self._scenes: dict[tuple[int, int], bool] = {}
        self._words = {one.number: one.words for one in stated}

    def context(self, draft: Draft, own: Stated | None) -> list[str]:
        """Tell how a claim is told."""
        found = [str(draft.measure), "own place" if draft.own_where else "no place of its own"]
        if isinstance(draft.low, int | float):
            found.append(f"size {class_of(draft.low, _SIZES)}")
        if draft.name:
            found.append("of a name")
        found.append(f"when {draft.when.precision}" if draft.when is not None else "undated")
        if draft.when is not None and is_long(draft.when):
            found.append("over a long time")
        if own is not None:
            found += [flag for flag in _FLAGS if getattr(own.setting, flag)]
            if own.number in (self._lead, self._lead + 1):
                found.append("lead" if own.number == self._lead else "second")
        return found

    def apart(self, draft: Draft, own: Stated | None, stated: Iterable[tuple[Stated, Located]]) -> tuple[str, Features]:
        """Tell on which side of a claim's sentence the nearest of those stands that state a place, and how it does."""
        told = [(one, located) for one, located in stated if not one.headline]
        if not told:
            return "elsewhere", ["told elsewhere"]
        number = draft.sentence
        one, located = min(told, key=lambda pair: (abs(pair[0].number - number), pair[0].number > number))
        way = "on" if one.number > number else "back"
        found = [f"{min(abs(one.number - number), self._reach + 1)} sentences {way}"]
        first, last = min(number, one.number), max(number, one.number)
        between = bisect_left(self._placed, last) - bisect_right(self._placed, first)
        found.append(f"{way}, places between {min(between, 2)}")
        if own is not None:
            found.append(f"{way}, shares {self._shared(own, one)}")
            found += [f"{way}, {told}" for told in _events(own.setting, one.setting)]
        found += [f"{way}, its {flag}" for flag in _FLAGS if getattr(one.setting, flag)]
        rank = next((rank for rank, group in enumerate(one.grouped) if located.at <= group[0].at), len(one.grouped))
        alone = "alone" if len(one.grouped) == 1 else f"place {min(rank, 2)}"
        found += [f"{way}, {alone}", f"{way}, led by {_leads(one, located)}"]
        if located.weak:
            found.append(f"{way}, weak")
        return way, found

    def anywhere(self, draft: Draft, own: Stated | None, stated: Iterable[tuple[Stated, Located]]) -> Features:
        """Tell what any sentence but the claim's that states a place shares with it: figures, a name, an event."""
        others = [(one, located) for one, located in stated if one is not own]
        found = []
        if any((draft.measure, draft.low) in self._facts.get(one.number, ()) for one, _ in others):
            found.append("beside the same figure")
        mine = self._facts.get(draft.sentence, set())
        figures = max((len(mine & self._facts.get(one.number, set())) for one, _ in others), default=0)
        if figures:
            found.append(f"beside figures of its sentence: {min(figures, 3)}")
        if draft.name and any(set(draft.name.split()) & self._words[one.number] for one, _ in others):
            found.append("beside the same name")
        if any(self._is_scene(one, located.at) for one, located in others):
            found.append("where the act happened")
            if own is not None and (own.setting.refers or own.setting.introduces):
                found.append("where its act happened")
        if own is not None and others:
            found.append(f"shares {max(self._shared(own, one) for one, _ in others)}")
        return found

    def _is_scene(self, one: Stated, at: int) -> bool:
        """Tell whether words shortly before a place say that an act told of happened there: `ووقع الانفجار في`."""
        if (one.number, at) not in self._scenes:
            before = one.clauses.sentence[max(0, at - _SCENE) : at]
            self._scenes[one.number, at] = act_happened(before, len(before))
        return self._scenes[one.number, at]

    def _shared(self, own: Stated, one: Stated) -> str:
        return class_of(len(self._words[own.number] & self._words[one.number]), _SHARED)


def in_sentence(one: Stated, located: Located, at: int, kind: str) -> Features:
    """Tell how a place stands to the figure at chunk `at` of the same sentence."""
    sentence = one.clauses.sentence
    first, last = min(at, located.at), max(at, located.at)
    behind = "behind" if located.at > at else "before"
    between = sentence[first + 1 : last]
    marks = sum(piece.text in _MARKS for piece in between)
    found = [
        f"{behind} by {class_of(last - first, _DISTANCES)}",
        f"{behind}, marks {min(marks, 3)}",
        f"{behind}, {kind}",
    ]
    if any(piece.number is not None for piece in between):
        found.append(f"{behind} another number")
    if any(piece.verb_says for piece in between):
        found.append(f"{behind} a saying")
    if one.clauses.at(at) is one.clauses.at(located.at):
        found.append("in its clause")
    if located.weak:
        found.append("weak")
    if located.at:
        found.append(f"led by {_leads(one, located)}")
    return found


def _events(own: Setting, other: Setting) -> list[str]:
    """Tell how the events of two sentences stand to one another: of one day, one told of and referred to."""
    found = []
    if own.time is not None and other.time is not None:
        same = (own.time.start_date, own.time.end_date) == (other.time.start_date, other.time.end_date)
        found.append("of one day" if same else "of other days")
    if own.refers:
        found.append("refers to " + ("an act of it" if other.introduces else "the act too" if other.refers else "none"))
    elif other.refers:
        found.append("it refers to an act" if own.introduces else "it refers to none")
    return found


def _leads(one: Stated, located: Located) -> str:
    sentence = one.clauses.sentence
    if not located.at or located.at >= len(sentence):
        return "none"
    text = sentence[located.at - 1].text
    return text if text in _PREPOSITIONS else sentence[located.at].preposition or "other"
