"""Where exactly an act was that a report tells of more widely first: `ووقع الهجوم في بلدة كذا`.

A lead tells that seven were killed in the south of a province; a sentence behind it names the town.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.extract.choosing.stated import Stated
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS
from tawatur.extract.places.located import Located, lies_in
from tawatur.extract.places.settings import act_happened
from tawatur.extract.report.carried_places import labels
from tawatur.extract.report.draft import DEFENDED, OF_THE_WHOLE, Draft

#: How many sentences behind a claim's its scene may be told, and how many chunks before a place its act stands.
_BEHIND, _SCENE = 3, 10
#: Rules that settle a claim's place.
_SETTLED = frozenset((DEFENDED, OF_THE_WHOLE))
#: What an act with its article is called that is one of several.
_OF_SEVERAL = (*words_of("worst"), *(f"ال{word}" for word in words_of("ordinal")))
#: Sides that are as fine as a town told of behind them.
_BESIDE = ("near", "central")


def tell_scenes(drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> None:
    """Give harm and acts told of widely the finer place that a sentence right behind theirs says they happened at."""
    scenes = {one.number: list(_scenes(one)) for one in stated if not one.headline}
    threads = {one.number: one.thread for one in stated}
    headlines = [draft for draft in drafts if draft.headline]
    for draft in drafts:
        if (
            draft.headline
            or draft.measure not in HARM | ACTS
            or draft.rules.get("where") in _SETTLED
            or len(draft.where) != 1
        ):
            continue
        thread = threads.get(draft.sentence)
        for number in range(draft.sentence + 1, draft.sentence + 1 + _BEHIND):
            told = scenes.get(number, []) if threads.get(number) == thread else []
            finer = next((one for one in told if _is_finer(one, draft, lexicon)), None)
            if finer is not None:
                for again in headlines:
                    if _fact(again) == _fact(draft):
                        again.where = [finer]
                draft.where = [finer]
                break


def _fact(draft: Draft) -> tuple[object, ...]:
    """Return what a headline's claim and the body's have in common where they are of one fact."""
    return (draft.measure, draft.low, draft.unit, *sorted(labels(draft.where)))


def _scenes(one: Stated) -> Iterator[Located]:
    """Yield the single places at which a sentence says that an act told of before happened."""
    for group in one.grouped:
        before = one.clauses.sentence[max(0, group[0].at - _SCENE) : group[0].at]
        one_of_several = any(piece.is_(*_OF_SEVERAL) for piece in before)
        if len(group) == 1 and not group[0].weak and act_happened(before, len(before)) and not one_of_several:
            yield group[0]


def _is_finer(one: Located, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether a place is finer than the side, or the country not of its own sentence, that a claim was given."""
    than = draft.where[0]
    wide = than.side not in _BESIDE if than.side else than.width == 0 and not draft.own_where
    if one.place.country != than.place.country or one.place.id == than.place.id or not wide:
        return False
    unknown = one.place.id not in lexicon.knowledge.places and one.width > than.width
    return unknown or lies_in(one, than, lexicon.knowledge)
