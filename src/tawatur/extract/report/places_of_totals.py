"""Where a total was whose parts were in several places: `41 مسلحا، 26 في كذا و15 في كذا` was in both.

The place nearest to a total is often that of its first part alone; parts may stand a sentence or two behind it.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.located import Located
from tawatur.extract.report.carried_places import countries_around, labels
from tawatur.extract.report.draft import Draft

_FEWEST, _MOST = 2, 8
#: How many claims a list may hold whose items tell several things each: `- كذا: 14 قتيلا و46 جريحا`; how many sentences
#: behind its last item the whole is told of again.
_LISTED, _SUMMED_UP_WITHIN = 24, 2
_COMMA, _IN_THE_LAST = "،", ("فيها", "فيه", "خلالها", "حيث")
#: Words that tell what came of the acts before them, and `وأن` as the view writes it, behind which nothing is a part.
_OUTCOMES = frozenset((*words_of("result_link"), *words_of("came_of")))
_COMPARED = frozenset((*words_of("compared_to"), "مقابل"))
_AND_THAT = frozenset(("وان", "وانه", "وانها"))
#: How many sentences behind its own a total's parts may be told, from how much on, and amid how many claims.
_BEHIND, _LARGE, _AMONG = 2, 10, 12


def place_totals(drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give a total that its parts' places part the places of all, and so a headline that tells it again."""
    headlines = [draft for draft in drafts if draft.headline]
    _place_listed(drafts, headlines, lexicon)
    for order, total in enumerate(drafts):
        parts = [] if total.headline else _parts_of(drafts, order)
        there = [part.where[0] for part in parts]
        among = labels(there) < labels(total.where)  # 63 في كركوك وديالى وصلاح الدين، 41 في كركوك و22 في ديالى
        if there and (not total.where or _is_of_part(total, there) or labels(total.where) == labels(there)):
            _place_acts(drafts[order + 1 : drafts.index(parts[0])], total, there)
            _place_what_follows(drafts[drafts.index(parts[-1]) + 1 :], parts[-1], there)
            before = [act for act in drafts[:order] if act.sentence == total.sentence and not act.own_where]
            for act in [act for act in before if not act.where or _is_of_part(act, there)]:  # 164 عملية قتل فيها 38
                _place_again(headlines, act, there)
                act.where = there
        if not there:
            _place_outcomes(drafts[order:])
        if not there or (total.where and not among and not _is_of_part(total, there)):
            continue
        _place_again(headlines, total, there)
        total.where = there


def _place_again(headlines: list[Draft], total: Draft, there: list[Located]) -> None:
    """Give the headline that tells a total again the places that the total is given, where it had those of that."""
    for again in headlines:
        same = (again.measure, again.unit, again.low) == (total.measure, total.unit, total.low)
        if same and labels(again.where) == labels(total.where):
            again.where = there


def _place_listed(drafts: list[Draft], headlines: list[Draft], lexicon: Lexicon) -> None:
    """`قتل 53، توزعوا على النحو الآتي:`: what a list divides by places was in their country, and its sum.

    Not where its first item was, nor, behind it, its last.
    """
    for order, total in enumerate(drafts):
        parts = [] if total.headline or total.change or total.own_where else _listed_parts(total, drafts[order + 1 :])
        there = [part.where[0] for part in parts]
        country = countries_around(there, lexicon)
        if not parts or len(country) != 1:
            continue
        same = [d for d in headlines if (d.measure, d.unit, d.low) == (total.measure, total.unit, total.low)]
        behind = [d for d in drafts if 0 < d.sentence - parts[-1].sentence <= _SUMMED_UP_WITHIN]
        summed_up = [d for d in behind if labels(d.where) == labels(there[-1:])]
        for draft in (total, *same, *summed_up):
            if not draft.own_where and (not draft.where or _is_of_part(draft, there)):
                draft.where = country


def _listed_parts(total: Draft, following: list[Draft]) -> list[Draft]:
    """Return the drafts that add up to a total in the sentences behind its own, each elsewhere, as in a list."""
    parts: list[Draft] = []
    for draft in following[:_LISTED]:
        if (draft.measure, draft.unit) != (total.measure, total.unit):
            continue
        if draft.sentence == total.sentence or not isinstance(draft.low, int) or len(draft.where) != 1:
            return []
        parts.append(draft)
        reached = sum(part.low for part in parts if isinstance(part.low, int))
        if len(parts) >= _FEWEST and reached == total.low:
            names = {label for part in parts for label in labels(part.where)}
            return parts if len(names) == len(parts) else []
    return []


def _place_acts(between: list[Draft], total: Draft, there: list[Located]) -> None:
    """Give what a total's sentence tells before its parts the places of all.

    `30 شرطيا في هجومين: 20 في كذا و10 في كذا`, `35 عملية قتل فيها 13، منها 28 في كذا و7 في كذا`.
    """
    for draft in between:
        if draft.sentence != total.sentence:
            return
        if not draft.where or _is_of_part(draft, there):
            draft.where = there


def _place_what_follows(following: list[Draft], last: Draft, there: list[Located]) -> None:
    """`74 عملية، 58 في كذا و16 في كذا، أفضت إلى مقتل 39`: what came of them all was not where the last part was."""
    for draft in following:
        if draft.sentence != last.sentence or last.number is None or draft.number[0] < last.number[1]:
            return
        between = draft.passage.words(last.number[1], draft.number[0])
        apart = not _AND_THAT.isdisjoint(fold(between).split())
        apart = apart or not _COMPARED.isdisjoint(fold(between).split())
        own = (draft.unit == last.unit and not apart) or any(word in between for word in _IN_THE_LAST)
        if own or not (apart or _COMMA in between) or labels(draft.where) != labels(there[-1:]):
            return
        draft.where = there


def _place_outcomes(drafts: list[Draft]) -> None:
    """`12 غارة في كذا وسبع غارات في كذا، ما أدى إلى تدمير ثلاث دبابات`: what came of acts joined was in all places."""
    acts = drafts[:1]
    while len(acts) < len(drafts) and _goes_with(acts[-1], drafts[len(acts)]):
        acts.append(drafts[len(acts)])
    there = [act.where[0] for act in acts if len(act.where) == 1 and act.own_where]
    if len(there) < max(_FEWEST, len(acts)) or len(labels(there)) < len(there):
        return
    last = acts[-1]
    for draft in drafts[len(acts) :]:
        if draft.sentence != last.sentence or draft.unit == last.unit or not _is_of_part(draft, there):
            return
        between = draft.passage.words(last.number[1], draft.number[0])
        behind = [words[0] for part in fold(between).split(_COMMA)[1:] if (words := part.split())]
        if draft.where[0].at not in [one.at for one in there] or _OUTCOMES.isdisjoint(behind):
            return
        draft.where = there


def _goes_with(act: Draft, other: Draft) -> bool:
    """Tell whether an act is joined to the one right before it by no more than `و`."""
    same = (act.sentence, act.measure, act.unit) == (other.sentence, other.measure, other.unit) and act.unit == "event"
    return same and _COMMA not in act.passage.words(act.number[1], other.number[0])


def divided_places(drafts: list[Draft], told: list[Draft]) -> list[Located]:
    """Return where the whole was of what a sentence's `drafts` divide by place; none where they divide nothing.

    What the report tells next was there, not where the last of the parts was. The total may be one of those `told`
    in the sentences right before.
    """
    for order, total in enumerate([*told, *drafts]):
        parts = _parts_of([*told, *drafts], order)
        there = [part.where[0] for part in parts]
        if there and parts[-1] in drafts:
            return total.where if total.where and not _is_of_part(total, there) else _around(there) or there
    return []


def _around(there: list[Located]) -> list[Located]:
    """Return the one wider place that the text says towns lie in that no pack knows."""
    around = [one.inside for one in there if one.inside is not None]
    return around[:1] if len(around) == len(there) and len(labels(around)) == 1 else []


def _parts_of(drafts: list[Draft], order: int) -> list[Draft]:
    """Return the drafts behind one that add up to it and were each elsewhere; none for a change."""
    total = drafts[order]
    return [] if total.change else _parts(total, drafts[order + 1 : order + 1 + _AMONG])


def _parts(total: Draft, following: list[Draft]) -> list[Draft]:
    parts: list[Draft] = []
    for draft in following:
        apart = draft.sentence - total.sentence
        if apart > _BEHIND or (apart and not (isinstance(total.low, int) and total.low >= _LARGE)):
            break
        if draft.measure != total.measure or draft.unit != total.unit:
            continue  # في ثلاث هجمات: 71 في كذا, 35 عملية قتل فيها 13، منها 28 في كذا
        if not isinstance(draft.low, int) or len(draft.where) != 1 or not draft.own_where or len(parts) == _MOST:
            break
        parts.append(draft)
        names = {label for part in parts for label in labels(part.where)}
        if len(parts) >= _FEWEST and sum(part.low for part in parts if isinstance(part.low, int)) == total.low:
            return parts if len(names) == len(parts) else []
    return []


def _is_of_part(total: Draft, there: list[Located]) -> bool:
    """Tell whether a total was placed where one of its parts was, and nowhere else."""
    return len(total.where) == 1 and labels(total.where) <= labels(there)
